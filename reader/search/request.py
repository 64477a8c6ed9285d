"""What is asked of a search, as one value that the command line, the window and the index share.

Importing this brings no whoosh along.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from reader.posts.model import PaperKey
from reader.search.concepts.table import NO_CONCEPTS, Concepts

SearchSort = Literal["relevance", "date"]

KeySets = Mapping[str, Callable[[], Iterable[PaperKey]] | Iterable[PaperKey]]
"""What the asker knows of papers: "is:bookmarked" → the keys of the bookmarked ones, or a function that gives them."""

WordSets = Mapping[str, Callable[[str], Iterable[PaperKey]]]
"""What the asker finds in texts of its own: "note" → the papers whose note has a word."""


ENOUGH = 50
"""Papers found by every word or its like, from which on nobody looks for those with some words."""


class SearchRequest(NamedTuple):
    """A query and how much of its answer is wanted."""

    query: str
    limit: int = 0  # papers, 0 for all
    snippets: int = 50  # of the first papers
    sort: SearchSort = "relevance"
    as_you_type: bool = False  # the last word is a beginning, and its last syllable unfinished
    partial: bool = True  # papers with some words only as well, where few have all
    alike: bool = True  # words that mean the same as well


class Known(NamedTuple):
    """What the asker knows and the index does not."""

    key_sets: KeySets = MappingProxyType({})
    word_sets: WordSets = MappingProxyType({})
    cancelled: Callable[[], bool] | None = None  # whether the answer is not wanted any more
    today: date | None = None
    concepts: Concepts = NO_CONCEPTS
    is_question: Callable[[str], bool] = lambda _: False  # about a number, that the word set "number" answers


NOTHING_KNOWN = Known()
