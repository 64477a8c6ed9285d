"""Asking: from what is typed in the search field to an answer that is listed, and back to where one was.

Joins the search field and the search job with browsing.
"""

from PySide6.QtCore import QObject, Signal

from reader.search.request import SearchSort
from reader.services.search_result import SearchResult
from reader.ui.papers.paper_list import PaperList
from reader.ui.search.search_bar import SearchBar
from reader.ui.session.places import ALL, Place
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.search_job import SearchJob
from reader.ui.window.listing.browsing import Browsing


class Asking(QObject):
    """The search of one window.

    Signals: `found(SearchResult | None)` other words are looked for.
    """

    found = Signal(object)

    def __init__(
        self, state: ReadingState, browsing: Browsing, bar: SearchBar, papers: PaperList, job: SearchJob
    ) -> None:
        super().__init__(browsing)
        self._state = state
        self._browsing = browsing
        self._bar = bar
        self._papers = papers
        self._job = job
        self._before: Place | None = None  # where one was before the search
        self._asked = ""  # the last question, and how it was asked
        self._as_you_type = True
        self._is_listed = False  # an answer is
        self._first_wanted = False  # Enter was pressed: the first paper found is to be read, unless one went on
        browsing.search_wanted.connect(self._take_place)
        browsing.search_left.connect(self._forget)
        browsing.answer_outdated.connect(self._ask_again)
        bar.query_changed.connect(self._query_changed)
        bar.query_submitted.connect(self._query_submitted)
        bar.left.connect(self.leave)
        bar.field.left.connect(self._want_first_no_more)
        bar.results_requested.connect(self._to_results)
        job.found.connect(self._show)

    def leave(self) -> None:
        """Go back to where one was before searching."""
        self._bar.set_query("")
        self._go_back()
        self._papers.table.setFocus()

    def stop(self) -> None:
        """Do nothing any more, as the window closes."""
        self._bar.blockSignals(True)

    # Inside

    def _take_place(self, query: str, as_you_type: bool) -> None:
        """A search is chosen as a place."""
        self._bar.set_query(query)
        self._ask(query, as_you_type=as_you_type)

    def _query_changed(self, query: str) -> None:
        self._first_wanted = False
        from reader.services.query_text import settled  # nobody types before the first paint

        query = settled(query)
        if query.strip():
            if query != self._asked:
                self._ask(query)
        elif self._bar.query().strip():
            return  # an operator without a value, the first letter of a syllable: what is listed stays
        elif self._state.place.kind == "search":
            self._go_back()

    def _query_submitted(self, query: str) -> None:
        if query.strip():
            self._first_wanted = True
            self._ask(query, as_you_type=False)

    def _ask(self, query: str, *, as_you_type: bool = True) -> None:
        if self._state.place.kind != "search":
            self._before = self._state.place
        self._as_you_type = as_you_type
        self._asked = query
        whole = self._state.place.kind == "search" and self._papers.is_scrolled()
        self._job.ask(query, self._sort, as_you_type=as_you_type, whole=whole)

    def _ask_again(self) -> None:
        """The same question, of a newer library, with other names or for another order; where an answer is listed."""
        if self._state.place.kind == "search":
            self._job.ask(self._state.place.value, self._sort, as_you_type=self._as_you_type)

    @property
    def _sort(self) -> SearchSort:
        return self._browsing.search_sort

    def _show(self, finding: SearchResult) -> None:
        self._is_listed = True
        self._browsing.show_answer(finding, settled=not self._as_you_type)
        self.found.emit(finding)
        if self._first_wanted and finding.papers:  # of an empty answer it may come yet: the library is being read
            self._first_wanted = False
            self._to_first()

    def _to_results(self) -> None:
        """Give the keyboard to the list; in an answer to its first paper, unless the one that is open is in sight."""
        is_answer = self._state.place.kind == "search"
        if self._papers.current_key() is None or (is_answer and self._papers.beside_current() is None):
            self._to_first()
        else:
            self._papers.table.setFocus()

    def _to_first(self) -> None:
        self._papers.choose("")
        self._papers.table.setFocus()
        self._papers.step(1)

    def _want_first_no_more(self) -> None:
        self._first_wanted = False

    def _go_back(self) -> None:
        """Show what was listed before the search, where it was."""
        if self._state.place.kind == "search":
            self._browsing.show_place(self._before or ALL)
        else:
            self._forget()

    def _forget(self) -> None:
        """No answer is listed or wanted any more."""
        self._job.forget()
        self._asked = ""
        self._before = None
        if self._bar.query():
            self._bar.set_query("")
        if self._is_listed:
            self._is_listed = False
            self.found.emit(None)
