"""Pages for the window: a paper's HTML with the window's words, fonts and formulas."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase

from reader.library.model import Appearance
from reader.posts.model import SectionKind
from reader.render.page_cache import KeptPage
from reader.render.sheet import Anchor, Beneath, Labels, Look, Page
from reader.render.theme import Theme
from reader.ui.page.formulas import Formulas
from reader.ui.page.header.header_words import shortened
from reader.ui.page.page_labels import page_labels
from reader.ui.page.pictures.asked import AskedPictures, GetFiles
from reader.ui.widgets.typography import Typography

if TYPE_CHECKING:
    from reader.ui.page.long.long_pages import LongPages

_COMING = "…"  # stands in the place of a long page until it is written

_log = logging.getLogger("reader.ui.page.page_writer")


class PageWriter(QObject):
    """Writes pages; formulas not typeset yet are code in them, until it says that a page is outdated.

    The page written last can be kept in the file `kept`; the first one is taken from there where it is the same.

    Signals: `outdated()` when the page written last would be another now, as more of its formulas are typeset or
    its pictures are decoded.
    """

    outdated = Signal()

    def __init__(self, kept: Path | None = None, parent: QObject | None = None, files: GetFiles | None = None) -> None:
        """Without `files` only pictures of folders are found."""
        super().__init__(parent)
        self._kept = KeptPage(kept) if kept else None
        self._latest: tuple[object, Page] | None = None  # what could be kept: what it was made of, and the page
        self._is_first = True
        self._formulas = Formulas(self)
        self._formulas.typeset.connect(self.outdated)
        self._pictures = AskedPictures(files, self)
        self._pictures.outdated.connect(self.outdated)
        self._long: LongPages | None = None  # made with the first of them

    @property
    def waiting(self) -> bool:
        """Whether the page is still being written, its formulas typeset, or its pictures brought or decoded."""
        is_written = self._long is None or not self._long.waiting
        return not is_written or self._formulas.waiting or self._pictures.waiting

    def write(
        self,
        appearance: Appearance,
        theme: Theme,
        typography: Typography,
        column: int,
        beneath: Mapping[int, Beneath] | None = None,
    ) -> Page:
        """Write an appearance of a paper; `column` is that of the text, px.

        A page that was kept has what stood beneath its headings: that is read out of the same text.
        """
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        look, labels = Look(theme, typography.size, column, mono, typography.line, scrolls=True), page_labels()
        made_of = (
            appearance,
            look._replace(column=0),
            labels,
        )  # only formulas know the column; it changes, they are redone
        kept = self._kept.read(made_of) if self._kept and self._is_first else None
        self._is_first = False
        if kept is not None:
            return kept
        return self._written(appearance, look, labels, made_of, beneath)

    def keep(self) -> None:
        """Keep the page written last for the next start, if it is whole and could not change by itself."""
        if self._kept is None or self._latest is None or self.waiting:
            return
        try:
            self._kept.write(*self._latest)
        except OSError as error:
            _log.info("the page cannot be kept, so the next start writes it anew: %s", error)

    def forget(self) -> None:
        """Another paper is shown, or none: typeset no more for the last one."""
        if self._long is not None:
            self._long.stop()
        self._formulas.stop()
        self._pictures.forget()
        self._latest = None

    def tab_name(self, anchor: Anchor) -> str:
        """The word on a section's tab: its heading."""
        names = {
            SectionKind.INTRODUCTION: self.tr("Introduction"),
            SectionKind.METHOD: self.tr("Method"),
            SectionKind.RESULTS: self.tr("Results"),
            SectionKind.LIMITATIONS: self.tr("Limitations"),
            SectionKind.CONCLUSION: self.tr("Conclusion"),
        }
        return shortened(anchor.heading) or names.get(anchor.kind, "")

    def _written(
        self,
        appearance: Appearance,
        look: Look,
        labels: Labels,
        made_of: object,
        beneath: Mapping[int, Beneath] | None,
    ) -> Page:
        from reader.render import page  # with markdown-it: not at the window's start
        from reader.render.long.pieces import pieces_of

        if page.is_long(appearance.paper):
            self._latest = None
            return self._written_aside(appearance, look, labels, beneath or {})
        asked_for_files = False

        def find_picture(source: str) -> Path | None:
            nonlocal asked_for_files
            asked_for_files = True
            return self._pictures.find(source, appearance)

        written = page.page(
            appearance.paper,
            look,
            labels=labels,
            is_page=appearance.is_page,
            typeset=self._formulas.get,
            find_picture=find_picture,
            beneath=beneath,
        )
        self._formulas.start()
        self._latest = None if asked_for_files else (made_of, written)
        return pieces_of(written)

    def _written_aside(
        self, appearance: Appearance, look: Look, labels: Labels, beneath: Mapping[int, Beneath]
    ) -> Page:
        """A long page as far as it is written: at first without formulas and pictures, which only it names."""
        from reader.render.long.writing import Wanted
        from reader.render.page import words_alone

        long = self._long = self._long or self._make_long()
        last = long.last(appearance.paper)
        formulas, pictures = (last.formulas, last.pictures) if last is not None else ((), ())
        files = {source: path for source in pictures if (path := self._pictures.find(source, appearance))}
        typeset = {key: formula for key in formulas if (formula := self._formulas.get(*key))}
        self._formulas.start()
        long.want(Wanted(appearance.paper, look, labels, appearance.is_page, dict(beneath), typeset, files))
        return last.page if last is not None else words_alone(_COMING, look)

    def _make_long(self) -> "LongPages":
        from reader.ui.page.long.long_pages import LongPages  # few papers are long

        made = LongPages(self)
        made.written.connect(self.outdated)
        return made
