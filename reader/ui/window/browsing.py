"""Browsing: which papers are listed, by the tree or by a search, and which of them is chosen.

Joins the tree, the paper list and the search field with the session. What is read is `reading.py`'s.
"""

from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library import listing
from reader.posts.model import PaperKey
from reader.search.request import SearchSort
from reader.services.search_result import SearchResult
from reader.ui.papers.paper_list import DUE_SORTS, PAPER_SORTS, SEARCH_SORTS, PaperList, Sort
from reader.ui.search.search_bar import SearchBar
from reader.ui.session.jobs import SearchJob
from reader.ui.session.page_sources import PlaceSource, ResultSource, unread_from
from reader.ui.session.place_words import empty_words, place_title
from reader.ui.session.places import ALL, MARKED_KINDS, Place, SavedCount
from reader.ui.session.session import Session
from reader.ui.sidebar.tree import Tree

_COUNT_MS = 120


class Browsing(QObject):
    """What is listed.

    Signals: `paper_chosen(str)` another paper is to be read, "" for none · `found(SearchResult | None)` other words are
    looked for · `told(str)` a word for the status bar.
    """

    paper_chosen = Signal(str)
    found = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, tree: Tree, papers: PaperList, bar: SearchBar, job: SearchJob) -> None:
        super().__init__(papers)
        self._session = session
        self._tree = tree
        self._papers = papers
        self._bar = bar
        self._job = job
        self.place: Place = ALL
        self.sort: listing.Sort = "newest"
        self.search_sort: SearchSort = "relevance"
        self._before: tuple[Place, PaperKey | None, int] | None = (
            None  # where one was before the search, and its scroll
        )
        self._source: PlaceSource | ResultSource | None = None
        self._finding: SearchResult | None = None
        self._open: PaperKey | None = None  # the paper chosen last
        self._staying: set[PaperKey] = set()  # papers listed until another is opened, whatever is marked on them
        self._outdated = False  # papers came to the place listed, or left it, by their marks
        self._asked = ""  # the last question, and how it was asked
        self._as_you_type = True
        self.saved: tuple[SavedCount, ...] = ()  # the saved searches of the tree
        self._first_wanted = False  # Enter was pressed: the first paper found is to be read, unless one went on
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._counting.timeout.connect(self._recount)
        self._connect()

    def begin(self, place: Place, sort: str, key: PaperKey, open_places: list[str]) -> None:
        """Show what was listed when the window was closed."""
        self.sort = cast(listing.Sort, sort) if sort in PAPER_SORTS else "newest"
        self.saved = tuple(SavedCount(search.name, 0) for search in self._session.marks.saved_searches())
        self._tree.set_counts(self._session.counts()._replace(saved=self.saved))
        if open_places:
            self._tree.set_open_places(open_places)
        self.show_place(ALL if place.kind == "search" else place, key or None)
        if place.kind == "search":
            self.show_place(place)

    def show_place(self, place: Place, keep: PaperKey | None = None) -> None:
        """List a place's papers; `keep` stays chosen if it is among them."""
        if place.kind == "saved":
            saved = dict(self._session.marks.saved_searches())
            if place.value in saved:
                self._bar.set_query(saved[place.value])
                self._ask(saved[place.value], as_you_type=False)
            return
        if place.kind == "search":
            self._bar.set_query(place.value)
            self._ask(place.value)
            return
        self.place = place
        self._outdated = False
        self._staying.clear()
        self._leave_search()
        self._tree.choose(place)
        self._papers.set_sorts(*self._sorts(place))
        self._papers.set_empty(*empty_words(place))
        source = self._session.source(place, self.sort, [keep] if keep and keep == self._open else ())
        self._source = source
        self._papers.set_source(source, place_title(place, self._tree.locale()), self._detail(source), keep)

    def refresh(self) -> None:
        """Show a newer state of the library; what is chosen and in sight stays. The counts follow a moment later."""
        self._counting.start()
        if self.place.kind == "search":
            self._job.ask(self.place.value, self.search_sort, as_you_type=self._as_you_type)
            return
        self._outdated = False
        source = self._session.source(self.place, self.sort, self._kept())
        self._source = source
        self._papers.refresh(source, place_title(self.place, self._tree.locale()), self._detail(source))

    @property
    def finding(self) -> SearchResult | None:
        """The answer that is listed; None while a place is."""
        return self._finding

    def set_saved(self, saved: tuple[SavedCount, ...]) -> None:
        """Show these saved searches in the tree, a moment later."""
        self.saved = saved
        self._counting.start()

    def _recount(self) -> None:
        self._tree.set_counts(self._session.counts()._replace(saved=self.saved))
        if self._outdated:
            self.refresh()
            self._counting.stop()
        elif isinstance(self._source, PlaceSource):
            self._papers.set_detail(self._detail(self._source))

    def marks_changed(self, keys: frozenset[PaperKey]) -> None:
        """Show other marks: of these papers, or with an empty set of any."""
        self._papers.marks_changed(keys or frozenset(self._shown_keys()))
        if self.place.kind in MARKED_KINDS:
            self._outdated = True
            if len(keys) == 1 and self.place.kind != "unread":
                self._staying |= keys
        self._counting.start()

    def day_changed(self) -> None:
        """It is another day: other papers are due."""
        self.marks_changed(frozenset())

    def open_paper(self, key: PaperKey) -> None:
        """Choose a paper, in the list if it has it, else in the whole library."""
        if not self._papers.choose(key):
            self.show_place(ALL, key)
        self._choose(key)

    def step_unread(self, by: int) -> bool:
        """Choose the next (1) or previous (-1) unread paper of the list; False if there is none."""
        source, current = self._source, self._papers.current_key()
        if source is None:
            return False
        here = source.position(current) if current else None
        start = (-1 if by > 0 else source.count()) if here is None else here
        key = unread_from(source, start + by, by, lambda key: self._session.signs(key).read)
        if key is None:
            if self._next_day(by):
                return True
            self.told.emit(self.tr("No other unread paper in this list"))
            return False
        self._papers.choose(key)
        self._choose(key)
        return True

    def _next_day(self, by: int) -> bool:
        """Go on with the unread papers of the next day (month, year) that has any; False if none has."""
        if self.place.kind not in ("day", "month", "year"):
            return False
        older = (by > 0) == (self.sort != "oldest")
        day = self._session.listing.next_day(self.place.value, "read", older=older)
        if day is None:
            return False
        self.show_place(Place(self.place.kind, day[: len(self.place.value)]))
        self._papers.choose("")
        return self.step_unread(by)

    def listed_keys(self) -> list[PaperKey]:
        """All papers of the list."""
        if isinstance(self._source, PlaceSource):
            return self._session.listing.keys(self._source.ids)
        return [paper.key for paper in self._finding.papers] if self._finding else []

    def stop(self) -> None:
        """Do nothing any more, as the window closes: what fields and lists still say then finds no session."""
        self._counting.stop()
        for widget in (self._bar, self._tree, self._papers):
            widget.blockSignals(True)

    def leave_search(self) -> None:
        """Go back to where one was before searching."""
        self._bar.set_query("")
        self._go_back()
        self._papers.table.setFocus()

    # Inside.

    def _connect(self) -> None:
        self._tree.place_chosen.connect(self.show_place)
        self._papers.paper_chosen.connect(self._choose)
        self._papers.sort_chosen.connect(self._take_sort)
        self._bar.query_changed.connect(self._query_changed)
        self._bar.query_submitted.connect(self._query_submitted)
        self._bar.left.connect(self.leave_search)
        self._bar.field.left.connect(self._want_first_no_more)
        self._bar.results_requested.connect(self._to_results)
        self._job.found.connect(self._show_finding)
        self._job.failed.connect(self._session.failed)

    def _choose(self, key: str) -> None:
        """Another paper is opened: those that stayed for the one before may go."""
        stayed = self._staying | ({self._open} if self._open else set())
        self._open = PaperKey(key) if key else None
        self._staying.clear()
        if any(paper != key and not self._session.is_at(self.place, paper) for paper in stayed):
            self._outdated = True
            self._counting.start()
        self.paper_chosen.emit(key)

    def _kept(self) -> set[PaperKey]:
        """Papers that stay in the list although their marks no longer put them there."""
        if self.place.kind not in MARKED_KINDS or self._source is None:
            return set()
        wanted = self._staying | ({self._open} if self._open else set())
        return {key for key in wanted if self._source.position(key) is not None}

    def _sorts(self, place: Place) -> tuple[tuple[Sort, ...], Sort]:
        """The orders a place can be listed in, and the one in force."""
        return (DUE_SORTS, "due") if place.kind == "revisit" else (PAPER_SORTS, self.sort)

    def _query_changed(self, query: str) -> None:
        self._first_wanted = False
        from reader.services.query_text import settled  # nobody types before the first paint

        query = settled(query)
        if query.strip():
            if query != self._asked:
                self._ask(query)
        elif self._bar.query().strip():
            return  # an operator without a value, the first letter of a syllable: what is listed stays
        elif self.place.kind == "search":
            self._go_back()

    def _go_back(self) -> None:
        """Show what was listed before the search, where it was."""
        if self._before is None:
            self.show_place(self.place if self.place.kind != "search" else ALL, self._papers.current_key())
            return
        place, key, scrolled = self._before
        self.show_place(place, key)
        self._papers.table.verticalScrollBar().setValue(scrolled)

    def _query_submitted(self, query: str) -> None:
        if query.strip():
            self._first_wanted = True
            self._ask(query, as_you_type=False)

    def _want_first_no_more(self) -> None:
        self._first_wanted = False

    def _to_results(self) -> None:
        """Give the keyboard to the list, on its first paper if none is chosen."""
        self._papers.table.setFocus()
        if self._papers.current_key() is None:
            self._papers.step(1)

    def _ask(self, query: str, *, as_you_type: bool = True) -> None:
        if self._before is None and self.place.kind != "search":
            scrolled = self._papers.table.verticalScrollBar().value()
            self._before = (self.place, self._papers.current_key(), scrolled)
        self._as_you_type = as_you_type
        self._asked = query
        in_sight = self._papers.table.verticalScrollBar().value() if self.place.kind == "search" else 0
        self._job.ask(query, self.search_sort, as_you_type=as_you_type, whole=in_sight > 0)

    def _show_finding(self, finding: SearchResult) -> None:
        first = self.place.kind != "search"
        self.place = Place("search", finding.query)
        self._finding = finding
        source = ResultSource(self._session.listing, finding)
        self._source = source
        title = place_title(self.place, self._tree.locale())
        self._tree.choose(self._place_in_tree(finding.query))
        if first:
            self._papers.set_sorts(SEARCH_SORTS, self.search_sort)
        found = self.tr("%Ln paper(s)", "", finding.total)
        selected = self._papers.current_key() or self._open
        self._papers.show_answer(source, title, found, selected=selected, first=first)
        self._papers.set_empty(self.tr("Nothing found for “%1”").replace("%1", finding.query.strip()))
        self.found.emit(finding)
        if self._first_wanted and finding.papers:  # of an empty answer it may come yet: the library is being read
            self._first_wanted = False
            self._papers.choose("")
            self._to_results()

    def _place_in_tree(self, query: str) -> Place:
        """The saved search that this query is, if it is one."""
        for search in self._session.marks.saved_searches() if self.saved else ():
            if search.query == query:
                return Place("saved", search.name)
        return self.place

    def _leave_search(self) -> None:
        self._job.forget()
        self._asked = ""
        self._before = None
        if self._bar.query():
            self._bar.set_query("")
        if self._finding is not None:
            self._finding = None
            self.found.emit(None)

    def _take_sort(self, name: str) -> None:
        if self.place.kind == "search":
            self.search_sort = cast(SearchSort, name)
            self._job.ask(self.place.value, self.search_sort, as_you_type=self._as_you_type)
            return
        self.sort = cast(listing.Sort, name)
        self.show_place(self.place, self._papers.current_key())

    def _shown_keys(self) -> list[PaperKey]:
        key = self._papers.current_key()
        return [*self.listed_keys(), *([key] if key else [])]

    def _detail(self, source: PlaceSource) -> str:
        unread = self._session.count_unread(self.place)
        papers = self.tr("%Ln paper(s)", "", source.count())
        left = self.tr("%Ln unread", "", unread)
        return f"{papers} · {left}" if unread else papers
