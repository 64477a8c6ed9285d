"""Hangul by how it begins, how it sounds, and how it is written in Latin letters: words that are one by any of those.

In: syllables, or Latin letters meant as such. Out: plain keys, of which equal ones are one word. Initial consonants as
people type them for short; loanwords as they are spelled and misspelled (외래어 표기법: 져, 죠, 쥬, 츄 sound
as 저, 조, 주, 추; ㅐ and ㅔ are one to most); the Revised Romanization (국어의 로마자 표기법, 2000) and what people
make of it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
from math import prod

from reader.base.hangul import ONSETS, VOWELS, is_hangul, letters, syllable

_PLAIN = {"ㅑ": "ㅏ", "ㅕ": "ㅓ", "ㅛ": "ㅗ", "ㅠ": "ㅜ", "ㅖ": "ㅔ", "ㅒ": "ㅔ"}
_AFFRICATES = "ㅈㅉㅊ"
_ONSET_SOUNDS = dict(zip(ONSETS, "g,gg,n,d,dd,l,m,b,bb,s,ss,,j,jj,ch,k,t,p,h".split(","), strict=True))  # noqa: SIM905
_VOWEL_SOUNDS = dict(  # a table reads better as text
    zip(VOWELS, "a,e,ya,ye,eo,e,yeo,ye,o,wa,we,we,yo,u,wo,we,wi,yu,eu,ui,i".split(","), strict=True)  # noqa: SIM905
)
_CODAS_ALIKE = {
    "ㄱㄲㄳㅋㄺ": "k",
    "ㄷㅅㅆㅈㅊㅌㅎ": "t",
    "ㅂㅄㅍㄿ": "p",
    "ㄴㄵㄶ": "n",
    "ㄹㄼㄽㄾㅀ": "l",
    "ㅁㄻ": "m",
    "ㅇ": "ng",
}
_CODA_SOUNDS = {coda: sound for codas, sound in _CODAS_ALIKE.items() for coda in codas}
# What a consonant may be before a vowel; elsewhere it ends a syllable, and the first is what it is then.
_CONSONANTS = {
    "kk": ("gg",), "gg": ("gg",), "g": ("g", "k"), "k": ("k", "g"), "tt": ("dd",), "dd": ("dd",), "d": ("d", "t"),
    "t": ("t",), "pp": ("bb",), "bb": ("bb",), "b": ("b", "p"), "p": ("p",), "jj": ("jj",), "ch": ("ch",), "j": ("j",),
    "ss": ("ss",), "sh": ("s",), "s": ("s",), "ng": ("ng", "nk"), "n": ("n",), "m": ("m",), "h": ("h",),
    "ll": ("ll",), "rr": ("l",), "r": ("l",), "l": ("l", "ll"),
}  # fmt: skip
_CODAS = {"g": "k", "k": "k", "d": "t", "t": "t", "b": "p", "p": "p", "r": "l"}
_VOWELS = {
    "yeo": ("yeo",), "yae": ("ye",), "wae": ("we",), "eo": ("eo",), "eu": ("eu",), "ae": ("e",), "oe": ("we",),
    "oo": ("u", "o"), "ee": ("i",), "ui": ("ui",), "wa": ("wa",), "wo": ("wo",), "wi": ("wi",), "we": ("we",),
    "ya": ("ya",), "yo": ("yo",), "yu": ("yu",), "ye": ("ye",), "a": ("a",), "e": ("e",), "i": ("i",), "o": ("o",),
    "u": ("u",),
}  # fmt: skip
# A stop behind a vowel ends the syllable or begins its own: 네트웍, 네트워크 (외래어 표기법, 영어 표기 세칙 제1항).
_STOPS = {"ㄱ": "크", "ㅂ": "프", "ㅅ": "트"}
_STOPPED = {syllable: coda for coda, syllable in _STOPS.items()}
_LATIN = re.compile(f"({'|'.join(sorted((*_VOWELS, *_CONSONANTS), key=len, reverse=True))})")
_WAYS = 64
_SHORTEST = 5  # letters


class Initials(dict[int, str]):
    """A table for `str.translate`: each syllable by its initial consonant."""

    def __missing__(self, code: int) -> str:
        self[code] = letters(chr(code))[0] if is_hangul(chr(code)) else chr(code)
        return self[code]


class Spelling(dict[int, str]):
    """A table for `str.translate`: each syllable in the one spelling of all that sound alike in loanwords."""

    def __missing__(self, code: int) -> str:
        self[code] = _spelled(chr(code)) if is_hangul(chr(code)) else chr(code)
        return self[code]


class Sounds(dict[int, str]):
    """A table for `str.translate`: each syllable by its sound, in Latin letters that leave out what people mix up."""

    def __missing__(self, code: int) -> str:
        self[code] = _sounded(chr(code)) if is_hangul(chr(code)) else chr(code)
        return self[code]


_SOUNDS = Sounds()


def _spelled(character: str) -> str:
    onset, vowel, final = letters(character)
    vowel = {"ㅐ": "ㅔ", "ㅒ": "ㅔ", "ㅖ": "ㅔ"}.get(vowel, vowel)
    return syllable(onset, _PLAIN.get(vowel, vowel) if onset in _AFFRICATES else vowel, final)


@lru_cache(maxsize=1 << 10)
def _spelled_alike(character: str) -> tuple[str, ...]:
    """The characters that `Spelling` takes for the same, this one among them."""
    if not is_hangul(character):
        return (character,)
    onset, _, final = letters(character)
    others = (syllable(onset, vowel, final) for vowel in VOWELS)
    return tuple(other for other in others if _spelled(other) == _spelled(character))


def spellings_of(word: str, most: int) -> list[str] | None:
    """All ways to spell a word that `Spelling` takes for one; None where there are more than `most`."""
    ways = [_spelled_alike(character) for character in word]
    return list(map("".join, product(*ways))) if prod(map(len, ways)) <= most else None


def with_other_stops(word: str) -> Iterator[str]:
    """A loanword with one stop written otherwise: 프레임웍, 프레임워크; 데이터셋, 데이터세트, by mistake 데이터셋트."""
    for at, character in enumerate(word):
        onset, vowel, final = letters(character)
        is_followed = _STOPPED.get(word[at + 1 : at + 2], "")
        stop = final or is_followed
        if stop not in _STOPS or (final and is_followed not in ("", final)):
            continue
        ways = [syllable(onset, vowel, stop), syllable(onset, vowel) + _STOPS[stop]]
        written = word[at : at + 2] if is_followed else character
        yield from (word[:at] + way + word[at + len(written) :] for way in ways if way != written)


def _sounded(character: str) -> str:
    onset, vowel, final = letters(character)
    return _ONSET_SOUNDS[onset] + _VOWEL_SOUNDS[vowel] + _CODA_SOUNDS.get(final, "")


@lru_cache(maxsize=256)
def sounds_of(latin: str) -> tuple[str, ...]:
    """What Latin letters may sound like if they are meant for Hangul, as `Sounds` writes it; () if they can't be."""
    parts = _LATIN.findall(latin.casefold().replace("wh", "hw"))
    if "".join(parts) != latin.casefold().replace("wh", "hw") or len(latin) < _SHORTEST:
        return ()
    if "ccc" in "".join("v" if part in _VOWELS else "c" for part in parts):
        return ()  # no syllable has two consonants before its vowel, or behind it
    behind = [*parts[1:], ""]
    choices = [_choices(part, before_vowel=after in _VOWELS) for part, after in zip(parts, behind, strict=True)]
    return tuple(dict.fromkeys("".join(way) for way in islice(product(*choices), _WAYS)))


def _choices(part: str, *, before_vowel: bool) -> tuple[str, ...]:
    """What a vowel or a consonant in Latin letters may be."""
    if part in _VOWELS:
        return _VOWELS[part]
    return _CONSONANTS[part] if before_vowel else (_CODAS.get(part, part),)


def sounded(text: str) -> str:
    """A text by its sound."""
    return text.translate(_SOUNDS)


def is_initials(text: str) -> bool:
    """Whether a text is initial consonants alone, two at least."""
    return len(text) > 1 and all(letter in ONSETS for letter in text)
