"""One form for every text: what is typed, what a post says and what the index has are compared in it.

NFKC (full-width letters, ligatures, decomposed Hangul), × as x, without accents (naïve is naive), then case-folded.
`Folded` remembers where each character came from, so that a match can be marked in the text as it is shown.
"""

import re
import unicodedata
from array import array
from typing import NamedTuple

# A character with what belongs to it: combining marks, and the vowels and finals of conjoining jamo (U+1160–11FF).
_PLAIN = {ord("×"): "x", **dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), "")}
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f]")
_ACCENT = re.compile("(?<=[A-Za-z])[\u0300-\u036f]+")  # of Latin letters: elsewhere they make other letters
_CLUSTER = re.compile(
    r"[\u1100-\u115f]+[\u1160-\u11a7]*[\u11a8-\u11ff]*[\u0300-\u036f]*|(?s:.)[\u0300-\u036f\u1160-\u11ff\u20d0-\u20ff\u3099\u309a]*"
)


def composed(text: str) -> str:
    """NFKC with × as x and without accents, case kept: where the case still tells words apart ("FlashAttention").

    What has no width is left out: a zero-width space or a soft hyphen splits no word.
    """
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    if _ACCENTED.search(plain):
        decomposed = unicodedata.normalize("NFD", plain)
        plain = unicodedata.normalize("NFC", _ACCENT.sub("", decomposed))
    return plain


def fold(text: str) -> str:
    """The form in which texts are compared."""
    return composed(text).casefold()


class Folded(NamedTuple):
    """A folded text and its way back."""

    text: str
    origins: "array[int] | None"  # per folded character the start of its cluster, and the length at the end

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text, in code points, that covers `start:end` of the folded one."""
        if self.origins is None:
            return start, end
        first = self.origins[start]
        last = end
        while last < len(self.origins) - 1 and self.origins[last] == self.origins[end - 1]:
            last += 1  # the rest of a character that became several
        return first, self.origins[last]


def folded(text: str) -> Folded:
    """Fold a text and keep the way back."""
    if text.isascii():
        return Folded(text.casefold(), None)
    plain = fold(text)
    if len(plain) == len(text) and unicodedata.is_normalized("NFKC", text):
        return Folded(plain, None)
    parts: list[str] = []
    origins = array("I")
    for cluster in _CLUSTER.finditer(text):
        part = fold(cluster[0])
        parts.append(part)
        origins.extend([cluster.start()] * len(part))
    origins.append(len(text))
    return Folded("".join(parts), origins)
