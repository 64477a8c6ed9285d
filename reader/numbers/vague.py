"""Counts in words, without a digit: 수백만 장 is at least a million.

They are never shown as measurements; conditions ask for them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from reader.numbers.model import Measurement
from reader.numbers.units import SCALES

_VAGUE = re.compile(r"(?<![가-힣])수(?P<scale>[십백천]?[만억조]|[십백천])(?:여)?\s?(?P<unit>개|장|건|쌍|편|명|종)")


def vague_counts(text: str) -> Iterator[Measurement]:
    """The least that each such count can mean."""
    for match in _VAGUE.finditer(text):
        value = Decimal(1)
        for letter in match["scale"]:
            value *= SCALES[letter]
        yield Measurement("", value, match["unit"], "count", match.span(), match.group(), bound="≥")
