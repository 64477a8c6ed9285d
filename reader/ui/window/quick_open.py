"""Quick open in one window: asks what there is, shows the palette, and opens what is chosen."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.posts.model import PaperKey
from reader.services.quick_open.finder import Entry, Finder
from reader.ui.actions.actions import Actions
from reader.ui.session.places import Place
from reader.ui.session.search_job import SearchJob
from reader.ui.session.session import Session
from reader.ui.widgets.theme import Look

if TYPE_CHECKING:
    from reader.ui.palette.palette import Palette


class QuickOpen(QObject):
    """The palette of one window and what it opens.

    Signals: `paper_requested(str)` with a key · `place_requested(Place)`, also for a search.
    """

    paper_requested = Signal(str)
    place_requested = Signal(object)

    def __init__(self, session: Session, look: Look, actions: Actions, job: SearchJob, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._look = look
        self._actions = actions
        self._job = job
        self._window = window
        self._library = Finder(())
        self._read_at = -1  # the catalogue's generation that the library's finder is of
        job.library_read.connect(self._take_library)

    @cached_property
    def palette(self) -> "Palette":
        """The palette itself; it is made when it is first asked for."""
        from reader.services.quick_open.uses import Uses
        from reader.ui.palette.palette import Palette

        uses = Uses(self._session.profile.places.uses)
        palette = Palette(self._look, self._window, uses, self._session.today)
        palette.chosen.connect(self._open)
        return palette

    def open_palette(self) -> None:
        """Open it. The library's papers are read anew if they are others than at the last time."""
        from reader.ui.palette.entries import entries_of

        generation = self._session.listing.generation()
        if generation != self._read_at:
            self._read_at = generation
            self._job.read_library()
        own = Finder(entries_of(self._session, self._actions, self._window.locale()))
        self.palette.open(own, self._library)

    def _take_library(self, library: Finder) -> None:
        self._library = library
        self.palette.set_library(library)

    def _open(self, entry: Entry) -> None:
        """Open what was chosen."""
        if entry.kind == "paper":
            self.paper_requested.emit(PaperKey(entry.target))
        elif entry.kind == "command":
            self._actions[entry.target].trigger()
        elif entry.kind in ("concept", "search"):
            self.place_requested.emit(Place("search", entry.target))
        elif (place := Place.parse(entry.target)) is not None:
            self.place_requested.emit(place)
