"""What was painted, read from the picture: where a colour is, and which colour is somewhere."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

Colour = QColor | str

SMOOTHED = 12
"""Of 255, in each of red, green and blue: what smoothed edges leave of a colour."""


def picture(widget: QWidget) -> QImage:
    """The widget as it is seen now."""
    return widget.grab().toImage()


def is_near(one: QColor, other: Colour, by: int = 1) -> bool:
    """Whether two colours are the same but for so much."""
    wanted = QColor(other)
    pairs = ((one.red(), wanted.red()), (one.green(), wanted.green()), (one.blue(), wanted.blue()))
    return all(abs(a - b) <= by for a, b in pairs)


def box(image: QImage, room: QRect, colour: Colour, by: int = SMOOTHED) -> QRect:
    """The smallest rectangle around all pixels of a colour in a room; empty where there are none."""
    wanted, room = QColor(colour), room.intersected(image.rect())
    bits = image.convertToFormat(QImage.Format.Format_RGB888)
    content, line = bytes(bits.constBits()), bits.bytesPerLine()
    found = QRect()
    for y in range(room.top(), room.bottom() + 1):
        first = y * line + 3 * room.left()
        row = content[first : first + 3 * room.width()]
        xs = [
            x
            for x, (red, green, blue) in enumerate(zip(row[::3], row[1::3], row[2::3], strict=True), room.left())
            if abs(red - wanted.red()) <= by and abs(green - wanted.green()) <= by and abs(blue - wanted.blue()) <= by
        ]
        if xs:
            found = found.united(QRect(QPoint(xs[0], y), QPoint(xs[-1], y)))
    return found


def at(image: QImage, x: int, y: int) -> QColor:
    return image.pixelColor(QPoint(x, y))


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


def is_painted_anew(widget: QWidget, by: Callable[[], object]) -> bool:
    """Whether a widget that is seen is painted anew by what happens to it."""
    QApplication.processEvents()
    paints = _Paints(widget)
    by()
    for _ in range(2):  # what is laid out anew first is painted behind it
        QApplication.processEvents()
    return paints.count > 0
