"""The days of a range as a Qt table: a column for each week, a row for each day of the week."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from reader.across.trends import Day
from reader.ui.session.dates import day_title, short_day
from reader.ui.widgets.guarded import guarded

AnyIndex = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()

_MOST_WEEKS = 522  # ten years


@guarded
class DayModel(QAbstractTableModel):
    """How many papers each day has, and how many of them are read, in words too."""

    def __init__(self) -> None:
        super().__init__()
        self.locale = QLocale()
        self.days: dict[date, Day] = {}
        self.most = 0  # papers of a day
        self._first = date.min  # a Monday
        self._weeks = 0

    def show(self, days: Sequence[Day], locale: QLocale) -> None:
        """Show other days, at most those of the last ten years of them."""
        self.beginResetModel()
        self.locale = locale
        self.days = {date.fromisoformat(each.day): each for each in days}
        self.most = max((each.papers for each in days), default=0)
        self._weeks = 0
        if self.days:
            first, last = (_monday_of(day) for day in (min(self.days), max(self.days)))
            self._weeks = min(_MOST_WEEKS, (last - first).days // 7 + 1)
            self._first = last - timedelta(days=7 * (self._weeks - 1))
        self.endResetModel()

    def day_at(self, index: AnyIndex) -> date:
        """Which day a cell is."""
        return self._first + timedelta(days=7 * index.column() + index.row())

    def at(self, index: AnyIndex) -> Day | None:
        """What is known of a cell's day; None where it has no papers."""
        return self.days.get(self.day_at(index)) if index.isValid() else None

    def month_beginning_in(self, week: int) -> date | None:
        """The first of a month, where it is in a week; in the first week its month, whatever day it begins with."""
        days = [self._first + timedelta(days=7 * week + n) for n in range(7)]
        return next((day for day in days if day.day == 1), days[0] if week == 0 else None)

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = NONE) -> int:
        return 0 if parent.isValid() or not self._weeks else 7

    def columnCount(self, parent: AnyIndex = NONE) -> int:
        return 0 if parent.isValid() else self._weeks

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        title, day = day_title(self.day_at(index), self.locale), self.at(index)
        if day is None:
            return self.tr("%1: no papers").replace("%1", title)
        parts = [title, self.tr("%n paper(s)", "", day.papers), self.tr("%n read", "", day.read)]
        return ", ".join(parts)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.locale.standaloneDayName(section + 1, QLocale.FormatType.ShortFormat)
        monday = self._first + timedelta(days=7 * section)
        return self.tr("Week of %1").replace("%1", short_day(monday, self.locale))


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
