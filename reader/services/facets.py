"""Facets: how the papers of an answer are spread over months, tags, labels, sections and what was read.

Each number is what narrowing by it would find. Runs on the window's search thread, after the answer was delivered: at
10,000 papers it takes longer than the search itself.
"""

from collections.abc import Callable
from typing import NamedTuple

from reader.library.listing import Listing
from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from reader.search.index import Index
from reader.search.match.matcher import Cancelled
from reader.search.request import SearchRequest
from reader.services.query_text import SECTIONS, values, with_operator
from reader.services.search import find
from reader.services.search_result import SearchResult

Counts = tuple[tuple[str, int], ...]
"""(value of the operator, papers)."""

_FOUND = "found"  # the key set lent to the catalogue


class Facets(NamedTuple):
    """The facets of one answer; those without papers are left out."""

    query: str
    months: Counts = ()  # "2025-12", newest first; "none" for papers without a date
    tags: Counts = ()  # the commonest first
    labels: Counts = ()
    sections: Counts = ()  # of query_text.SECTIONS, in reading order
    states: Counts = ()  # "unread", "read", "bookmarked", "noted"


def count_facets(
    index: Index,
    listing: Listing,
    marks: MarkStore,
    finding: SearchResult,
    *,
    as_you_type: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Facets:
    """Count the facets of an answer that has all its papers. Raises Cancelled, and what `find` raises."""
    keys = {paper.key for paper in finding.papers}
    listing.key_sets.lend(_FOUND, keys)
    _go_on(cancelled)
    months = listing.tally("month", _FOUND)
    _go_on(cancelled)
    tags = listing.tally("tag", _FOUND)
    _go_on(cancelled)
    labels = {label.name: len(keys & marks.labelled(label.name)) for label in marks.labels()}

    def within(section: str) -> int:
        query = with_operator(finding.query, "section", section)
        asked = SearchRequest(query, limit=1, snippets=0, as_you_type=as_you_type, partial=False)
        return find(index, listing, asked, marks=marks, cancelled=cancelled).total

    has_words = any(paper.sections for paper in finding.papers[:200])
    chosen = values(finding.query, "section")
    sections = {name: within(name) for name in chosen or SECTIONS} if has_words else {}
    return Facets(
        finding.query,
        tuple((month or "none", papers) for month, papers in months),
        tuple(tags),
        _some(dict(sorted(labels.items(), key=lambda entry: -entry[1]))),
        _some(sections),
        _states(marks, keys),
    )


def _states(marks: MarkStore, keys: set[PaperKey]) -> Counts:
    read = len(keys & marks.keys("read"))
    return _some(
        {
            "unread": len(keys) - read,
            "read": read,
            "bookmarked": len(keys & marks.keys("bookmarked")),
            "noted": len(keys & marks.keys("noted")),
        }
    )


def _some(counts: dict[str, int]) -> Counts:
    return tuple((value, papers) for value, papers in counts.items() if papers)


def _go_on(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled
