"""How wide the cells of a table may become: Qt by itself breaks words and numbers, to squeeze a table into the column.

In: the tokens of a table, and how wide the column is. Out: marks on the tokens of its cells, for who writes them. A
table whose longest words do not fit side by side is wider than the column where the page may scroll; on paper and in
the lens it is squeezed.
"""

import itertools
import unicodedata
from collections.abc import Sequence

from markdown_it.token import Token

WHOLE, WIDTH = "whole", "width"
"""Marks in a cell's `meta`: its text is never broken; so many em are enough for it."""

_WIDE_CELL = 16.0  # em
_PADDING = 1.5  # em
_LATIN = 0.55  # em, of a letter


def measure(tokens: Sequence[Token], column: float, *, may_scroll: bool) -> None:
    """Mark the cells of all tables; `column` in em."""
    begin = 0
    for number, token in enumerate(tokens):
        if token.type == "table_open":
            begin = number
        elif token.type == "table_close":
            _measure_table(tokens[begin:number], column, may_scroll)


def _measure_table(tokens: Sequence[Token], column: float, may_scroll: bool) -> None:
    cells: list[tuple[Token, str]] = []
    longest: list[float] = []  # word of each column, em
    at = 0
    for opening, inline in itertools.pairwise(tokens):
        if opening.type == "tr_open":
            at = 0
        elif opening.type in ("td_open", "th_open"):
            text = "".join(child.content for child in inline.children or ())
            longest += [0.0] * (at + 1 - len(longest))
            longest[at] = max(longest[at], *map(_width, text.split()), 0.0)
            cells.append((opening, text))
            at += 1
    is_wide = sum(longest) + _PADDING * len(longest) > column
    if is_wide and not may_scroll:
        return
    for opening, text in cells:
        width = _width(text)
        if width > _WIDE_CELL and is_wide:
            opening.meta[WIDTH] = _WIDE_CELL
        elif width <= _WIDE_CELL and (is_wide or len(text.split()) == 1):
            opening.meta[WHOLE] = True


def _width(text: str) -> float:
    """About how wide a line of text is, in em."""
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WF" else _LATIN for letter in text)
