"""The documents a query is true of → papers, best first.

What counts, in this order: words in the title; words side by side; how often the rarest-found word is there, three
times being as good as more; how often the others are; then the newer paper. Nearness is looked at for the first
hundred only: it needs the positions of every word. Explained for people in docs/search.md.
"""

import math
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import compress, islice
from operator import itemgetter, or_
from typing import NamedTuple

from reader.posts.model import SectionKind
from reader.search.match.matcher import Matcher, Matches
from reader.search.match.search_source import Documents
from reader.search.store.lanes import Mask
from reader.search.store.posting_block import MOST
from reader.search.store.postings import AT_ONCE, PostingList
from reader.search.store.schema import KINDS, OTHER

IN_TITLE = 4.0
WHOLE_TITLE = 3.0
SIDE_BY_SIDE = 3.0
OFTEN = 2.0
FRESH = 1e-9  # a day
LOOKED_AT = 100
ENOUGH = 3
SATURATED = [n / (n + 1.5) for n in range(MOST + 1)]
IN_TITLE_BIT = 32
TRANSLATED_BIT = 64
TRANSLATED = 0.5  # less than a step of `OFTEN`: a hit by its own word comes first
_FRESHEST = 0.004  # more than any two days differ by


_KINDS_OF = [tuple(kind for n, kind in enumerate(KINDS, 1) if slots >> n & 1) for slots in range(1 << OTHER + 1)]


class Ranked(NamedTuple):
    """A paper by its best document."""

    doc: int
    score: float


Pattern = tuple[int, ...] | int
"""Of each word of the query how often it is in a document, and 32 more if it is in the title, 64 if another word for it
is; of up to eight words as the bytes of one number, the first the lowest, which is quicker to count."""
_NUMBERS = {1: "B", 2: "H", 4: "I", 8: "Q"}
"""Bytes of a number → its type, as `array` has it."""


def by_relevance(matches: Matches, documents: Documents, matcher: Matcher, limit: int = 0) -> tuple[list[Ranked], int]:
    """The first `limit` papers (0: all), best first, and how many there are."""
    scores = _Scores(matches, documents)
    near = _near(matches, documents, matcher, scores)
    documents.check()
    numbers = documents.column("paper")
    total = papers(matches.docs, documents)
    wanted = min(limit or total, total)
    best: dict[int, tuple[int, float]] = {}
    looked_at = 0
    while len(best) < wanted:  # a paper may have several documents
        looked_at = 2 * max(looked_at, wanted)
        documents.check()
        scored = scores.best(looked_at)
        documents.check()
        found = {**dict(scored), **near}  # no document gets worse by being near
        documents.check()
        ascending = sorted(found.items())
        documents.check()
        ordered = sorted(ascending, key=itemgetter(1), reverse=True)[:looked_at]  # mostly in runs: quicker than a heap
        documents.check()
        for start in range(0, len(ordered), AT_ONCE):
            documents.check()
            for doc, score in ordered[start : start + AT_ONCE]:
                best.setdefault(numbers[doc], (doc, score))
    ranked: list[Ranked] = []
    first = list(islice(best.values(), wanted))
    for start in range(0, wanted, AT_ONCE):
        documents.check()
        ranked += map(Ranked._make, first[start : start + AT_ONCE])
    return ranked, total


def by_date(matches: Matches, documents: Documents, limit: int = 0) -> tuple[list[Ranked], int]:
    """The first `limit` papers (0: all), newest first, then by number within the post; and how many there are."""
    days, numbers, papers = (documents.column(name) for name in ("day", "number", "paper"))
    best: dict[int, int] = {}
    for doc in sorted(documents.lanes.docs(matches.docs), key=lambda doc: (-days[doc], numbers[doc], doc)):
        best.setdefault(papers[doc], doc)
    return [Ranked(doc, 0.0) for doc in islice(best.values(), limit or None)], len(best)


def sections(
    docs: Sequence[int], founds: Iterable[PostingList], check: Callable[[], None]
) -> dict[int, tuple[SectionKind, ...]]:
    """The sections of some documents that have one of these words, in reading order."""
    ascending = sorted(docs)
    bits = [0] * len(docs)
    for found in founds:
        check()
        bits = list(map(or_, bits, found.sections(ascending, check)))
    check()
    return {doc: _KINDS_OF[slots] for doc, slots in zip(ascending, bits, strict=True)}


def looked_at(matches: Matches, documents: Documents) -> set[int]:
    """The documents whose words were looked at for being side by side."""
    return {doc for doc, _ in _first(_Scores(matches, documents))}


def _first(scores: "_Scores") -> list[tuple[int, float]]:
    return sorted(scores.best(LOOKED_AT), key=itemgetter(1), reverse=True)[:LOOKED_AT]


def rarities(matches: Matches, documents: Documents) -> list[float]:
    """How much of a score each word is worth, together 1: the rarer the more."""
    total = max(documents.count(), 1)
    rarity = [math.log(1 + total / (1 + len(leaf.found))) for leaf in matches.leaves]
    weight = sum(rarity) or 1.0
    return [rare / weight for rare in rarity]


def _near(matches: Matches, documents: Documents, matcher: Matcher, scores: "_Scores") -> dict[int, float]:
    """The scores of the first documents that have words side by side."""
    groups = [group for group in matches.groups if len(group) > 1]
    if not groups:
        return {}
    first = dict(_first(scores))
    within = documents.lanes.mask(first)
    near: dict[int, float] = {}
    for group in groups:
        found = matcher.adjacent(group, within)
        for doc in documents.lanes.docs(found.docs):
            often = min(found.count(doc), ENOUGH) / ENOUGH
            more = SIDE_BY_SIDE + often + (WHOLE_TITLE if found.in_title(doc) else 0)
            near[doc] = near.get(doc, first[doc]) + more
    return near


def papers(docs: Mask, documents: Documents, besides: Mask = 0) -> int:
    """How many papers some documents are of that none of the documents `besides` is of."""
    several, lanes = documents.several(), documents.lanes
    numbers = documents.column("paper")
    shared = set(map(numbers.__getitem__, lanes.docs(docs & several)))
    if shared and besides:
        shared.difference_update(map(numbers.__getitem__, lanes.docs(besides & several)))
    return (docs & ~several).bit_count() + len(shared)


def _patterns(columns: Sequence[bytes], count: int) -> Sequence[Pattern]:
    width = next((width for width in _NUMBERS if width >= len(columns)), 0)
    if not width:
        return list(zip(*columns, strict=True))
    raw = bytearray(width * count)
    for n, column in enumerate(columns):
        raw[(n if sys.byteorder == "little" else width - 1 - n) :: width] = column
    return array(_NUMBERS[width], raw)


class _Scores:
    """What can be told from how often a word is in a document and where it is first.

    Many documents have the same pattern: so patterns get scores, and documents those of theirs.
    """

    def __init__(self, matches: Matches, documents: Documents) -> None:
        lanes = documents.lanes
        self._docs = lanes.docs(matches.docs)
        self._days = documents.column("day")
        self._shares = rarities(matches, documents)
        columns = [
            lanes.column(leaf.found.counts | (leaf.found.titled << 5) | (leaf.translated << 6))
            for leaf in matches.leaves
        ]
        documents.check()
        self._patterns = list(compress(_patterns(columns, lanes.count), lanes.column(matches.docs)))
        documents.check()
        self._often = Counter(self._patterns)
        self._worth = {pattern: self._score(pattern) for pattern in self._often}
        self._best: dict[int, list[tuple[int, float]]] = {}
        documents.check()

    def best(self, wanted: int) -> list[tuple[int, float]]:
        """At least so many documents, if there are, with their scores; among them the best, in no order."""
        if wanted not in self._best:
            self._best[wanted] = self._find_best(wanted)
        return self._best[wanted]

    def _find_best(self, wanted: int) -> list[tuple[int, float]]:
        enough, lowest = wanted, -1.0
        for pattern in sorted(self._worth, key=self._worth.__getitem__, reverse=True):
            enough -= self._often[pattern]
            if enough <= 0:
                lowest = self._worth[pattern] - _FRESHEST
                break
        good = {pattern for pattern, worth in self._worth.items() if worth >= lowest}
        worth, days = self._worth, self._days
        docs = self._docs if len(good) == len(worth) else compress(self._docs, map(good.__contains__, self._patterns))
        patterns = self._patterns if len(good) == len(worth) else filter(good.__contains__, self._patterns)
        return [(doc, worth[pattern] + days[doc] * FRESH) for doc, pattern in zip(docs, patterns, strict=True)]

    def _score(self, pattern: Pattern) -> float:
        values = pattern.to_bytes(len(self._shares), "little") if isinstance(pattern, int) else pattern
        if not values:
            return 0.0
        score = OFTEN * min(ENOUGH, *(value & MOST for value in values)) / ENOUGH
        for value, share in zip(values, self._shares, strict=True):
            score += share * (SATURATED[value & MOST] + (IN_TITLE if value & IN_TITLE_BIT else 0))
            score += share * TRANSLATED if value & TRANSLATED_BIT else 0
        return score + (WHOLE_TITLE if all(value & IN_TITLE_BIT for value in values) else 0)
