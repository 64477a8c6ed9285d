"""What stands in the place of a paper where none is open: a line of text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class NoPaper(QWidget):
    """The line, at the height at which an empty list has its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._words.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 0, 48, 0)
        column.addStretch(2)
        column.addWidget(self._words)
        column.addStretch(3)

    def say(self, words: str) -> None:
        """Show these words."""
        self._words.setText(words)

    def set_words_font(self, font: QFont) -> None:
        """The font of the words."""
        self._words.setFont(font)
