"""The documents a query is true of → papers, best first.

What counts, in this order: words in the title; words side by side; how often the rarest-found word is there, three
times being as good as more; how often the others are; then the newer paper. Nearness is looked at for the first
hundred only: it needs the positions of every word. Explained for people in docs/search.md.
"""

import heapq
import math
from dataclasses import dataclass

from reader.posts.model import SectionKind
from reader.search.matching import Leaf, Matcher, Matches
from reader.search.postings import Generation
from reader.search.schema import KINDS, OTHER, SLOT, TITLE, decode

_TITLE = 4.0
_WHOLE_TITLE = 3.0
_SIDE_BY_SIDE = 3.0
_OFTEN = 2.0
_FRESH = 1e-9  # a day
_LOOKED_AT = 100
_ENOUGH = 3
_SATURATED = [n / (n + 1.5) for n in range(32)]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A paper by its best document."""

    doc: int
    score: float


def by_relevance(matches: Matches, generation: Generation, matcher: Matcher) -> list[Ranked]:
    """One entry a paper, best first."""
    scores = _scores(matches, generation)
    groups = [group for group in matches.groups if len(group) > 1]
    if groups:
        first = set(heapq.nlargest(_LOOKED_AT, scores, key=scores.__getitem__))
        for group in groups:
            for doc, value in matcher.adjacent(group, first).items():
                often = min(len(value) // 4, _ENOUGH) / _ENOUGH
                scores[doc] += _SIDE_BY_SIDE + often + (_WHOLE_TITLE if decode(value)[0] < SLOT else 0)
    papers = generation.column("paper")
    best: dict[int, Ranked] = {}
    for doc, score in scores.items():
        known = best.get(papers[doc])
        if known is None or score > known.score:
            best[papers[doc]] = Ranked(doc, score)
    return sorted(best.values(), key=lambda ranked: (-ranked.score, ranked.doc))


def by_date(matches: Matches, generation: Generation) -> list[Ranked]:
    """One entry a paper, newest first, then by number within the post."""
    days, numbers, papers = (generation.column(name) for name in ("day", "number", "paper"))
    best: dict[int, int] = {}
    for doc in sorted(matches.docs, key=lambda doc: (-days[doc], numbers[doc], doc)):
        best.setdefault(papers[doc], doc)
    return [Ranked(doc, 0.0) for doc in best.values()]


def sections(doc: int, leaves: list[Leaf]) -> tuple[SectionKind, ...]:
    """The sections of a document that have one of these words, in reading order."""
    slots = {min(place // SLOT, OTHER) for leaf in leaves if doc in leaf.found for place in decode(leaf.found[doc])}
    return tuple(KINDS[slot - 1] for slot in sorted(slots) if slot != TITLE)


def _scores(matches: Matches, generation: Generation) -> dict[int, float]:
    days = generation.column("day")
    leaves = matches.leaves
    scores = {doc: days[doc] * _FRESH for doc in matches.docs}
    if not leaves:
        return scores
    total = max(generation.count(), 1)
    rarity = [math.log(1 + total / (1 + len(leaf.found))) for leaf in leaves]
    weight = sum(rarity) or 1.0
    for doc in scores:
        least, often, title, whole = _ENOUGH, 0.0, 0.0, True
        for leaf, rare in zip(leaves, rarity, strict=True):
            value = leaf.found.get(doc)
            if value is None:
                least, whole = 0, False
                continue
            count = len(value) >> 2
            least = min(least, count)
            often += rare * _SATURATED[min(count, 31)]
            if _in_title(value):
                title += rare
            else:
                whole = False
        scores[doc] += (
            _TITLE * title / weight + (_WHOLE_TITLE if whole else 0) + _OFTEN * least / _ENOUGH + often / weight
        )
    return scores


def _in_title(value: bytes) -> bool:
    return decode(value[:4])[0] < SLOT
