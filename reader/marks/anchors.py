"""Finding words again in a text that may have been rewritten: highlights and quotations in notes.

In: the words as they were selected, what stood around them, and the text as it is now. White space does not count: a
text that was wrapped anew, or selected across lines, is the same text.
"""

from functools import lru_cache
from typing import NamedTuple


class _Squeezed(NamedTuple):
    text: str  # without white space
    at: list[int]  # where each of its characters stands in the text it was made of


def place_of(quotation: str, before: str, after: str, text: str) -> tuple[int, int] | None:
    """Where the words stand in `text`: begin and end (excluded) in characters; None when they are no longer there.

    Of several places it is the one whose surroundings agree longest with `before` and `after`; among equals, the first.
    """
    squeezed = _squeeze_page(text)
    wanted = _squeeze(quotation).text
    if not wanted:
        return None
    left, right = _squeeze(before).text, _squeeze(after).text
    best, most = -1, -1
    begin = squeezed.text.find(wanted)
    while begin >= 0:
        end = begin + len(wanted)
        near = squeezed.text[max(0, begin - len(left)) : begin], squeezed.text[end : end + len(right)]
        agreeing = _common(near[0][::-1], left[::-1]) + _common(near[1], right)
        if agreeing > most:
            best, most = begin, agreeing
        begin = squeezed.text.find(wanted, begin + 1)
    if best < 0:
        return None
    return squeezed.at[best], squeezed.at[best + len(wanted) - 1] + 1


def _squeeze(text: str) -> _Squeezed:
    at = [place for place, character in enumerate(text) if not character.isspace()]
    return _Squeezed("".join(text.split()), at)


_squeeze_page = lru_cache(maxsize=8)(_squeeze)
"""Many highlights are looked for in one text, one after the other."""


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginning."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
