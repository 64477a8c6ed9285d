"""A line edit that knows the syllable an input method is at work on, and keys that wait for such a syllable."""

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.ui.widgets.guarded import guarded

_LONGEST_MS = 50  # an input method that keeps its syllable hands it over within one
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@guarded
class ComposingField(QLineEdit):
    """Tells of a syllable while it is being composed, which QLineEdit's own signals do not.

    Signals: `edited(str)` what is seen may be another text.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        self.textChanged.connect(self._tell)

    def whole_text(self) -> str:
        """The text as it is seen, the syllable being composed included."""
        at = self.cursorPosition()
        return self.text()[:at] + self._preedit + self.text()[at:]

    def is_composing(self) -> bool:
        """Whether an input method is at work on a syllable."""
        return bool(self._preedit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()

    def _tell(self) -> None:
        self.edited.emit(self.whole_text())


class HeldKeys(QObject):
    """Keys that end a syllable being composed in a widget, kept until the input method has handed the syllable over.

    fcitx5, which Qt reaches by its ibus front end, says that a key is not its own before it hands over the syllable
    that the key ends (`InputContextEventBlocker` in its ibusfrontend.cpp): the space would stand before the syllable.
    The widget tells of every key, and of every change to what is being composed in it.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._keys: list[QKeyEvent] = []
        self._are_let_go = False
        self._timer = QTimer(self, singleShot=True, interval=_LONGEST_MS)
        self._timer.timeout.connect(self.let_go)

    def take(self, event: QKeyEvent) -> bool:
        """Keep a key that writes something, pressed while a syllable is being composed; whether it was kept."""
        if self._are_let_go or not event.text() or event.modifiers() & _COMMANDS:
            return False
        self._keys.append(event.clone())
        self._timer.start()
        return True

    def let_go(self) -> None:
        """Hand over what was kept: nothing is being composed any more, or no syllable came."""
        keys, self._keys = self._keys, []
        self._timer.stop()
        self._are_let_go = True
        for key in keys:
            QCoreApplication.sendEvent(self._widget, key)
        self._are_let_go = False
