"""What the asker of a search knows and the index does not: marks, notes, the day, names that mean the same."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from reader.posts.model import PaperKey
from reader.search.concepts.table import NO_CONCEPTS, Concepts

KeySets = Mapping[str, Callable[[], Iterable[PaperKey]] | Iterable[PaperKey]]
"""What the asker knows of papers: "is:bookmarked" → the keys of the bookmarked ones, or a function that gives them."""

WordSets = Mapping[str, Callable[[str], Iterable[PaperKey]]]
"""What the asker finds in texts of its own: "note" → the papers whose note has a word."""


class Known(NamedTuple):
    """What the asker knows and the index does not."""

    key_sets: KeySets = MappingProxyType({})
    word_sets: WordSets = MappingProxyType({})
    cancelled: Callable[[], bool] | None = None  # whether the answer is not wanted any more
    today: date | None = None
    concepts: Concepts = NO_CONCEPTS
    is_question: Callable[[str], bool] = lambda _: False  # about a number, that the word set "number" answers


NOTHING_KNOWN = Known()
