"""Relating: the papers like the open one, below its text, and what its terms are called otherwise.

Joins the reading state with the search job, which looks for them when a paper is open for a moment.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.posts.model import PaperKey
from reader.ui.page.naming_terms import NamingTerms
from reader.ui.page.related_foot import RelatedLine
from reader.ui.page.section_view import SectionView
from reader.ui.session.dates import list_date
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.search_job import SearchJob
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from reader.library.model import PaperRow
    from reader.services.related import RelatedPaper  # with whoosh: only the search thread imports it

_AFTER_MS = 350
_FIRST_MS = 1500  # of the first paper, while the program still gets ready
_SHOWN = 6


class Relating(QObject):
    """The papers like the open one. Choosing one opens it and leaves the list as it is; one comes back by "back"."""

    def __init__(
        self, session: Session, state: ReadingState, view: SectionView, job: SearchJob, status: StatusBar
    ) -> None:
        super().__init__(view)
        self.naming = NamingTerms(view, job, status)
        self._session = session
        self._state = state
        self._view = view
        self._job = job
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._ask)
        state.paper_sought.connect(lambda: job.relate(""))  # the other paper is drawn with nobody reading beside it
        state.paper_changed.connect(self._wait)
        session.library_changed.connect(self._wait)
        view.paper_requested.connect(lambda key: state.open(PaperKey(key)))
        job.related_found.connect(self._show)
        self._pause.start(_FIRST_MS)

    def _wait(self) -> None:
        """Another paper is open: what is like it is looked for when nobody moves on at once."""
        self._job.relate("")
        self._pause.start(_AFTER_MS)

    def _ask(self) -> None:
        self._job.relate(self._state.key or "")

    def _show(self, key: str, found: "list[tuple[RelatedPaper, PaperRow]]") -> None:
        if key != self._state.key:
            return
        today = self._session.today()
        self._view.set_related(
            [
                RelatedLine(paper.key, row.title, ", ".join(paper.shared), list_date(row.day, today) if row.day else "")
                for paper, row in found[:_SHOWN]
                if row.title
            ]
        )
