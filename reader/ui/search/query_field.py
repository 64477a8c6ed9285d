"""The line edit of a query. Type-ahead works while Hangul is being composed: what the input method shows is part of it.

QLineEdit sends no textChanged for a syllable that is still being composed, so the field reads it from the input
method's events. Nothing here moves the focus while it is.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from reader.ui.widgets.composing_field import ComposingField, HeldKeys
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.popup import KeyKeeper, is_quick_open, open_standard_menu

_LONGEST = 300  # characters; what is pasted by mistake would keep the search busy for seconds


@guarded
class QueryField(ComposingField):
    """A field that underlines what was not understood.

    `take_key` is asked first about every key that comes while nothing is being composed; True: it was somebody else's.
    Signals: `edited` of its base · `typed()` the same, by a person · `escaped()` and
    `down_pressed()`, both not while composing · `entered()` and `left()`: the keyboard came, or went.
    """

    typed = Signal()
    escaped = Signal()
    down_pressed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.take_key: Callable[[QKeyEvent], bool] | None = None
        self._keeper = KeyKeeper(self)
        self._held = HeldKeys(self)
        self._strange: list[tuple[int, int, str]] = []  # start, end and what stood there
        self._ink = QColor()
        self.setFrame(False)
        self.setMaxLength(_LONGEST)
        self.textEdited.connect(self.typed)

    def underline(self, query: str, spans: Sequence[tuple[int, int]], colour: QColor) -> None:
        """Underline these characters of a query with a wave, for as long as they stand where they stood."""
        self._strange = [(start, end, query[start:end]) for start, end in spans]
        self._ink = colour
        self.update()

    def underlined(self) -> list[tuple[int, int]]:
        """The characters that are underlined now."""
        text = self.whole_text()
        return [(start, end) for start, end, stood in self._strange if text[start:end] == stood]

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.typed.emit()
        if not self._preedit:
            self._held.let_go()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_standard_menu(self, event, self._keeper)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._preedit = ""
        self._tell()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Tab comes here, and would leave the field before `keyPressEvent` sees it; Ctrl+K is quick open."""
        if is_quick_open(event):
            event.ignore()
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Tab:
            return super().event(event)
        # While composing, nothing moves the keyboard elsewhere.
        return bool(self._preedit) or self._is_taken(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._preedit and self._held.take(event):
            return
        if self._is_taken(event):
            return
        if not self._preedit and event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif not self._preedit and event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        spans = self.underlined()
        if not spans:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink, 1.2))
        for start, end in spans:
            self._paint_wave(painter, self._x_of(start), self._x_of(end))

    def _paint_wave(self, painter: QPainter, left: float, right: float) -> None:
        bottom = (self.height() + QFontMetricsF(self.font()).height()) / 2 - 1
        steps = max(1, round((right - left) / 3))
        points = [QPointF(left + 3 * step, bottom - 2 * (step % 2)) for step in range(steps + 1)]
        painter.drawPolyline(points)

    def _x_of(self, place: int) -> float:
        """Where a character of `whole_text` begins, px. Qt tells it of the cursor alone."""
        metrics, text = QFontMetricsF(self.font()), self.whole_text()
        cursor = self.cursorPosition() + len(self._preedit)
        return (
            self.cursorRect().center().x()
            + metrics.horizontalAdvance(text[:place])
            - metrics.horizontalAdvance(text[:cursor])
        )

    def _is_taken(self, event: QKeyEvent) -> bool:
        return not self._preedit and self.take_key is not None and self.take_key(event)
