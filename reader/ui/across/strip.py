"""Rows of unlike heights in one long strip, of which only those in sight were ever measured.

A place in the strip is a row and how far one is into it: that holds whatever the rows above turn out to be. All others
count with the mean of those measured. No Qt: heights in, offsets in px out.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence

_GUESS = 160  # px, before any row was measured


class _Measured:
    """The rows measured so far: how many there are above a row and how high they are together, in a Fenwick tree.

    Both cost the logarithm of the rows, so that a library of any size is scrolled alike.
    """

    def __init__(self, heights: Sequence[int]) -> None:
        self._sums, self._counts = [0] * (len(heights) + 1), [0] * (len(heights) + 1)
        self.total = self.count = 0
        for row, height in enumerate(heights):
            if height:
                self.add(row, height)

    def add(self, row: int, height: int) -> None:
        """A row was measured."""
        self.total, self.count = self.total + height, self.count + 1
        at = row + 1
        while at < len(self._sums):
            self._sums[at] += height
            self._counts[at] += 1
            at += at & -at

    def above(self, row: int) -> int:
        """How high all rows above one are, those that were not measured as high as the mean."""
        mean = self.total // self.count if self.count else _GUESS
        height, count, at = 0, 0, row
        while at:
            height += self._sums[at]
            count += self._counts[at]
            at &= at - 1
        return height + mean * (row - count)


class Strip:
    """Where one is among the rows."""

    def __init__(self, measure: Callable[[int], int]) -> None:
        """`measure` says how high a row is, px; it is asked for rows that come into sight."""
        self._measure = measure
        self._heights: list[int] = []  # 0: not measured
        self._measured = _Measured(())
        self.row = 0
        self.offset = 0  # px into the row; negative above the first one

    def begin(self, count: int) -> None:
        """Have so many rows, none of them measured, and be at the first."""
        self._heights = [0] * count
        self._measured = _Measured(self._heights)
        self.row = self.offset = 0

    def become(self, kept: Sequence[int | None], row: int) -> None:
        """Have other rows: for each the row it was, or None; one is in `row` now, as far as before."""
        self._heights = [0 if old is None else self._heights[old] for old in kept]
        self._measured, self.row = _Measured(self._heights), row

    def forget(self) -> None:
        """All rows may be of another height: measure anew, at the same place."""
        before = self._heights[self.row] if self.row < len(self._heights) else 0
        self._heights = [0] * len(self._heights)
        self._measured = _Measured(self._heights)
        if before and self.offset > 0:
            self.offset = min(round(self.offset * self.height(self.row) / before), self.height(self.row) - 1)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._heights)

    def height(self, row: int) -> int:
        """The height of a row, measured if it was not yet."""
        if not self._heights[row]:
            self._heights[row] = max(1, self._measure(row))
            self._measured.add(row, self._heights[row])
        return self._heights[row]

    def top(self, row: int) -> int:
        """Where a row begins, as far as is known; `count` for the end of all."""
        return self._measured.above(row)

    @property
    def position(self) -> int:
        """How far one is from the beginning, px."""
        return self.top(self.row) + self.offset if self._heights else self.offset

    def move_by(self, distance: int) -> None:
        """Move on by px of rows as they really are."""
        if not self._heights:
            self.offset = min(0, self.offset + distance)
            return
        offset, row = self.offset + distance, self.row
        while offset < 0 and row > 0:
            row -= 1
            offset += self.height(row)
        while offset >= self.height(row) and row < len(self._heights) - 1:
            offset -= self.height(row)
            row += 1
        self.row, self.offset = row, offset

    def move_to(self, position: int) -> None:
        """Be at a position, px from the beginning as far as that is known."""
        if position < 0 or not self._heights:
            self.row, self.offset = 0, position
            return
        rows = range(len(self._heights))
        self.row = max(0, bisect_right(rows, position, key=self.top) - 1)
        self.offset = min(position - self.top(self.row), self.height(self.row) - 1)

    def go_to(self, row: int) -> None:
        """Be at the beginning of a row."""
        self.row, self.offset = row, 0

    def at(self, below: int) -> tuple[int, int] | None:
        """The row so many px below where one is, and how far it is into it; None beyond the rows."""
        rest = self.offset + below
        if rest < 0:
            return None
        for row in range(self.row, len(self._heights)):
            if rest < self.height(row):
                return row, rest
            rest -= self.height(row)
        return None

    def in_sight(self, above: int, below: int) -> list[tuple[int, int]]:
        """The rows from so many px above to so many below, and where each begins from here, px."""
        if not self._heights:
            return []
        row, start = self.row, -self.offset
        while row > 0 and start > -above:
            row -= 1
            start -= self.height(row)
        found = []
        while row < len(self._heights) and start < below:
            if start + self.height(row) > -above:
                found.append((row, start))
            start += self.height(row)
            row += 1
        return found
