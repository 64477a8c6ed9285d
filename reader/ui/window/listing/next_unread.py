"""From one unread paper to the next: down the list, then on to the next day (month, year) that has any."""

from PySide6.QtCore import QObject, Signal

from reader.ui.papers.paper_list import PaperList
from reader.ui.session.page_sources import unread_from
from reader.ui.session.places import Place
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.window.listing.browsing import Browsing


class NextUnread(QObject):
    """Steps through the unread papers of what is listed.

    Signals: `told(str)` a word for the status bar, where there are no more.
    """

    told = Signal(str)

    def __init__(self, session: Session, state: ReadingState, browsing: Browsing, papers: PaperList) -> None:
        super().__init__(browsing)
        self._session = session
        self._state = state
        self._browsing = browsing
        self._papers = papers

    def step(self, by: int) -> bool:
        """Open the next (1) or previous (-1) unread paper; False if there is none."""
        source, current = self._browsing.source, self._papers.current_key()
        return self._step(by, source.position(current) if source and current else None)

    def _step(self, by: int, here: int | None) -> bool:
        """The same from a row on; from the end of the list without one."""
        source = self._browsing.source
        if source is None:
            return False
        start = (-1 if by > 0 else source.count()) if here is None else here
        key = unread_from(source, start + by, by, lambda key: self._session.signs(key).read)
        if key is None:
            if self._go_on(by):
                return True
            self.told.emit(self.tr("No other unread paper in this list"))
            return False
        self._state.open(key)
        return True

    def _go_on(self, by: int) -> bool:
        """Go on with the unread papers of the next day (month, year) that has any; False if none has."""
        place = self._state.place
        if place.kind not in ("day", "month", "year"):
            return False
        older = (by > 0) == (self._browsing.sort != "oldest")
        day = self._session.listing.next_day(place.value, "read", older=older)
        if day is None:
            return False
        self._browsing.list_anew(Place(place.kind, day[: len(place.value)]))
        return self._step(by, None)
