"""All around the search field and its results: what was corrected, facets, completion, the builder, history, saving.

Joins the field, the list and the search job. Everything here is made when first needed: nothing of it is on the way to
the first paint. What is listed is `browsing.py`'s.
"""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.base.errors import ReaderError
from reader.services.own_names import OwnNames
from reader.services.search_history import SearchHistory
from reader.services.search_result import SearchResult
from reader.ui.search.saved_searches import SavedSearches
from reader.ui.search.search_bar import SearchBar
from reader.ui.search.suggestions import Known, content
from reader.ui.session.mark_edits import MarksChange
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.search_job import SearchJob
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look

if TYPE_CHECKING:
    from reader.services.completions import Completion as Offered
    from reader.services.facets import Facets
    from reader.services.offers import Offer
    from reader.ui.search.completion import Completion
    from reader.ui.search.facet_strip import FacetStrip
    from reader.ui.search.query_builder import QueryBuilder
    from reader.ui.search.search_notice import SearchNotice


class Searching(QObject):
    """What stands around a search; `above_list` takes what is shown between the list's header and its rows.

    Signals: `paper_wanted(str)` a paper was chosen by its title, while one typed; `names_judged()` the person said of
    names whether they mean the same, so that answers change.
    """

    paper_wanted = Signal(str)
    names_judged = Signal()

    def __init__(
        self,
        session: Session,
        state: ReadingState,
        look: Look,
        bar: SearchBar,
        job: SearchJob,
        status: StatusBar,
        above_list: Callable[[QWidget], object],
    ) -> None:
        super().__init__(bar)
        self._session = session
        self._state = state
        self._look = look
        self._bar = bar
        self._job = job
        self._status = status
        self._above_list = above_list
        self.history = SearchHistory(self._session.profile.places.searches)
        self._known: Known | None = None
        self._finding: SearchResult | None = None
        self.saved = SavedSearches(session, job, bar.window())
        self.saved.failed.connect(status.show_error)
        self._connect()

    def clear_history(self) -> None:
        """Forget every search that was made."""
        try:
            self.history.clear()
        except ReaderError as error:
            self._status.show_error(str(error))
            return
        self._known = None
        self._status.show_message(self.tr("The searches made are forgotten."))

    def save(self) -> None:
        """Ask for a name, and keep the search made now under it."""
        if self._finding is not None:
            self.saved.ask_and_save(self._finding.query.strip())
        else:
            self._status.show_message(self.tr("There is no search to save. Type one first."))

    def look_for(self, query: str) -> None:
        """Search for something as if it were typed."""
        self._bar.change_query(query)

    def look_as_typed(self) -> None:
        """Search for just what was typed, where it was taken for something else or for more."""
        query = self.notice.as_typed() if "notice" in vars(self) else ""
        if query:
            self.look_for(query)
        else:
            self._status.show_message(self.tr("The search is taken as it was typed."))

    def show_names(self) -> None:
        """Open the list of what the person says of names."""
        from reader.ui.search.names_dialog import NamesDialog

        dialog = NamesDialog(self._look, self._session.profile.own_names, self._session.edit_names, self._bar.window())
        dialog.open()

    def show_finding(self, finding: SearchResult | None) -> None:
        """Show how an answer was found and what narrows it; None: no answer is listed."""
        self._finding = finding
        if finding is None and "notice" not in vars(self):
            return
        self.notice.show_finding(finding)
        self.strip.setVisible(finding is not None)
        spans = finding.not_understood if finding else ()
        self._bar.field.underline(finding.query if finding else "", spans, self._look.colour("accent"))
        if finding is not None:
            self.strip.show_query(finding.query)
            if "builder" in vars(self) and self.builder.isVisible():
                self.builder.show_query(finding.query)
        self._say_how(finding)

    @cached_property
    def completion(self) -> "Completion":
        """The list below the field."""
        from reader.ui.search.completion import Completion

        completion = Completion(self._look, self._bar, self._what_is_known)
        completion.accepted.connect(self._bar.change_query)
        completion.paper_chosen.connect(self.paper_wanted)
        return completion

    @cached_property
    def builder(self) -> "QueryBuilder":
        """The panel below the field."""
        from reader.ui.search.query_builder import QueryBuilder

        builder = QueryBuilder(self._look, self._bar)
        builder.query_changed.connect(self._bar.change_query)
        return builder

    @cached_property
    def notice(self) -> "SearchNotice":
        """The line that says how the query was taken."""
        from reader.ui.search.search_notice import SearchNotice

        notice = SearchNotice(self._look)
        notice.query_requested.connect(self.look_for)
        notice.same_said.connect(partial(self._judge, OwnNames.say_same))
        notice.other_said.connect(partial(self._judge, OwnNames.say_other))
        self._above_list(notice)
        return notice

    @cached_property
    def strip(self) -> "FacetStrip":
        """The facets of the answer."""
        from reader.ui.search.facet_strip import FacetStrip

        strip = FacetStrip(self._look)
        strip.query_requested.connect(self.look_for)
        strip.save_requested.connect(self.save)
        self._above_list(strip)
        return strip

    # Inside.

    def _judge(self, say: Callable[[OwnNames, str, str], None], name: str, other: str) -> None:
        try:
            self._session.edit_names(lambda own: say(own, name, other))
        except ReaderError as error:
            self._status.show_error(str(error))

    def _connect(self) -> None:
        self._bar.field.entered.connect(self._prepare)
        self._bar.builder_requested.connect(self._toggle_builder)
        self._bar.query_submitted.connect(self._remember)
        self._state.paper_changed.connect(self._remember_found)
        self._job.facets_counted.connect(self._show_facets)
        self._job.offered.connect(self._show_offers)
        self._job.completed.connect(self._show_content)
        self._bar.query_changed.connect(self._job.complete)
        self._session.library_changed.connect(self._forget_known)
        self._session.marks_changed.connect(self._marks_changed)
        if self._bar.field.hasFocus():
            self._prepare()

    def _prepare(self) -> None:
        """The keyboard is in the field: have the search and the list below the field ready."""
        self._job.prepare()
        self.completion.ensurePolished()

    def _toggle_builder(self) -> None:
        if self.builder.isVisible():
            self.builder.close_panel()
        else:
            self.builder.open(self._bar.query(), self._what_is_known())

    def _say_how(self, finding: SearchResult | None) -> None:
        """Say it while answers come from reading every text; take it back when they no longer do."""
        words = self.tr("The search index is being made. Until then every text is read, which takes longer.")
        if finding is not None and finding.scanned:
            self._status.show_message(words, stays=True)
        elif self._status.message() == words:
            self._status.clear_message()

    def _show_offers(self, offers: "tuple[Offer, ...]") -> None:
        self.notice.show_offers(offers)

    def _show_content(self, typed: str, found: "tuple[Offered, ...]") -> None:
        self.completion.show_content(typed, content(typed, found))

    def _show_facets(self, facets: "Facets") -> None:
        self.strip.show_facets(facets)

    def _remember(self, query: str) -> None:
        """Keep a search in the history, unless the person doesn't want one."""
        if not self._session.profile.settings.get("search_history"):
            return
        try:
            self.history.add(query)
        except ReaderError as error:
            self._status.show_error(str(error))
            return
        self._known = None

    def _remember_found(self, key: str) -> None:
        """A paper of an answer was chosen: that was a search worth keeping."""
        if key and self._finding is not None and self._state.place.kind == "search":
            self._remember(self._finding.query)

    def _marks_changed(self, change: MarksChange) -> None:
        if "labelled" in change.kinds:
            self._forget_known()
        if "names" in change.kinds:
            self._share_names()

    def _share_names(self) -> None:
        """Other names count now, also where an undo, a backup or another program changed them."""
        try:
            self._session.profile.own_names.share()
        except ReaderError as error:
            self._status.show_error(str(error))
            return
        self.names_judged.emit()

    def _forget_known(self) -> None:
        self._known = None

    def _what_is_known(self) -> Known:
        if self._known is None:
            listing = self._session.listing
            remembers = self._session.profile.settings.get("search_history")
            labels = [(label.name, label.count) for label in self._session.marks.labels()]
            self._known = Known(
                tags=sorted(listing.counts("tag"), key=lambda entry: -entry[1]),
                labels=sorted(labels, key=lambda entry: -entry[1]),
                months=listing.counts("month")[::-1],
                recent=self.history.recent() if remembers else (),
            )
        return self._known
