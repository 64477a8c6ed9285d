"""Finding words again in a text that may have been rewritten: highlights and quotations in notes.

In: the words as they were selected, what stood around them, and the text as it is now. White space does not count: a
text that was wrapped anew, or selected across lines, is the same text. Where that is not enough, signs of Markdown and
TeX do not count either: a formula that once was shown as it is typed (`$a_1$`) is found again where it is typeset.
"""

from functools import lru_cache
from typing import NamedTuple

_SIGNS = frozenset("$\\*_`=~^()[]{}")


class _Squeezed(NamedTuple):
    text: str  # without white space
    at: list[int]  # where each of its characters stands in the text it was made of


def place_of(quotation: str, before: str, after: str, text: str) -> tuple[int, int] | None:
    """Where the words stand in `text`: begin and end (excluded) in characters; None when they are no longer there.

    Of several places it is the one whose surroundings agree longest with `before` and `after`; among equals, the first.
    """
    for signs in (frozenset[str](), _SIGNS):
        if found := _place(quotation, before, after, _squeeze_page(text, signs), signs):
            return found
    return None


def _place(
    quotation: str, before: str, after: str, squeezed: _Squeezed, signs: frozenset[str]
) -> tuple[int, int] | None:
    wanted = _squeeze(quotation, signs).text
    if not wanted:
        return None
    left, right = _squeeze(before, signs).text, _squeeze(after, signs).text
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


def _squeeze(text: str, signs: frozenset[str]) -> _Squeezed:
    at = [place for place, character in enumerate(text) if not character.isspace() and character not in signs]
    return _Squeezed("".join(text[place] for place in at), at)


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
