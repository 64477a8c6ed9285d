"""A quiet line in a list that is empty: what would stand there, and how it gets there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout


class NothingHere(QLabel):
    """The line, in the middle of its list. A screen reader reads it with the list."""

    def __init__(self, view: QAbstractItemView, words: str) -> None:
        super().__init__(words, view.viewport())
        self._view = view
        self.setObjectName("muted")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QVBoxLayout(view.viewport()).addWidget(self)

    def show_if(self, nothing: bool) -> None:
        """Be there, or not."""
        self.setVisible(nothing)
        self._view.setAccessibleDescription(self.text() if nothing else "")
