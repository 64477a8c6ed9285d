"""A part of the field's page: a heading, a table, and a word in its stead where it would be empty."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.across.field.heat_map import SIDE, HeatMap
from reader.ui.across.field.lines import LineTable
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words


class Block(QWidget):
    """One part."""

    def __init__(self, look: Look, table: HeatMap | LineTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._title = Words(look, 1, bold=True, parent=self)
        self._nothing = Words(look, 0, "muted", parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._words = [QVBoxLayout(), QVBoxLayout()]  # above and below the table, in line with its words
        for layout, words in zip(self._words, (self._title, self._nothing), strict=True):
            layout.setContentsMargins(SIDE, 0, SIDE, 0)
            layout.addWidget(words)
        self._column.addLayout(self._words[0])
        self._column.addWidget(table)
        self._column.addLayout(self._words[1])
        self.take_count()

    @property
    def is_empty(self) -> bool:
        """Whether a word stands in the table's stead."""
        return self._table.count() == 0

    def set_words(self, title: str, nothing: str) -> None:
        """Say what the part is, and what is so where it is empty."""
        self._title.set_words(title)
        self._nothing.set_words(nothing)
        self._table.setAccessibleName(title)

    def add(self, widget: QWidget) -> None:
        """Put something below the table."""
        self._column.addWidget(widget)

    def take_count(self) -> None:
        """Show the table, or that there is nothing."""
        self._table.setVisible(not self.is_empty)
        self._nothing.setVisible(self.is_empty)
