"""Counting: what the tree and the list's header say of how much there is, a moment after something changed.

The saved searches and watched words of the tree are kept here.

A large library is counted in several turns of the event loop, so that keys come first.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.papers.paper_list import PaperList
from reader.ui.session.page_sources import PlaceSource
from reader.ui.session.places import Place, SavedCount, WatchedCount
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.session.turns import Turns
from reader.ui.sidebar.tree import Tree

_COUNT_MS = 120


class Counting(QObject):
    """Counts again when something changed.

    Signals: `begun()` before anything is counted: what is listed may have to be another.
    """

    begun = Signal()

    def __init__(self, session: Session, state: ReadingState, tree: Tree, papers: PaperList, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._state = state
        self._tree = tree
        self._papers = papers
        self.saved: tuple[SavedCount, ...] = ()  # the saved searches of the tree
        self.watched: tuple[WatchedCount, ...] = ()  # the watched words of the tree
        self._listed: PlaceSource | None = None  # the papers that the header tells of
        self._told = 0, 0  # papers in the list, and unread ones among them
        self._turns = Turns(self)
        self._pause = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._pause.timeout.connect(lambda: self._turns.start(self._counted()))

    def begin(self) -> None:
        """Fill the tree, as the window begins."""
        self.saved = tuple(SavedCount(search.name, 0) for search in self._session.marks.saved_searches())
        self._tree.set_counts(self._session.counts()._replace(saved=self.saved, watched=self.watched))

    def set_saved(self, saved: tuple[SavedCount, ...]) -> None:
        """Show these saved searches in the tree, a moment later."""
        self.saved = saved
        self.soon()

    def set_watched(self, watched: tuple[WatchedCount, ...]) -> None:
        """Show these watched words in the tree, a moment later."""
        self.watched = watched
        self.soon()

    def query_of(self, watched: str) -> str:
        """What finds a watched word, or every one with ""."""
        from reader.services.watched import query_of, query_of_all  # with the search

        return query_of(watched) if watched else query_of_all(each.word for each in self.watched if each.word)

    def line_of(self, search: Place) -> Place:
        """Where a search stands in the tree: the watched word or the saved search that it is, if it is one."""
        query = search.value
        for each in self.watched:
            if self.query_of(each.word) == query.strip():
                return Place("watched", each.word)
        saved = self._session.marks.saved_searches() if self.saved else ()
        return next((Place("saved", each.name) for each in saved if each.query == query), search)

    def set_listed(self, source: PlaceSource | None) -> None:
        """The papers that are listed now; None for those of a search, whose header counts for itself."""
        self._listed = source

    def soon(self) -> None:
        """Count again in a moment."""
        self._pause.start()

    def stop(self) -> None:
        """Count nothing any more."""
        self._pause.stop()
        self._turns.stop()
        self._listed = None

    def detail(self) -> str:
        """What the header says of the papers listed, counted now."""
        if self._listed is not None:
            self._told = self._listed.count(), self._session.count_unread(self._state.place)
        return self.told()

    def told(self) -> str:
        """What the header said last."""
        papers, left = self.tr("%Ln paper(s)", "", self._told[0]), self.tr("%Ln unread", "", self._told[1])
        return f"{papers} · {left}" if self._told[1] else papers

    def _counted(self) -> Iterator[None]:
        self.begun.emit()
        self._pause.stop()
        yield
        counts = yield from self._session.counts_in_turns()
        yield
        self._tree.set_counts(counts._replace(saved=self.saved, watched=self.watched))
        yield
        if self._listed is not None:
            self._papers.set_detail(self.detail())
