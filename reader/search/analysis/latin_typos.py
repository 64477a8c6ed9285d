"""Which Latin word a slip of the keyboard was meant to be."""

import re
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Protocol

from reader.base.hangul import LATIN_ROWS

_SOUNDS = str.maketrans("eiouycz", "aaaaass")
_DOUBLED = re.compile(r"(.)\1+")


_SURE, _SURE_OF_TWO, _LONG, _CLEAR = 7, 12, 9, 8  # letters of a word that is corrected without asking
_ALIKE = frozenset(
    frozenset((a, b)) for group in ("aeiouy", "cks", "sz", "fv", "gj") for a in group for b in group if a != b
)
_BESIDE = frozenset(pair for row in LATIN_ROWS for a, b in pairwise(row) for pair in (a + b, b + a))


class KnownTerms(Protocol):
    """The terms of the library and how common they are."""

    def words(self, prefix: str) -> list[str]: ...

    def docs(self, term: str) -> object: ...

    def is_ordinary(self, term: str) -> bool:
        """Whether it is written in small letters anywhere, and so no name."""


def closest(word: str, vocabulary: KnownTerms, *, sure: AbstractSet[str] | None = None) -> str | None:
    """The nearest known word with the same first letter: one slip away, from eight letters on two.

    Among several, one with the same last letter, then one that sounds alike (sparce: sparse, not space), then the
    commonest.

    A slip is a letter too many, too few, another one, or two exchanged (Damerau 1964: 80 % of all errors are one).
    Words of four letters and less, and words with digits, are left as they are. `sure`, the words of the field, allows
    only what hardly anybody means otherwise: no name, nothing short, and no letter for one that is neither beside it
    nor like it in sound.
    """
    if len(word) < (5 if sure is None else _SURE) or not word.isalpha() or not word.isascii():
        return None
    slips = 2 if len(word) >= (8 if sure is None else _SURE_OF_TWO) else 1
    best: tuple[int, bool, bool, int, str] | None = None
    sound = _sound(word)
    for candidate in vocabulary.words(word[0]):
        if abs(len(candidate) - len(word)) > slips or not candidate.isalpha():
            continue
        far = distance(word, candidate, slips)
        if far <= slips and (sure is None or _is_sure(word, candidate, vocabulary, sure)):
            docs = len(vocabulary.docs(candidate))  # type: ignore[arg-type]  # anything with a length
            rank = (far, candidate[-1] != word[-1], _sound(candidate) != sound, -docs, candidate)
            best = rank if best is None else min(best, rank)
    return best[4] if best else None


def _is_sure(word: str, candidate: str, vocabulary: KnownTerms, field: AbstractSet[str]) -> bool:
    is_clear = len(word) != len(candidate) and len(word) >= _CLEAR
    return _is_slip(word, candidate) and (is_clear or candidate in field or vocabulary.is_ordinary(candidate))


def _is_slip(word: str, candidate: str) -> bool:
    """Whether letters are exchanged at most for those beside them or like them in sound: mixtral is no mistral."""
    if len(word) != len(candidate):
        return True
    wrong = [(a, b) for a, b in zip(word, candidate, strict=True) if a != b]
    if len(wrong) == 2 and wrong[0] == wrong[1][::-1]:
        return True  # two letters exchanged with one another
    if len(wrong) > 1:
        return False
    return all(frozenset(pair) in _ALIKE for pair in wrong) or (
        len(word) >= _LONG and wrong[0][0] + wrong[0][1] in _BESIDE
    )


def _sound(word: str) -> str:
    """A word as it sounds, roughly: vowels alike, c and z as s, letters once."""
    return _DOUBLED.sub(r"\1", word.translate(_SOUNDS))


def distance(one: str, other: str, most: int) -> int:
    """How many slips two words are apart, as optimal string alignment; anything above `most` is `most` + 1."""
    before: list[int] = []
    line = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        after = [i]
        for j, b in enumerate(other, 1):
            cost = min(line[j] + 1, after[j - 1] + 1, line[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            after.append(cost)
        if min(after) > most:
            return most + 1
        before, line = line, after
    return line[-1]
