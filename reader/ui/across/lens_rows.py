"""The rows of the lens: papers that say something, a line for those that do not, and these where it is opened.

Makes the document of a row when it is wanted, and lets go of those long out of sight.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont

from reader.across.lens import LensEntry
from reader.marks.model import Highlight
from reader.posts.model import NO_POINTS, PaperKey
from reader.render.passage import Head
from reader.ui.across.entry_page import EntryPage, Sized
from reader.ui.across.highlights import corrections_of, painted_highlights
from reader.ui.across.lens_papers import LensPapers
from reader.ui.across.passage_writer import PassageWriter, kind_of
from reader.ui.page.findings import figure_place, leads_of
from reader.ui.page.marking.corrections import Correction
from reader.ui.page.page_hits import Highlighter
from reader.ui.page.page_text import Quotation
from reader.ui.widgets.typography import Typography

FOLD = -1
"""Stands for a row: the line of those that say nothing."""

_KEPT = 48  # documents
_ABOVE, _BELOW, _FOLD = 24, 20, 60  # px at a text size of 16


class LensRows:
    """What stands in each row."""

    def __init__(self, writer: PassageWriter, highlights_of: Callable[[PaperKey], Sequence[Highlight]]) -> None:
        self._writer = writer
        self._highlights_of = highlights_of
        self._pages: OrderedDict[int, EntryPage] = OrderedDict()
        self._keys: dict[int, PaperKey] = {}
        self._sized: Sized | None = None
        self._typography = Typography()
        self.fold_words: Callable[[int], str] = str  # how many say nothing, in words
        self.highlighter: Highlighter | None = None
        self._lit: Highlighter | None = None
        self.papers: LensPapers | None = None
        self.is_open = False  # the line of those that say nothing
        self.rows: list[int] = []  # ids of appearances, and FOLD

    def begin(self, papers: LensPapers) -> None:
        """Show other papers."""
        self.papers, self.is_open = papers, False
        self.forget()
        self.arrange()

    def arrange(self) -> list[int | None]:
        """Order the rows anew; for each the row it was."""
        before = {number: row for row, number in enumerate(self.rows)}
        papers = self.papers
        self.rows = list(papers.told) if papers else []
        if papers and papers.silent:
            self.rows += [FOLD, *(papers.silent if self.is_open else ())]
        return [before.get(number) for number in self.rows]

    def forget(self) -> None:
        """All documents are to be made anew."""
        self._pages.clear()

    def set_look(self, sized: Sized, typography: Typography) -> bool:
        """Take colours, font and width; False if they are those they were."""
        if (sized, typography) == (self._sized, self._typography):
            return False
        self._sized, self._typography = sized, typography
        self.forget()
        return True

    def px(self, length: float) -> int:
        """A length of the design at this text size."""
        return round(length * self._typography.scale)

    @property
    def above(self) -> int:
        """How far below a row's edge its text begins, px."""
        return self.px(_ABOVE)

    def height(self, row: int) -> int:
        """The height of a row, px."""
        number = self.rows[row]
        if number == FOLD:
            return self.px(_FOLD)
        page = self.page(number)
        return self.px(_ABOVE) + page.height + self.px(_BELOW) if page else 1

    def entry(self, number: int) -> LensEntry | None:
        """What a paper says."""
        return self.papers.entry(number) if self.papers and number != FOLD else None

    def key(self, number: int) -> PaperKey | None:
        """Whose row it is."""
        if number == FOLD or self.papers is None:
            return None
        if number not in self._keys and (entry := self.papers.entry(number)) is not None:
            self._keys[number] = entry.key
        return self._keys.get(number)

    def page(self, number: int) -> EntryPage | None:
        """The document of a paper."""
        page = self._pages.get(number)
        if page is None:
            page = self._made(number)
            if page is None:
                return None
            self._pages[number] = page
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page

    def place_of(self, number: int, lead: str) -> Quotation | None:
        """The sentence of a paper that one of its numbers leads to."""
        appearance = self.papers.appearance(number) if self.papers else None
        return figure_place(appearance, lead) if appearance else None

    def set_highlighter(self, highlighter: Highlighter | None) -> None:
        """Mark other words."""
        self.highlighter = highlighter
        for page in self._pages.values():
            page.mark(highlighter)

    def set_lit(self, lit: Highlighter | None) -> None:
        """Underline other words."""
        self._lit = lit
        for page in self._pages.values():
            page.light(lit)

    def highlights_changed(self, keys: frozenset[PaperKey]) -> bool:
        """Paint the highlights of these papers anew, of all without any; True where documents are to be made anew."""
        is_outdated = False
        for number, page in self._pages.items():
            key = self.key(number)
            if key is not None and (not keys or key in keys):
                is_outdated = is_outdated or [(c.id, c.line) for c in self._corrections(key, page)] != page.corrected
                self._paint_highlights(key, page)
        return is_outdated

    def _made(self, number: int) -> EntryPage | None:
        papers, sized = self.papers, self._sized
        appearance = papers.appearance(number) if papers else None
        entry = self.entry(number)
        if papers is None or sized is None or appearance is None or entry is None:
            return None
        self._keys[number] = entry.key
        passage = entry.passage
        if passage is None:
            words = QCoreApplication.translate("Across", "Its summary has no such section.")
        else:
            words = passage.markdown
        written = self._writer.write(
            words,
            kind_of(papers.section),
            Head(entry.title or entry.key, _about(entry, appearance.paper.number)),
            appearance,
            sized.theme,
            self._typography,
            sized.width,
            figures=leads_of(appearance) if papers.section == "results" else (),
            unknown=entry.is_silent,
            points=passage.points if passage else NO_POINTS,
        )
        page = EntryPage(written, sized)
        if lines := self._corrections(entry.key, page):
            page.write_corrections(lines)
        page.mark(self.highlighter)
        page.light(self._lit)
        self._paint_highlights(entry.key, page)
        return page

    def _corrections(self, key: PaperKey, page: EntryPage) -> list[Correction]:
        return corrections_of(page, self._highlights_of(key))

    def _paint_highlights(self, key: PaperKey, page: EntryPage) -> None:
        assert self._sized is not None
        found = self._highlights_of(key)
        page.set_under(painted_highlights(page, found, self._sized.theme) if found else [])


def _about(entry: LensEntry, number: int) -> list[str]:
    """The line below a title, as above a single page."""
    day = f"{entry.day.isoformat()} #{number}" if entry.day else ""
    return [part for part in (f"arXiv {entry.arxiv_id}" if entry.arxiv_id else "", day) if part]


def small_font(base: QFont, size: int, *, bold: bool = False) -> QFont:
    """The font of what stands beside the text."""
    font = QFont(base)
    font.setPixelSize(size)
    font.setBold(bold)
    return font
