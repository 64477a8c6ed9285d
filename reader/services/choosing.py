"""Choosing: which papers a person means by keys, a label, a tag, a day or a search.

In: what was asked. Out: keys, in the order of lists.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.base.errors import ReaderError
from reader.base.links import arxiv_id
from reader.library.scope import Scope
from reader.posts.model import PaperKey
from reader.services.profile import Profile

_ROWS_AT_ONCE = 500


class Wanted(NamedTuple):
    """Which papers to export: the first field with a value decides; without any, it is the whole library."""

    keys: tuple[str, ...] = ()  # as a person writes them
    bookmarked: bool = False
    label: str = ""
    search: str = ""
    tag: str = ""
    date: str = ""  # as in `Scope.day`


def chosen(profile: Profile, wanted: Wanted) -> list[PaperKey]:
    """The papers that are meant, newest first; those named in the order named. Raises ReaderError."""
    if wanted.keys:
        known = {*profile.listing.all_keys(), *profile.marks.kept_keys()}
        return list(dict.fromkeys(_key(profile, text, known) for text in wanted.keys))
    if wanted.search:
        return _found(profile, wanted.search)
    if wanted.bookmarked:
        return _newest_first(profile, profile.marks.keys("bookmarked"))
    if wanted.label:
        return _newest_first(profile, labelled(profile, wanted.label))
    return _listed(profile, Scope(day=wanted.date, tag=wanted.tag))


def labelled(profile: Profile, name: str) -> set[PaperKey]:
    """The papers with a label. Raises ReaderError where there is no such label."""
    if name not in {label.name for label in profile.marks.labels()}:
        raise ReaderError(f"There is no label {name!r}.")
    return set(profile.marks.labelled(name))


def _key(profile: Profile, text: str, known: set[PaperKey]) -> PaperKey:
    identifier = arxiv_id(text)
    key = PaperKey(identifier.id if identifier else text)
    return key if key in known else profile.key_of(text)


def _found(profile: Profile, query: str) -> list[PaperKey]:
    from reader.search.index import IndexUnusable
    from reader.search.request import SearchRequest
    from reader.services.search import find  # with whoosh

    asked = SearchRequest(query, snippets=0)
    try:
        finding = find(profile.index, profile.listing, asked, marks=profile.marks, details=profile.details)
    except IndexUnusable:
        from reader.services.refresh import refresh  # writes, which a search seldom has to

        with Profile(profile.places) as writable:
            refresh(writable)
        profile.reopen_listing()
        finding = find(profile.index, profile.listing, asked, marks=profile.marks, details=profile.details)
    return [paper.key for paper in finding.papers]


def _newest_first(profile: Profile, keys: set[PaperKey]) -> list[PaperKey]:
    """The papers in the order of lists, then those the library no longer knows."""
    profile.listing.key_sets.lend("exported", keys)
    listed = _listed(profile, Scope(within=("exported",)))
    return [*listed, *sorted(keys.difference(listed))]


def _listed(profile: Profile, scope: Scope) -> list[PaperKey]:
    ids = profile.listing.ids(scope)
    return [row.key for some in _some(ids) for row in profile.listing.rows(some)]


def _some(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _ROWS_AT_ONCE] for start in range(0, len(ids), _ROWS_AT_ONCE))
