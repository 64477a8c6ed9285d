"""Sorting new papers: read by a glance, and kept, put off or let go, each paper one step of undo."""

from collections.abc import Iterable, Mapping
from datetime import date

from reader.marks.journal import Journaled
from reader.marks.model import to_text
from reader.marks.registers import Cell, Value, of_paper, value_of
from reader.posts.model import PaperKey


class Sorted(Journaled):
    """What sorting does to an open store."""

    def sort_papers(self, keys: Iterable[PaperKey], *, bookmark: bool = False, due: date | None = None) -> None:
        """Mark papers as read and, as is said, bookmark them or come back to them; what holds already stays."""

        def plan() -> Mapping[Cell, Value]:
            now = to_text(self._clock())
            wanted: dict[Cell, Value] = {}
            for key in keys:
                cells: dict[Cell, Value] = {of_paper("read", key): (now,)}
                if bookmark:
                    cells[of_paper("bookmarked", key)] = (now,)
                wanted |= {cell: value for cell, value in cells.items() if value_of(self._db, cell) is None}
                if due is not None:
                    wanted[of_paper("revisit", key)] = (due.isoformat(), 0)
            return wanted

        self._change("sorted", plan)
