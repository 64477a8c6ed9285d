"""A line edit that knows the syllable an input method is at work on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.ui.widgets.guarded import guarded


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
