"""What the palette offers besides papers and concepts: commands with their keys, places, dates, tags, labels, searches.

The library's part of it comes from a finder of `services.quick_open`, which is made on the search thread.
"""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence

from reader.services.quick_open.finder import Entry
from reader.ui.actions.action_table import ACTIONS
from reader.ui.actions.actions import Actions
from reader.ui.session.place_words import place_title
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
    Place,
    TreeCounts,
)
from reader.ui.session.session import Session

NEVER = frozenset({"palette", "search_from_panes", "extend_down", "extend_up", "page_up", "page_down"})
"""Actions that make no sense as a command: they open the palette, or are about a key held or repeated."""


def entries_of(session: Session, actions: Actions, locale: QLocale) -> Iterator[Entry]:
    """Everything that is there now, in the order in which it is offered where it fits alike."""
    counts = session.counts()
    yield from _places(counts, locale)
    yield from _commands(actions)
    for watched in session.marks.watched_words():
        if watched.kind == "watch":
            also = f"watched 관심어 {watched.word}"
            yield Entry("saved", str(Place("watched", watched.word)), watched.word, also, "")
    for saved in session.marks.saved_searches():
        yield Entry("saved", str(Place("saved", saved.name)), saved.name, saved.query, saved.query)
    yield from (_counted("label", Place("label", label.name), label.name, label.papers) for label in counts.labels)
    yield from (_counted("tag", Place("tag", tag), f"# {tag}", papers) for tag, papers in counts.tags)
    yield from _dates(counts, locale)


def _places(counts: TreeCounts, locale: QLocale) -> Iterator[Entry]:
    papers = {
        ALL: counts.total,
        UNREAD: counts.unread,
        BOOKMARKED: counts.bookmarked,
        REVISIT: counts.revisit,
        NOTED: counts.noted,
        READ: counts.read,
        WEEK: counts.week,
        LAST_POSTS: counts.last_posts,
        UNDATED: counts.undated,
    }
    for place, count in papers.items():
        if place != UNDATED or count:
            yield Entry("place", str(place), place_title(place, locale), place.kind, str(count))


def _commands(actions: Actions) -> Iterator[Entry]:
    for spec in ACTIONS:
        action = actions[spec.name]
        if (
            spec.name not in NEVER
            and action.isEnabled()
            and action.isVisible()
            and not spec.name.startswith("section_")
        ):
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = spec.name.replace("_", " ")  # its English name finds it in any language
            yield Entry("command", spec.name, action.text().removesuffix("…"), f"{words} {spec.text}", key)


def _dates(counts: TreeCounts, locale: QLocale) -> Iterator[Entry]:
    for day, papers in sorted(counts.days, reverse=True):
        yield _dated(Place("day", day.isoformat()), papers, locale, f"{day.month}/{day.day} {day.month}월 {day.day}일")
    for period, papers in sorted(counts.periods, reverse=True):
        if "-" in period:
            yield _dated(Place("month", period), papers, locale, _month_words(period))
        elif period:
            yield _dated(Place("year", period), papers, locale, "")


def _month_words(period: str) -> str:
    month = date.fromisoformat(f"{period}-01")
    return f"{month.month}월 {month:%B}"


def _dated(place: Place, papers: int, locale: QLocale, also: str) -> Entry:
    return Entry("date", str(place), place_title(place, locale), f"{place.value} {also}", str(papers))


def _counted(kind: str, place: Place, text: str, papers: int) -> Entry:
    return Entry("label" if kind == "label" else "tag", str(place), text, place.value, str(papers))
