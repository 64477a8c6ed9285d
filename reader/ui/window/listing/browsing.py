"""Browsing: which papers are listed, and which of them is open.

Joins the tree and the paper list with the reading state. The answer to a search is listed here too; what is asked is
`asking.py`'s, how much there is `counting.py`'s, and what stays in a list for a while `staying.py`'s. Each place keeps
the paper that was open there and how far its list was scrolled.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, cast

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library import listing
from reader.posts.model import PaperKey
from reader.search.request import SearchSort
from reader.services.search_result import SearchResult
from reader.ui.papers.paper_list import DUE_SORTS, PAPER_SORTS, READ_SORTS, SEARCH_SORTS, PaperList, Sort
from reader.ui.session.mark_edits import MarksChange
from reader.ui.session.page_sources import PlaceSource, ResultSource
from reader.ui.session.place_words import empty_words, place_title
from reader.ui.session.places import ALL, Place
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.session.turns import Turns
from reader.ui.sidebar.tree import Tree
from reader.ui.window.listing.counting import Counting
from reader.ui.window.listing.staying import Staying

_TRIES = 5  # to read a list before a sync has written again
_OWN_ORDERS: dict[str, tuple[tuple[Sort, ...], Sort]] = {"revisit": (DUE_SORTS, "due"), "read": (READ_SORTS, "read")}
"""Kinds of places whose papers have an order of their own."""


Listed = Literal["chosen", "typed", "newer", "marked"]
"""Why another list is shown: by the person, as they type a query, of a newer library, or as only marks changed."""


class _Kept(NamedTuple):
    """What a place keeps while another is listed."""

    key: PaperKey | None
    top: tuple[int, int] | None  # of its list: a row and where it begins, px


class Browsing(QObject):
    """What is listed.

    Signals: `search_wanted(str, bool)` a place is chosen that is a search; whether its last word is a beginning, as if
    it were being typed · `answer_outdated()` the answer listed is to be given anew, of a newer library or in another
    order · `search_left()` no answer is listed any more · `listed(Listed)` what is listed is another now, and why.
    """

    search_wanted = Signal(str, bool)
    answer_outdated = Signal()
    search_left = Signal()
    listed = Signal(str)

    def __init__(self, session: Session, state: ReadingState, tree: Tree, papers: PaperList) -> None:
        super().__init__(papers)
        self._session = session
        self._state = state
        self._tree = tree
        self._papers = papers
        self.sort: listing.Sort = "newest"
        self.search_sort: SearchSort = "relevance"
        self._answer_sort: SearchSort = "relevance"  # of the answer listed
        self.finding: SearchResult | None = None  # the answer that is listed; None while a place is
        self._kept: dict[Place, _Kept] = {}
        self._source: PlaceSource | ResultSource | None = None
        self._staying = Staying(session, state, papers, self)
        self._listing = Turns(self)
        self.counting = Counting(session, state, tree, papers, self)
        self.counting.begun.connect(self._before_counting)
        tree.place_chosen.connect(self.show_place)
        papers.paper_chosen.connect(self._open)
        papers.sort_chosen.connect(self._take_sort)
        papers.selection_changed.connect(lambda: state.set_selection(papers.selected_count(), papers.selected_keys))
        self._staying.ended.connect(self.counting.soon)
        state.paper_changed.connect(self._follow)

    def begin(self, place: Place, sort: str, open_places: list[str]) -> None:
        """Show what was listed when the window was closed."""
        self.sort = cast(listing.Sort, sort) if sort in PAPER_SORTS else "newest"
        self.counting.begin()
        if open_places:
            self._tree.set_open_places(open_places)
        self.show_place(ALL if place.kind in ("search", "new") else place)  # what was new then is no longer
        if place.kind == "search":
            self.show_place(place)
        if self._state.key is None:
            self._state.open(self._papers.first_key())

    # The places.

    def show_place(self, place: Place) -> None:
        """List a place's papers; the paper that was open there last is open again."""
        if place.kind == "search":
            self.search_wanted.emit(place.value, True)
        elif place.kind == "saved":
            query = dict(self._session.marks.saved_searches()).get(place.value)
            if query is not None:
                self.search_wanted.emit(query, False)
        elif place.kind == "watched":
            self.search_wanted.emit(self.counting.query_of(place.value), False)
        else:
            self._show(place, self._kept.get(place))

    def move_on(self, place: Place, to: Place) -> None:
        """A place is gone, and another takes its stead: who was there is now there, with the same paper open."""
        kept = self._kept.pop(place, None)
        if self._state.place == place:
            self._source = None  # nothing to come back to
            self._show(to, None)
        elif kept is not None and to != ALL:
            self._kept[to] = kept

    def reveal(self, key: PaperKey) -> None:
        """Open a paper where it is listed: here, else among all papers."""
        self._state.open(key)
        if self._state.key == key and self._papers.current_key() != key:
            self._show(ALL, None)

    def show_paper(self, key: PaperKey, place: Place) -> None:
        """Open a paper at a place where it was open before."""
        if place != self._state.place and place.kind != "search":
            self._show(place, _Kept(key, None))
        elif place != self._state.place:
            self.search_wanted.emit(place.value, False)
        self._state.open(key)

    def show_answer(self, finding: SearchResult, *, settled: bool) -> None:
        """List what a search found.

        `settled`: the query is one that is not being typed, so an open paper that is no longer in the answer gives way
        to its neighbour; while one types, it stays open beside the list.
        """
        self._listing.stop()
        first = self._state.place.kind != "search"
        same = self.finding is not None and self.finding.query == finding.query
        if not same:
            self._keep_place()
        self.finding = finding
        place = Place("search", finding.query)
        self._state.set_place(place)
        self._tree.choose(self.counting.line_of(place))
        if first:
            self._papers.set_sorts(SEARCH_SORTS, self.search_sort)
        source = ResultSource(self._session.listing, finding)
        heir = self._staying.heir(source) if (settled or same) and not first else None
        kept = self._kept.get(place) if settled and not same else None
        if kept is not None and kept.key is not None and source.position(kept.key) is not None:
            heir = kept.key
        self._set_source(source)
        self._papers.set_empty(self.tr("Nothing found for “%1”").replace("%1", finding.query.strip()))
        found = self.tr("%Ln paper(s)", "", finding.total)
        if finding.also:
            some = self.tr("%Ln with some of the words", "", finding.also)
            found = f"{found} · {some}" if finding.total else some
        title = place_title(place, self._tree.locale())
        stays = not first and (self._papers.is_scrolled() or (same and self._answer_sort == self.search_sort))
        self._papers.show_answer(source, title, found, selected=heir or self._state.key, from_top=not stays)
        self._answer_sort = self.search_sort
        if heir is not None:
            self._state.open(heir)
        self.listed.emit("newer" if same else "chosen" if settled else "typed")

    def refresh(self) -> None:
        """Show a newer state of the library, of a large one a few turns later; what is open and in sight stays. The
        counts follow a moment later.
        """
        self.counting.soon()
        if self._state.place.kind == "search":
            self.answer_outdated.emit()
        else:
            self._listing.start(self._refreshed(self._state.place))

    def _refreshed(self, place: Place) -> Iterator[None]:
        for _ in range(_TRIES):
            before = self._session.listing.generation()
            source = yield from self._session.source_in_turns(place, self.sort, self._staying.keys())
            if self._session.listing.generation() == before:
                break
        why, self._staying.is_outdated = "marked" if self._staying.is_outdated else "newer", False
        with self._session.one_state(place):  # else rows that a sync replaces meanwhile are missing among the others
            if self._session.listing.generation() != before:
                source = self._session.source(place, self.sort, self._staying.keys())
            heir = self._staying.heir(source)
            self._set_source(source)
            self._papers.set_empty(*empty_words(place))
            title = place_title(place, self._tree.locale())
            self._papers.refresh(source, title, self.counting.told(), heir or self._state.key)
        if heir is not None:
            self._state.open(heir)
        self.counting.soon()  # what was counted while the list was read is of the one before
        self.listed.emit(why)

    def leave_gone(self) -> None:
        """Where the library has the open paper no more, open its neighbour in the list, if that is still there."""
        key = self._state.key
        if key is not None and self._session.record(key) is None and self._papers.current_key() == key:
            heir = (other for other in self._papers.neighbours() if self._session.record(other) is not None)
            self._state.open(next(heir, None))

    @property
    def place(self) -> Place:
        """Where one is."""
        return self._state.place

    # The papers.

    @property
    def source(self) -> PlaceSource | ResultSource | None:
        """The papers listed; None before the first list."""
        return self._source

    def list_anew(self, place: Place) -> None:
        """List a place from its beginning, whatever it kept."""
        self._show(place, None)

    def listed_keys(self) -> list[PaperKey]:
        """All papers of the list."""
        return list(self._source.keys(0, self._source.count())) if self._source else []

    def listed_ids(self) -> Sequence[int]:
        """The appearances that stand for the papers of the list, in its order."""
        return self._source.ids if self._source else ()

    # What changes around

    def marks_changed(self, change: MarksChange) -> None:
        """Show other marks."""
        self._papers.marks_changed(change.keys)
        self._staying.marks_changed(change)
        if self._listing.is_busy:
            self.refresh()  # what was read was narrowed by other marks
        self.counting.soon()

    def stop(self) -> None:
        """Do nothing any more, as the window closes: what lists still say then finds no session."""
        self.counting.stop()
        self._listing.stop()
        self._source = None
        for widget in (self._tree, self._papers):
            widget.blockSignals(True)

    # Inside: the places.

    def _show(self, place: Place, kept: _Kept | None) -> None:
        """List a place, with the paper it kept or, if it has it, the one that is open."""
        self._listing.stop()
        self._keep_place()
        self._state.set_place(place)
        self._staying.clear()
        self.finding = None
        self.search_left.emit()
        self._tree.choose(place)
        self._papers.set_sorts(*_OWN_ORDERS.get(place.kind, (PAPER_SORTS, self.sort)))
        self._papers.set_empty(*empty_words(place))
        opened, wanted = self._state.key, kept.key if kept else None
        also = [opened] if opened and opened == wanted and not self._session.is_at(place, opened) else []
        with self._session.one_state(place):
            source = self._session.source(place, self.sort, also)
            self._set_source(source)
            key = next((key for key in (wanted, opened) if key and source.position(key) is not None), None)
            self._papers.set_source(source, place_title(place, self._tree.locale()), self.counting.detail(), key)
            if kept is not None and kept.top is not None and key == wanted:
                self._papers.scroll_to(kept.top)
        if key is not None:
            self._state.open(key)
        self.listed.emit("chosen")

    def _set_source(self, source: PlaceSource | ResultSource) -> None:
        self._source = source
        self.counting.set_listed(source if isinstance(source, PlaceSource) else None)

    def _keep_place(self) -> None:
        """Remember what is open at the place listed, and how far its list is scrolled."""
        if self._source is not None:
            self._kept[self._state.place] = _Kept(self._papers.current_key(), self._papers.top())

    def _take_sort(self, name: str) -> None:
        if self._state.place.kind == "search":
            self.search_sort = cast(SearchSort, name)
            self.answer_outdated.emit()
            return
        self.sort = cast(listing.Sort, name)
        self._show(self._state.place, None)

    # Inside: the papers.

    def _open(self, key: str) -> None:
        """A row was chosen; one of a paper that has just gone stays chosen no longer than the click takes."""
        self._state.open(PaperKey(key))
        if self._state.key != key:
            QTimer.singleShot(0, self, lambda: self._follow(self._state.key or ""))

    def _follow(self, key: str) -> None:
        """Another paper is open: the list shows which, and those that stayed for the one before may go."""
        if self._papers.current_key() != (key or None):
            self._papers.choose(key)

    def _before_counting(self) -> None:
        place = self._state.place
        if place.kind == "label" and all(label.name != place.value for label in self._session.labels()):
            self.move_on(place, ALL)
        if self._staying.is_outdated:
            self.refresh()
