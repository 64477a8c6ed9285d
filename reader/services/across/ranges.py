"""The papers that a range (reader.across.ranges) means, in order, and a query that means the same."""

from datetime import date

from reader.across.ranges import Range, parse_range
from reader.base.errors import ReaderError
from reader.library.scope import Scope
from reader.marks.model import system_clock
from reader.marks.revisit import local_day
from reader.posts.folding import folded
from reader.posts.model import PaperKey
from reader.services.profile import Profile

_FOUND, _LABELLED, _BOOKMARKED, _READ = "range_found", "range_labelled", "range_bookmarked", "range_read"
"""Sets of keys that the catalogue may use for a while."""


def range_named(text: str, today: date | None = None) -> Range:
    """The range a text means, as of today where no day is given. Raises ReaderError."""
    return parse_range(text, today or local_day(system_clock()))


def ids_in(profile: Profile, wanted: Range) -> list[int]:
    """Appearance ids of the papers meant, one for each, newest first; a search alone keeps the order of its answer.

    Where the range names days, posts or a tag, the appearance is one of those. Raises ReaderError for a label that
    does not exist, and what a search raises.
    """
    listing = profile.listing
    within: list[str] = []
    without: list[str] = []
    if wanted.label:
        listing.key_sets.lend(_LABELLED, _labelled(profile, wanted.label))
        within.append(_LABELLED)
    if wanted.bookmarked:
        listing.key_sets.lend(_BOOKMARKED, profile.marks.keys("bookmarked"))
        within.append(_BOOKMARKED)
    if wanted.unread:
        listing.key_sets.lend(_READ, profile.marks.keys("read"))
        without.append(_READ)
    if wanted.search:
        found = _found(profile, wanted.search)
        if wanted == Range(search=wanted.search):
            return found
        listing.key_sets.lend(_FOUND, listing.keys(found))
        within.append(_FOUND)
    last = "" if wanted.last == wanted.first else wanted.last
    scope = Scope(
        day=wanted.first,
        until=last,
        posts=wanted.posts,
        tag=wanted.tag,
        within=tuple(within),
        without=tuple(without),
        in_posts=not within,
    )
    return listing.ids(scope)


def query_of(wanted: Range, days: tuple[str, str] | None = None) -> str:
    """A search query (docs/search.md) that means the range; `days` are the first and last day of a range of posts."""
    first, last = days if wanted.posts and days else (wanted.first, wanted.last)
    parts = [
        f"date:{first}" if first and first == last else f"date:{first}..{last}" if first else "",
        _operator("tag", wanted.tag),
        _operator("label", wanted.label),
        "is:bookmarked" if wanted.bookmarked else "",
        "is:unread" if wanted.unread else "",
        wanted.search,
    ]
    return " ".join(part for part in parts if part)


def _operator(name: str, value: str) -> str:
    quoted = f'"{value}"' if " " in value else value
    return f"{name}:{quoted}" if value else ""


def _labelled(profile: Profile, name: str) -> set[PaperKey]:
    for label in profile.marks.labels():
        if folded(label.name) == folded(name):
            return set(profile.marks.labelled(label.name))
    raise ReaderError(f"There is no label {name!r}. `daily-papers label` lists them.")


def _found(profile: Profile, query: str) -> list[int]:
    from reader.search.request import SearchRequest
    from reader.services.search import find  # with whoosh

    asked = SearchRequest(query, snippets=0, partial=False)
    finding = find(profile.index, profile.listing, asked, marks=profile.marks)
    return [paper.appearance for paper in finding.papers]
