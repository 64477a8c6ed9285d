"""The terms that tell most of what a paper is about: words in it that few papers have, and concepts it names.

In: a title and the texts of the sections, and what the library writes. Out: terms with a weight, each with the ways it
is looked for. Korean words are their nouns; words that name a concept are looked for by its other names too, so that a
paper in Korean and one with English terms meet.
"""

import heapq
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.base.hangul import is_hangul
from reader.search.analysis.forms import Lexicon
from reader.search.analysis.nouns import NOUNS_TOO
from reader.search.analysis.particles import object_form, tails
from reader.search.analysis.tokenizer import chunks, word_parts, word_whole
from reader.search.analysis.verbs import forms, nouns_of
from reader.search.concepts.table import LONGEST, Concept, Concepts, key_of
from reader.search.match.fillers import is_filler

_LOOKED_UP = 60  # words of which it is asked how rare they are
_WORDS, _CONCEPTS = 20, 8  # that are looked for
_LONGEST_TEXT = 4000  # characters of a section that are read
_IN_TITLE = 2.0  # times a term is worth there
_COMMON = 0.2  # of all documents: a word in more tells nothing
FEW = 10  # documents: a word in so few is not common, however small the library
_NOUNS_END = frozenset("도로과의가지자")  # particles in which nouns end: 정확도, 전문가


Way = tuple[tuple[str, int], ...]
"""Terms of the index, each with its distance from the first."""


class Telling(NamedTuple):
    """One term of a paper."""

    text: str  # as the paper writes it
    ways: tuple[Way, ...]  # where any of these is, the term is
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
    """The terms that tell most in a library of `total` documents: concepts, and then words, the most telling first."""
    words = [*_words(title, library, titled=True)]
    words += (word for text in texts for word in _words(text[:_LONGEST_TEXT], library, titled=False))
    named = _rarest_concepts(_named(words, concepts), library, total)
    terms = [Telling(seen.text, tuple(map(_way, concept.names)), seen.weight) for concept, seen in named]
    names = {key_of(name) for concept, _ in named for name in concept.names}
    for key, seen in _rarest_words(_counted(words), library, total):
        if key not in names:
            terms.append(Telling(seen.text, (_way(key) if is_hangul(key[0]) else ((key, 0),),), seen.weight))
    return terms


def _words(text: str, library: Lexicon, *, titled: bool) -> Iterator[_Word]:
    for chunk, _ in chunks(text):
        if is_hangul(chunk[0]):
            noun = _noun(chunk, library)
            yield _Word(noun, noun, titled)
        else:
            yield _Word(chunk, word_whole(chunk), titled)


def _noun(run: str, library: Lexicon) -> str:
    """The noun a run may be: without particles, and without 하다; "" for a verb."""
    if made := nouns_of(run):
        return made[0]
    if ends := tails(run):
        noun = run[: ends[0]] if ends[0] > 1 else ""  # what is of one syllable tells nothing: 값을
        return run if run[-1] in _NOUNS_END and _is_whole(run, noun, library) else noun
    return "" if forms(run) and run[-1] not in NOUNS_TOO else run


def _is_whole(run: str, noun: str, library: Lexicon) -> bool:
    """Whether the last syllable of a run is no particle: an object as it is (정확도를), or hardly written without."""
    if library.written(object_form(run)):
        return True
    return noun != "" and library.written(run) > 2 + 3 * library.written(noun)


def _counted(words: Iterable[_Word]) -> dict[str, _Seen]:
    found: dict[str, _Seen] = {}
    for word in words:
        if len(word.key) > 1 and not word.key.replace(".", "").isdigit() and not is_filler(word.text):
            found.setdefault(word.key, _Seen(word.text)).add(word.titled)
    return found


def _rarest_words(counted: dict[str, _Seen], library: Lexicon, total: int) -> list[tuple[str, _Seen]]:
    """The words that are worth most, of those that stand in the title or often."""
    looked_up = heapq.nlargest(_LOOKED_UP, counted.items(), key=lambda one: one[1].weight)
    scored = []
    for key, seen in looked_up:
        known = _known(key, library)
        if 1 < known <= max(_COMMON * total, FEW):
            scored.append((seen.weight * _rarity(known, total), key, seen))
    return [(key, seen) for _, key, seen in heapq.nlargest(_WORDS, scored, key=lambda one: one[:2])]


def _rarest_concepts(named: dict[Concept, _Seen], library: Lexicon, total: int) -> list[tuple[Concept, _Seen]]:
    """The concepts that are worth most, by how rare the rarest word is of the name that the paper has."""

    def worth(one: tuple[Concept, _Seen]) -> float:
        known = min(_known(_key(chunk), library) for chunk, _ in chunks(one[1].text))
        return one[1].weight * _rarity(known, total)

    return heapq.nlargest(_CONCEPTS, named.items(), key=worth)


def _known(key: str, library: Lexicon) -> int:
    """In how many documents a word is at most."""
    if not is_hangul(key[0]):
        return library.known(key)
    return min(library.known(term) for term, _ in _terms(key))


def _rarity(known: int, total: int) -> float:
    return math.log(1 + total / (1 + known))


def _named(words: Sequence[_Word], concepts: Concepts) -> dict[Concept, _Seen]:
    """The concepts the paper names, the longest name at each place."""
    found: dict[Concept, _Seen] = {}
    at = 0
    while at < len(words):
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            some = words[at : at + size]
            concept = concepts.by_key("".join(word.key for word in some)) if some[0].key and some[-1].key else None
            if concept is not None:
                found.setdefault(concept, _Seen(" ".join(word.text for word in some))).add(some[0].titled)
                at += size - 1
                break
        at += 1
    return found


def _key(chunk: str) -> str:
    return chunk if is_hangul(chunk[0]) else word_whole(chunk)


def _way(name: str) -> Way:
    """The terms that are where a name is: its pairs of syllables, and its Latin words."""
    return tuple((term, position + at) for chunk, position in chunks(name) for term, at in _terms(chunk))


def _terms(chunk: str) -> Iterator[tuple[str, int]]:
    if not is_hangul(chunk[0]):
        yield from ((part, at) for at, part in enumerate(word_parts(chunk)))
    elif len(chunk) == 1:
        yield f"={chunk}", 0
    else:
        yield from ((chunk[at : at + 2], at) for at in (*range(0, len(chunk) - 2, 2), len(chunk) - 2))
