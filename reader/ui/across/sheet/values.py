"""The values of a benchmark as a Qt table."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reader.ui.widgets.guarded import guarded

if TYPE_CHECKING:
    from reader.across.benchmarks import BenchmarkValue

AnyIndex = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()

COLUMNS = ("date", "value", "model", "paper", "sentence")
RIGHT = frozenset({"date"})


@guarded
class ValueModel(QAbstractTableModel):
    """Values in an order: by day, value, model or paper."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[BenchmarkValue] = []
        self.order = ("date", True)  # a column, and whether from large to small

    def show(self, values: Sequence["BenchmarkValue"]) -> None:
        """Show other values."""
        self.beginResetModel()
        self.values = _in_order(values, *self.order)
        self.endResetModel()

    def sort_by(self, column: str) -> None:
        """Sort by a column; by the one it is sorted by already, the other way round."""
        name, falls = self.order
        self.order = (column, not falls) if name == column else (column, column in ("date", "value"))
        self.show(self.values)

    def text(self, row: int, column: str) -> str:
        """What stands in a cell."""
        value = self.values[row]
        match column:
            case "date":
                return value.day.isoformat() if value.day else ""
            case "value":
                return value.figure.label
            case "model":
                return value.model
            case "paper":
                return value.title or value.key
        return " ".join(value.figure.sentence_text.split())

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = NONE) -> int:
        return 0 if parent.isValid() else len(self.values)

    def columnCount(self, parent: AnyIndex = NONE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self.text(index.row(), COLUMNS[index.column()])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = (self.tr("Date"), self.tr("Value"), self.tr("Model"), self.tr("Paper"), self.tr("Sentence"))
        name, falls = self.order
        sign = (" ▾" if falls else " ▴") if COLUMNS[section] == name else ""
        return words[section] + sign


def _in_order(values: Sequence["BenchmarkValue"], column: str, falls: bool) -> list["BenchmarkValue"]:
    def rank(value: "BenchmarkValue") -> Any:
        match column:
            case "date":
                return value.day or date.min
            case "value":
                return value.figure.measured.value
            case "model":
                return value.model.casefold()
            case "paper":
                return value.title.casefold()
        return value.figure.sentence_text.casefold()

    return sorted(values, key=rank, reverse=falls)
