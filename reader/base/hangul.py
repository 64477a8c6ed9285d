"""Hangul in its letters, and the keys they are typed with: the one table of both.

Syllables: the arithmetic of conjoining jamo (The Unicode Standard, 3.12). Keys: the two-set keyboard (KS X 5002).
"""

import re
import unicodedata
from functools import lru_cache

VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST = 0xAC00
PARTS = {
    **dict(zip("ㅘㅙㅚㅝㅞㅟㅢ", ("ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅡㅣ"), strict=True)),
    **dict(
        zip(
            "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
            ("ㄱㅅ", "ㄴㅈ", "ㄴㅎ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅂㅅ"),
            strict=True,
        )
    ),
}
"""The letters of two keys."""

KEY_ROWS = ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ")
LATIN_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
HANGUL_KEYS = dict(zip("".join(LATIN_ROWS), "".join(KEY_ROWS), strict=True)) | dict(
    zip("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True)
)
"""What a key of a Latin keyboard writes in Hangul; capitals with the shift key, where that makes a difference."""

_LATIN_KEYS = {letter: key for key, letter in HANGUL_KEYS.items()}
_VOWEL_KEYS = "".join(vowel for vowel in VOWELS if vowel not in PARTS)
_ONE_OF_VOWELS = "|".join([*(keys for keys in PARTS.values() if keys[0] in VOWELS), f"[{_VOWEL_KEYS}]"])
_ONE_OF_CODAS = "|".join(
    [*(keys for keys in PARTS.values() if keys[0] not in VOWELS), f"[{''.join(c for c in CODAS if c in ONSETS)}]"]
)
_SYLLABLE = f"([{ONSETS}])({_ONE_OF_VOWELS})((?:{_ONE_OF_CODAS})(?![{_VOWEL_KEYS}]))?"  # compiled when needed
# What each adds to the number of its syllable.
_ONSET_AT = {letter: _FIRST + 588 * n for n, letter in enumerate(ONSETS)}
_VOWEL_AT = {PARTS.get(letter, letter): 28 * n for n, letter in enumerate(VOWELS)}
_CODA_AT = {PARTS.get(letter, letter): n for n, letter in enumerate(CODAS)}


def is_hangul(character: str) -> bool:
    """Whether a character is a whole syllable."""
    return "가" <= character <= "힣"


def letters(syllable: str) -> tuple[str, str, str]:
    """Onset, vowel and coda ("" without one) of a syllable: 한 → ㅎ, ㅏ, ㄴ."""
    code = ord(syllable) - _FIRST
    return ONSETS[code // 588], VOWELS[code % 588 // 28], CODAS[code % 28]


def syllable(onset: str, vowel: str, final: str = "") -> str:
    """The syllable of these letters: ㅎ, ㅏ, ㄴ → 한."""
    return chr(_FIRST + ONSETS.index(onset) * 588 + VOWELS.index(vowel) * 28 + CODAS.index(final))


def coda(character: str) -> str:
    """The coda of a syllable; "" where it has none, and for anything that is not a syllable."""
    return CODAS[(ord(character) - _FIRST) % 28] if is_hangul(character) else ""


def with_coda(text: str, final: str) -> str:
    """A text whose last syllable has this coda instead of its own: 빠르, ㄴ → 빠른; 만들, "" → 만드."""
    onset, vowel, _ = letters(text[-1])
    return text[:-1] + syllable(onset, vowel, final)


@lru_cache(maxsize=8192)
def keys_of(text: str) -> str:
    """The keys with which a text is typed, in small letters: 확인 → ㅎㅗㅏㄱㅇㅣㄴ; what is not Hangul stays as it is.

    So a syllable that is being composed is the beginning of its word: 택 is ㅌㅐㄱ, and 태그 begins with that.
    """
    keys: list[str] = []
    for character in unicodedata.normalize("NFC", text).casefold():
        keys += letters(character) if is_hangul(character) else [character]
    return "".join(PARTS.get(letter, letter) for letter in keys)


def syllables_of(keys: str) -> str | None:
    """The syllables that these keys make; None if one is left over."""
    made, end = [], 0
    for found in re.finditer(_SYLLABLE, keys):
        if found.start() != end:
            return None
        onset, vowel, final = found.groups("")
        made.append(chr(_ONSET_AT[onset] + _VOWEL_AT[vowel] + _CODA_AT[final]))
        end = found.end()
    return "".join(made) if end == len(keys) else None


def typed_in_hangul(text: str) -> str | None:
    """What Latin letters would have been with the keyboard set to Hangul: dlalwl → 이미지; None if it makes no word."""
    keys = [HANGUL_KEYS.get(key) or HANGUL_KEYS.get(key.lower()) for key in text]
    return syllables_of("".join(key for key in keys if key)) if all(keys) else None


def typed_in_latin(text: str) -> str:
    """What Hangul would have been with the keyboard set to Latin: ㅑㅡㅁㅎㄷ → image; what has no key stays."""
    return "".join(_LATIN_KEYS.get(key, key) for key in keys_of(text))
