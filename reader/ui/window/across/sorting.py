"""The new papers of a morning, sorted by one key each: keep, later, let go; and on to the next.

Each is one step of undo, which also leads back to the paper.
"""

from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from reader.posts.model import PaperKey
from reader.ui.session.places import NEW, UNREAD
from reader.ui.window.across.around import Around
from reader.ui.window.listing.next_unread import NextUnread


class Sorting(QObject):
    """Sorting in one window.

    Signals: `told(str)` a word for the status bar.
    """

    told = Signal(str)

    def __init__(self, around: Around) -> None:
        super().__init__(around.panes)
        self._session = around.session
        self._state = around.state
        self._browsing = around.browsing
        self._reading = around.reading
        self._panes = around.panes
        self._papers = around.papers
        self._unread = NextUnread(around.session, around.state, around.browsing, around.papers)
        around.session.sorted_back.connect(self._go_back)

    def begin(self) -> None:
        """List what is new since the last visit, else the unread papers, at the first of them."""
        place = NEW if self._session.count_unread(NEW) else UNREAD
        self._browsing.list_anew(place)
        self._panes.show_list()
        self._state.open(self._papers.first_key())
        count = self._session.count_unread(place)
        if not count:
            self.told.emit(self.tr("Nothing is left to sort here"))
            return
        left = self.tr("%Ln to sort", "", count)
        keys = self.tr("Y keeps, U later, X lets go, M: all above are read")
        self.told.emit(f"{left} · {keys}")

    def keep(self) -> None:
        """Bookmark the open paper, and go on."""
        self._sort(self.tr("Kept"), bookmark=True)

    def later(self) -> None:
        """Come back to the open paper tomorrow, and go on."""
        self._sort(self.tr("Tomorrow again"), later=True)

    def skip(self) -> None:
        """Count the open paper as read, and go on."""
        self._sort(self.tr("Let go"))

    def read_above(self) -> None:
        """Count all papers above the open one as read."""
        source, key = self._browsing.source, self._state.key
        at = source.position(key) if source and key else None
        count = self._session.set_read(source.keys(0, at), True) if source and at else 0
        self.told.emit(self.tr("%Ln above marked as read", "", count))

    # Inside

    def _sort(self, words: str, *, bookmark: bool = False, later: bool = False) -> None:
        keys = self._state.targets()
        if not keys:
            return
        self._reading.leave_unwatched()
        due = self._session.today() + timedelta(days=1) if later else None
        if not self._session.sort_papers(keys, bookmark=bookmark, due=due):
            return
        if self._unread.step(1):
            left = sum(not self._session.signs(key).read for key in self._browsing.listed_keys())
            told = self.tr("%Ln to sort", "", left)
            self.told.emit(f"{words} · {told}")
        else:
            nothing = self.tr("Nothing is left to sort here")
            self.told.emit(f"{words} · {nothing}")

    def _go_back(self, key: str) -> None:
        self._browsing.reveal(PaperKey(key))
