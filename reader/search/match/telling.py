"""The terms that tell most of what a paper is about: words in it that few papers have, and concepts it names.

In: a title and the texts of the sections, and what the library writes. Out: terms with a weight, each with the ways it
is looked for. Korean words are their nouns; words that name a concept are looked for by its other names too, so that a
paper in Korean and one with English terms meet.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.base.hangul import is_hangul
from reader.search.analysis.forms import Form, Kind, Lexicon, Piece
from reader.search.analysis.names import expand_name
from reader.search.analysis.nouns import NOUNS_TOO
from reader.search.analysis.particles import tails
from reader.search.analysis.tokenizer import chunks, word_parts, word_whole
from reader.search.analysis.verbs import forms, nouns_of
from reader.search.concepts.table import LONGEST, Concept, Concepts
from reader.search.match.fillers import is_filler

_WORDS, _CONCEPTS = 40, 12  # that are looked for, at most
_LONGEST_TEXT = 4000  # characters of a section that are read
_IN_TITLE = 2.0  # times a term is worth there
_COMMON = 0.2  # of all documents: a word in more tells nothing


class Telling(NamedTuple):
    """One term of a paper."""

    text: str  # as the paper writes it
    ways: tuple[tuple[Piece, ...], ...]  # any of which is the term
    weight: float  # without its rarity


class _Word(NamedTuple):
    text: str  # without particles
    key: str  # as it is compared
    titled: bool


class _Seen:
    """How often a word or a concept is in the paper."""

    __slots__ = ("count", "text", "titled")

    def __init__(self, text: str) -> None:
        self.text, self.count, self.titled = text, 0, False

    def add(self, titled: bool) -> None:
        self.count += 1
        self.titled = self.titled or titled

    @property
    def weight(self) -> float:
        return (1 + math.log(self.count)) * (_IN_TITLE if self.titled else 1.0)


def telling(title: str, texts: Iterable[str], library: Lexicon, concepts: Concepts, total: int) -> list[Telling]:
    """The terms that tell most in a library of `total` documents, the most telling first."""
    words = [*_words(title, titled=True), *(word for text in texts for word in _words(text, titled=False))]
    found = _rarest(_counted(words), library, total, _WORDS)
    named = _named(words, concepts)
    ranked = sorted(named.items(), key=lambda one: -one[1].weight * _rarity(_least(one[0], library), total))
    terms = [_of_concept(concept, seen, library) for concept, seen in ranked[:_CONCEPTS]]
    taken = {key for concept in named for key in map(_key_of_name, concept.names)}
    terms += [Telling(seen.text, ((_piece(key),),), seen.weight) for key, seen in found if key not in taken]
    return [term for term in terms if term.ways]


def _words(text: str, *, titled: bool) -> Iterator[_Word]:
    for chunk, _ in chunks(text[:_LONGEST_TEXT]):
        if is_hangul(chunk[0]):
            noun = _noun(chunk)
            yield _Word(noun, noun, titled)
        else:
            yield _Word(chunk, word_whole(chunk), titled)


def _noun(run: str) -> str:
    """The noun a run may be: without particles, and without 하다; "" for a verb."""
    ends = [end for end in tails(run) if end > 1]
    if ends:
        return run[: ends[0]]
    if made := nouns_of(run):
        return made[0]
    return "" if forms(run) and run[-1] not in NOUNS_TOO else run


def _counted(words: Iterable[_Word]) -> dict[str, _Seen]:
    found: dict[str, _Seen] = {}
    for word in words:
        if len(word.key) > 1 and not word.key.isdigit():
            found.setdefault(word.key, _Seen(word.text)).add(word.titled)
    return found


def _rarest(counted: dict[str, _Seen], library: Lexicon, total: int, most: int) -> list[tuple[str, _Seen]]:
    """The words that are worth most, by how rare their rarest part is."""
    scored = []
    for key, seen in counted.items():
        known = _known(key, library)
        if 1 < known <= max(_COMMON * total, 2) and not is_filler(seen.text):
            scored.append((seen.weight * _rarity(known, total), key, seen))
    scored.sort(key=lambda one: (-one[0], one[1]))
    return [(key, seen) for _, key, seen in scored[:most]]


def _known(key: str, library: Lexicon) -> int:
    """In how many documents a word is at most."""
    if is_hangul(key[0]) and len(key) > 1:
        return min(library.known(key[at : at + 2]) for at in range(len(key) - 1))
    return library.known(key)


def _rarity(known: int, total: int) -> float:
    return math.log(1 + total / (1 + known))


def _named(words: Sequence[_Word], concepts: Concepts) -> dict[Concept, _Seen]:
    """The concepts the paper names, the longest name at each place."""
    found: dict[Concept, _Seen] = {}
    at = 0
    while at < len(words):
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            some = words[at : at + size]
            concept = concepts.by_key("".join(word.key for word in some)) if all(word.key for word in some) else None
            if concept is not None:
                found.setdefault(concept, _Seen(" ".join(word.text for word in some))).add(some[0].titled)
                at += size - 1
                break
        at += 1
    return found


def _least(concept: Concept, library: Lexicon) -> int:
    """In how many documents a concept is at least, roughly: by the first of its names."""
    return max(min(_known(_key(chunk), library) for chunk, _ in chunks(name)) for name in concept.names)


def _key(chunk: str) -> str:
    return chunk if is_hangul(chunk[0]) else word_whole(chunk)


def _key_of_name(name: str) -> str:
    return "".join(_key(chunk) for chunk, _ in chunks(name))


def _of_concept(concept: Concept, seen: _Seen, library: Lexicon) -> Telling:
    names = tuple(pieces for name in concept.names if (pieces := expand_name(name, library)))
    return Telling(seen.text, names, seen.weight)


def _piece(key: str) -> Piece:
    if is_hangul(key[0]):
        return Piece((Form(Kind.RUN, (key,), (), len(key)),))
    parts = word_parts(key)
    return Piece((Form(Kind.WORD, (key,), (), len(parts)),))
