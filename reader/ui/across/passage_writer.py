"""Passages for the window: one section of a paper as HTML with the window's fonts, pictures and formulas."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase

from reader.across.passages import POINTS, Lensed
from reader.library.model import Appearance
from reader.posts.model import SectionKind
from reader.render.passage import Head, passage
from reader.render.sheet import Look, Page
from reader.render.theme import Theme
from reader.ui.page.formulas import Formulas
from reader.ui.widgets.typography import Typography


class PassageWriter(QObject):
    """Writes passages; formulas not typeset yet are code in them.

    Signals: `outdated()` when passages written would be others now, as more formulas are typeset.
    """

    outdated = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formulas = Formulas(self)
        self._formulas.typeset.connect(self.outdated)
        self._mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()

    @property
    def waiting(self) -> bool:
        """Whether formulas are still being typeset."""
        return self._formulas.waiting

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
        unknown: bool = False,
    ) -> Page:
        """Write a text of an appearance; `column` in px."""
        from reader.render import pictures  # with the first passage

        look = Look(theme, typography.size, column, self._mono, typography.line)
        find = partial(pictures.find, folder=Path(appearance.source), post=appearance.post)
        written = passage(markdown, kind, head, look, typeset=self._formulas.get, find_picture=find, unknown=unknown)
        self._formulas.start()
        return written

    def stop(self) -> None:
        """Typeset no more."""
        self._formulas.stop()


def kind_of(section: Lensed) -> SectionKind:
    """The kind of section a passage is from: the points stand in the Introduction."""
    return SectionKind.INTRODUCTION if section in POINTS else SectionKind(section)
