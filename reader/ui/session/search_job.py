"""Searching on a thread. Of searches only the newest is delivered; each new one cancels the one before."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.base.leave import Leave
from reader.base.paths import ProfilePaths
from reader.search.request import ENOUGH, SearchRequest, SearchSort
from reader.services.search_result import SearchResult
from reader.ui.session.turns import leave_of

if TYPE_CHECKING:
    from PySide6.QtCore import QThread


_FIRST = (50, 16)  # several screens of papers, and a screen of sentences: there a tenth as soon as all of them
_WHOLE = (0, 200)  # and of so many the best sentence
_LAST_MS = 30_000  # for the last question to be given up: the thread may be loading what it needs, on a busy machine
_CALM_MS = 120  # without another question before all papers of an answer are fetched, and then its facets counted


class SearchJob(QObject):
    """Searches on a thread of their own.

    Signals: `found(SearchResult)` the answer to the newest question; with fewer papers than its total, another with all
    of them follows · `facets_counted(Facets)` of that answer, when nothing else was asked for a moment ·
    `offered(tuple)` of an answer without papers, each an Offer of a query that finds some ·
    `library_read(Finder)` what quick open finds in ·
    `completed(str, tuple)` what the words typed may become, each a Completion ·
    `related_found(str, list)` the papers like one, each a RelatedPaper and its PaperRow ·
    `term_named(str, int, tuple)` a term of a text, and its other names; () for none ·
    `saved_counted(str, int)` the name of a saved search and its unread papers · `failed(str)` in words to be shown ·
    `unusable()` there is no index that can be trusted: sync, then ask again.
    """

    found = Signal(object)
    facets_counted = Signal(object)
    offered = Signal(object)
    saved_counted = Signal(str, int)
    library_read = Signal(object)
    completed = Signal(str, object)
    related_found = Signal(str, object)
    term_named = Signal(str, int, object)
    failed = Signal(str)
    unusable = Signal()
    _preparing = Signal()
    _library_asked = Signal()
    _asked = Signal(int, object)
    _facets_asked = Signal(int, object, object)
    _counts_asked = Signal(object)
    _completions_asked = Signal(int, str)
    _related_asked = Signal(str)
    _term_asked = Signal(str, int)

    def __init__(self, places: ProfilePaths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._serial = 0
        self._counting = 0
        self._places = places
        self.finds_alike = True  # also words that mean the same
        self._thread: QThread | None = None
        self._is_stopped = False
        self._request: SearchRequest | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._finding: SearchResult | None = None
        self._near = ""  # the paper of which those like it are wanted
        self._leave = leave_of(self)
        self._calm.timeout.connect(self._ask_more)

    def _begin(self) -> None:
        """Start the thread; it is not needed before the first question, nor after the window is closed."""
        if self._is_stopped:
            return
        from PySide6.QtCore import QThread  # these come with the first search

        from reader.ui.session.search_worker import SearchWorker

        self._thread = thread = QThread(self)
        leave = self._leave
        self.destroyed.connect(lambda: _end(thread, leave))  # a thread must not be destroyed before it ends
        self._worker = SearchWorker(self._places, lambda: (self._serial, self._counting), lambda: self._near, leave)
        self._worker.moveToThread(self._thread)
        self._preparing.connect(self._worker.prepare)
        self._asked.connect(self._worker.answer)
        self._facets_asked.connect(self._worker.count_facets)
        self._counts_asked.connect(self._worker.count_saved)
        self._library_asked.connect(self._worker.read_library)
        self._worker.library_read.connect(self.library_read)
        self._completions_asked.connect(self._worker.complete)
        self._related_asked.connect(self._worker.relate)
        self._term_asked.connect(self._worker.name_term)
        self._worker.answered.connect(self._deliver)
        self._worker.facets_counted.connect(self._deliver_facets)
        self._worker.offered.connect(self._deliver_offers)
        self._worker.saved_counted.connect(self._deliver_count)
        self._worker.completed.connect(self._deliver_completions)
        self._worker.related_found.connect(self.related_found)
        self._worker.term_named.connect(self.term_named)
        self._worker.failed.connect(self._fail)
        self._worker.unusable.connect(self.unusable)
        self._thread.finished.connect(self._worker.close)
        self._thread.start()

    def prepare(self) -> None:
        """Be ready for a question that is about to come."""
        if self._thread is None:
            self._begin()
            self._preparing.emit()

    def ask(self, query: str, sort: SearchSort, *, as_you_type: bool = True, whole: bool = True) -> None:
        """Search for something; what was asked before is no longer answered. `whole`: with one answer, not two.

        While one types, papers with some of the words come with the second answer, or where there are no others.
        """
        if self._thread is None:
            self._begin()
        self.forget()
        self._request = SearchRequest(
            query,
            *(_WHOLE if whole else _FIRST),
            sort,
            as_you_type,
            partial=whole or not as_you_type,
            alike=self.finds_alike,
        )
        self._asked.emit(self._serial, self._request)

    def complete(self, typed: str) -> None:
        """Ask what the words typed may become; after what was asked before, and dropped by the next question."""
        if self._thread is None:
            self._begin()
        self._completions_asked.emit(self._serial, typed)

    def relate(self, key: str) -> None:
        """Ask for the papers like one, instead of those like another; none with ""."""
        self._near = key
        if key:
            if self._thread is None:
                self._begin()
            self._related_asked.emit(key)

    def name_term(self, text: str, at: int) -> None:
        """Ask what the term at a place of a text is called otherwise."""
        if self._thread is None:
            self._begin()
        self._term_asked.emit(text, at)

    def forget(self) -> None:
        """No longer answer what was asked."""
        self._serial += 1
        self._calm.stop()
        self._finding = None

    def count_saved(self, searches: Sequence[tuple[str, str]]) -> None:
        """Count the unread papers of saved searches, (name, query) each, when no search is waiting for its answer."""
        if self._thread is None and searches:
            self._begin()
        self._counting += 1
        self._counts_asked.emit((self._counting, tuple(searches)))

    def read_library(self) -> None:
        """Read what quick open finds in."""
        self.prepare()
        self._library_asked.emit()

    def stop(self) -> None:
        """End the thread, as the window closes."""
        self._is_stopped = True
        self.forget()
        self._counting += 1
        self._near = ""
        if self._thread is not None:
            _end(self._thread, self._leave)

    @Slot(int, object)
    def _deliver(self, serial: int, finding: SearchResult) -> None:
        request = self._request
        if serial != self._serial or request is None:
            return
        if not (finding.total or request.partial):  # nobody is told that there is nothing before that is known
            self._ask_for(request._replace(partial=True))
            return
        if not self._is_said(finding):
            self.found.emit(finding)
        self._finding = finding
        self._calm.start()

    def _is_said(self, finding: SearchResult) -> bool:
        """Whether the answer before said all this one says, so that no list is replaced by the same."""
        before = self._finding
        return before is not None and before.papers == finding.papers and before.also == finding.also

    def _ask_more(self) -> None:
        """Nothing else was asked for a moment: ask for all papers of the answer, or for their facets."""
        request, finding = self._request, self._finding
        if request is None or finding is None:
            return
        if len(finding.papers) < finding.total or not (request.partial or finding.total >= ENOUGH):
            self._ask_for(request._replace(limit=_WHOLE[0], snippets=_WHOLE[1], partial=True))
        else:
            self._facets_asked.emit(self._serial, request, finding)

    def _ask_for(self, request: SearchRequest) -> None:
        self._request = request
        self._asked.emit(self._serial, request)

    @Slot(int, object)
    def _deliver_facets(self, serial: int, facets: object) -> None:
        if serial == self._serial:
            self.facets_counted.emit(facets)

    @Slot(int, object)
    def _deliver_offers(self, serial: int, offers: object) -> None:
        if serial == self._serial:
            self.offered.emit(offers)

    @Slot(int, str, object)
    def _deliver_completions(self, serial: int, typed: str, found: object) -> None:
        if serial == self._serial:
            self.completed.emit(typed, found)

    @Slot(int, str, int)
    def _deliver_count(self, round_: int, name: str, unread: int) -> None:
        if round_ == self._counting:
            self.saved_counted.emit(name, unread)

    @Slot(int, str)
    def _fail(self, serial: int, message: str) -> None:
        if serial == self._serial:
            self.failed.emit(message)


def _end(thread: "QThread", leave: Leave) -> None:
    leave.end()
    thread.quit()
    thread.wait(_LAST_MS)
