"""Sizes of models that stand in their names: 7B in Qwen2.5-7B-Instruct.

A name is no measurement, but its size can be asked for and compared. Data have names with a size as well, which is no
model's: Wild-1M 데이터셋.
"""

import re
from decimal import Decimal
from typing import NamedTuple

_SIZE = re.compile(r"(?<=[A-Za-z\d][-_])(?P<value>\d{1,4}(?:\.\d{1,3})?)(?P<unit>[BM])(?![A-Za-z\d])")
_DATA = "데이터|코퍼스|말뭉치|dataset|corpus|benchmark|벤치마크"
_OF_DATA = re.compile(rf"(?:(?:{_DATA})\S*\s|\d[KM]-)\S*$", re.IGNORECASE)
_WITH_DATA = re.compile(rf"\S*\s(?:{_DATA})", re.IGNORECASE)
_NEAR = 40  # characters


class Size(NamedTuple):
    """A size with its place in the text."""

    value: Decimal
    unit: str
    span: tuple[int, int]


def sizes(text: str) -> list[Size]:
    """Every size in B or M that is part of a model's name: 32B of "Qwen3-32B와 7B"."""
    found = (match for match in _SIZE.finditer(text) if match["unit"] == "B" or not _is_of_data(text, match))
    return [Size(Decimal(match["value"]), match["unit"], match.span()) for match in found]


def _is_of_data(text: str, size: re.Match[str]) -> bool:
    """Whether the words beside a name say that it is one of data."""
    before = text[max(size.start() - _NEAR, 0) : size.start()]
    return bool(_OF_DATA.search(before) or _WITH_DATA.match(text, size.end()))
