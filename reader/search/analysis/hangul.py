"""Syllables of Hangul in their letters (The Unicode Standard, 3.12: the arithmetic of conjoining jamo)."""

VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST = 0xAC00


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
    """The coda of a syllable, "" where there is none and for what is no syllable."""
    return CODAS[(ord(character) - _FIRST) % 28] if is_hangul(character) else ""


def with_coda(text: str, final: str) -> str:
    """A text whose last syllable has this coda instead of its own: 빠르, ㄴ → 빠른; 만들, "" → 만드."""
    onset, vowel, _ = letters(text[-1])
    return text[:-1] + syllable(onset, vowel, final)
