"""Passages for the window: one section of a paper as HTML with the window's fonts, pictures and formulas."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase

from reader.across.passages import POINTS, Lensed
from reader.library.model import Appearance
from reader.posts.model import NO_POINTS, Points, SectionKind
from reader.render.passage import Head, passage
from reader.render.sheet import Lead, Look, Page
from reader.render.theme import Theme
from reader.ui.page.formulas import Formulas
from reader.ui.page.page_labels import page_labels
from reader.ui.page.pictures.asked import AskedPictures, GetFiles
from reader.ui.widgets.typography import Typography


class PassageWriter(QObject):
    """Writes passages; formulas not typeset yet are code in them.

    Signals: `outdated()` when passages written would be others now, as more formulas are typeset or pictures decoded.
    """

    outdated = Signal()

    def __init__(self, parent: QObject | None = None, files: GetFiles | None = None) -> None:
        """Without `files` only pictures of folders are found."""
        super().__init__(parent)
        self._formulas = Formulas(self)
        self._formulas.typeset.connect(self.outdated)
        self._pictures = AskedPictures(files, self)
        self._pictures.outdated.connect(self.outdated)
        self._mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()

    @property
    def waiting(self) -> bool:
        """Whether formulas are still being typeset, or pictures brought or decoded."""
        return self._formulas.waiting or self._pictures.waiting

    def write(
        self,
        markdown: str,
        kind: SectionKind,
        head: Head,
        appearance: Appearance,
        theme: Theme,
        typography: Typography,
        column: int,
        *,
        figures: tuple[Lead, ...] = (),
        unknown: bool = False,
        points: Points = NO_POINTS,
    ) -> Page:
        """Write a text of an appearance, or the points of its Introduction; `column` in px."""
        look = Look(theme, typography.size, column, self._mono, typography.line)

        def find(source: str) -> Path | None:
            return self._pictures.find(source, appearance)

        written = passage(
            markdown,
            kind,
            head,
            look,
            typeset=self._formulas.get,
            find_picture=find,
            figures=figures,
            unknown=unknown,
            points=points,
            labels=page_labels(),
        )
        self._formulas.start()
        return written

    def stop(self) -> None:
        """Typeset no more."""
        self._formulas.stop()


def kind_of(section: Lensed) -> SectionKind:
    """The kind of section a passage is from: the points stand in the Introduction."""
    return SectionKind.INTRODUCTION if section in POINTS else SectionKind(section)
