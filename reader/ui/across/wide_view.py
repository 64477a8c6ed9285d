"""What the views have in common that stand in the place of list and page."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.ui.widgets.guarded import guarded


@guarded
class WideView(QWidget):
    """Esc that nothing inside had a use for leaves it, and another language of the program's is taken at once.

    Signals: `left()` one wants to go back.
    """

    left = Signal()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
