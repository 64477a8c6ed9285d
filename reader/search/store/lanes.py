"""Something for each document of an index, all in one whole number: a lane of eight or of 32 bits each.

Python adds, compares and masks a number of 10,000 bytes in a microsecond, without making an object of any document.
So what a query asks of all documents at once is asked of lanes; only what is left is looked at one by one. A mask has
1 in the lane of each of its documents. (The arithmetic: Lamport, Multiple Byte Processing with Full-Word Instructions.)
"""

from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import compress

Mask = int
_ABSENT = 0x7F000000
_SPARSE = 16  # of so many documents fewer than one: then they are looked for one by one


class Lanes:
    """The constants for so many documents, and what is done with them."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.ones: Mask = int.from_bytes(b"\x01" * count, "little")
        self._low7 = self.ones * 0x7F
        self._wide = int.from_bytes(b"\x01\0\0\0" * count, "little")
        self._low31 = self._wide * 0x7FFFFFFF
        self._top31 = self._wide << 31
        self.absent = array("I", [_ABSENT]) * count  # first positions without any

    def lanes(self, column: bytes) -> int:
        """A column of bytes as lanes."""
        return int.from_bytes(column, "little")

    def column(self, lanes: int) -> bytes:
        """Lanes as a column of bytes."""
        return lanes.to_bytes(self.count, "little")

    def mask(self, docs: Iterable[int]) -> Mask:
        """The mask of some documents."""
        found = bytearray(self.count)
        for doc in docs:
            found[doc] = 1
        return int.from_bytes(found, "little")

    def docs(self, mask: Mask) -> list[int]:
        """The documents of a mask, ascending."""
        if not mask:
            return []
        column = self.column(mask)
        if mask.bit_count() * _SPARSE > self.count:
            return list(compress(range(self.count), column))
        found = []
        at = column.find(1)
        while at >= 0:
            found.append(at)
            at = column.find(1, at + 1)
        return found

    def where(self, lanes: int) -> Mask:
        """Where lanes are not 0; they are below 128."""
        return ((lanes + self._low7) >> 7) & self.ones

    def only(self, lanes: int, mask: Mask) -> int:
        """The lanes of a mask, 0 elsewhere."""
        return lanes & ((mask << 8) - mask)

    def sum(self, one: int, other: int) -> int:
        """Counts added; what is above 31 is 31."""
        total = one + other
        over = (total >> 5) & self.ones
        return (total | ((over << 5) - over)) & (self.ones * 31)

    def least(self, one: int, other: int) -> int:
        """The smaller of two counts."""
        greater = (((one | (self.ones << 7)) - other) >> 7) & self.ones
        return self.only(other, greater) | self.only(one, self.ones ^ greater)

    # Lanes of 32 bits

    def wide(self, column: "array[int]") -> int:
        """A column of 32-bit numbers below 2³¹ as lanes."""
        return int.from_bytes(column.tobytes(), "little")

    def numbers(self, wide: int) -> "array[int]":
        """Lanes of 32 bits as a column."""
        found = array("I")
        found.frombytes(wide.to_bytes(4 * self.count, "little"))
        return found

    def behind(self, one: int, other: int, steps: int) -> Mask:
        """Where the other number is so many steps above the one."""
        differs = (one + self._wide * steps) ^ other
        zero = ~(((differs & self._low31) + self._low31) | differs) & self._top31
        return self.lanes((zero >> 31).to_bytes(4 * self.count, "little")[::4])

    def lower(self, one: int, other: int) -> int:
        """The lower of two numbers."""
        above = (((one | self._top31) - other) & self._top31) >> 31
        keep = (above << 31) - above  # 31 ones where the other is lower
        return (other & keep) | (one & ~keep & self._low31)


def repeated(lanes: Lanes, numbers: Iterable[int]) -> Mask:
    """Where a number stands that stands elsewhere too."""
    here = list(numbers)
    often = Counter(here)
    return lanes.lanes(bytes(map((1).__lt__, map(often.__getitem__, here))))
