"""Pages for the window: a paper's HTML with the window's words, fonts and formulas."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase

from reader.library.model import Appearance
from reader.posts.model import SectionKind
from reader.render.sheet import Labels, Look
from reader.render.theme import Theme
from reader.ui.formulas import Formulas

if TYPE_CHECKING:
    from reader.render.page import Anchor, Page


class PageWriter(QObject):
    """Writes pages; formulas not typeset yet are code in them, until it says that a page is outdated.

    Signals: `outdated()` when the page written last would be another now, as more of its formulas are typeset.
    """

    outdated = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formulas = Formulas(self)
        self._formulas.typeset.connect(self.outdated)

    @property
    def waiting(self) -> bool:
        """Whether formulas of the page are still being typeset."""
        return self._formulas.waiting

    def write(self, appearance: Appearance, theme: Theme, text_size: float, column: int) -> "Page":
        """Write an appearance of a paper; sizes in px, `column` that of the text."""
        from reader.render import page, pictures  # noqa: PLC0415  # with markdown-it: not at the window's start

        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        written = page.page(
            appearance.paper,
            Look(theme, text_size, column, mono),
            labels=self._labels(),
            is_page=appearance.is_page,
            typeset=self._formulas.get,
            find_picture=partial(pictures.find, folder=Path(appearance.source), post=appearance.post),
        )
        self._formulas.start()
        return written

    def forget(self) -> None:
        """Another paper is shown, or none: typeset no more for the last one."""
        self._formulas.stop()

    def tab_name(self, anchor: "Anchor") -> str:
        """The word on a section's tab: its heading."""
        names = {
            SectionKind.INTRODUCTION: self.tr("Introduction"),
            SectionKind.METHOD: self.tr("Method"),
            SectionKind.RESULTS: self.tr("Results"),
            SectionKind.LIMITATIONS: self.tr("Limitations"),
            SectionKind.CONCLUSION: self.tr("Conclusion"),
        }
        return anchor.heading or names.get(anchor.kind, "")

    def _labels(self) -> Labels:
        return Labels(
            goal=self.tr("Goal"),
            motivation=self.tr("Motivation"),
            contribution=self.tr("Contribution"),
            picture_elsewhere=self.tr("Picture on {host} · click to open it in the browser"),
            picture_missing=self.tr("Picture not found: {name}"),
        )
