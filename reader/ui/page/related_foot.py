"""What stands below a paper's text: the papers like it, a line each, with the words they share.

In: titles and shared words. It opens nothing itself: it says which paper was asked for. Nothing is painted while there
are none.
"""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.render.theme import Theme
from reader.ui.page.page_browser import PageBrowser
from reader.ui.widgets.guarded import guarded

_TITLE, _SMALL, _HEADING = 15, 13, 13  # px at a text size of 16
_PAD = 10  # px, by which a line is wider than the text on either side
_GAP = 6  # px
_TOP = 30  # px above the heading, which has a line over it


class RelatedLine(NamedTuple):
    """One paper."""

    key: str
    title: str
    shared: str  # the words shared, as they are shown
    day: str = ""


@guarded
class RelatedFoot(QWidget):
    """The list; its height follows its lines. Tab and the arrow keys go through it.

    Signals: `paper_requested(str)` a paper was chosen, by its key · `left()` Esc was pressed, or the line with the
    keyboard is gone.
    """

    paper_requested = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self._lines: list[_Line] = []
        self._above: PageBrowser | None = None
        self.setAccessibleName(self.tr("Related papers"))
        self.hide()

    def show_lines(self, lines: Sequence[RelatedLine]) -> None:
        """Show these papers; without any, nothing. The keyboard stays with the paper it was at, if that is there."""
        current = next((old.line.key for old in self._lines if old.hasFocus()), "")
        for old in self._lines:
            old.removeEventFilter(self)  # a key may come to it yet
            old.hide()
            old.deleteLater()
        self._lines = [_Line(line, self._theme, self._scale, self) for line in lines]
        for made in self._lines:
            made.clicked.connect(partial(self.paper_requested.emit, made.line.key))
            made.installEventFilter(self)
            made.show()
        self.setVisible(bool(lines))
        if current:
            again = next((made for made in self._lines if made.line.key == current), None)
            self.left.emit() if again is None else again.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> bool:
        """Give the keyboard to the first line; False where there is none."""
        if self._lines:
            self._lines[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(self._lines)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for line in self._lines:
            line.set_look(theme, self._scale)
        self.update()

    def set_scale(self, scale: float) -> None:
        """Make all text larger or smaller with the page's."""
        self._scale = scale
        for line in self._lines:
            line.set_look(self._theme, scale)

    def place(self, width: int) -> int:
        """Give the lines their places in a column of this width; returns the height of all, 0 without any."""
        if not self._lines:
            return 0
        top = self._px(_TOP) + self._heading_height() + self._px(_GAP)
        for line in self._lines:
            line.setGeometry(0, top, width + 2 * _PAD, line.sizeHint().height())
            top += line.height()
        self.resize(width + 2 * _PAD, top)
        return top

    def follow(self, text: PageBrowser) -> None:
        """Stand below a text from now on, which grows as lines are written into it."""
        self._above = text
        text.document().documentLayout().documentSizeChanged.connect(lambda _: self.stay_below())

    def stay_below(self) -> None:
        """Be where the text ends now."""
        if self._above is not None and self._lines:  # where the text ends is known when all of it is laid out
            self.move(self._above.column[0] - _PAD, self._above.foot)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.line))
        painter.drawLine(_PAD, self._px(_TOP) // 2, self.width() - _PAD, self._px(_TOP) // 2)
        painter.setFont(_font(self, self._px(_HEADING), QFont.Weight.DemiBold))
        painter.setPen(QColor(self._theme.muted))
        room = QRect(_PAD, self._px(_TOP), self.width() - 2 * _PAD, self._heading_height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.tr("Related papers"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, _Line):
            self._reveal(watched.y())
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, _Line):
            return self._take_key(watched, event)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Related papers"))
            self.update()

    def _take_key(self, line: "_Line", event: QKeyEvent) -> bool:
        at = self._lines.index(line)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            line.click()
        elif key in steps and 0 <= at + steps[key] < len(self._lines):
            self._lines[at + steps[key]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return key in steps
        return True

    def _reveal(self, top: int) -> None:
        """Scroll the text until a line is in sight."""
        if self._above is not None:
            self._above.reveal_below(self._above.foot + top, self._px(72))

    def _px(self, length: float) -> int:
        return round(length * self._scale)

    def _heading_height(self) -> int:
        return QFontMetrics(_font(self, self._px(_HEADING), QFont.Weight.DemiBold)).height()


@guarded
class _Line(QAbstractButton):
    """A paper's title, and below it the words shared."""

    def __init__(self, line: RelatedLine, theme: Theme, scale: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self._theme = theme
        self._scale = scale
        self.setText(line.title)
        self.setAccessibleName(line.title)
        self.setAccessibleDescription(line.shared)
        self.setToolTip(line.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_look(self, theme: Theme, scale: float) -> None:
        """Take other colours and another size."""
        self._theme, self._scale = theme, scale
        self.update()

    def sizeHint(self) -> QSize:
        heights = [QFontMetrics(font).height() for font in self._fonts()]
        return QSize(200, sum(heights) + round(13 * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QColor(theme.focus) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        title, small = self._fonts()
        top, width = round(6 * self._scale), self.width() - 2 * _PAD
        for font, colour, words in ((title, theme.text, self.line.title), (small, theme.muted, self._below())):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(_PAD, top, width, metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            top += metrics.height() + 1

    def _below(self) -> str:
        return " · ".join(filter(None, (self.line.day, self.line.shared)))

    def _fonts(self) -> tuple[QFont, QFont]:
        return (
            _font(self, round(_TITLE * self._scale), QFont.Weight.Normal),
            _font(self, round(_SMALL * self._scale), QFont.Weight.Normal),
        )


def _font(widget: QWidget, pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(widget.font())
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
