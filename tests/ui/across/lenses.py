"""A lens on a few papers, without a catalogue and without a window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reader.library.listing import Listing
from reader.library.model import Appearance
from reader.marks.model import Highlight
from reader.ui.across.lens_canvas import LensCanvas
from reader.ui.across.lens_papers import LensPapers
from reader.ui.across.lens_rows import LensRows
from reader.ui.across.passage_writer import PassageWriter
from reader.ui.session.rows import Signs
from reader.ui.widgets.theme import Look
from reader.ui.widgets.typography import Typography
from tests.across.summaries import appearance


class KnownPapers(Listing):
    """Hands out the appearances it was given, and remembers what it was asked for."""

    def __init__(self, known: Sequence[Appearance]) -> None:
        super().__init__(Path("/nowhere/catalogue"))
        self._known = {each.id: each for each in known}
        self.asked: list[list[int]] = []

    def appearances(self, ids: Sequence[int]) -> dict[int, Appearance]:
        self.asked.append(list(ids))
        return {number: self._known[number] for number in ids if number in self._known}


def appearances(*limits: str) -> list[Appearance]:
    """Papers 1 … by what they say of their limitations; "" where they know nothing."""
    return [
        appearance(
            f"Paper {number}",
            {"Method": "토큰을 접는다.", "Limitations": said or "정보 부족"},
            number=number,
            link=f"https://arxiv.org/abs/2501.{number:05d}",
        )
        for number, said in enumerate(limits, 1)
    ]


def papers_of(known: Sequence[Appearance]) -> LensPapers:
    """Papers seen through their limitations."""
    papers = LensPapers(KnownPapers(known), [each.id for each in known])
    papers.show("limitations")
    return papers


def canvas_of(
    look: Look,
    page: QWidget,
    known: Sequence[Appearance],
    signs: Signs | None = None,
    highlights: Sequence[Highlight] = (),
) -> LensCanvas:
    """A canvas of these papers, 600 by 500, all of them sifted."""
    rows = LensRows(PassageWriter(page), lambda key: [each for each in highlights if each.key == key])
    canvas = LensCanvas(look, rows, lambda _key: signs or Signs(), page)
    canvas.tabs.set_tabs(["Method", "Limitations"])
    papers = papers_of(known)
    papers.sift(papers.ids)
    rows.begin(papers)
    canvas.resize(600, 500)
    canvas.set_look(Typography())
    canvas.show_rows(known[0].id if known else None, at_top=True)
    canvas.show()
    return canvas
