"""What the field is up to, in the window: of the papers listed, in the place of list and page."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.session.across_job import Knowing
from reader.ui.session.places import Place
from reader.ui.widgets.language import language_of
from reader.ui.window.across.around import Around
from reader.ui.window.across.place_range import range_of
from reader.ui.window.across.stage import Stage

if TYPE_CHECKING:
    from reader.ui.across.field.field_view import FieldView


class Fielding(QObject):
    """The field's page of one window.

    Signals: `told(str)` a word for the status bar.
    """

    told = Signal(str)

    def __init__(self, around: Around) -> None:
        super().__init__(around.panes)
        self._around = around
        self.stage = Stage(around, "field")
        around.browsing.listed.connect(self._listed)

    @cached_property
    def view(self) -> "FieldView":
        """The page; nobody needs it before it is asked for."""
        from reader.ui.across.field.field_view import FieldView

        view = FieldView(self._around.look)
        self._around.admit(view, view)
        view.left.connect(self.stage.leave)
        view.search_wanted.connect(self._search)
        view.place_wanted.connect(self._around.browsing.show_place)
        return view

    def toggle(self) -> None:
        """Show what the papers listed are about, or list and page again."""
        if self.stage.is_on:
            self.stage.leave()
        else:
            self._ask()

    # Inside

    def _ask(self) -> None:
        """Count on the thread; the terms of all papers are found once for each state of the library."""
        place = self._around.state.place
        wanted = range_of(place, self._around.session.today())
        among = frozenset(self._around.browsing.listed_ids()) if place.kind == "new" else None  # no range means them
        language = language_of(self._around.panes)

        def question(knowing: Knowing) -> Iterator[object]:
            from reader.services.across.trends import in_language  # with the table of concepts

            yield in_language(knowing.outlines().trends(wanted, among), language)

        self.stage.ask(question, self._take)

    def _take(self, trends: object) -> None:
        from reader.across.trends import Trends  # with the first page

        assert isinstance(trends, Trends)
        self.view.show_trends(trends, self._around.title)
        if self.stage.show(self.view) and self.view.has_papers:
            self.told.emit(self.tr("J and K go from line to line, Enter looks for it, Esc goes back"))

    def _search(self, query: str) -> None:
        self.stage.leave(to_list=True)
        self._around.browsing.show_place(Place("search", query))

    def _listed(self, why: str) -> None:
        """Another range is counted; who types a query wants to see what it finds."""
        if not self.stage.is_wanted:
            return
        if why == "typed":
            self.stage.leave(to_list=True)
        elif why != "marked":
            self._ask()
