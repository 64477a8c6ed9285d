"""Reading: the open paper, its marks and its links.

Joins the section view with the session; the paper's note is `noting.py`'s.
"""

import logging

from PySide6.QtCore import QObject, Signal

from reader.base.links import ArxivId, PaperLinks, paper_links
from reader.library.model import PaperRecord
from reader.posts.model import PaperKey
from reader.services.search_result import SearchResult
from reader.ui.page.attention import Attention
from reader.ui.page.section_view import SectionView
from reader.ui.session.browser import open_link
from reader.ui.session.session import Session

_log = logging.getLogger("reader.ui.page.reading")


class Reading(QObject):
    """The paper that is open.

    Signals: `paper_shown(str)` another paper is open, "" for none · `told(str)` a word for the status bar.
    """

    paper_shown = Signal(str)
    told = Signal(str)

    def __init__(self, session: Session, view: SectionView) -> None:
        super().__init__(view)
        self._session = session
        self.view = view
        self._finding: SearchResult | None = None
        self.record: PaperRecord | None = None
        self.appearance = 0
        self._attention = Attention(view, lambda: view.is_whole)
        self._attention.given.connect(self._seen)
        view.scrolled.connect(self._attention.scrolled)
        view.link_requested.connect(self.open)
        view.appearance_requested.connect(self.show_appearance)

    @property
    def key(self) -> PaperKey | None:
        """The open paper's key."""
        return self.record.key if self.record else None

    def show(self, key: PaperKey | None, appearance: int = 0) -> None:
        """Open a paper, or none."""
        record = self._session.record(key) if key else None
        if record is not None and self.record is not None and record.key == self.record.key:
            return
        if self._attention.was_enough():  # the person moves on from a paper that was in front of them
            self._seen()
        self.record = record
        self.appearance = min(appearance, len(record.appearances) - 1) if record else 0
        self._draw()
        self._time_reading()
        self.paper_shown.emit(record.key if record else "")

    def show_appearance(self, index: int) -> None:
        """Show the open paper as another post has it."""
        self.appearance = index
        self._draw()

    def refresh(self) -> None:
        """Show the open paper as the library has it now, where one was in it."""
        if self.record is None:
            return
        record = self._session.record(self.record.key)
        if record is None:
            self.show(None)
        elif record != self.record:
            position = self.view.scroll_position()
            self.record = record
            self.appearance = min(self.appearance, len(record.appearances) - 1)
            self._draw()
            self.view.set_scroll_position(position)

    def set_finding(self, finding: SearchResult | None) -> None:
        """Mark the words that are looked for, or none."""
        self._finding = finding
        if self.record is not None:
            self.view.set_highlighter(finding.highlighter.spans if finding else None)

    def links(self) -> PaperLinks:
        """The pages of the open paper."""
        if self.record is None:
            return PaperLinks()
        identifier = ArxivId(self.record.arxiv_id) if self.record.arxiv_id else None
        paper = self.record.appearances[self.appearance].paper
        alphaxiv = next((a.paper.alphaxiv for a in self.record.appearances if a.paper.alphaxiv), None)
        return paper_links(identifier, paper.link, alphaxiv)

    def open_link(self, name: str) -> None:
        """Open a page of the paper in the browser: "arxiv", "pdf", "html", "alphaxiv" or "huggingface"."""
        links = self.links()
        address = getattr(links, name) or (links.other if name == "arxiv" else None)
        if address:
            self.open(address)
        else:
            self.told.emit(self.tr("This paper has no such page"))

    def open(self, address: str) -> None:
        """Open an address in the system's browser."""
        if open_link(address):
            self.told.emit(self.tr("Opened in the browser: %1").replace("%1", address))
        else:
            self._session.failed.emit(self.tr("No browser could be opened for %1").replace("%1", address))

    def leave_unwatched(self) -> None:
        """The open paper is marked by hand, and stays so however long it is looked at."""
        self._attention.end()

    def stop(self) -> None:
        """Do nothing any more, as the window closes."""
        self._attention.end()

    def _draw(self) -> None:
        if self.record is None:
            self.view.show_empty(self.tr("Choose a paper to read it here."))
            return
        spans = self._finding.highlighter.spans if self._finding else None
        self.view.show_paper(self.record, self.appearance, spans)

    def _time_reading(self) -> None:
        self._attention.end()
        if self.key is not None and not self._session.signs(self.key).read:
            self._attention.begin(self._session.profile.settings.get("read_after"))

    def _seen(self) -> None:
        if self.key is not None:
            self._session.set_read([self.key], True, undoable=False)
