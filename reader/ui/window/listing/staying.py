"""What stays in a list although the marks or the library would have it gone, and what is opened where a paper went.

A paper that is read is not torn from the list of unread papers: it goes when another is opened.
"""

from PySide6.QtCore import QObject, Signal

from reader.posts.model import PaperKey
from reader.ui.papers.paper_list import PaperList
from reader.ui.session.mark_edits import MarksChange
from reader.ui.session.page_sources import PlaceSource, ResultSource
from reader.ui.session.places import MARKED_KINDS
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session


class Staying(QObject):
    """The papers of one list that stay in it for a while.

    Signals: `ended()` the paper before stays no more, so the list is to be another.
    """

    ended = Signal()

    def __init__(self, session: Session, state: ReadingState, papers: PaperList, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._state = state
        self._papers = papers
        self._staying: set[PaperKey] = set()  # papers listed until another is opened, whatever is marked on them
        self.is_outdated = False  # papers came to the place listed, or left it, by their marks
        state.paper_left.connect(self._paper_left)

    def clear(self) -> None:
        """Another place is listed."""
        self._staying.clear()
        self.is_outdated = False

    def marks_changed(self, change: MarksChange) -> None:
        """Keep a paper where it is listed, whatever was just marked on it."""
        if self._state.place.kind in MARKED_KINDS:
            self.is_outdated = True
            if len(change.keys) == 1 and self._state.place.kind != "unread":
                self._staying |= change.keys

    def keys(self) -> set[PaperKey]:
        """Papers that stay in the list although their marks no longer put them there."""
        wanted = self._staying | ({self._state.key} if self._state.key else set())
        return {key for key in wanted if not self._session.is_at(self._state.place, key) and self._papers.has(key)}

    def heir(self, source: PlaceSource | ResultSource) -> PaperKey | None:
        """The neighbour of the open paper that was listed and is not in this newer list; None where none is due."""
        key = self._state.key
        if key is None or self._papers.current_key() is None or source.position(key) is not None:
            return None
        return next((other for other in self._papers.neighbours() if source.position(other) is not None), None)

    def _paper_left(self, key: str) -> None:
        stayed = self._staying | ({PaperKey(key)} if key else set())
        self._staying.clear()
        if any(not self._session.is_at(self._state.place, paper) for paper in stayed):
            self.is_outdated = True
            self.ended.emit()
