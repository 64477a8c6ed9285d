"""A table of concepts: each a set of names that mean the same, in Korean, English and as acronyms.

In: lines of text, a concept each, its names with " | " between them; "~" before a name says that it means other things
as well: a search for it finds the others, but a search for the others does not find it. Out: the concept a name belongs
to. Names are told apart as the index does: without case, spaces, hyphens and plurals.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from reader.base.hangul import is_hangul
from reader.search.analysis.particles import tails
from reader.search.analysis.sounds import Spelling
from reader.search.analysis.tokenizer import chunks, word_parts, word_whole

_LETTERS, _SYLLABLES = 5, 3
_LEAST_MIXED = 2  # words
_MIXED = 12  # ways
_SPELLING = Spelling()
LONGEST = 6
"""Words of a name, at most."""


class Concept(NamedTuple):
    """Names that mean the same."""

    names: tuple[str, ...]  # that a search for another finds; the first of each language is the usual one
    asks: tuple[str, ...] = ()  # that find the others and are not found by them


class Concepts:
    """The concepts by their names, from several tables; the later ones add to the earlier.

    Names that are `apart` do not find each other, whatever the tables say.
    """

    def __init__(
        self,
        concepts: Iterable[Concept],
        apart: Iterable[tuple[str, str]] = (),
        above: "Concepts | None" = None,
    ) -> None:
        """`above`: a table that these add to, which is taken as it was read."""
        added = list(concepts)
        self.all: list[Concept] = [*above.all, *added] if above else added
        self._apart = frozenset(frozenset(map(key_of, pair)) for pair in apart)
        self._by_key: dict[str, tuple[Concept, ...]] = dict(above._by_key) if above else {}
        for concept in added:
            for name in (*concept.names, *concept.asks):
                key = key_of(name)
                self._by_key[key] = (*self._by_key.get(key, ()), concept)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of a name, of five letters or three syllables and more: the ordinary words of the field."""
        names = (name for concept in self.all for name in (*concept.names, *concept.asks))
        chunked = (chunk for name in names for chunk, _ in chunks(name))
        words = (chunk if is_hangul(chunk[0]) else word_whole(chunk) for chunk in chunked)
        return frozenset(word for word in words if len(word) >= (_SYLLABLES if is_hangul(word[0]) else _LETTERS))

    def of(self, text: str) -> Concept | None:
        """The concept of a name, whatever particles stand behind it; None where there is none."""
        key = key_of(text)
        if key not in self._by_key and is_hangul(key[-1:]):
            key = next((key[:end] for end in tails(key) if end > 1 and key[:end] in self._by_key), key)
        found = self._by_key.get(key)
        if not found:
            return None
        concept = _joined(found)
        if not self._apart:
            return concept
        return concept._replace(names=tuple(name for name in concept.names if not self._is_apart(key, key_of(name))))

    @cached_property
    def _spelled(self) -> dict[str, str]:
        return {key.translate(_SPELLING): key for key in self._by_key if is_hangul(key[0])}

    def spelled(self, word: str) -> str | None:
        """The name that a Korean word sounds like, as the table spells it: 메니폴드 is 매니폴드; None where none is."""
        return self._spelled.get(word.translate(_SPELLING))

    def is_said(self, name: str, other: str) -> bool:
        """Whether it is known of two names that they mean the same, or that they do not."""
        wanted = key_of(other)
        concept = self.of(name)
        alike = concept is not None and any(key_of(one) == wanted for one in concept.names)
        return alike or self._is_apart(key_of(name), wanted)

    def _is_apart(self, key: str, other: str) -> bool:
        return frozenset((key, other)) in self._apart

    def bare(self, words: Sequence[str]) -> list[str]:
        """Words that are a name together, without particles behind it: 언어 모델이, 언어 모델."""
        key = key_of(" ".join(words))
        if key in self._by_key or not is_hangul(key[-1:]):
            return list(words)
        end = next((end for end in tails(key) if key[:end] in self._by_key), len(key))
        return [*words[:-1], words[-1][: len(words[-1]) - len(key) + end]]

    def mixed(self, words: Sequence[str]) -> list[str]:
        """Words that are a name together, one of them by another of its own names: video 생성 is 비디오 생성."""
        if len(words) < _LEAST_MIXED:
            return []
        found: dict[str, None] = {}
        for at, word in enumerate(words):
            concept = self.of(word)
            others = [name for name in concept.names if key_of(name) != key_of(word)] if concept else []
            found |= dict.fromkeys(" ".join((*words[:at], other, *words[at + 1 :])) for other in others)
        return list(islice(found, _MIXED))

    def is_name(self, text: str) -> bool:
        """Whether a text is a name just as it is written."""
        return key_of(text) in self._by_key


def _joined(concepts: Sequence[Concept]) -> Concept:
    if len(concepts) == 1:
        return concepts[0]
    names = dict.fromkeys(name for concept in concepts for name in concept.names)
    asks = dict.fromkeys(name for concept in concepts for name in concept.asks)
    return Concept(tuple(names), tuple(asks))


@lru_cache(maxsize=1 << 12)
def key_of(name: str) -> str:
    """A name as it is compared: Fine-Tuning, fine tuning and finetuning are one; so are 강화 학습 and 강화학습.

    사고의 연쇄 is 사고 연쇄: the genitive particle may stand between two nouns or not.
    """
    parts = [chunk if is_hangul(chunk[0]) else "".join(word_parts(chunk)) for chunk, _ in chunks(name)]
    inner = [part[:-1] if len(part) > 2 and part.endswith("의") else part for part in parts[:-1]]
    return "".join((*inner, *parts[-1:]))


def read(lines: Iterable[str]) -> list[Concept]:
    """The concepts of a table."""
    found = []
    for line in lines:
        if (text := line.strip()) and not text.startswith("#"):
            names = [name.strip() for name in text.split("|")]
            asks = tuple(name.lstrip("~ ") for name in names if name.startswith("~"))
            found.append(Concept(tuple(name for name in names if not name.startswith("~")), asks))
    return found


NO_CONCEPTS = Concepts(())
