"""What stands in the columns of a comparison: heads, and a row for each section, laid out to a width."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from reader.across.compare import Aligned, Comparison
from reader.library.model import Appearance
from reader.posts.model import NO_POINTS, Points, SectionKind
from reader.render.passage import Head, differences
from reader.render.sheet import Look as PageLook
from reader.render.sheet import Page
from reader.ui.across.entry_page import EntryPage, Sized
from reader.ui.across.passage_writer import PassageWriter
from reader.ui.across.section_words import kind_word
from reader.ui.page.pictures.asked import GetFiles
from reader.ui.widgets.typography import Typography

_SIDES = (("same", "gone"), ("same", "new"))
"""Which words of two texts of one paper stand on which side."""
_IN_ONE = (("same", "gone", "new"),)
SIDE, BETWEEN = 28, 36  # px at a text size of 16
_WIDEST, _NARROWEST = 640, 190  # px of a column; narrower ones would break words


class Columns(NamedTuple):
    """Where columns stand beside one another, px from the left edge of the first one's margin."""

    number: int
    side: int
    width: int
    between: int

    @classmethod
    def fitted(cls, count: int, room: int, scale: float) -> "Columns":
        """As wide as reads well, in the middle of the room; wider than it where words would be broken otherwise."""
        side, between = round(SIDE * scale), round(BETWEEN * scale)
        share = (room - 2 * side - between * (count - 1)) // count
        width = max(round(_NARROWEST * scale), min(round(_WIDEST * scale), share))
        spare = room - between * (count - 1) - count * width
        return cls(count, max(side, spare // 2), width, between)

    @property
    def whole(self) -> int:
        """What they take with the margins beside them."""
        return 2 * self.side + self.number * self.width + (self.number - 1) * self.between

    def left(self, column: int) -> int:
        """Where a column begins."""
        return self.side + column * (self.width + self.between)

    def at(self, x: int) -> int | None:
        """The column at a place; the space between two is shared."""
        half = self.between // 2
        columns = range(self.number)
        return next((n for n in columns if self.left(n) - half <= x < self.left(n) + self.width + half), None)


class CompareRow(NamedTuple):
    """One section of all papers."""

    kind: SectionKind
    name: str
    cells: tuple[EntryPage, ...]

    @property
    def height(self) -> int:
        """The height of its highest cell, px."""
        return max(cell.height for cell in self.cells)

    def paint(self, painter: QPainter, lefts: Iterable[int], top: int, below: int, width: int) -> None:
        """Paint its name with the painter's font and pen, and `below` px further down each cell."""
        for left, cell in zip(lefts, self.cells, strict=True):
            painter.drawText(QRect(left, top, width, below), Qt.AlignmentFlag.AlignLeft, self.name)
            cell.paint(painter, QPointF(left, top + below), QRectF(0, 0, width, cell.height), None)


class CompareRows(QObject):
    """Makes the documents of a comparison.

    Signals: `outdated()` when they would be others now, as more formulas are typeset.
    """

    outdated = Signal()

    def __init__(self, parent: QObject, files: GetFiles | None = None) -> None:
        super().__init__(parent)
        self.writer = PassageWriter(self, files)
        self.writer.outdated.connect(self.outdated)
        self._sized: Sized | None = None
        self.in_one = False  # of two texts of one paper, all words stand in one column
        self._typography = Typography()

    def set_look(self, sized: Sized, typography: Typography) -> None:
        """Take colours, font, the width of a column, and how the text is set."""
        self._sized, self._typography = sized, typography

    def heads(self, comparison: Comparison) -> tuple[EntryPage, ...]:
        """What stands above the columns."""
        shown = comparison.appearances[-1:] if self.is_one(comparison) else comparison.appearances
        until = None if self.is_one(comparison) else comparison.until
        return tuple(self._head(each, until if each is shown[0] else None) for each in shown)

    def is_one(self, comparison: Comparison) -> bool:
        """Whether all stands in one column."""
        return self.in_one and comparison.is_one_paper

    def rows(self, comparison: Comparison) -> tuple[CompareRow, ...]:
        """The sections."""
        if comparison.sections:
            return tuple(self._row(section, comparison) for section in comparison.sections)
        none = QCoreApplication.translate("Across", "Its post says no more than its title.")
        shown = comparison.appearances[-1:] if self.is_one(comparison) else comparison.appearances
        cells = [self._page(none, SectionKind.OTHER, Head(""), appearance, unknown=True) for appearance in shown]
        return (CompareRow(SectionKind.OTHER, "", tuple(cells)),)

    def _head(self, appearance: Appearance, until: date | None) -> EntryPage:
        paper = appearance.paper
        day = f"{appearance.day.isoformat()} #{paper.number}" if appearance.day else appearance.post_title
        about = [part for part in (f"arXiv {paper.arxiv_id}" if paper.arxiv_id else "", day) if part]
        if until:
            about.append(QCoreApplication.translate("Across", "as it was until %1").replace("%1", until.isoformat()))
        return self._page("", SectionKind.OTHER, Head(paper.title or paper.key, about), appearance)

    def _row(self, section: Aligned, comparison: Comparison) -> CompareRow:
        name = section.heading or kind_word(section.kind)
        if comparison.is_one_paper and section.differences:
            sides = _IN_ONE if self.in_one else _SIDES
            return CompareRow(section.kind, name, tuple(self._differing(section, side) for side in sides))
        cells = []
        columns = list(zip(section.passages, comparison.appearances, strict=True))
        for passage, appearance in columns[-1:] if self.is_one(comparison) else columns:
            none = QCoreApplication.translate("Across", "Its summary has no such section.")
            unknown = passage is None or passage.nothing_known
            text = passage.markdown if passage else none
            points = passage.points if passage else NO_POINTS
            cells.append(self._page(text, section.kind, Head(""), appearance, unknown=unknown, points=points))
        return CompareRow(section.kind, name, tuple(cells))

    def _differing(self, section: Aligned, side: Sequence[str]) -> EntryPage:
        assert self._sized is not None
        runs = [(run.change, run.text) for run in section.differences if run.change in side]
        look = PageLook(self._sized.theme, self._typography.size, self._sized.width, line=self._typography.line)
        return self._laid_out(differences(runs, look))

    def _page(
        self,
        text: str,
        kind: SectionKind,
        head: Head,
        appearance: Appearance,
        *,
        unknown: bool = False,
        points: Points = NO_POINTS,
    ) -> EntryPage:
        assert self._sized is not None
        theme, column = self._sized.theme, self._sized.width
        written = self.writer.write(
            text, kind, head, appearance, theme, self._typography, column, unknown=unknown, points=points
        )
        return self._laid_out(written)

    def _laid_out(self, page: Page) -> EntryPage:
        assert self._sized is not None
        return EntryPage(page, self._sized)
