"""All around the search field and its results: what was corrected, facets, completion, the builder, history, saving.

Joins the field, the list and the search job. Everything here is made when first needed: nothing of it is on the way to
the first paint. What is listed is `browsing.py`'s.
"""

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from reader.base.errors import ReaderError
from reader.services.search_history import SearchHistory
from reader.services.search_result import SearchResult
from reader.ui.search.saved_searches import SavedSearches
from reader.ui.search.suggestions import Known

if TYPE_CHECKING:
    from reader.services.facets import Facets
    from reader.ui.search.completion import Completion
    from reader.ui.search.facet_strip import FacetStrip
    from reader.ui.search.query_builder import QueryBuilder
    from reader.ui.search.search_notice import SearchNotice
    from reader.ui.window.window import MainWindow


class Searching(QObject):
    """What stands around a search."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._session = window.session
        self._look = window.look
        self._browsing = window.browsing
        self._bar = window.toolbar.search
        self._papers = window.papers
        self._job = window.search_job
        self._status = window.status
        self.history = SearchHistory(self._session.profile.places.searches)
        self._known: Known | None = None
        self._finding: SearchResult | None = None
        self.saved = SavedSearches(window)
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

    @cached_property
    def completion(self) -> "Completion":
        """The list below the field."""
        from reader.ui.search.completion import Completion

        completion = Completion(self._look, self._bar, self._what_is_known)
        completion.accepted.connect(self._bar.change_query)
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
        cast(QVBoxLayout, self._papers.layout()).insertWidget(1, notice)
        return notice

    @cached_property
    def strip(self) -> "FacetStrip":
        """The facets of the answer."""
        from reader.ui.search.facet_strip import FacetStrip

        strip = FacetStrip(self._look)
        strip.query_requested.connect(self.look_for)
        strip.save_requested.connect(self.save)
        cast(QVBoxLayout, self._papers.layout()).insertWidget(1, strip)
        return strip

    # Inside.

    def _connect(self) -> None:
        self._bar.field.entered.connect(self._prepare)
        self._bar.builder_requested.connect(self._toggle_builder)
        self._bar.query_submitted.connect(self._remember)
        self._papers.paper_chosen.connect(self._remember_found)
        self._browsing.found.connect(self._show_finding)
        self._job.facets_counted.connect(self._show_facets)
        self._session.library_changed.connect(self._forget_known)
        self._session.marks_changed.connect(self._forget_known)
        if self._bar.field.hasFocus():
            self._prepare()
        if self._browsing.finding is not None:  # the window was closed during a search
            self._show_finding(self._browsing.finding)

    def _prepare(self) -> None:
        """The keyboard is in the field: have the search and the list below the field ready."""
        self._job.prepare()
        self.completion.ensurePolished()

    def _toggle_builder(self) -> None:
        if self.builder.isVisible():
            self.builder.close_panel()
        else:
            self.builder.open(self._bar.query(), self._what_is_known())

    def _show_finding(self, finding: SearchResult | None) -> None:
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

    def _say_how(self, finding: SearchResult | None) -> None:
        """Say it while answers come from reading every text; take it back when they no longer do."""
        words = self.tr("The search index is being made. Until then every text is read, which takes longer.")
        if finding is not None and finding.scanned:
            self._status.show_message(words)
        elif self._status.message() == words:
            self._status.clear_message()

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
        if key and self._finding is not None and self._browsing.place.kind == "search":
            self._remember(self._finding.query)

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
