"""The order in which people put names: 1, 2, 10, whatever their case."""

import re

_NUMBER = re.compile(r"([0-9]+)")


def natural(name: str) -> tuple[list[tuple[int, str]], str]:
    """A key to sort names by: numbers in them by their size, the rest without case, then the name itself.

    >>> sorted(["week 10", "Week 2", "week 1"], key=natural)
    ['week 1', 'Week 2', 'week 10']
    """
    pieces = enumerate(_NUMBER.split(name.casefold()))  # words, a number, words, …
    return [_sized(piece.lstrip("0")) if at % 2 else (0, piece) for at, piece in pieces], name


def _sized(digits: str) -> tuple[int, str]:
    return len(digits), digits
