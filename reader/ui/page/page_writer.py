"""Pages for the window: a paper's HTML with the window's words, fonts and formulas."""

import logging
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase

from reader.library.model import Appearance
from reader.posts.model import SectionKind
from reader.render.page_cache import KeptPage
from reader.render.sheet import Anchor, Beneath, Labels, Look, Page
from reader.render.theme import Theme
from reader.ui.page.formulas import Formulas
from reader.ui.page.page_labels import page_labels
from reader.ui.page.pictures.asked import AskedPictures, GetFiles
from reader.ui.widgets.typography import Typography

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

    @property
    def waiting(self) -> bool:
        """Whether formulas of the page are still being typeset, or its pictures brought or decoded."""
        return self._formulas.waiting or self._pictures.waiting

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
        return anchor.heading or names.get(anchor.kind, "")

    def _written(
        self,
        appearance: Appearance,
        look: Look,
        labels: Labels,
        made_of: object,
        beneath: Mapping[int, Beneath] | None,
    ) -> Page:
        from reader.render import page  # with markdown-it: not at the window's start

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
        return written
