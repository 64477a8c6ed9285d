"""Finding words again in a text that may have been rewritten: highlights and quotations in notes.

In: the words as they were selected, what stood around them, and the text as it is now. White space does not count: a
text that was wrapped anew, or selected across lines, is the same text. Where that is not enough, signs of Markdown and
TeX do not count either: a formula that once was shown as it is typed (`$a_1$`) is found again where it is typeset.

Lost words are better than wrong ones: a few words are found only where their surroundings agree, and never as a part of
another word or number.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_INSIDE_NUMBER = re.compile(r"[0-9][.,]\|[0-9]|[0-9]\|[.,][0-9]|[-−]\|[0-9]")
"""A bar between the parts of one number: 1.|5, 1|.5, -|5."""
_WHITE = re.compile(r"\s+")
_UNSHOWN = re.compile(r"\s+|\\[()\[\]]|==|\[\[|\]\]|[$\\*_`~^{}]")
"""White space, and the signs of Markdown and TeX that are typed and not shown. A bracket or `=` alone is shown."""


_CERTAIN = 16
"""So many characters, of the words and of what agrees around them, stand together by no accident."""


class _Squeezed(NamedTuple):
    text: str  # without what was left out
    at: list[int]  # where each of its characters stands in the text it was made of


def place_of(quotation: str, before: str, after: str, text: str) -> tuple[int, int] | None:
    """Where the words stand in `text`: begin and end (excluded) in characters; None when they are no longer there.

    Of several places it is the one whose surroundings agree longest with `before` and `after`; among equals, the first.
    Without `before` and `after` nothing is known of the surroundings, and the words alone decide.
    """
    for left_out in (_WHITE, _UNSHOWN):
        if found := _place(quotation, before, after, text, left_out):
            return found
    return None


def _place(quotation: str, before: str, after: str, text: str, left_out: re.Pattern[str]) -> tuple[int, int] | None:
    squeezed = _squeeze_page(text, left_out)
    wanted = _squeeze(quotation, left_out).text
    if not wanted:
        return None
    left, right = _squeeze(before, left_out).text, _squeeze(after, left_out).text
    best: tuple[int, int] | None = None
    most = min(_CERTAIN - len(wanted), len(left) + len(right)) - 1  # a place has to have more
    begin = squeezed.text.find(wanted)
    while begin >= 0:
        end = begin + len(wanted)
        near = squeezed.text[max(0, begin - len(left)) : begin], squeezed.text[end : end + len(right)]
        agreeing = _common(near[0][::-1], left[::-1]) + _common(near[1], right)
        if agreeing > most:
            place = squeezed.at[begin], squeezed.at[end - 1] + 1
            if not (before or after) or not _is_torn(text, *place, before[-1:], after[:1]):
                best, most = place, agreeing
        begin = squeezed.text.find(wanted, begin + 1)
    return best


def _is_torn(text: str, begin: int, end: int, before: str, after: str) -> bool:
    """Whether the place begins or ends inside a word or number, where the words that were marked did not."""
    return (_is_joined(text, begin) and not before.isalnum()) or (_is_joined(text, end) and not after.isalnum())


def _is_joined(text: str, at: int) -> bool:
    """Whether what stands before and behind a place of a text is one word or number."""
    ahead, behind = text[max(0, at - 2) : at], text[at : at + 2]
    if not ahead or not behind:
        return False
    if ahead[-1].isalnum() and behind[0].isalnum():
        return True
    number = f"{ahead[-2:]}|{behind}"
    return bool(_INSIDE_NUMBER.search(number))


def _squeeze(text: str, left_out: re.Pattern[str]) -> _Squeezed:
    at: list[int] = []
    begin = 0
    for found in left_out.finditer(text):
        at += range(begin, found.start())
        begin = found.end()
    at += range(begin, len(text))
    return _Squeezed(left_out.sub("", text), at)


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
