"""The bar that finds words in the page shown: a field, a count, and two arrows."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from reader.render.theme import Theme
from reader.ui.widgets.composing_field import ComposingField
from reader.ui.widgets.frames import paint_band
from reader.ui.widgets.guarded import guarded


@guarded
class FindBar(QWidget):
    """Asks for words to find; Enter goes on, Shift+Enter goes back, Escape closes.

    Signals: `text_changed()` with each letter, a syllable still being composed included; `next_requested()`,
    `previous_requested()`, `closed()`.
    """

    text_changed = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = ComposingField(self)
        self._field.edited.connect(self.text_changed)
        self._field.installEventFilter(self)
        self._count = QLabel(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 7, 12, 7)
        layout.setSpacing(6)
        layout.addWidget(self._field, 3)
        self._previous = self._button("↑", self.previous_requested)
        self._next = self._button("↓", self.next_requested)
        self._close = self._button("✕", None)
        for widget in (self._previous, self._next, self._count):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._close)
        self._field.setMinimumWidth(80)
        self._field.setMaximumWidth(420)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self._field.setPlaceholderText(self.tr("Find in this paper"))
        self._field.setAccessibleName(self.tr("Find in this paper"))
        named = ((self._previous, self.tr("Previous")), (self._next, self.tr("Next")), (self._close, self.tr("Close")))
        for button, words in named:
            button.setToolTip(words)
            button.setAccessibleName(words)

    def open(self, words: str = "") -> None:
        """Show the bar with the keyboard in it, and these words where there are any."""
        self.show()
        if words:
            self._field.setText(words)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text_changed.emit()

    def close_bar(self) -> None:
        """Hide the bar and look for nothing."""
        self.hide()
        self.closed.emit()

    def words(self) -> str:
        """What to look for now: "" while the bar is closed."""
        return "" if self.isHidden() else self._field.whole_text()

    def show_count(self, current: int, total: int, *, or_more: bool = False) -> None:
        """Say which of how many places is the current one, from 1; 0 for none. Without any there is nowhere to go."""
        for arrow in (self._previous, self._next):
            arrow.setVisible(total > 0 or not self.words())
        if not self.words():
            self._count.setText("")
        elif not total:
            self._count.setText(self.tr("Not found"))
        else:
            said = f"{total}+" if or_more else f"{total}"
            self._count.setText(f"{current} / {said}" if current else said)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._handle_key(event)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_band(self, QColor(self._theme.chrome), QColor(self._theme.line), line_on_top=True)

    def _handle_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        (self.previous_requested if back else self.next_requested).emit()
        return True

    def _button(self, sign: str, asks: "SignalInstance | None") -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.clicked.connect(self.close_bar if asks is None else asks)
        return button
