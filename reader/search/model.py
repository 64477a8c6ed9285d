"""What goes into the index and what comes out of a search, as values."""

from datetime import date
from typing import Literal, NamedTuple

from reader.posts.model import PaperKey, SectionKind
from reader.search.snippets import Highlighter


class Document(NamedTuple):
    """One appearance, as it goes into the index."""

    id: str  # unique: the catalogue's id of the appearance, as text
    key: PaperKey
    arxiv_id: str | None  # without the version
    post: str
    number: int  # in its post, 0 for a post without papers
    day: date | None
    tags: tuple[str, ...]
    title: str
    sections: tuple[tuple[SectionKind, str], ...]  # plain text of each, in order


Tier = Literal["all", "concept", "some"]
"""Every word is there; every word or one that means the same; not every word."""


class Hit(NamedTuple):
    """One paper that was found, by its best appearance."""

    key: PaperKey
    document: str  # the id of the appearance that matches best
    score: float  # comparable within one result only
    sections: tuple[SectionKind, ...] = ()  # those with a match, in reading order; a match in the title is none
    tier: Tier = "all"


class Understood(NamedTuple):
    """Something in a query that was taken for something else than it says."""

    how: str  # slip, keyboard, initials, romanised …
    typed: str
    taken: str


class Results(NamedTuple):
    """What a query found."""

    query: str
    total: int  # papers with every word or one that means the same, whatever the limit
    hits: tuple[Hit, ...]
    highlighter: Highlighter = Highlighter()
    correction: str | None = None  # the query as it was searched, when a word had no hit and a similar one was taken
    apart: int = 0  # papers left out because they have the words, but not side by side ("강화 학습" is one term)
    not_understood: tuple[
        tuple[int, int], ...
    ] = ()  # spans of `query` that look like operators and were taken as words
    generation: int = 0  # of the index that answered
    understood: tuple[Understood, ...] = ()
    suggestion: str | None = None  # the query with words for those that nobody wrote and that were left as they are
    also: int = 0  # papers with some words only
    missing: tuple[str, ...] = ()  # words that nobody wrote, in any way they may be meant


class Neighbour(NamedTuple):
    """A paper that is like another."""

    key: PaperKey
    document: str  # the id of the appearance that is like it
    score: float
    shared: tuple[str, ...]  # words, what tells most first


class Explanation(NamedTuple):
    """Why a paper stands where it stands in a result."""

    place: int  # 1-based
    total: int  # papers
    score: float
    parts: tuple[tuple[str, float], ...]  # an English phrase, and what it adds to the score
