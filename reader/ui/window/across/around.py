"""What the views of many papers lean on, handed to each of them as one value."""

from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.ui.actions.actions import Actions
from reader.ui.page.pictures.asked import GetFiles
from reader.ui.page.reading import Reading
from reader.ui.papers.paper_list import PaperList
from reader.ui.session.across_job import AcrossJob
from reader.ui.session.place_words import place_title
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.sidebar.tree import Tree
from reader.ui.widgets.theme import Look
from reader.ui.window.across.kept_keys import KeptKeys
from reader.ui.window.arranged.panes import Panes
from reader.ui.window.listing.browsing import Browsing


class Dressed(Protocol):
    """A view that takes colours, fonts and sizes."""

    def set_look(self) -> None:
        """Take those of the look."""


class Around(NamedTuple):
    """The parts around a view of many papers."""

    session: Session
    state: ReadingState
    browsing: Browsing
    reading: Reading
    panes: Panes
    papers: PaperList
    tree: Tree
    look: Look
    actions: Actions
    job: AcrossJob
    files: GetFiles
    keys: KeptKeys

    @property
    def title(self) -> str:
        """What is listed, in words."""
        return place_title(self.state.place, self.panes.locale())

    def admit(self, view: Dressed, keyed: QWidget) -> None:
        """Join a new view: at `keyed` the keys are the program's; another look comes to it after the window has it."""
        self.actions.attach([keyed])
        self.look.changed.connect(view.set_look, Qt.ConnectionType.QueuedConnection)
