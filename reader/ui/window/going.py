"""Back and forward through the papers that were open, each at its place, as in a browser."""

from PySide6.QtCore import QObject, Signal

from reader.posts.model import PaperKey
from reader.ui.session.history import Visit
from reader.ui.session.open_tabs import OpenTabs
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.window.listing.browsing import Browsing


class Going(QObject):
    """What was open in one window, and the way there.

    Signals: `told(str)` a word for the status bar.
    """

    told = Signal(str)

    def __init__(self, session: Session, state: ReadingState, browsing: Browsing) -> None:
        super().__init__(browsing)
        self._session = session
        self._state = state
        self._browsing = browsing
        self.tabs = OpenTabs()
        state.paper_changed.connect(self._opened)

    def go(self, by: int) -> None:
        """Go back (-1) or forward (1)."""
        visit = self.tabs.history.go(by, lambda key: self._session.record(key) is not None)
        if visit is None:
            nothing = self.tr("No paper was open before this one"), self.tr("No paper was open after this one")
            self.told.emit(nothing[by > 0])
        else:
            self._browsing.show_paper(visit.key, visit.place)

    def _opened(self, key: str) -> None:
        if key:
            self.tabs.history.add(Visit(self._state.place, PaperKey(key)))
