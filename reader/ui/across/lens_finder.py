"""Found words in the lens: those a search marks, or those of the find bar, and the way from one to the next.

Which papers have them is asked on the thread for many papers, so that a word far down is found as well as one in sight.
"""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject

from reader.across.lens import entry_of
from reader.across.passages import Lensed
from reader.library.listing import Listing
from reader.ui.across.lens_canvas import LensCanvas
from reader.ui.across.lens_rows import LensRows
from reader.ui.page.find_bar import FindBar
from reader.ui.page.page_hits import Highlighter, containing
from reader.ui.session.across_job import AcrossJob, Knowing, Question

_PIECE = 200  # papers


class LensFinder(QObject):
    """Marks words on one canvas and goes from one to the next. While the find bar has words, those are meant."""

    def __init__(
        self, canvas: LensCanvas, rows: LensRows, bar: FindBar, job: AcrossJob, went: Callable[[int], object]
    ) -> None:
        """`went` is told of the paper, by its appearance's id, that a found word is in."""
        super().__init__(canvas)
        self._canvas = canvas
        self._rows = rows
        self._bar = bar
        self._job = job
        self._went = went
        self._highlighter: Highlighter | None = None
        self._counts: dict[int, int] = {}  # found words by paper
        self._at: tuple[int, int] | None = None  # the paper, and which of its words
        canvas.mark_in = lambda number: self._at[1] if self._at is not None and self._at[0] == number else -1
        bar.text_changed.connect(self.mark)
        bar.next_requested.connect(self.next)
        bar.previous_requested.connect(self.previous)
        bar.closed.connect(self._closed)

    @property
    def count(self) -> int:
        """How many places are marked, as far as is known."""
        return sum(self._counts.values())

    def set_highlighter(self, highlighter: Highlighter | None) -> None:
        """Mark what this says, or nothing."""
        self._highlighter = highlighter
        self.mark()

    def mark(self) -> None:
        """Look again: the papers, the section or the words are others."""
        words, papers = self._bar.words(), self._rows.papers
        highlighter = containing(words) if words else self._highlighter
        self._counts, self._at = {}, None
        self._rows.set_highlighter(highlighter)
        self._canvas.viewport().update()
        self._show_count()
        if highlighter is None or papers is None:
            self._job.forget("lens words")
        else:
            self._job.ask("lens words", _looking(highlighter, papers.section, papers.ids), self._take)

    def next(self) -> None:
        """Go to the next place, after the last one to the first."""
        self._go(1)

    def previous(self) -> None:
        """Go to the place before, before the first one to the last."""
        self._go(-1)

    def open_bar(self) -> None:
        """Open the find bar, or go back to it."""
        self._bar.open("")

    def close_bar(self) -> None:
        """Close the find bar."""
        if self._bar.isVisible():
            self._bar.close_bar()

    # Inside

    def _take(self, piece: object) -> None:
        assert isinstance(piece, dict)
        self._counts |= piece
        self._show_count()

    def _go(self, by: int) -> None:
        """Go to another word: of this paper, else of the next one that has any."""
        found = [number for number in self._rows.rows if self._counts.get(number)]
        if not found:
            return
        if self._at is not None and self._at[0] in found:
            number, index = self._at[0], self._at[1] + by
            if not 0 <= index < self._marks(number):
                number = found[(found.index(number) + by) % len(found)]
                index = 0 if by > 0 else self._marks(number) - 1
        else:
            rows = {number: row for row, number in enumerate(self._rows.rows)}
            here = rows.get(self._canvas.current or 0, 0)
            beyond = [number for number in found if rows[number] >= here] if by > 0 else []
            number = beyond[0] if beyond else found[0 if by > 0 else -1]
            index = 0 if by > 0 else self._marks(number) - 1
        self._show(number, index)

    def _show(self, number: int, index: int) -> None:
        page = self._rows.page(number)
        if page is None or not page.marks:
            return
        self._at = number, min(index, len(page.marks) - 1)
        self._canvas.reveal(number, page.rect_of(page.marks[self._at[1]].selectionStart()))
        self._went(number)
        self._show_count()

    def _marks(self, number: int) -> int:
        page = self._rows.page(number)
        return len(page.marks) if page is not None else 0

    def _show_count(self) -> None:
        current = 0
        if self._at is not None:
            before = self._rows.rows[: self._canvas.row_of(self._at[0])]
            current = sum(self._counts.get(number, 0) for number in before) + self._at[1] + 1
        self._bar.show_count(current, self.count)

    def _closed(self) -> None:
        self.mark()
        self._canvas.setFocus()


def _looking(highlighter: Highlighter, section: Lensed, ids: Sequence[int]) -> Question:
    """How often the words stand in the title and the section of which papers."""

    def question(knowing: Knowing) -> Iterator[object]:
        listing: Listing = knowing.profile.listing
        for start in range(0, len(ids), _PIECE):
            found = {}
            for number, appearance in listing.appearances(ids[start : start + _PIECE]).items():
                entry = entry_of(appearance, section)
                texts = [entry.title, *(entry.passage.text.splitlines() if entry.passage else ())]
                if count := sum(len(highlighter(text)) for text in texts):
                    found[number] = count
            yield found

    return question
