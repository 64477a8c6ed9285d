# ruff: noqa: SIM905  # lists of words read better as text
"""Whether a summary belongs to the paper whose title stands above it.

A title is English and its summary Korean, so each word of the title is looked for in four ways: as it is written (names
stay Latin), by its stem, by its sound in Hangul, and by the Korean words of a glossary. A word that is found says much
if few other summaries have it: log P(found | its own summary) - log P(found | any summary) is summed over the words of
the title, and likewise for those that are not found. The second probability is counted over summaries of the library.
The first is set once and for all, by what a word looks like (`_HITS`); `BOUND` was set on real posts by exchanging
summaries (docs/across.md has the figures).
"""

import re
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from reader.across.loanwords import LEAST, sound_of_english, sound_of_korean
from reader.base.leave import FREE, Leave
from reader.posts.folding import folded
from reader.search.analysis.tokenizer import word_parts

BOUND = -1.0
LEAST_TEXT = 80  # characters; too little can be said of a shorter text
LEAST_REFERENCE = 20  # summaries

_SHORT = 2  # syllables
_LONGEST = 4  # words of a name in the glossary
_LEAST_FORM = 3  # letters: a longer word may be a form of another
_HITS = {"own": 0.96, "name": 0.85, "known": 0.88, "other": 0.4}
"""How often a word of a title is found in its own summary: what the paper calls its work (the name before a colon),
other names, words of the glossary, and others (Sweet Spot)."""
_NAME = re.compile(r"[A-Z].*[A-Z]|\d")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*|\d+[A-Za-z]+")
_ENDINGS = "ing ed er or ic ize ized ization ation al ive s ly ness ity ism ion able".split()
_EMPTY = frozenset(
    """a an the of for in on with and to via from by is are as at its it towards toward using based be can do how what
    why when not or without beyond into through your you all one more than we need out up over under so let this these
    that those me my our their about always us if but no any some most only just also very much still again ever every
    each both same other such then there here where who which will would should could may might must does did done has
    have had was were am vs per get make making made take go going come everything something nothing anything lot enough
    within across among between during after before whom whose really once""".split()
)


class Glossary:
    """English words of titles and the beginnings of the Korean words that say them."""

    def __init__(self, lines: Iterable[tuple[Sequence[str], Sequence[str]]]) -> None:
        """`lines`: English words or names, and what stands for them in a summary."""
        self._korean: dict[tuple[str, ...], set[str]] = {}
        for english, korean in lines:
            for name in english:
                parts = tuple(part for word in _LATIN.findall(name) for part in word_parts(word))
                if 0 < len(parts) <= _LONGEST:
                    self._korean.setdefault(parts, set()).update(_squeezed(each) for each in korean)

    def korean_of(self, parts: Sequence[str]) -> set[str]:
        """What stands for some words of a title; of one word also by its stem."""
        if len(parts) > 1:
            return self._korean.get(tuple(parts), set())
        return set().union(*(self._korean.get((stem,), set()) for stem in _stems(parts[0])))


class Summary:
    """A summary in the form in which words of a title are looked for."""

    def __init__(self, text: str) -> None:
        self.squeezed = _squeezed(text)
        self.words = " " + " ".join(re.findall(r"[가-힣]+", text))
        self.latin: set[str] = set()
        for word in set(_LATIN.findall(text)):
            self.latin.add(word.casefold())
            self.latin.update(word_parts(word))
        self.stems = {stem for word in self.latin for stem in _stems(word)}
        sounds = {sound_of_korean(run) for run in set(re.findall(r"[가-힣]{2,}", text))}
        self.sounds = " " + " ".join(sounds)


class Verdict(NamedTuple):
    """How well a title and a summary fit."""

    weight: float  # natural logarithm of how many times more likely they belong together than not
    there: tuple[str, ...]  # words of the title that the summary has
    missing: tuple[str, ...]  # words that it should have but lacks

    @property
    def is_of_another(self) -> bool:
        """Whether the summary seems to belong to another paper."""
        return self.weight < BOUND


class _Sought(NamedTuple):
    """A title in the form in which it is looked for in many summaries."""

    words: list[str]
    stems: list[set[str]]  # of each word: what it may be a form of; of a short one nothing
    sounds: list[str]  # of each word: its sound where a run of Hangul begins; "" where too little is heard
    korean: list[tuple[int, int, set[str]]]  # what stands for the words from one place to another


class Kinship:
    """Weighs titles against summaries; knows from a library's summaries how common a word is."""

    def __init__(self, glossary: Glossary, reference: Iterable[str], leave: Leave = FREE) -> None:
        self._glossary = glossary
        self._leave = leave
        self._reference = [Summary(text) for text in leave.before(reference) if len(text) >= LEAST_TEXT]

    def weigh(self, title: str, text: str) -> Verdict | None:
        """How well they fit; None where too little is said to tell."""
        words = _words_of(title)
        if len(text) < LEAST_TEXT or len(self._reference) < LEAST_REFERENCE or not words:
            return None
        sought = self._sought(words)
        found = _found(sought, Summary(text))
        counts = dict.fromkeys(found, 0)
        for summary in self._leave.before(self._reference):
            for word, is_there in _found(sought, summary).items():
                counts[word] += is_there
        weight = 0.0
        for word, is_there in found.items():
            usual = (counts[word] + 0.5) / (len(self._reference) + 1)
            own = _HITS[self._look_of(word, title)]
            if usual < own:
                weight += log(own / usual) if is_there else log((1 - own) / (1 - usual))
        there = tuple(word for word, is_there in found.items() if is_there)
        return Verdict(weight, there, tuple(word for word, is_there in found.items() if not is_there))

    def _sought(self, words: list[str]) -> _Sought:
        stems = [_stems(word) if len(word) > _LEAST_FORM else set() for word in words]
        sounds = [sound_of_english(word) if len(word) > LEAST else "" for word in words]
        korean = [
            (start, end, said)
            for start in range(len(words))
            for end in range(start + 1, min(start + _LONGEST, len(words)) + 1)
            if (said := self._glossary.korean_of(words[start:end]))
        ]
        return _Sought(words, stems, [f" {sound}" if len(sound) >= LEAST else "" for sound in sounds], korean)

    def _look_of(self, word: str, title: str) -> str:
        written = re.search(rf"[A-Za-z0-9-]*{re.escape(word)}[A-Za-z0-9-]*", title, re.IGNORECASE)
        if _NAME.search(written[0] if written else word):
            return "own" if title.find(written[0] if written else word) < title.find(":") else "name"
        return "known" if self._glossary.korean_of([word]) else "other"


def _found(sought: _Sought, summary: Summary) -> dict[str, bool]:
    """Which words of a title a summary has; words that tell nothing are left out."""
    there = [
        word in summary.latin or not summary.stems.isdisjoint(stems) or bool(sound and sound in summary.sounds)
        for word, stems, sound in zip(sought.words, sought.stems, sought.sounds, strict=True)
    ]
    for start, end, korean in sought.korean:
        if any(_is_said(each, summary) for each in korean):
            there[start:end] = [True] * (end - start)
    return {
        word: is_there
        for word, is_there in zip(sought.words, there, strict=True)
        if word not in _EMPTY and len(word) > 1
    }


def _words_of(title: str) -> list[str]:
    return [part for word in re.findall(r"[A-Za-z0-9]+", title) for part in word_parts(word)]


def _is_said(korean: str, summary: Summary) -> bool:
    """Whether a summary has a Korean word: a short one only where a word begins: elsewhere it is chance."""
    if len(korean) <= _SHORT:
        return f" {korean}" in summary.words
    return korean in summary.squeezed


def _stems(word: str) -> set[str]:
    """What an English word may be a form of: parsing, parser → parse, pars."""
    found = {word}
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) < len(word) and len(stem) >= 3:
            found |= {stem, f"{stem}e"}
            if len(stem) > 3 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return found


def _squeezed(text: str) -> str:
    return "".join(folded(text).split())


def glossary_lines(texts: Iterable[str]) -> list[tuple[list[str], list[str]]]:
    """The lines of a glossary's file: "word word | 한국 한국"; those that begin with # are comments."""
    found = []
    for line in texts:
        english, bar, korean = line.partition("|")
        if bar and not line.startswith("#"):
            found.append((english.split(), korean.split()))
    return found


def concept_lines(concepts: Iterable[Sequence[str]]) -> list[tuple[list[str], list[str]]]:
    """Names that mean the same, as lines of a glossary: English ones, and everything that may stand for them."""
    found = []
    for names in concepts:
        english = [name for name in names if not re.search(r"[가-힣]", name)]
        others = [name for name in names if re.search(r"[가-힣]", name) or len(name) > 2]
        if english:
            found.append((english, [name for name in others if len(name) > 1]))
    return found
