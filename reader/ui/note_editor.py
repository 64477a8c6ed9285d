"""The text field of a note, which knows what is being composed in it and where its column of text is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from reader.ui.overlay_scroll_bar import OverlayScrollBar

_COLUMN = 680  # px, as in the section view
_LEAST_SIDE = 24
_DOCUMENT_MARGIN = 4  # Qt's own, inside the viewport


class NoteEditor(QPlainTextEdit):
    """Plain text in a column.

    Signals: `edited()` whenever `whole_text` may be another · `blurred()` when it loses the keyboard or is hidden ·
    `escaped()` at Esc.
    """

    edited = Signal()
    blurred = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left: int | None = None
        self._column = _COLUMN
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.edited)
        OverlayScrollBar(self)

    def set_column(self, left: int | None, width: int) -> None:
        """Where text starts and how wide it runs, px; a `left` of None centres it."""
        self._left, self._column = left, width
        self._place_column()

    def sides(self) -> tuple[int, int]:
        """Left and right of the column, as distances from the widget's edges."""
        left = max(_LEAST_SIDE, (self.width() - self._column) // 2) if self._left is None else self._left
        return left, max(_LEAST_SIDE, self.width() - left - self._column)

    def whole_text(self) -> str:
        """The text as it is seen, the syllable being composed included."""
        text = self.toPlainText()
        block = self.textCursor().block()
        preedit = block.layout().preeditAreaText()
        at = block.position() + block.layout().preeditAreaPosition()
        return text[:at] + preedit + text[at:] if preedit else text

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.blurred.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.blurred.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_column()

    def _place_column(self) -> None:
        left, right = self.sides()
        margins = self.viewportMargins()
        wanted = (left - _DOCUMENT_MARGIN, right - _DOCUMENT_MARGIN)
        if (margins.left(), margins.right()) != wanted:
            self.setViewportMargins(wanted[0], 0, wanted[1], 0)
