"""The rows of the table: papers, and what they say in the sections chosen as columns."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from reader.across.passages import Lensed
from reader.across.table import Table, TableRow
from reader.ui.across.section_words import section_word
from reader.ui.widgets.guarded import guarded

AnyIndex = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()
NOTHING = "–"
"""What stands where a paper says nothing."""


@guarded
class TableModel(QAbstractTableModel):
    """A `Table`, with title and day in front, and behind them a number where it is sorted by one."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table((), ())
        self.number = ""  # the metric it is sorted by

    def show(self, table: Table, number: str) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table, self.number = table, number
        self.endResetModel()

    def columns(self) -> list[str]:
        """What the columns are, by a name that stays the same: "title", "day", "number", or a section's."""
        return ["title", "day", *(["number"] if self.number else []), *self.table.columns]

    def row(self, number: int) -> TableRow | None:
        """A row."""
        return self.table.rows[number] if 0 <= number < len(self.table.rows) else None

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        paper, name = self.table.rows[row], self.columns()[column]
        match name:
            case "title":
                return paper.title or paper.key
            case "day":
                return paper.day.isoformat() if paper.day else ""
            case "number":
                return paper.number.label if paper.number else ""
        cell = paper.cells[column - self._before_sections]
        return cell.text if cell and not cell.nothing_known else ""

    def missing(self, row: int, column: int) -> str:
        """Why nothing stands in a cell, in words; "" where something does."""
        if self.text(row, column):
            return ""
        match self.columns()[column]:
            case "day":
                return self.tr("Without a date")
            case "number":
                return self.tr("Its results give no such number.")
        cell = self.table.rows[row].cells[column - self._before_sections]
        if cell:
            return self.tr("Its summary says “not enough information” and no more.")
        return QCoreApplication.translate("Across", "Its summary has no such section.")

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = NONE) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: AnyIndex = NONE) -> int:
        return 0 if parent.isValid() else len(self.columns())

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(*place) or NOTHING
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.text(*place) or self.missing(*place)
            case Qt.ItemDataRole.ToolTipRole:
                return self.missing(*place) or None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        name = self.columns()[section]
        words = {"title": self.tr("Title"), "day": self.tr("Date"), "number": self.number}
        return words.get(name) or section_word(_section(name))

    # Inside

    @property
    def _before_sections(self) -> int:
        return 3 if self.number else 2


def _section(name: str) -> Lensed:
    return name  # type: ignore[return-value]  # what is no other column is a section
