"""New papers are announced by a quiet count; they are listed when the person asks, and move nothing before that."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from reader.posts.model import PaperKey
from reader.ui.session.places import NEW
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.window.browsing import Browsing


class Arrivals(QObject):
    """Counts the papers that came since the person looked at the new ones last."""

    def __init__(self, session: Session, state: ReadingState, browsing: Browsing, bar: StatusBar) -> None:
        super().__init__(bar)
        self._session = session
        self._state = state
        self._browsing = browsing
        self._bar = bar
        self._are_seen = True
        browsing.listed.connect(self._listed)
        session.library_changed.connect(self.show)
        bar.new_requested.connect(lambda: browsing.show_place(NEW))

    def take(self, keys: Iterable[str]) -> None:
        """A sync found these papers, which no post had before."""
        new = {PaperKey(key) for key in keys}
        if not new:
            return
        is_listed = self._state.place == NEW
        self._session.set_new(new if self._are_seen and not is_listed else self._session.new_keys | new)
        self._are_seen = is_listed
        if is_listed:
            self._browsing.refresh()
        self.show()

    def show(self) -> None:
        """Say how many there are that were not looked at."""
        count = 0 if self._are_seen else self._session.count(NEW)
        words = self.tr("%Ln new paper(s)", "", count) if count else ""
        self._bar.set_new(words, self.tr("Show the new papers (G N)"))

    def _listed(self) -> None:
        if self._state.place == NEW:
            self._are_seen = True
            self.show()
