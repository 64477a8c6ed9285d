"""Quick open: from a few letters to a paper, a place or a command, in a library of any size.

In: `Entry`s, and what is typed so far, a syllable being composed included. Out: those that fit, best first. Texts are
compared by the keys they are typed with, so that 이밎 finds 이미지; initial consonants (ㅇㅁㅈ) and what was typed on
the other keyboard are understood, below what fits as it stands.

A `Finder` keeps its words sorted: what begins with a few letters stands together, in a library of any size.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import accumulate, chain, islice
from typing import Literal, NamedTuple

from reader.base.hangul import HANGUL_KEYS, ONSETS, keys_of, typed_in_latin
from reader.library.listing import Listing
from reader.search.analysis.fold import fold
from reader.search.analysis.sounds import Initials
from reader.search.index import Index
from reader.services.concepts import known_concepts

Kind = Literal["place", "command", "saved", "label", "tag", "date", "concept", "paper", "search"]

KINDS: tuple[Kind, ...] = ("place", "command", "saved", "label", "tag", "date", "concept", "paper", "search")
"""In the order in which those that fit alike are listed."""

_LOOKED_AT = 3_000  # lines of one way to fit
_LAST = "\U0010ffff"  # behind every word that begins so
_OTHERWISE = 4  # added to the rank of what fits only by initials or on the other keyboard
_SIGNS = re.compile(r"[\W_]+")
_NO_JAMO = re.compile("[^ㄱ-ㅣ]+")  # NFKC would make another letter of a key that is typed alone
_INITIALS = Initials()


class Entry(NamedTuple):
    """Something that can be opened."""

    kind: Kind
    target: str  # what it is called by the program: "unread", "bookmark", a paper's key, a query
    text: str  # as it is shown
    also: str = ""  # other words that find it
    hint: str = ""  # shown beside it: a key, a number of papers, a day


class Found(NamedTuple):
    """An entry that fits, with how well: 0 its text begins so, ½ it has the words in a row, 1 all words begin so, 2
    it has them, then others; a quarter better where they are all of one of its names."""

    entry: Entry
    rank: float


class Finder:
    """Finds among entries; their order counts where they fit alike."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        texts = [spelled(entry.text) for entry in self.entries]
        self._lines = [f" {text} {spelled(entry.also)}" for text, entry in zip(texts, self.entries, strict=True)]
        self._words = _WordNumbers(self._lines)
        by_text = sorted(range(len(texts)), key=texts.__getitem__)
        self._sorted_texts = [texts[number] for number in by_text]
        self._by_text = array("I", by_text)
        in_hangul = [n for n, entry in enumerate(self.entries) if not (entry.text + entry.also).isascii()]
        self._initialled = [(n, _initials_of(self.entries[n])) for n in in_hangul]

    def find(self, typed: str, used: Callable[[Entry], float] = lambda _entry: 0.0, most: int = 60) -> list[Found]:
        """What fits, best first. `used` says how often something was opened, 0 for never: it counts for up to a rank
        and a half.
        """
        ranks: dict[int, float] = {}
        for extra, words in _readings(typed):
            for number, rank in self._fitting(words, most):
                ranks.setdefault(number, rank + extra)
        if initials := _as_initials(typed):
            initialled = ((number, text) for number, text in self._initialled if initials in text)
            for number, text in islice(initialled, 4 * most):
                ranks.setdefault(number, _OTHERWISE - 1 + (not text.startswith(initials)))
        found = ((*self._weighed(number, rank, used), number) for number, rank in ranks.items())
        return [Found(self.entries[number], rank) for rank, _, number in nsmallest(most, found)]

    def _weighed(self, number: int, rank: float, used: Callable[[Entry], float]) -> tuple[float, int]:
        entry = self.entries[number]
        times = used(entry)
        return rank - 1.5 * times / (times + 2), KINDS.index(entry.kind)

    def _fitting(self, words: Sequence[str], most: int) -> Iterator[tuple[int, float]]:
        """Entries that have all words, and how they have them; the worse ways only where the better find too few."""
        phrase = " ".join(words)
        first, last = bisect_left(self._sorted_texts, phrase), bisect_left(self._sorted_texts, phrase + _LAST)
        begun = sorted(self._by_text[first:last])[:most]
        yield from ((number, -0.25 if self._is_called(number, phrase) else 0.0) for number in begun)
        told = len(begun)
        in_a_row = f" {phrase}"
        for rank, numbers_of, before in ((1.0, self._words.beginning, " "), (2.0, self._words.having, "")):
            if told >= most:
                return
            numbers = min(map(numbers_of, words), key=len)
            patterns = [f"{before}{word}" for word in words]
            for number in sorted(set(numbers))[:_LOOKED_AT]:
                line = self._lines[number]
                if all(pattern in line for pattern in patterns):
                    is_called = in_a_row in line and self._is_called(number, phrase)
                    yield number, rank if in_a_row not in line else 0.25 if is_called else 0.5
                    told += 1
                    if told >= 2 * most:
                        return

    def _is_called(self, number: int, phrase: str) -> bool:
        """Whether this is all of a name of an entry, such as "model" of "모델 · model"."""
        return any(spelled(name) == phrase for name in self.entries[number].text.split(" · "))


class _WordNumbers:
    """Which lines have a word: all words sorted, and behind one another the numbers of the lines of each."""

    def __init__(self, lines: Sequence[str]) -> None:
        by_word: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            for word in line.split():
                by_word.setdefault(word, []).append(number)
        self._vocabulary = sorted(by_word)
        self._numbers = array("I", chain.from_iterable(by_word[word] for word in self._vocabulary))
        self._starts = array("I", accumulate((len(by_word[word]) for word in self._vocabulary), initial=0))
        self._all_words = "\n".join(self._vocabulary)
        self._word_starts = array("I", accumulate((len(word) + 1 for word in self._vocabulary), initial=0))

    def beginning(self, word: str) -> Sequence[int]:
        """The lines with a word that begins so, in no order."""
        first = bisect_left(self._vocabulary, word)
        last = bisect_left(self._vocabulary, word + _LAST)
        return self._numbers[self._starts[first] : self._starts[last]]

    def having(self, part: str) -> Sequence[int]:
        """The lines with a word that has this in it, in no order."""
        numbers, at = array("I"), -1
        while len(numbers) < _LOOKED_AT and (at := self._all_words.find(part, at + 1)) >= 0:
            word = bisect_right(self._word_starts, at) - 1
            numbers += self._numbers[self._starts[word] : self._starts[word + 1]]
            at = self._word_starts[word + 1] - 1
        return numbers


def spelled(text: str) -> str:
    """A text as it is compared: the keys it is typed with, words with one space between them."""
    keys = text.casefold() if text.isascii() else keys_of(_NO_JAMO.sub(lambda part: fold(part[0]), text))
    return _SIGNS.sub(" ", keys).strip()


def library_finder(index: Index, listing: Listing) -> Finder:
    """A finder of the library's concepts and papers, newest first. Raises `IndexUnusable`."""
    concepts = known_concepts(index).all
    papers = listing.titles()
    return Finder(
        [
            *(_concept(concept.names) for concept in concepts if concept.names),
            *(Entry("paper", key, title or key, key, key) for key, title in papers),
        ]
    )


def _concept(names: Sequence[str]) -> Entry:
    """A concept by its usual names in both languages; it is searched for by the first."""
    other = next((name for name in names if name.isascii() != names[0].isascii()), "")
    return Entry("concept", names[0], f"{names[0]} · {other}" if other else names[0], " ".join(names[1:]))


def _readings(typed: str) -> Iterator[tuple[float, tuple[str, ...]]]:
    """What is typed, as it stands and as the other keyboard would have had it, each with what its rank loses."""
    if words := spelled(typed).split():
        yield 0.0, tuple(words)
    other = typed_in_latin(typed) if not typed.isascii() else "".join(_hangul_key(key) for key in typed)
    if other != typed and len(typed.strip()) > 1 and (others := spelled(other).split()):
        yield _OTHERWISE, tuple(others)


def _hangul_key(key: str) -> str:
    return HANGUL_KEYS.get(key) or HANGUL_KEYS.get(key.lower(), key)


def _as_initials(typed: str) -> str:
    """What is typed, if it is initial consonants alone, two at least; without spaces."""
    keys = keys_of(typed).replace(" ", "")
    return keys if len(keys) > 1 and all(key in ONSETS for key in keys) else ""


def _initials_of(entry: Entry) -> str:
    return fold(f"{entry.text}\t{entry.also}").translate(_INITIALS).replace(" ", "")
