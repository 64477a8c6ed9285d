"""Reading: the page of the open paper, its links, and when it counts as read.

Joins the section view with the reading state.
"""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.base.links import ArxivId, PaperLinks, paper_links
from reader.base.outgoing import shown
from reader.library.model import PaperRecord
from reader.posts.model import PaperKey
from reader.render.sheet import Beneath
from reader.services.search_result import SearchResult
from reader.ui.page.attention import Attention
from reader.ui.page.section_view import SectionView
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session

if TYPE_CHECKING:
    from reader.ui.page.findings import Finder

_AHEAD = 6  # papers looked into with the open one
_CALM_MS = 200  # without another paper, before the page is drawn that something else stands in front of


class Reading(QObject):
    """The page of the open paper.

    Signals: `paper_shown()` the page shows another paper, or none · `told(str)` a word for the status bar.
    """

    paper_shown = Signal()
    told = Signal(str)

    def __init__(self, session: Session, state: ReadingState, view: SectionView) -> None:
        super().__init__(view)
        self._session = session
        self._state = state
        self.view = view
        self._finding: SearchResult | None = None
        self._finder: Finder | None = None
        self._ahead: Callable[[], Iterable[PaperKey]] = tuple
        self._covers: set[str] = set()  # what stands in front of the page
        self._later = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._later.timeout.connect(self._draw_anew)
        self._attention = Attention(view, lambda: view.is_whole)
        self._attention.given.connect(self._seen)
        view.scrolled.connect(self._attention.scrolled)
        view.link_requested.connect(self.open)
        view.appearance_requested.connect(state.show_appearance)
        state.paper_left.connect(self._leave)
        state.paper_changed.connect(self.show)
        state.appearance_changed.connect(self._draw)
        state.paper_rewritten.connect(self._redraw)
        session.details_changed.connect(self._redraw)

    def show(self) -> None:
        """Show the open paper where it was left; while something stands in front of the page, a moment later."""
        if self._covers:
            self._later.start()
        else:
            self._draw_anew()
        self._time_reading()
        self.paper_shown.emit()

    def show_again(self) -> None:
        """Show the same paper where it is, in other words of the program's."""
        self._redraw()

    def show_findings(self, finder: "Finder", ahead: Callable[[], Iterable[PaperKey]]) -> None:
        """From now on show the numbers of a text below its heading, and what makes one doubt it.

        `ahead` says which papers may come next: they are looked into as well, so that their pages are whole at once.
        """
        self._finder, self._ahead = finder, ahead
        finder.found.connect(self._found)
        self._session.library_changed.connect(finder.forget)
        self.view.lead_followed.connect(self._follow_lead)
        if (record := self._state.record) is not None:
            self.view.set_beneath(self._beneath(record))

    def set_covered(self, by: str, on: bool) -> None:
        """Say whether something stands in front of the page: it is then drawn at leisure, and nobody reads it."""
        if on:
            self.keep_position()
            self._covers.add(by)
        else:
            self._covers.discard(by)
        if not self._covers and self._later.isActive():
            self._later.stop()
            self._draw_anew()
        self._time_reading()

    def set_finding(self, finding: SearchResult | None) -> None:
        """Mark the words that are looked for, or none."""
        self._finding = finding
        if self._state.record is not None:
            self.view.set_highlighter(finding.highlighter.spans if finding else None)

    def links(self) -> PaperLinks:
        """The pages of the open paper."""
        record = self._state.record
        if record is None:
            return PaperLinks()
        identifier = ArxivId(record.arxiv_id) if record.arxiv_id else None
        paper = record.appearances[self._state.appearance].paper
        alphaxiv = next((a.paper.alphaxiv for a in record.appearances if a.paper.alphaxiv), None)
        return paper_links(identifier, paper.link, alphaxiv)

    def open_link(self, name: str) -> None:
        """Open a page of the paper in the browser: "arxiv", "pdf", "html", "alphaxiv" or "huggingface"."""
        links = self.links()
        address = getattr(links, name) or (links.other if name == "arxiv" else None)
        if address:
            self.open(address)
        else:
            self.told.emit(self.tr("This paper has no such page"))

    def go_to_related(self) -> None:
        """Give the keyboard to the papers like the open one."""
        if not self.view.go_to_related():
            self.told.emit(self.tr("No papers like this one are known"))

    def enlarge(self) -> None:
        """Show a picture of the open paper as large as the window."""
        if not self.view.enlarging.open_in_sight():
            self.told.emit(self.tr("This paper has no pictures"))

    def open(self, address: str) -> None:
        """Open an address in the system's browser."""
        from reader.ui.session.browser import open_link  # nobody opens one before the first paint

        if open_link(address):
            self.told.emit(self.tr("Opened in the browser: %1").replace("%1", shown(address)))
        else:
            self._session.failed.emit(self.tr("No browser could be opened for %1").replace("%1", shown(address)))

    def leave_unwatched(self) -> None:
        """The open paper is marked by hand, and stays so however long it is looked at."""
        self._attention.end()

    def stop(self) -> None:
        """Do nothing any more, as the window closes."""
        self._attention.end()
        self._later.stop()

    def keep_position(self) -> None:
        """Let the state know how far the open paper is read."""
        if not self._covers:
            self._state.keep_scroll(self.view.scroll_position())

    def _leave(self, key: str) -> None:
        """The person moves on from a paper; one that was in front of them long enough is read."""
        if not key:
            return
        self.keep_position()
        if self._attention.was_enough():
            self._seen()

    def _draw(self) -> None:
        record = self._state.record
        if record is None:
            self.view.show_empty(self.tr("Choose a paper to read it here."))
            return
        spans = self._finding.highlighter.spans if self._finding else None
        details = self._session.details_of(record)
        self.view.show_paper(record, self._state.appearance, spans, details, self._beneath(record))

    def _beneath(self, record: PaperRecord) -> dict[int, Beneath]:
        """What was found in the text, as far as it is known; if it is not, somebody looks."""
        if self._finder is None:
            return {}
        known = self._finder.of(record.appearances[self._state.appearance])
        if known is None:
            self._finder.look([record.key, *islice(self._ahead(), _AHEAD)])
            return {}
        from reader.ui.page.findings import beneath  # nothing is found before the first paint

        return beneath(known, record)

    def _found(self, key: str) -> None:
        if key == self._state.key and not self._later.isActive() and (record := self._state.record) is not None:
            self.view.set_beneath(self._beneath(record))

    def _follow_lead(self, name: str) -> None:
        """Go to the sentence that a number stands in, or to what is doubted."""
        from reader.ui.page.findings import place_of  # as above

        record = self._state.record
        appearance = record.appearances[self._state.appearance] if record else None
        known = self._finder.of(appearance) if self._finder and appearance else None
        place = place_of(known, appearance, name) if known and appearance else None
        if place is not None:
            self.view.marking.highlights.go_to_words(place)

    def _draw_anew(self) -> None:
        self._draw()
        if self._state.key is not None:
            self.view.set_scroll_position(self._state.position_of(self._state.key).scroll)

    def _redraw(self) -> None:
        """The text is another: show it, at the same height."""
        if self._later.isActive():
            return
        position = self.view.scroll_position()
        self._draw()
        self.view.set_scroll_position(position)

    def _time_reading(self) -> None:
        self._attention.end()
        if self._covers or self._state.key is None:
            return
        if not self._session.signs(self._state.key).read:
            self._attention.begin(self._session.profile.settings.get("read_after"))

    def _seen(self) -> None:
        if self._state.key is not None:
            self._session.set_read([self._state.key], True, undoable=False)
