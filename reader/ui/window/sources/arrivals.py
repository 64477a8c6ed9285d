"""New papers are announced by a quiet count, and how many of them have watched words.

They are listed when the person asks, and move nothing before that.
"""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject

from reader.posts.model import PaperKey
from reader.ui.session.places import NEW, Place
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.window.listing.browsing import Browsing


class Arrivals(QObject):
    """Counts the papers that came since the person looked at the new ones last."""

    def __init__(self, session: Session, state: ReadingState, browsing: Browsing, bar: StatusBar) -> None:
        super().__init__(bar)
        self._session = session
        self._state = state
        self._browsing = browsing
        self._bar = bar
        self._are_seen = True
        self._watched: Collection[PaperKey] = ()
        self._watched_place = Place("watched")
        self._are_watched_seen = True
        browsing.listed.connect(self._listed)
        session.library_changed.connect(self.show)
        bar.new_requested.connect(lambda: browsing.show_place(NEW))
        bar.watched_requested.connect(self._show_watched)

    def take(self, keys: Iterable[str]) -> None:
        """A sync found these papers, which no post had before."""
        new = {PaperKey(key) for key in keys}
        if not new:
            return
        is_listed = self._state.place == NEW
        self._session.set_new(new if self._are_seen and not is_listed else self._session.new_keys | new)
        self._are_seen = self._are_watched_seen = is_listed
        if is_listed:
            self._browsing.refresh()
        self.show()

    def show(self) -> None:
        """Say how many there are that were not looked at."""
        count = 0 if self._are_seen else self._session.count(NEW)
        words = self.tr("%Ln new paper(s)", "", count) if count else ""
        self._bar.set_new(words, self.tr("Show the new papers (G N)"))
        watched = 0 if self._are_watched_seen else len(self._session.new_keys.intersection(self._watched))
        words = self.tr("%Ln with watched words", "", watched) if watched else ""
        self._bar.set_watched(words, self.tr("Show the unread papers with watched words"))

    def set_watched(self, keys: Collection[PaperKey], place: Place) -> None:
        """These unread papers have watched words, and are listed at that place."""
        self._watched, self._watched_place = keys, place
        self.show()

    def _show_watched(self) -> None:
        self._are_watched_seen = True
        self._browsing.show_place(self._watched_place)
        self.show()

    def _listed(self) -> None:
        if self._state.place == NEW:
            self._are_seen = self._are_watched_seen = True
            self.show()
