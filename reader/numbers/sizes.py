"""Sizes of models that stand in their names: 7B in Qwen2.5-7B-Instruct.

A name is no measurement, but its size can be asked for and compared.
"""

import re
from decimal import Decimal
from typing import NamedTuple

_SIZE = re.compile(r"(?<=[A-Za-z\d][-_])(?P<value>\d{1,4}(?:\.\d{1,3})?)(?P<unit>[BM])(?![A-Za-z\d])")


class Size(NamedTuple):
    """A size with its place in the text."""

    value: Decimal
    unit: str
    span: tuple[int, int]


def sizes(text: str) -> list[Size]:
    """Every size in B or M that is part of a name: 32B of "Qwen3-32B와 7B"."""
    return [Size(Decimal(match["value"]), match["unit"], match.span()) for match in _SIZE.finditer(text)]
