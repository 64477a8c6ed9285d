# ruff: noqa: SIM905  # lists of words read better as text
"""The terms of a paper: words and pairs of words of its title, names in what it contributes, and concepts in both.

A concept is one term however it is written: 확산 모델 and diffusion model are counted together. Words that say nothing
of a subject are left out.
"""

import re
from collections.abc import Callable, Collection
from functools import lru_cache
from itertools import pairwise

from reader.posts.folding import folded
from reader.search.analysis.particles import tails
from reader.search.analysis.tokenizer import singular

NameConcept = Callable[[str], str]
"""A word or two as they are written → the name of their concept; "" where there is none."""

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-+.][A-Za-z0-9]+)*|[가-힣]+")
_NAMELIKE = re.compile(r"[A-Z].*[A-Z0-9]|\d")
_FUNCTION = frozenset(
    """a an the of for in on with and to via from by is are as at or its it towards toward using based be can do how
    what why when not without beyond into through your you all one more than we need out up over under so let this these
    that those me my our their about always us if but no any some most only just also very much still again ever every
    each both same other such then there here where who which will would should could may might must does did has
    have had was were vs per get make making made take go going come within across among between during after before
    yet new towards while toward against""".split()
)
"""Words that never belong to a term."""
_PLAIN = frozenset(
    """efficient effective improved improving enhancing enhanced novel simple better study approach method framework
    system large small deep model learning training data task paper technical report analysis evaluating evaluation
    understanding exploring rethinking revisiting unified scaling scalable general robust high low fast multi two open
    end free aware driven guided level step time challenging comprehensive towards benchmark survey dataset""".split()
)
"""Words that say nothing of a subject alone, nor two of them together."""


class Terms:
    """Finds terms; remembers what it found out about words, since they come again and again."""

    def __init__(self, name_concept: NameConcept, beginnings: Collection[str]) -> None:
        """`beginnings`: first words, folded, of concepts' names: only behind them a second is looked up too."""
        self._concept = lru_cache(maxsize=1 << 17)(name_concept)
        self._beginnings = frozenset(beginnings)

    def of(self, title: str, line: str) -> set[str]:
        """The terms of a paper, each as it is counted: folded, a concept by its name."""
        found: set[str] = set()
        words = _WORD.findall(title)
        for word in words:
            if concept := self._concept(word):
                found.add(concept)
            elif (term := _term(word)) and term not in _PLAIN:
                found.add(term)
        for first, second in pairwise(words):
            if concept := self._concept_of_two(first, second):
                found.add(concept)
            elif pair := _pair(first, second):
                # Nothing but a space may stand between: no colon, no bracket.
                found.update([pair] if f"{first} {second}" in title else [])
        found.update(self._of_line(line))
        return found

    def _of_line(self, line: str) -> set[str]:
        """Concepts and Latin names of a Korean sentence: its other words are too many and say too little."""
        words = _WORD.findall(line)
        found = {concept for word in words if (concept := self._concept(word))}
        found.update(_term(word) for word in words if word[0] < "가" and _is_name(word) and not self._concept(word))
        found.update(
            concept
            for first, second in pairwise(words)
            if first.casefold() in self._beginnings and (concept := self._concept(f"{first} {second}"))
        )
        return found - {""}

    def _concept_of_two(self, first: str, second: str) -> str:
        return self._concept(f"{first} {second}") if first.casefold() in self._beginnings else ""


@lru_cache(maxsize=1 << 16)
def _pair(first: str, second: str) -> str:
    """Two words of a title as a term; "" where they make none."""
    one, two = first.casefold(), _term(second)
    if one in _FUNCTION or not two or (one in _PLAIN and two in _PLAIN) or len(one) < 2:
        return ""
    return f"{one} {two}"


@lru_cache(maxsize=1 << 15)
def _term(word: str) -> str:
    """A word as it is counted: without the plural's s and Korean particles; "" where it is too short to say much."""
    low = folded(word)
    if low in _FUNCTION:
        return ""
    if low[:1] >= "가":
        ends = [end for end in tails(low) if end > 1]
        return low[: ends[0]] if ends else low if len(low) > 1 else ""
    return singular(low) if len(low) > 2 or _is_name(word) else ""


@lru_cache(maxsize=1 << 15)
def _is_name(word: str) -> bool:
    return _NAMELIKE.search(word) is not None and len(word) > 1
