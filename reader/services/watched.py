"""Papers that have a watched word, and those that a muted word folds away.

A watched word is looked for in all of a paper, and by all names of its concept; a muted one in the title alone and only
as it is written: to fold too little is better than to fold what one wants to read.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reader.marks.model import WatchedWord
from reader.posts.model import PaperKey
from reader.search.request import SearchRequest
from reader.search.snippets import Highlighter
from reader.services.profile import Profile
from reader.services.search import find, is_behind
from reader.services.search_result import SearchResult


class Watched(NamedTuple):
    """What was found."""

    words: tuple[str, ...] = ()  # that are watched
    unread: Mapping[str, int] = {}  # papers, by word; under "" those with any of them
    waiting: frozenset[PaperKey] = frozenset()  # unread papers with any of them
    muted: Mapping[str, frozenset[PaperKey]] = {}  # by word
    lit: tuple[Highlighter, ...] = ()  # finds the watched words in a text

    @property
    def folded(self) -> frozenset[PaperKey]:
        """All papers that a word folds away."""
        return frozenset().union(*self.muted.values())

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where watched words stand in a text: ascending, none overlapping."""
        merged: list[tuple[int, int]] = []
        for start, end in sorted(span for each in self.lit for span in each.spans(text)):
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged


def look_for(profile: Profile, words: Sequence[WatchedWord]) -> Watched | None:
    """Look for all of them. Raises what a search raises.

    None while the index has yet to take the library: each word would have every text read. Ask again when it has.
    """
    if is_behind(profile.listing):
        return None
    watched = tuple(each.word for each in words if each.kind == "watch")
    read = profile.marks.keys("read")
    found = {word: _found(profile, query_of(word)) for word in watched}
    unread = {word: _keys(finding) - read for word, finding in found.items()}
    waiting = frozenset().union(*unread.values())
    counts = {"": len(waiting), **{word: len(keys) for word, keys in unread.items()}}
    muted = {
        each.word: frozenset(_keys(_found(profile, f"title:{_quoted(each.word)}", alike=False)))
        for each in words
        if each.kind == "mute"
    }
    return Watched(watched, counts, waiting, muted, tuple(finding.highlighter for finding in found.values()))


def query_of(word: str) -> str:
    """A query for a watched word."""
    return _quoted(word) if " " in word else word


def query_of_all(words: Iterable[str]) -> str:
    """A query for the unread papers that have any of these words."""
    return f"({' OR '.join(map(query_of, words))}) is:unread"


def _found(profile: Profile, query: str, *, alike: bool = True) -> SearchResult:
    asked = SearchRequest(query, snippets=0, partial=False, alike=alike)
    return find(profile.index, profile.listing, asked, marks=profile.marks)


def _keys(finding: SearchResult) -> set[PaperKey]:
    return {paper.key for paper in finding.papers}


def _quoted(word: str) -> str:
    return '"{}"'.format(word.replace('"', " "))
