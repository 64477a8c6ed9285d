"""The documents a query is true of → papers, best first.

What counts, in this order: words in the title; words side by side; how often the rarest-found word is there, three
times being as good as more; how often the others are; then the newer paper. Nearness is looked at for the first
hundred only: it needs the positions of every word. Explained for people in docs/search.md.
"""

import heapq
import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from reader.posts.model import SectionKind
from reader.search.ground import Documents
from reader.search.matching import Matcher, Matches
from reader.search.postings import Found
from reader.search.schema import KINDS, OTHER, SLOT, TITLE, decode, first_position

IN_TITLE = 4.0
WHOLE_TITLE = 3.0
SIDE_BY_SIDE = 3.0
OFTEN = 2.0
FRESH = 1e-9  # a day
LOOKED_AT = 100
ENOUGH = 3
SATURATED = [n / (n + 1.5) for n in range(32)]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A paper by its best document."""

    doc: int
    score: float


def by_relevance(matches: Matches, documents: Documents, matcher: Matcher, limit: int = 0) -> tuple[list[Ranked], int]:
    """The first `limit` papers (0: all), best first, and how many there are."""
    scores = _scores(matches, documents)
    groups = [group for group in matches.groups if len(group) > 1]
    if groups:
        first = _first(scores)
        for group in groups:
            for doc, value in matcher.adjacent(group, first).items():
                often = min(len(value) // 4, ENOUGH) / ENOUGH
                scores[doc] += SIDE_BY_SIDE + often + (WHOLE_TITLE if first_position(value)[0] < SLOT else 0)
    papers = documents.column("paper")
    total = len(set(map(papers.__getitem__, scores)))
    wanted = min(limit or total, total)
    best: dict[int, int] = {}
    looked_at = 0
    while len(best) < wanted:  # a paper may have several documents
        looked_at = 2 * max(looked_at, wanted)
        documents.check()
        for doc in heapq.nlargest(looked_at, sorted(scores), key=scores.__getitem__):
            best.setdefault(papers[doc], doc)
    return [Ranked(doc, scores[doc]) for doc in islice(best.values(), wanted)], total


def by_date(matches: Matches, documents: Documents, limit: int = 0) -> tuple[list[Ranked], int]:
    """The first `limit` papers (0: all), newest first, then by number within the post; and how many there are."""
    days, numbers, papers = (documents.column(name) for name in ("day", "number", "paper"))
    best: dict[int, int] = {}
    for doc in sorted(matches.docs, key=lambda doc: (-days[doc], numbers[doc], doc)):
        best.setdefault(papers[doc], doc)
    return [Ranked(doc, 0.0) for doc in islice(best.values(), limit or None)], len(best)


def sections(doc: int, founds: Iterable[Found]) -> tuple[SectionKind, ...]:
    """The sections of a document that have one of these words, in reading order."""
    slots = {min(place // SLOT, OTHER) for found in founds if doc in found for place in decode(found[doc])}
    return tuple(KINDS[slot - 1] for slot in sorted(slots) if slot != TITLE)


def looked_at(matches: Matches, documents: Documents) -> set[int]:
    """The documents whose words were looked at for being side by side."""
    return _first(_scores(matches, documents))


def _first(scores: dict[int, float]) -> set[int]:
    return set(heapq.nlargest(LOOKED_AT, scores, key=scores.__getitem__))


def rarities(matches: Matches, documents: Documents) -> list[float]:
    """How much of a score each word is worth, together 1: the rarer the more."""
    total = max(documents.count(), 1)
    rarity = [math.log(1 + total / (1 + len(leaf.found))) for leaf in matches.leaves]
    weight = sum(rarity) or 1.0
    return [rare / weight for rare in rarity]


def _scores(matches: Matches, documents: Documents) -> dict[int, float]:
    """What can be told from how often a word is in a document and where it is first."""
    days = documents.column("day")
    scores = {doc: days[doc] * FRESH for doc in matches.docs}
    if not matches.leaves:
        return scores
    shares = rarities(matches, documents)
    least = dict.fromkeys(scores, ENOUGH)
    whole = set(scores)
    for leaf, rare in zip(matches.leaves, shares, strict=True):
        documents.check()
        titled = _add(leaf.found, rare, scores, least)
        whole &= titled
    for doc in whole:
        scores[doc] += WHOLE_TITLE
    for doc, count in least.items():
        scores[doc] += OFTEN * count / ENOUGH
    return scores


def _add(found: Found, rare: float, scores: dict[int, float], least: dict[int, int]) -> set[int]:
    """Add what one word is worth; the documents that have it in their title."""
    worth = [rare * saturated for saturated in SATURATED]
    titled = set()
    for doc in scores:
        value = found.get(doc)
        if value is None:
            least[doc] = 0
            continue
        count = len(value) >> 2
        if count < least[doc]:  # noqa: PLR1730  # min() costs as much as all the rest here
            least[doc] = count
        scores[doc] += worth[count if count < 31 else 31]
        if first_position(value)[0] < SLOT:
            titled.add(doc)
            scores[doc] += IN_TITLE * rare
    return titled
