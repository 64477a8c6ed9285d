"""Rows as high as what is in them: measured when they come into sight, so that a list of any length opens at once.

A row that nobody has seen has the usual height. When rows in sight get their own, one of them stays where it is.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QHeaderView, QScrollBar

_PASSES = 4  # rows that close up bring others into sight, which close up in turn


class RowHeights:
    """The heights of a table's rows; `height_of` measures one, px."""

    def __init__(self, rows: QHeaderView, bar: QScrollBar, height_of: Callable[[int], int]) -> None:
        self._rows = rows
        self._bar = bar
        self._height_of = height_of
        self._fitted: set[int] = set()  # rows that have their own height
        self._is_fitting = False

    def forget(self) -> None:
        """Other rows, another width or another font: all are measured again when they are seen."""
        self._fitted.clear()

    def fit(self, room: int, current: int = -1, *, is_placed: bool = False) -> bool:
        """Give the rows in the view, `room` px high, their heights; True if any became another.

        The row that stays in its place is `current`, if it is in sight, else the first that was measured before. A
        list at its top stays there, unless `current` `is_placed`: then rows above it that grow are scrolled out.
        """
        if self._is_fitting or not self._rows.count() or room <= 0:
            return False
        self._is_fitting = True
        changed = False
        try:
            for _ in range(_PASSES):
                if not self._fit_once(room, current, is_placed):
                    break
                changed = True
        finally:
            self._is_fitting = False
        return changed

    def _fit_once(self, room: int, current: int, is_placed: bool) -> bool:
        top = self._bar.value()
        first = max(0, self._rows.logicalIndexAt(0))
        last = self._rows.logicalIndexAt(room)
        in_sight = range(first, (last if last >= 0 else self._rows.count() - 1) + 1)
        new = [row for row in in_sight if row not in self._fitted]
        if not new:
            return False
        stays = current if current in in_sight else next((row for row in in_sight if row in self._fitted), first)
        above = self._rows.sectionPosition(stays) - top
        changed = False
        for row in new:
            height = self._height_of(row)
            if height != self._rows.sectionSize(row):
                self._rows.resizeSection(row, height)
                changed = True
        self._fitted.update(new)
        if changed and (top > 0 or is_placed):
            self._bar.setMaximum(max(self._bar.maximum(), self._rows.length() - room))
            self._bar.setValue(self._rows.sectionPosition(stays) - above)
        return changed
