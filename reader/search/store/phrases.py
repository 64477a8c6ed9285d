"""Phrases that are looked for in each document when it is indexed, so that a search reads them like a single term.

To tell where 강화 and 학습 stand side by side takes all positions of both in thousands of documents; the names of the
field's concepts are asked for so often that their places are written down. In: phrases, and the positions of a
document's terms. Out: the positions of the phrases. What is a phrase is the same as in `match.indexed_lexicon`.
"""

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import add
from typing import NamedTuple

from reader.base.hangul import is_hangul

SUFFIX = ".phrases"
_LEVEL = 6
_SHORTEST_RUN = 3  # syllables: two are a term
_SHORTEST_ALONE = 4  # syllables of a run that is a phrase by itself: one of three is two terms, quick to find

Phrase = tuple[str, ...]
"""Latin terms, each behind the one before, and runs of syllables, with spaces in them or none; or such a run alone."""

Positions = Mapping[str, list[int]]


class _Part(NamedTuple):
    """A term, or a run of syllables, of a phrase."""

    term: str
    pairs: tuple[str, ...]  # of a run: its syllables two by two
    first: str  # the term that its first syllable is alone
    last: str
    width: int  # how many positions it takes


class Phrases:
    """The phrases to look for."""

    def __init__(self, phrases: Iterable[Phrase] = ()) -> None:
        self.names: frozenset[str] = frozenset(name_of(phrase) for phrase in phrases if _is_phrase(phrase))
        self._by_term: dict[str, list[tuple[str, list[tuple[str, str]]]]] = {}
        needed = {name: [either for part in name.split(" ") for either in _needed(part)] for name in sorted(self.names)}
        often = Counter(term for eithers in needed.values() for either in eithers for term in set(either))
        for name, eithers in needed.items():
            rarest, *others = sorted(eithers, key=lambda either: often[either[0]] + often[either[1]])
            for term in dict.fromkeys(rarest):
                self._by_term.setdefault(term, []).append((name, others))

    def of(self, positions: Positions) -> dict[str, list[int]]:
        """Where phrases begin in a document, ascending, by what `positions` says of its terms."""
        found: dict[str, list[int]] = {}
        for term in positions.keys() & self._by_term.keys():
            for name, needed in self._by_term[term]:
                for one, other in needed:
                    if one not in positions and other not in positions:
                        break
                else:
                    if name not in found and (places := _chain(name, positions)):
                        found[name] = sorted(places)
        return found


def name_of(phrase: Phrase) -> str:
    """A phrase as a term of its own."""
    return " ".join(phrase)


def packed(names: Iterable[str]) -> bytes:
    """Names as they are written."""
    return zlib.compress("\n".join(sorted(names)).encode(), _LEVEL)


def unpacked(raw: bytes) -> frozenset[str]:
    """The names that `packed` wrote. Raises zlib.error and UnicodeDecodeError."""
    return frozenset(filter(None, zlib.decompress(raw).decode().split("\n")))


def _is_phrase(phrase: Phrase) -> bool:
    return len(phrase) > 1 or (is_run(phrase[0]) and len(phrase[0]) >= _SHORTEST_ALONE)


def is_run(part: str) -> bool:
    """Whether a part of a phrase is a run of syllables of more than one pair."""
    return len(part) >= _SHORTEST_RUN and is_hangul(part[0])


@lru_cache(maxsize=1 << 14)
def _part(part: str) -> _Part:
    pairs = _pairs(part) if is_run(part) else ()
    return _Part(part, pairs, "=" + part[0], "=" + part[-1], len(part) if is_hangul(part[0]) else 1)


def _pairs(run: str) -> tuple[str, ...]:
    return tuple(map(add, run, run[1:]))


def _needed(part: str) -> Iterable[tuple[str, str]]:
    """Terms of which one of each two is there where a part of a phrase is."""
    return pairwise(_pairs(part)) if is_run(part) else ((part, part),)


def _chain(name: str, positions: Positions) -> set[int]:
    """Where the terms and runs of a phrase stand behind one another."""
    parts = [_part(part) for part in name.split(" ")]
    starts = _places(parts[0], positions)
    step = parts[0].width
    for part in parts[1:]:
        if not starts:
            return starts
        starts = starts.intersection(place - step for place in _places(part, positions))
        step += part.width
    return starts


def _places(part: _Part, positions: Positions) -> set[int]:
    """Where a term is; or a run: each syllable in one of its pairs, the first and the last there or alone."""
    if not part.pairs:
        return set(positions.get(part.term, ()))
    places = [positions.get(pair, ()) for pair in part.pairs]
    alone, last = positions.get(part.first, ()), positions.get(part.last, ())
    begins = {*places[0], *(place - 1 for place in places[1] if place - 1 in alone)}
    return {begin for begin in begins if _continues(begin, places, last)}


def _continues(begin: int, places: Sequence[Sequence[int]], last: Sequence[int]) -> bool:
    there = begin in places[0]
    for step, pair in enumerate(places[1:], 1):
        before, there = there, begin + step in pair
        if not (before or there):
            return False
    return there or begin + len(places) in last


NO_PHRASES = Phrases()
