# ruff: noqa: SIM905  # lists of words read better as text
"""Pairs of names that a text calls the same, with a bracket: 자기회귀(autoregressive), Mixture of Experts(MoE).

In: plain text. Out: pairs, the name before the bracket and the one in it. What is in the bracket tells how many words
before it belong to the name: for an acronym, those of its letters; for an English term, as many Korean nouns as it has
words.
"""

import re
from collections.abc import Iterator

from reader.base.hangul import is_hangul
from reader.search.analysis.particles import PARTICLES, tails

_BRACKET = re.compile(r"(?P<before>[^()\[\]\n.,;:]{2,60}?)\s?\((?P<inside>[^()\n]{2,50})\)")
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+){0,5}")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z0-9][A-Za-z0-9]{0,6}")
_WORDS = re.compile(r"[가-힣]+|[A-Za-z][A-Za-z0-9-]*")
_SMALL = frozenset(("of", "the", "and", "for", "with", "to", "in", "on", "a"))
_FEWEST = 2
_GLUE = frozenset(
    """적 기반 간 및 등 대한 위한 통한 같은 하는 있는 된 한 이 그 각 두 세 첫 더 또는 즉 예 특히 그리고 따른 위해
    전 후 내 기존""".split()
)


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """The pairs of a text, in order."""
    for found in _BRACKET.finditer(text):
        inside = found["inside"].split(",")[0].strip()
        if _ENGLISH.fullmatch(inside) is None:
            continue
        words = _WORDS.findall(found["before"])
        name = _of_acronym(inside, found["before"]) if _ACRONYM.fullmatch(inside) else None
        if name is None and words and is_hangul(words[-1][0]):
            name = _korean(words, inside)
        if name and len(name) >= _FEWEST and name.casefold() != inside.casefold():
            yield name, inside


def _of_acronym(acronym: str, before: str) -> str | None:
    """The English words right before an acronym whose first letters it is made of."""
    words = re.findall(r"[A-Za-z][A-Za-z0-9]*", before)
    letters = [letter.casefold() for letter in acronym if letter.isupper()]
    if not before.rstrip()[-1:].isascii():
        return None
    for many in range(len(letters), min(len(words), 2 * len(letters)) + 1):
        taken = words[-many:]
        heads = [word[0].casefold() for word in taken if word.casefold() not in _SMALL]
        if heads == letters or [word[0].casefold() for word in taken] == letters:
            begin = re.search(r"[\s-]*".join(map(re.escape, taken)) + r"[^A-Za-z0-9]*$", before)
            return begin[0].strip(" -") if begin else " ".join(taken)
    return None


def _korean(words: list[str], inside: str) -> str | None:
    """As many Korean nouns before a bracket as there are words in it, or letters of an acronym, three at most."""
    many = len(re.findall(r"[A-Z]", inside)) if _ACRONYM.fullmatch(inside) else len(re.split(r"[ -]", inside))
    taken: list[str] = []
    for word in reversed(words):
        if not is_hangul(word[0]) or len(taken) >= min(many, 3) or word in _GLUE or word in PARTICLES:
            break
        if taken and (any(cut > 1 for cut in tails(word)) or word[-1] in "은는인한된할될"):
            break
        taken.insert(0, word)
    return " ".join(taken) if taken else None
