"""Text → terms at positions: the analyzer, for the index and for queries alike.

A syllable of Hangul has a position, and so has a part of a Latin word; spaces and hyphens have none, other
punctuation has one. So "강화학습" and "강화 학습" put the same syllables at the same positions, and so do
"FlashAttention" and "flash-attention". Terms:

    "강화", "화학", "학습"     every overlapping pair of syllables within one run
    "=값"                     a syllable standing alone, particles aside (값, 값을, 값에서는)
    "^웹"                     a syllable beginning a longer word (웹사이트)
    "값$"                     a syllable ending one of three and more, particles aside (임계값을), where it is hardly
                              an ending of a verb
    "값%"                     the same of a word of two (키값)
    "flashattention", "flash", "attention"      a Latin word whole, at its first and last position, and its parts
    "69.8", "10000", "256"    numbers, thousands without commas
    "c++", "c#"               names that end in a sign

Latin terms are case-folded and lose the s of a plural.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.base.hangul import coda, is_hangul
from reader.search.analysis.fold import composed
from reader.search.analysis.particles import tails

_NUMBER = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*"
_HAN = "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_LETTERS = rf"[^\W\d_가-힣{_HAN}]+"
_SIGNED = r"(?<![^\W_])[A-Za-z](?:\+\+|#)(?!\w)"  # C++ and C#: the sign is part of the name
CHUNK = re.compile(rf"(?P<run>[가-힣]+|[{_HAN}]+)|(?P<word>{_SIGNED}|(?:{_NUMBER}|{_LETTERS})+)")
# The v of a version is a part of its own where the case tells: DINOv3, but conv2d.
_ATOM = re.compile(rf"(?P<number>{_NUMBER})|(?P<letters>{_LETTERS}?[A-Z](?=v\d)|{_LETTERS})")
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^A-Za-z]+")
# What does not keep words apart: spaces, hyphens, underscores, emphasis, quotation marks.
JOINERS = "\\s\u00ad\u2010-\u2015\u2212_*`'\"‘’“”-"
_JOIN = re.compile(f"[{JOINERS}]+")
# Codas with which a noun may end but an inflected verb does not: not ㄴ (큰), ㄹ (클), ㅁ (큼), ㅆ (컸다).
# With those, and without a coda, the syllables in which forms of verbs and particles end.
_ENDINGS = frozenset(
    "다고며지게해여어아서니로기자하되라나야요까네데려져가를는의에도와며면시켜혀쳐돼보워와러"
    "은는을를한된인할될일함됨임음운울움른던린릴림킨킬킴진질짐난날남춘출춤간갈감낸낼냄친칠침인온올옴"
)
_NOUN_CODAS = frozenset("ㄱㄲㄳㄷㅂㅄㅅㅇㅈㅊㅋㅌㅍㅎ")
SUFFIXES = "적별화형"
_PERHAPS = frozenset(("", "ㄴ", "ㄹ", "ㅁ"))


def tokens(text: str, start: int = 0) -> Iterator[tuple[str, int]]:
    """All terms of a text with their positions, which begin at `start` and never decrease by more than a word."""
    for chunk, position in chunks(text, start):
        for term, offset in chunk_terms(chunk):
            yield term, position + offset


def chunks(text: str, start: int = 0) -> Iterator[tuple[str, int]]:
    """The runs of syllables and the Latin words of a text, case kept, each with the position of its beginning."""
    text = composed(text)
    position, end = start, 0
    for match in CHUNK.finditer(text):
        if match.start() > end and not _JOIN.fullmatch(text, end, match.start()):
            position += 1
        yield match[0], position
        position += width(match[0])
        end = match.end()


@lru_cache(maxsize=1 << 15)
def chunk_terms(chunk: str) -> tuple[tuple[str, int], ...]:
    """The terms of one run of syllables or one Latin word, with their offsets from its beginning."""
    return tuple(_run_terms(chunk) if _is_run(chunk) else _word_terms(chunk))


@lru_cache(maxsize=1 << 13)
def width(chunk: str) -> int:
    """How many positions a chunk takes."""
    return len(chunk) if _is_run(chunk) else len(word_parts(chunk))


def word_parts(word: str) -> list[str]:
    """A Latin word in its parts, as terms: at changes of case and between letters and digits.

    rStar2 → rstar, 2 · FlashAttention → flash, attention · LLMs → llm · GPT4o → gpt, 4, o · 1,000 → 1000
    DINOv3 → dino, v, 3
    """
    if word.endswith(("+", "#")):
        return [word.casefold()]
    parts: list[str] = []
    for atom in _ATOM.finditer(word):
        if atom["number"]:
            parts.append(_number(atom[0]))
        elif _ACRONYMS.fullmatch(atom[0]):
            parts.append(singular(atom[0][:-1].casefold()))
        else:
            parts.extend(singular(part.casefold()) for part in _camel_parts(atom[0]))
    return parts


def _camel_parts(letters: str) -> list[str]:
    """Letters parted where the case changes; a single letter stays with its neighbour: gFID, QLoRA, MoE are words."""
    parts: list[str] = []
    for part in _CAMEL.findall(letters):
        if parts and (len(part) == 1 or len(parts[-1]) == 1):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def word_whole(word: str) -> str:
    """A Latin word as one term: RStar2 → rstar2, LLMs → llm, GPUs → gpu."""
    if word.endswith(("+", "#")):
        return word.casefold()
    if _ACRONYMS.fullmatch(word):
        return singular(word[:-1].casefold())
    return singular("".join(_number(a[0]) if a["number"] else a[0].casefold() for a in _ATOM.finditer(word)))


def singular(word: str) -> str:
    """Without the s of an English plural: models → model, losses → loss, studies → study; bias, class, corpus stay.

    The regular plural (Quirk et al., A Comprehensive Grammar of the English Language, ch. 5); what it does wrong to
    a rare word it does to query and text alike.
    """
    if len(word) < 4 or not word.endswith("s") or not word[-2].isalpha() or word.endswith(("ss", "us", "is", "ias")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


def _run_terms(run: str) -> Iterator[tuple[str, int]]:
    for i in range(len(run) - 1):
        yield run[i : i + 2], i
    ends = tails(run) if is_hangul(run[0]) else []
    alone = len(run) == 1 or 1 in ends
    yield ("=" if alone else "^") + run[0], 0
    for end in dict.fromkeys((*_before_suffixes(run), *ends, len(run))):
        if end > 1 and _may_end_noun(run[end - 1]):
            yield run[end - 1] + ("$" if end > 2 else "%"), end - 1


def _before_suffixes(run: str) -> Iterator[int]:
    """Where a suffix may make another word of a noun: 계층적인, 계층별."""
    return (k for k in range(2, len(run)) if run[k] in SUFFIXES)


def _may_end_noun(last: str) -> bool:
    """Whether a syllable ends nouns rather than verbs; for what is no Hangul nothing is known."""
    return coda(last) in _NOUN_CODAS or (is_hangul(last) and coda(last) in _PERHAPS and last not in _ENDINGS)


def _word_terms(word: str) -> Iterator[tuple[str, int]]:
    parts = word_parts(word)
    for offset, part in enumerate(parts):
        yield part, offset
    if len(parts) > 1:
        yield word_whole(word), 0
        yield word_whole(word), len(parts) - 1


def _number(digits: str) -> str:
    return digits.replace(",", "")


def _is_run(chunk: str) -> bool:
    return is_hangul(chunk[0]) or "\u3005" <= chunk[0] <= "\u9fff"
