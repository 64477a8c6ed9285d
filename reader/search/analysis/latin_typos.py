"""Which Latin word a slip of the keyboard was meant to be."""

import re
from typing import Protocol

_SOUNDS = str.maketrans("eiouycz", "aaaaass")
_DOUBLED = re.compile(r"(.)\1+")


class Vocabulary(Protocol):
    """The terms of the library and how common they are."""

    def words(self, prefix: str) -> list[str]: ...

    def docs(self, term: str) -> object: ...


def closest(word: str, vocabulary: Vocabulary) -> str | None:
    """The nearest known word with the same first letter: one slip away, from eight letters on two.

    Among several, one with the same last letter, then one that sounds alike (sparce: sparse, not space), then the
    commonest.

    A slip is a letter too many, too few, another one, or two exchanged (Damerau 1964: 80 % of all errors are one).
    Words of four letters and less, and words with digits, are left as they are.
    """
    if len(word) < 5 or not word.isalpha() or not word.isascii():
        return None
    slips = 2 if len(word) >= 8 else 1
    best: tuple[int, bool, bool, int, str] | None = None
    sound = _sound(word)
    for candidate in vocabulary.words(word[0]):
        if abs(len(candidate) - len(word)) > slips or not candidate.isalpha():
            continue
        far = distance(word, candidate, slips)
        if far <= slips:
            docs = len(vocabulary.docs(candidate))  # type: ignore[arg-type]  # anything with a length
            rank = (far, candidate[-1] != word[-1], _sound(candidate) != sound, -docs, candidate)
            best = rank if best is None else min(best, rank)
    return best[4] if best else None


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
