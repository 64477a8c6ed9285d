"""Where sentences begin and end in plain text, so that a number leads to its sentence.

A sentence ends with a mark and white space behind it, and at the end of a line; not where the text was wrapped, that
is, at the end of a long line without a mark among sentences that have theirs.
"""

import re

_END = re.compile(r"[.!?。！？]+[\"'”’)\]]*(?=\s|$)|\n")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|vs|cf|al|etc|fig|eq|sec|tab|no|approx|resp)|\b[A-Z])\.$", re.IGNORECASE)
_WRAPPED = 60  # characters; a line that long without a mark goes on in the next


def sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of every sentence in order, without white space around it."""
    marked = re.search(r"[.!?。！？](?:\s|$)", text) is not None
    found: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        if end[0] == "\n":
            line = text[text.rfind("\n", 0, end.start()) + 1 : end.start()]
            if marked and len(line) >= _WRAPPED and start < end.start():
                continue
        elif _is_abbreviation(text, end):
            continue
        found.append((start, end.end()))
        start = end.end()
    found.append((start, len(text)))
    return [span for begin, stop in found if (span := _stripped(text, begin, stop))[0] < span[1]]


def _is_abbreviation(text: str, end: re.Match[str]) -> bool:
    behind = text[end.end() : end.end() + 2].strip()
    return (
        end[0] == "."
        and not ("가" <= behind[:1] <= "힣")
        and bool(_ABBREVIATION.search(text, max(0, end.start() - 8), end.start() + 1))
    )


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
