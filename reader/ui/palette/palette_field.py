"""The palette's field: its text with the syllable being composed, and its keys, all of which are its own."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.ui.widgets.composing_field import ComposingField
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.popup import KeyKeeper, open_standard_menu

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
}


@guarded
class PaletteField(ComposingField):
    """Where one types.

    Signals: those of its base · `stepped(int)` another row is wanted, so many further down ·
    `accepted()` at Enter · `dismissed()` at Esc, or Ctrl+K again.
    """

    stepped = Signal(int)
    accepted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = KeyKeeper(self)
        self.setFrame(False)
        self.setMaxLength(300)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_standard_menu(self, event, self._keeper)

    def event(self, event: QEvent) -> bool:
        """No key reaches the window below; Tab comes here, and would leave the field."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_taken(event):
            return True
        return super().event(event)

    def _is_taken(self, event: QKeyEvent) -> bool:
        """Whether a key is the list's; none is while a syllable is being composed."""
        key = event.key()
        if self.is_composing():
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape or (
            key == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            self.dismissed.emit()
        else:
            return False
        return True
