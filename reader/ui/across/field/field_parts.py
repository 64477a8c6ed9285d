"""The parts of the field's page: in as many columns as there is room for, a wide calendar above them all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.ui.across.field.block import Block
from reader.ui.across.field.heat_map import SIDE, HeatMap
from reader.ui.widgets.theme import Look

_SIDE, _TOP, _BETWEEN = 6, 18, 28  # px; words stand 8 px further in, below the title of the band
_COLUMN, _MOST = 440, 4  # px that a list needs to stand beside another, and how many do at most
_LIST = 640  # px of a list at most, so that its numbers stand beside their words
_LINE = 760  # px of a line of words at most
_WIDEST = 1900  # px


class FieldParts(QWidget):
    """What is scrolled: the parts, the first of them the calendar, and some words below."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._map: HeatMap | None = None
        self._blocks: Sequence[Block] = ()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(_BETWEEN)
        self._above, self._lists, self._below = QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self._lists.setSpacing(_BETWEEN)
        for layout in (self._above, self._lists, self._below):
            self._whole.addLayout(layout)
        self._whole.addStretch(1)
        self._columns = [QVBoxLayout() for _ in range(_MOST)]
        for column in self._columns:
            column.setSpacing(_BETWEEN)
            self._lists.addLayout(column)

    def set_parts(self, calendar: HeatMap, blocks: Sequence[Block], words: QWidget) -> None:
        """Take the parts, that of the calendar first, and what stands below them."""
        self._map, self._blocks = calendar, blocks
        self._below.addWidget(words)

    def share_out(self, width: int) -> None:
        """Let the parts stand in as many columns as there is room for; in more than two only if they have lines."""
        px = self._look.px
        whole = min(width, px(_WIDEST))
        full = [block for block in self._blocks if not block.is_empty]
        count = max(1, min(_MOST, whole // px(_COLUMN), max(2, len(full))))
        side = max(_SIDE, (width - min(whole, count * px(_LIST))) // 2)
        room = width - 2 * side
        share = (room - (count - 1) * _BETWEEN) // count
        is_above = count > 1 and self._map is not None and self._map.needed > share
        self._whole.setContentsMargins(side, _TOP, side, _BETWEEN)
        self._below.setContentsMargins(SIDE, 0, max(SIDE, room - px(_LINE)), 0)
        for part in (self._above, *self._columns):
            while part.count():
                part.takeAt(0)
        if is_above:
            self._above.addWidget(self._blocks[0])
        heights = [0] * count
        for block in self._blocks[is_above:]:
            shortest = heights.index(min(heights))
            self._columns[shortest].addWidget(block)
            heights[shortest] += block.sizeHint().height() + _BETWEEN
        is_alone = not is_above and count > 2 and self._columns[0].count() == 1  # the calendar: lists need room more
        if self._map is not None:
            self._blocks[0].setMinimumWidth(self._map.needed if is_alone else 0)
        for number, column in enumerate(self._columns):
            column.addStretch(1)
            self._lists.setStretch(number, int(is_alone <= number < count))
