"""The colours of labels, by name, in both themes: a dot's own, and the ground and text of a chip in it.

Text on a chip keeps a contrast of at least 4.5 to 1 to its ground.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPixmap

from reader.render.theme import Theme
from reader.ui.theme import Look

_LIGHT = {
    "blue": "#2f6fde",
    "green": "#2f8f4e",
    "orange": "#c8641b",
    "red": "#c8332a",
    "purple": "#7d4fc4",
    "teal": "#17858c",
    "pink": "#c2447f",
    "yellow": "#a87c06",
    "grey": "#6b7077",
}
_DARK = {
    "blue": "#7aa7ff",
    "green": "#6fc78b",
    "orange": "#f0a067",
    "red": "#ff8a80",
    "purple": "#b79bf0",
    "teal": "#5fc4c9",
    "pink": "#f08fbd",
    "yellow": "#e0bf57",
    "grey": "#a6a9af",
}


def dot_colour(name: str, theme: Theme) -> QColor:
    """A label's colour; grey for one that a newer version made."""
    colours = _LIGHT if theme.name == "light" else _DARK
    return QColor(colours.get(name, colours["grey"]))


def chip_colours(name: str, theme: Theme) -> tuple[QColor, QColor]:
    """Ground and text of a chip."""
    dot = dot_colour(name, theme)
    ground = QColor(dot)
    ground.setAlphaF(0.13 if theme.name == "light" else 0.20)
    return ground, dot.darker(135) if theme.name == "light" else dot.lighter(112)


def dot_icon(name: str, look: Look, size: int = 16) -> QIcon:
    """A dot for a menu."""
    icon = QIcon()
    for ratio in (1.0, 2.0):
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dot_colour(name, look.theme))
        painter.drawEllipse(QPointF(size / 2, size / 2), size * 0.31, size * 0.31)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def paint_chips(painter: QPainter, look: Look, labels: tuple[tuple[str, str], ...], room: QRectF) -> float:
    """Paint labels (name, colour) at the right end of `room`, as many by name as fit, the others as dots.

    Returns the left edge of what was painted.
    """
    metrics = QFontMetricsF(look.font(-3))
    pad, gap, dot, height = look.px(6), look.px(4), look.px(8), look.px(16)
    widths = [metrics.horizontalAdvance(name) + 2 * pad for name, _ in labels]
    named = len(labels)
    while named and sum(widths[:named]) + (len(labels) - named) * dot + (len(labels) - 1) * gap > room.width():
        named -= 1
    x = room.right()
    top = room.center().y() - height / 2
    painter.save()
    painter.setFont(look.font(-3))
    for position in range(len(labels) - 1, -1, -1):
        name, colour = labels[position]
        width = widths[position] if position < named else dot
        if x - width < room.left():
            break
        x -= width
        painter.setPen(Qt.PenStyle.NoPen)
        if position < named:
            ground, text = chip_colours(colour, look.theme)
            chip = QRectF(x, top, width, height)
            painter.setBrush(ground)
            painter.drawRoundedRect(chip, height / 2, height / 2)
            painter.setPen(text)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, name)
        else:
            painter.setBrush(dot_colour(colour, look.theme))
            painter.drawEllipse(QPointF(x + dot / 2, room.center().y()), dot / 2, dot / 2)
        x -= gap
    painter.restore()
    return x
