"""A button that shows an action's keys and takes others: pressed, it waits for a key, or two of them in a row."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QKeyCombination, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton

from reader.ui.actions.actions import key_text
from reader.ui.actions.bindings import in_latin
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_NEXT_MS = 900  # in which a second stroke belongs to the first
_STROKES = 2
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
_WIDTH = 170  # px


@guarded
class KeyField(QPushButton):
    """The keys of one action.

    Signals: `chosen(str)` a key was pressed, portable text; "" when the action is to have none.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, keys: Sequence[str]) -> None:
        super().__init__()
        self._keys = tuple(keys)
        self._strokes: list[str] = []
        self._is_waiting = False
        self._next = QTimer(self, singleShot=True, interval=_NEXT_MS)
        self._next.timeout.connect(self._finish)
        self.setAutoDefault(False)
        self.setMinimumWidth(look.px(_WIDTH))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.clicked.connect(self._begin)
        self._show()

    def set_keys(self, keys: Sequence[str]) -> None:
        """Show other keys."""
        self._keys = tuple(keys)
        self._show()

    def event(self, event: QEvent) -> bool:
        if self._is_waiting and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the window takes the key
            return True
        if self._is_waiting and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._take(event)  # Tab as well
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._leave()

    def _begin(self) -> None:
        self._is_waiting, self._strokes = True, []
        self._show()

    def _take(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _MODIFIERS or event.isAutoRepeat():
            return
        if not self._strokes and not event.modifiers() and key in (Qt.Key.Key_Escape, Qt.Key.Key_Delete):
            self._leave()
            if key == Qt.Key.Key_Delete:
                self.chosen.emit("")
            return
        self._strokes.append(_portable(event))
        self._show()
        if len(self._strokes) == _STROKES:
            self._finish()
        else:
            self._next.start()

    def _finish(self) -> None:
        key = ", ".join(self._strokes)
        self._leave()
        if key:
            self.chosen.emit(key)

    def _leave(self) -> None:
        self._next.stop()
        self._is_waiting, self._strokes = False, []
        self._show()

    def _show(self) -> None:
        if self._is_waiting:
            begun = "  ".join(key_text(stroke) for stroke in self._strokes)
            self.setText(f"{begun} …" if begun else self.tr("Press a key · Del: none"))
        else:
            self.setText("  ·  ".join(key_text(key) for key in self._keys) or "—")


def _portable(event: QKeyEvent) -> str:
    """A stroke as portable text; of a jamo, the letter on the same key."""
    letter = in_latin(event.text()) if event.text() and "ㄱ" <= event.text()[:1] <= "ㅣ" else ""
    key = Qt.Key(ord(letter)) if len(letter) == 1 and letter.isascii() else Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.text() and not event.text().isalpha() and event.text().isprintable() and not event.text().isspace():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # "?" is a key of its own, whatever it takes to write it
    sequence = QKeySequence(QKeyCombination(modifiers, key))
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
