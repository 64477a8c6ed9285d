"""What the search thread does: answer questions, count the facets of an answer, count saved searches.

It has a profile of its own, and with it a connection and a reader of the index. Everything but the newest question is
given up as soon as it is noticed to be old. Whoosh is imported here, on the thread, and not when the window makes it.
"""

import gc
import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reader.base.errors import ReaderError
from reader.base.leave import Leave
from reader.base.memory import give_back
from reader.base.paths import ProfilePaths
from reader.posts.model import PaperKey
from reader.search.request import SearchRequest
from reader.services.profile import Profile
from reader.services.search_result import SearchResult

_log = logging.getLogger("reader.ui.session.search_worker")

_TURN = 0.0005
"""s. How long Python lets this thread go on while the window wants its turn; by itself ten times as long, which a key
that is typed while a search runs would have to wait several times over."""

_RARELY = (700, 10, 500)
"""Thresholds of the garbage collector while searches run: young values as ever, all there is a fiftieth as often.
Answers have thousands of values and no cycles; a look at all holds up the window for 30 to 50 ms at 10,000 papers."""


class SearchWorker(QObject):
    """Lives on the search thread. `newest` gives the number of the newest question and of the newest round of counting,
    `near` the paper of which those like it are wanted.

    Signals: `answered(int, SearchResult)`, `facets_counted(int, Facets)` and `failed(int, str)`, each with the
    question's number · `saved_counted(int, str, int)` the round's number, a saved search and its unread papers ·
    `library_read(Finder)` what quick open finds in ·
    `completed(int, str, tuple)` what the words typed may become · `related_found(str, list)` the papers like one ·
    `term_named(str, int, tuple)` a term of a text, and its other names ·
    `unusable()` once, when there is no index and every text was read instead.
    """

    answered = Signal(int, object)
    facets_counted = Signal(int, object)
    offered = Signal(int, object)
    saved_counted = Signal(int, str, int)
    library_read = Signal(object)
    completed = Signal(int, str, object)
    related_found = Signal(str, object)
    term_named = Signal(str, int, object)
    failed = Signal(int, str)
    unusable = Signal()
    _counting_goes_on = Signal(object)

    def __init__(
        self, places: ProfilePaths, newest: Callable[[], tuple[int, int]], near: Callable[[], str], leave: Leave
    ) -> None:
        """`leave` is asked for by what nobody waits for: papers like one, and counts of saved searches."""
        super().__init__()
        sys.setswitchinterval(_TURN)
        gc.set_threshold(*_RARELY)
        self._profile = Profile(places)
        self._newest = newest
        self._near = near
        self._leave = leave
        self._is_mended = False  # somebody was told that there is no index
        self._counting_goes_on.connect(self.count_saved, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def prepare(self) -> None:
        """Load what searching needs before there is a question."""
        import reader.services.facets  # noqa: F401

    @Slot(int, object)
    def answer(self, serial: int, asked: SearchRequest) -> None:
        """Answer a question, unless there is a newer one."""
        from reader.search.match.matcher import Cancelled

        if serial != self._newest()[0]:
            return
        try:
            self._answer(serial, self._find(serial, asked))
        except Cancelled:
            return
        except ReaderError as error:
            self.failed.emit(serial, str(error))

    def _answer(self, serial: int, finding: SearchResult) -> None:
        finding.highlighter.spans("")  # its regular expression is made here: of a long word that takes a while
        self.answered.emit(serial, finding)
        if finding.unusable and not self._is_mended:  # said once, not with every key
            self.unusable.emit()
        self._is_mended = finding.unusable

    @Slot(int, object, object)
    def count_facets(self, serial: int, asked: SearchRequest, finding: SearchResult) -> None:
        """Count the facets of an answer, unless there is a newer question."""
        from reader.search.match.matcher import Cancelled
        from reader.services.facets import count_facets

        def is_old() -> bool:
            return serial != self._newest()[0]

        if is_old():
            return
        profile = self._profile
        try:
            facets = count_facets(
                profile.index,
                profile.listing,
                profile.marks,
                finding,
                as_you_type=asked.as_you_type,
                cancelled=is_old,
            )
        except Cancelled:
            return
        except ReaderError as error:  # the answer stands, and says more than its facets
            _log.warning("the facets of a search could not be counted: %s", error)
            return
        self.facets_counted.emit(serial, facets)
        if not finding.total:
            self._offer(serial, finding.query, is_old)

    def _offer(self, serial: int, query: str, is_old: Callable[[], bool]) -> None:
        """Look for what would find something where a query found nothing."""
        from reader.search.match.matcher import Cancelled
        from reader.services.offers import offers

        profile = self._profile
        try:
            found = offers(profile.index, profile.listing, profile.marks, query, is_old)
        except Cancelled:
            return
        except ReaderError as error:  # that there is nothing stands, and has been said
            _log.warning("what a search would find otherwise is not known: %s", error)
            return
        self.offered.emit(serial, found)

    @Slot(int, str)
    def complete(self, serial: int, typed: str) -> None:
        """Say what the words typed may become, unless there is a newer question."""
        from reader.services.completions import completions

        if serial != self._newest()[0]:
            return
        self._look_anew()
        try:
            found = completions(self._profile.index, self._profile.listing, typed)
        except ReaderError as error:  # there is no index, which the search says
            _log.info("nothing is offered for what is typed: %s", error)
            return
        self.completed.emit(serial, typed, found)

    @Slot(str)
    def relate(self, key: str) -> None:
        """Look for the papers like one, unless those like another are wanted by now."""
        from reader.search.match.matcher import Cancelled
        from reader.services.related import related

        def is_over() -> bool:
            self._leave.wait()
            return key != self._near()

        if is_over():
            return
        self._look_anew()
        profile = self._profile
        try:
            found = related(profile.index, profile.listing, PaperKey(key), cancelled=is_over)
            rows = {row.key: row for row in profile.listing.rows([paper.appearance for paper in found])}
        except Cancelled:
            return
        except ReaderError as error:  # without an index the page stands without them
            _log.info("nothing is known of papers like %s: %s", key, error)
            return
        self.related_found.emit(key, [(paper, rows[paper.key]) for paper in found if paper.key in rows])
        give_back()  # in a library of 100,000 papers 30 MB were needed for a moment

    @Slot(str, int)
    def name_term(self, text: str, at: int) -> None:
        """Say which term stands at a place of a text, and what else it is called."""
        from reader.services.completions import term_at

        self._look_anew()
        self.term_named.emit(text, at, term_at(self._profile.index, text, at))

    @Slot(object)
    def count_saved(self, round_and_searches: tuple[int, tuple[tuple[str, str], ...]]) -> None:
        """Count the unread papers of the first saved search, the others in turns of their own.

        So a question has to wait for one at most, and that one is given up for it and counted again later.
        """
        from reader.search.match.matcher import Cancelled

        round_, searches = round_and_searches
        serial, newest_round = self._newest()
        if round_ != newest_round or not searches:
            return
        name, query = searches[0]

        def is_over() -> bool:
            self._leave.wait()
            return self._newest() != (serial, round_)

        try:
            unread = self._count_unread(query, is_over)
        except Cancelled:
            self._counting_goes_on.emit((round_, searches))
            return
        except ReaderError as error:  # a sync mends the index, and everything is counted again after it
            _log.warning("the saved search %s could not be counted: %s", name, error)
        else:
            self.saved_counted.emit(round_, name, unread)
        self._counting_goes_on.emit((round_, searches[1:]))

    @Slot()
    def read_library(self) -> None:
        """Read what quick open finds in: papers and concepts."""
        from reader.services.quick_open.finder import library_finder

        self._look_anew()
        try:
            self.library_read.emit(library_finder(self._profile.index, self._profile.listing))
        except ReaderError as error:  # places and commands are there all the same
            _log.warning("quick open has no papers: %s", error)

    @Slot()
    def close(self) -> None:
        """Close what this thread opened."""
        self._profile.close()

    def _find(self, serial: int, asked: SearchRequest) -> SearchResult:
        from reader.services.search import find

        self._look_anew()
        return find(
            self._profile.index,
            self._profile.listing,
            asked,
            marks=self._profile.marks,
            details=self._profile.details,
            cancelled=lambda: serial != self._newest()[0],
        )

    def _count_unread(self, query: str, cancelled: Callable[[], bool]) -> int:
        from reader.services.search import find

        self._look_anew()
        profile = self._profile
        asked = SearchRequest(query, snippets=0, partial=False)
        marks, details = profile.marks, profile.details
        finding = find(profile.index, profile.listing, asked, marks=marks, details=details, cancelled=cancelled)
        return len({paper.key for paper in finding.papers} - profile.marks.keys("read"))

    def _look_anew(self) -> None:
        if self._profile.listing.is_stale():
            self._profile.reopen_listing()
