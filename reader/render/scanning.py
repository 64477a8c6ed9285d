"""Where something ends in a line of text: asked often, looked for once.

Otherwise, for each opening sign without its end, the text would be read to its end again.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from markdown_it.rules_inline import StateInline


def ends_in(state: StateInline, sign: re.Pattern[str]) -> Sequence[int]:
    """All places of a line's text where a pattern matches, in order."""
    kept: dict[str, tuple[str, list[int]]] = state.env.setdefault("ends", {})
    known = kept.get(sign.pattern)
    if known is None or known[0] is not state.src:
        known = (state.src, [found.start() for found in sign.finditer(state.src)])
        kept[sign.pattern] = known
    return known[1]


def next_end(state: StateInline, sign: re.Pattern[str], position: int) -> int:
    """The first such place from a position on, -1 for none before the end of what is being read."""
    places = ends_in(state, sign)
    first = bisect_left(places, position)
    return places[first] if first < len(places) and places[first] < state.posMax else -1
