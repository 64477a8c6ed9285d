"""Which lines the tree has: sections, and in them places with how many papers each has, newest days first.

In: `TreeCounts`. Out: `Line`s as they should be; the model makes its own of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

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


def by_month(days: Iterable[tuple[date, int]]) -> dict[str, Month]:
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
