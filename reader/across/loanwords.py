"""Whether a Korean word is an English one written by its sound: scaffolding is 스캐폴딩, probing is 프로빙.

Only consonants are compared, in seven classes, since Hangul adds vowels of its own (외래어 표기법). Words of fewer than
four consonants agree by chance and are not compared.
"""

import re
from functools import lru_cache

from reader.base.hangul import letters

LEAST = 4  # consonants

_CLASSES = (
    ("k", "ㄱㄲㅋ"),
    ("t", "ㄷㄸㅌ"),
    ("p", "ㅂㅃㅍ"),
    ("s", "ㅅㅆㅈㅉㅊ"),
    ("r", "ㄹ"),
    ("m", "ㅁ"),
    ("n", "ㄴ"),
    ("h", "ㅎ"),
)
_OF_JAMO = {jamo: one for one, many in _CLASSES for jamo in many}
_SPELLINGS = (
    ("tion", "sn"),
    ("ph", "p"),
    ("th", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("ck", "k"),
    ("x", "ks"),
    ("qu", "k"),
    ("ng", "n"),
    ("ce", "s"),
    ("ci", "s"),
    ("ge", "s"),
    ("gi", "s"),
)
_OF_LATIN = str.maketrans("cgqdbfvzjl", "kkktpppssr")
_SILENT_R = re.compile(r"(?<=[aeiou])r(?=[^aeiouy]|$)")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 12)
def sound_of_english(word: str) -> str:
    """The consonants of an English word in lower case: transformer → trnspm."""
    for spelling, sound in _SPELLINGS:
        word = word.replace(spelling, sound)
    consonants = re.sub(r"[^a-z]|[aeiouyw]", "", _SILENT_R.sub("", word))
    return _DOUBLE.sub(r"\1", consonants.translate(_OF_LATIN))


@lru_cache(maxsize=1 << 12)
def sound_of_korean(word: str) -> str:
    """The consonants of a run of syllables: 트랜스포머 → trnspm."""
    said = []
    for syllable in word:
        onset, _, coda = letters(syllable)
        said.append(_OF_JAMO.get(onset, ""))
        said.append("n" if coda == "ㅇ" else _OF_JAMO.get(coda, ""))
    return _DOUBLE.sub(r"\1", "".join(said))
