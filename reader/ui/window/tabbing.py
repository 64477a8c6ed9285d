"""The tabs of one window: a line above the page as soon as there are two, and what keys and mouse do with them."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.posts.model import PaperKey
from reader.ui.session.history import Visit
from reader.ui.session.places import ALL, Place
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.theme import Look
from reader.ui.window.across.views import Across
from reader.ui.window.arranged.panes import Panes
from reader.ui.window.going import Going
from reader.ui.window.listing.browsing import Browsing

if TYPE_CHECKING:
    from reader.ui.window.arranged.paper_tabs import PaperTabs

_MOST_AT_ONCE = 20
"""Papers; of all that a library has, each in a tab, nothing could be read on the tabs."""


class Tabbing(QObject):
    """Opens, closes and changes tabs. The paper in front is that of the reading state, here as everywhere.

    Signals: `told(str)` a word for the status bar.
    """

    told = Signal(str)

    def __init__(
        self,
        session: Session,
        state: ReadingState,
        browsing: Browsing,
        going: Going,
        panes: Panes,
        across: Across,
        look: Look,
    ) -> None:
        super().__init__(going)
        self._session = session
        self._state = state
        self._browsing = browsing
        self._tabs = going.tabs
        self._panes = panes
        self._across = across
        self._look = look
        state.paper_changed.connect(self._show)
        session.library_changed.connect(self._show)

    @cached_property
    def bar(self) -> "PaperTabs":
        """The line of tabs; made with the second one."""
        from reader.ui.window.arranged.paper_tabs import PaperTabs  # most windows never have two

        bar = PaperTabs(self._look)
        bar.chosen.connect(self.choose)
        bar.close_requested.connect(self.close_tab)
        bar.moved.connect(self._tabs.move)
        self._panes.reading.add_tabs(bar)
        return bar

    def open_behind(self, key: PaperKey) -> None:
        """Open a paper in a tab behind the one in front, from where it is listed now."""
        self._tabs.open(Visit(self._state.place, key), behind=True)
        self._show()

    def open_selected(self) -> None:
        """Open the papers that are selected in tabs, or a second tab at the one that is read."""
        targets = self._state.targets()
        if len(targets) > _MOST_AT_ONCE:
            self.told.emit(self.tr("At most twenty papers are opened in tabs at once"))
            return
        if targets == [self._state.key]:
            self._tabs.split()
        for key in reversed(targets):
            self._tabs.open(Visit(self._state.place, key), behind=True)
        self._show()

    def step(self, by: int) -> None:
        """Go to the next or previous tab, after the last one to the first."""
        if len(self._tabs.tabs) > 1:
            self.choose((self._tabs.front + by) % len(self._tabs.tabs))
        else:
            self.told.emit(self.tr("There is one tab. Middle click or Ctrl+Enter opens a paper in another"))

    def choose(self, number: int) -> None:
        """Bring a tab to the front."""
        if number != self._tabs.front:
            self._tabs.front = number
            self._go()
            self._show()

    def close(self) -> None:
        """Close the tab in front."""
        self.close_tab(self._tabs.front)

    def close_tab(self, number: int) -> None:
        """Close a tab."""
        was_front = number == self._tabs.front
        if not self._tabs.close(number):
            self.told.emit(self.tr("This is the only tab. Ctrl+Q ends the program"))
            return
        if was_front:
            self._go()
        self._show()

    def reopen(self) -> None:
        """Open again the tab that was closed last."""
        if self._tabs.reopen():
            self._go()
            self._show()
        else:
            self.told.emit(self.tr("No tab was closed"))

    def saved(self) -> list[list[str]]:
        """What is remembered: the paper and the place of each tab, where there are several."""
        visits = [tab.here for tab in self._tabs.tabs]
        return [[visit.key, str(visit.place)] for visit in visits if visit] if len(visits) > 1 else []

    def restore(self, saved: Sequence[object], front: int) -> None:
        """Have the tabs that were saved; what is none in an edited file is left out."""
        visits = []
        for entry in saved:
            match entry:
                case [str(key), str(place)] if self._session.record(PaperKey(key)) is not None:
                    visits.append(Visit(Place.parse(place) or ALL, PaperKey(key)))
        if len(visits) > 1:
            self._tabs.begin(visits, front)
            self._show()

    @property
    def front(self) -> int:
        """Which tab is in front."""
        return self._tabs.front

    # Inside

    def _go(self) -> None:
        """Show what the tab in front has; where the library has it no more, the tab goes."""
        self._across.leave_wide()
        if self._across.lensing.is_on:
            self._across.lensing.leave()
        visit = self._tabs.history.here
        if visit is None:
            return
        if self._session.record(visit.key) is None:
            if self._tabs.close(self._tabs.front):
                self._go()
            return
        self._browsing.show_paper(visit.key, visit.place)
        self._panes.show_page()

    def _show(self) -> None:
        """Show the tabs, if there are several or were."""
        if len(self._tabs.tabs) == 1 and "bar" not in vars(self):
            return
        names = [self._session.title_of(tab.here.key) if tab.here else "" for tab in self._tabs.tabs]
        self.bar.show_tabs(names, self._tabs.front)
        self.bar.setVisible(len(names) > 1)
