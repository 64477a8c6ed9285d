"""Text → tokens: names, numbers, Korean words and marks. Keeps away from what they mean.

A token keeps its place in the text it was given. The expressions take back nothing they have taken (`++`), so that the
time grows with the length of the text and no faster.
"""

import re
from typing import NamedTuple

from reader.numbers.units import LATIN_UNITS

_LETTER = "A-Za-zÀ-ÖØ-öø-ɏͰ-Ͽµ∆√Å"
_TOKEN = re.compile(
    rf"""
    (?P<gap>[\s*`\\]++)
    | (?P<code>
        \d++(?:\.\d++){{2,}}+                                              # 2.5.1
      | \d{{4}}\.\d{{4,5}}(?:v\d{{1,2}})?(?!\d)                            # an arXiv id
      | (?:19|20)\d\d[-./]\d\d?[-./]\d\d?(?!\d)                            # a date
      | \d++[KkPp]?(?:(?:\ ?[×✕]\ ?|[xX])\d++[KkPp]?)++(?!\d|\.\d)              # 256×256, 6K×6K
      | \d++×[A-Z][{_LETTER}\d]*+                                          # 8×H100
      )
    | (?P<number>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d++)?
      | \d++(?:\.\d++)?(?:[eE][-−]?\d{{1,3}}(?![\d{_LETTER}]))?)
    | (?P<name>[{_LETTER}][{_LETTER}\d]*+(?:[-_./@+&'’][{_LETTER}\d]++)*+\+{{0,2}}(?:@\[[\d.:]{{1,16}}\])?)
    | (?P<hangul>[가-힣ㄱ-ㅎㅏ-ㅣ]++)
    | (?P<mark>->|=>|\+/-|<=|>=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_LONGEST = {"name": 40, "number": 20, "hangul": 10**9, "code": 10**9, "mark": 10**9}
"""Names and numbers of more characters are neither."""


class Token(NamedTuple):
    """A piece of the text without spaces around it."""

    kind: str  # "name", "code" (3D, 256×256: digits that are no number), "number", "hangul" or "mark"
    text: str
    start: int
    end: int
    tight: bool  # nothing stands between it and the token before it


def tokens(text: str) -> list[Token]:
    """All tokens in order. A line's end is a mark, other space and the marks of emphasis are left out."""
    found: list[Token] = []
    tight = False
    for match in _TOKEN.finditer(text):
        kind, piece = str(match.lastgroup), match.group()
        if kind == "gap":
            tight = piece[0] in "*`\\" and not any(mark.isspace() for mark in piece)
            if "\n" in piece:
                found.append(Token("mark", "\n", match.start(), match.end(), False))
            continue
        if kind == "name" and found and found[-1].kind == "number" and tight and (parts := _unit_and_name(piece)):
            for at, part in enumerate(parts):
                begin = match.start() + sum(map(len, parts[:at]))
                found.append(Token("mark" if part == "/" else "name", part, begin, begin + len(part), True))
            continue
        if len(piece) > _LONGEST[kind]:
            kind = "code"
        found.append(Token(kind, piece, match.start(), match.end(), tight))
        tight = True
        if kind == "name":
            _join(found)
    return found


def _unit_and_name(piece: str) -> tuple[str, str, str] | None:
    """The parts of dB/SSIM in "32.4dB/SSIM 0.897"."""
    unit, slash, name = piece.partition("/")
    return (unit, slash, name) if slash and name and unit in LATIN_UNITS and piece not in LATIN_UNITS else None


def _join(found: list[Token]) -> None:
    """A name right behind a number is its unit, or makes both one code: 7B and 12ms, but 3D and 5-shot."""
    name = found[-1]
    hyphen = len(found) > 2 and found[-2].text == "-" and found[-2].tight
    number = found[-3] if hyphen else found[-2] if len(found) > 1 else name
    if number.kind != "number" or not name.tight or (name.text in LATIN_UNITS and not hyphen):
        return
    text = number.text + ("-" if hyphen else "") + name.text
    del found[-3 if hyphen else -2 :]
    found.append(Token("code", text, number.start, name.end, number.tight))
