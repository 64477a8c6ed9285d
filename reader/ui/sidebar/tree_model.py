"""The tree's lines as a Qt model: sections, their places, and how many papers each has.

Takes `TreeCounts` and comes to show them by inserting, moving and removing only what differs, so that a view keeps its
selection, its open branches and its scroll position. Indexes carry a number, never a Python object: a stale index then
finds nothing instead of a freed object.
"""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from reader.ui.session.place_words import place_label, place_title, section_label
from reader.ui.session.places import UNREAD, Place, TreeCounts
from reader.ui.sidebar.tree_lines import Line, Month, by_month, lines_of
from reader.ui.widgets.guarded import guarded

AnyIndex = QModelIndex | QPersistentModelIndex


@guarded
class TreeModel(QAbstractItemModel):
    """The model. Texts are made when asked for, in the words of `locale`."""

    def __init__(self, locale: QLocale) -> None:
        super().__init__()
        self.locale = locale
        self.unread_of: Callable[[Place], int] = lambda _: 0
        self._root = Line("", None)
        self._lines: dict[int, Line] = {0: self._root}
        self._places: dict[str, Line] = {}
        self._months: dict[str, Month] = {}
        self._ids = count(1)

    def set_counts(self, counts: TreeCounts) -> None:
        """Show `counts`, changing only what differs."""
        months = by_month(counts.days)
        lines = {month: self._places.get(str(Place("month", month))) for month in months}
        kept = {month: line.lines for month, line in lines.items() if line and self._months.get(month) == months[month]}
        self._become(self._root, lines_of(counts, months, kept))
        self._months = months

    def line(self, index: AnyIndex) -> Line:
        """The line at `index`; the root for an invalid index."""
        return self._lines.get(index.internalId(), self._root) if index.isValid() else self._root

    def find(self, place: Place) -> QModelIndex:
        """Where `place` is; an invalid index if it isn't in the tree."""
        line = self._places.get(str(place))
        return self._index_of(line) if line else QModelIndex()

    def section_indexes(self) -> Iterator[QModelIndex]:
        """The indexes of the sections' headers."""
        return (self._index_of(line) for line in self._root.lines)

    def branches(self) -> list[QModelIndex]:
        """The years and months."""
        return [self._index_of(line) for line in self._places.values() if line.lines]

    def newest(self, kind: str) -> QModelIndex:
        """The first line of a kind, which for "year" and "month" is the newest."""
        for line in self._places.values():
            if line.place and line.place.kind == kind:
                return self._index_of(line)
        return QModelIndex()

    # What Qt asks.

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        lines = self.line(parent).lines
        if column != 0 or not 0 <= row < len(lines):
            return QModelIndex()
        return self.createIndex(row, 0, lines[row].id)

    def parent(self, child: AnyIndex = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008  # also QObject.parent()
        line = self.line(child)
        return self._index_of(line.parent) if line.parent else QModelIndex()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.line(parent).lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: ARG002, B008
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.line(index).place is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.line(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.label(line)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.description(line)
        return None

    # Words.

    def label(self, line: Line) -> str:
        """What stands in the line, without its count."""
        return section_label(line.name) if line.place is None else place_label(line.place, self.locale)

    def description(self, line: Line) -> str:
        """The line in full, for tool tips and screen readers: 'Mon, Dec 22, 2025, 5 papers, 3 unread'."""
        place = line.place
        if place is None:
            return section_label(line.name)
        if place.kind in ("saved", "watched"):
            return ", ".join([place_title(place, self.locale), self.tr("%n unread", "", line.papers)])
        parts = [place_title(place, self.locale), self.tr("%n paper(s)", "", line.papers)]
        if line.due:
            parts.append(self.tr("%n due", "", line.due))
        unread = self.unread_of(place) if place != UNREAD else 0
        if unread:
            parts.append(self.tr("%n unread", "", unread))
        return ", ".join(parts)

    # Becoming.

    def _index_of(self, line: Line) -> QModelIndex:
        return QModelIndex() if line is self._root else self.createIndex(line.row, 0, line.id)

    def _become(self, parent: Line, wanted: list[Line]) -> None:
        """Give `parent` the lines `wanted`, in their order."""
        if [line.name for line in parent.lines] != [line.name for line in wanted]:
            self._remove_missing(parent, {line.name for line in wanted})
            self._insert_and_move(parent, wanted)
        self._take_numbers(parent, wanted)
        for line, new in zip(parent.lines, wanted, strict=True):
            if line is not new and line.lines is not new.lines and (line.lines or new.lines):
                self._become(line, new.lines)

    def _remove_missing(self, parent: Line, wanted: set[str]) -> None:
        for first, last in reversed(list(_runs([line.name not in wanted for line in parent.lines]))):
            self.beginRemoveRows(self._index_of(parent), first, last)
            gone = parent.lines[first : last + 1]
            del parent.lines[first : last + 1]
            _number(parent)
            self._forget(gone)
            self.endRemoveRows()

    def _insert_and_move(self, parent: Line, wanted: list[Line]) -> None:
        have = {line.name for line in parent.lines}
        row = 0
        while row < len(wanted):
            if wanted[row].name not in have:
                row = self._insert_run(parent, wanted, row, have)
                continue
            if parent.lines[row].name != wanted[row].name:
                self._move(parent, next(i for i, line in enumerate(parent.lines) if line.name == wanted[row].name), row)
            row += 1

    def _insert_run(self, parent: Line, wanted: list[Line], row: int, have: set[str]) -> int:
        last = row
        while last + 1 < len(wanted) and wanted[last + 1].name not in have:
            last += 1
        self.beginInsertRows(self._index_of(parent), row, last)
        for line in wanted[row : last + 1]:
            self._adopt(line, parent)
        parent.lines[row:row] = wanted[row : last + 1]
        _number(parent)
        self.endInsertRows()
        return last + 1

    def _move(self, parent: Line, source: int, target: int) -> None:
        index = self._index_of(parent)
        self.beginMoveRows(index, source, source, index, target)
        parent.lines.insert(target, parent.lines.pop(source))
        _number(parent)
        self.endMoveRows()

    def _take_numbers(self, parent: Line, wanted: list[Line]) -> None:
        changed = []
        for line, new in zip(parent.lines, wanted, strict=True):
            if (line.papers, line.due, line.colour) != (new.papers, new.due, new.colour):
                line.papers, line.due, line.colour = new.papers, new.due, new.colour
                changed.append(line)
        if changed:
            self.dataChanged.emit(self._index_of(changed[0]), self._index_of(changed[-1]))

    def _adopt(self, line: Line, parent: Line) -> None:
        line.parent = parent
        line.id = next(self._ids)
        self._lines[line.id] = line
        if line.place:
            self._places[line.name] = line
        for row, below in enumerate(line.lines):
            below.row = row
            self._adopt(below, line)

    def _forget(self, lines: list[Line]) -> None:
        for line in lines:
            del self._lines[line.id]
            self._places.pop(line.name, None)
            self._forget(line.lines)


def _number(parent: Line) -> None:
    for row, line in enumerate(parent.lines):
        line.row = row


def _runs(flags: list[bool]) -> Iterator[tuple[int, int]]:
    """First and last of each run of True."""
    start = None
    for i, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = i
        elif not flag and start is not None:
            yield start, i - 1
            start = None
