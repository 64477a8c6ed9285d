"""The tree's lines as a Qt model: sections, their places, and how many papers each has.

Takes `TreeCounts` and comes to show them by inserting, moving and removing only what differs, so that a view keeps its
selection, its open branches and its scroll position. Indexes carry a number, never a Python object: a stale index then
finds nothing instead of a freed object.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count, groupby
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from reader.ui.session.place_words import place_label, place_title, section_label
from reader.ui.session.places import (
    ALL,
    BOOKMARKED,
    LAST_POSTS,
    NOTED,
    READ,
    REVISIT,
    UNDATED,
    UNREAD,
    WEEK,
    LabelCount,
    Place,
    TreeCounts,
)
from reader.ui.widgets.guarded import guarded

AnyIndex = QModelIndex | QPersistentModelIndex

_LIBRARY, _WATCHED, _SAVED, _LABELS, _DATES, _TAGS = "library", "watched", "saved", "labels", "dates", "tags"


@dataclass(slots=True)
class Line:
    """A line of the tree: a section's header (its `place` is None) or a place."""

    name: str  # unique among its siblings and stable: str(place), or the section's name
    place: Place | None
    papers: int = 0
    due: int = 0  # how many of the papers to be revisited are due
    colour: str = ""  # a label's
    lines: list["Line"] = field(default_factory=list)
    parent: "Line | None" = None
    row: int = 0
    id: int = 0


Month = tuple[tuple[date, int], ...]
"""The days of a month with their papers, newest first."""


def lines_of(counts: TreeCounts, months: Mapping[str, Month], kept: Mapping[str, list[Line]]) -> list[Line]:
    """The sections with their lines, as wanted: days, months and years newest first.

    `kept` are the lines of months that stay as they are: a library of thirty years has ten thousand days.
    """
    library = [
        _line(ALL, counts.total),
        _line(UNREAD, counts.unread),
        _line(BOOKMARKED, counts.bookmarked),
        Line(str(REVISIT), REVISIT, counts.revisit, counts.due),
        _line(NOTED, counts.noted),
        _line(READ, counts.read),
        _line(WEEK, counts.week),
        _line(LAST_POSTS, counts.last_posts),
    ]
    labels = [Line(str(place), place, label.papers, 0, label.colour) for place, label in _places_of(counts)]
    dates = _years(months, dict(counts.periods), kept)
    if counts.undated:
        dates.append(_line(UNDATED, counts.undated))
    tags = [_line(Place("tag", tag), papers) for tag, papers in counts.tags]
    saved = [_line(Place("saved", search.name), search.unread) for search in counts.saved]
    watched = [_line(Place("watched", each.word), each.unread) for each in counts.watched]
    sections = (
        (_LIBRARY, library),
        (_WATCHED, watched),
        (_SAVED, saved),
        (_LABELS, labels),
        (_DATES, dates),
        (_TAGS, tags),
    )
    return [Line(name, None, lines=lines) for name, lines in sections if lines]


def _places_of(counts: TreeCounts) -> list[tuple[Place, LabelCount]]:
    return [(Place("label", label.name), label) for label in counts.labels]


def _line(place: Place, papers: int) -> Line:
    return Line(str(place), place, papers)


def _by_month(days: Iterable[tuple[date, int]]) -> dict[str, Month]:
    """The days of each month, newest first."""
    newest_first = sorted(days, reverse=True)
    months = groupby(newest_first, key=lambda entry: (entry[0].year, entry[0].month))
    return {f"{year:04}-{month:02}": tuple(entries) for (year, month), entries in months}


def _years(months: Mapping[str, Month], periods: dict[str, int], kept: Mapping[str, list[Line]]) -> list[Line]:
    lines = [_branch(Place("month", month), kept.get(month) or _days(days), periods) for month, days in months.items()]
    years = groupby(lines, key=lambda line: line.place.value[:4] if line.place else "")
    return [_branch(Place("year", year), list(entries), periods) for year, entries in years]


def _days(days: Month) -> list[Line]:
    return [_line(Place("day", day.isoformat()), papers) for day, papers in days]


def _branch(place: Place, lines: list[Line], periods: dict[str, int]) -> Line:
    """A year or a month; if its papers were not counted, the sum of its lines."""
    papers = periods.get(place.value, sum(line.papers for line in lines))
    return Line(str(place), place, papers, lines=lines)


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
        months = _by_month(counts.days)
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
