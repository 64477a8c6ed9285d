"""The parts of a window that are made before it is shown: the tree, the list, the bars, and who answers for them."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reader.posts.model import PaperKey
from reader.ui.actions.actions import Actions
from reader.ui.papers.paper_list import PaperList
from reader.ui.session.jobs import SyncJob
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.search_job import SearchJob
from reader.ui.session.session import Session
from reader.ui.sidebar.tree import Tree
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look
from reader.ui.window.arranged.panes import Panes
from reader.ui.window.going import Going
from reader.ui.window.listing.asking import Asking
from reader.ui.window.listing.browsing import Browsing
from reader.ui.window.listing.next_unread import NextUnread
from reader.ui.window.remembering import Remembering
from reader.ui.window.sources.arrivals import Arrivals
from reader.ui.window.sources.folders import Folders
from reader.ui.window.sources.sync_status import SyncStatus
from reader.ui.window.toolbar import ToolBar

_LOOK_MS = 400  # after a window that stayed ready is shown again: it is painted


class FirstParts(QMainWindow):
    """The first parts of a window, joined with one another. `look` is shared by all that paints.

    `remembers` False: the window begins as the first one ever did, and leaves no trace of where one was.
    """

    def __init__(self, session: Session, look: Look, *, remembers: bool = True, frame: QWidget | None = None) -> None:
        super().__init__(frame)
        if frame is not None:
            self.setWindowFlags(Qt.WindowType.Widget)
        self.session = session
        self.look = look
        self.settings = session.profile.settings
        self._remembers = remembers
        self.may_stay = True  # ready when it is closed, if the settings say so
        self.is_ending = False  # closing it ends the program, whatever the settings say
        self.state = ReadingState(session, self)
        self.search_job = SearchJob(session.profile.places, self)
        self.search_job.finds_alike = self.settings.get("search_concepts")
        self.sync_job = SyncJob(session.profile.places, self)
        self.actions_ = Actions(self, self.settings.get("keys"))
        self.toolbar = ToolBar(look, self.actions_, self)
        self.tree = Tree(look)
        self.papers = PaperList(look, session.signs, today=session.today)
        self.panes = Panes(look, self.tree, self.papers)
        self.status = StatusBar(look)
        body, stack = _stacked(self.toolbar, self.panes, self.status)
        self.setCentralWidget(stack)
        self.setMinimumSize(420, 360)
        self.folders = Folders(session, look, stack, body, self.papers, self)
        self.browsing = Browsing(session, self.state, self.tree, self.papers)
        self.going = Going(session, self.state, self.browsing)
        self.next_unread = NextUnread(session, self.state, self.browsing, self.papers)
        self.asking = Asking(self.state, self.browsing, self.toolbar.search, self.papers, self.search_job)
        self.sync_status = SyncStatus(session, self.sync_job, self.status)
        self.arrivals = Arrivals(session, self.state, self.browsing, self.status)
        self._memory = Remembering(
            self,
            session,
            self.state,
            self.browsing,
            self.panes,
            self.tree,
            self.papers,
            self.actions_,
            remembers=remembers,
        )

    # What several of them ask for.

    def choose_paper(self, key: PaperKey) -> None:
        """Open a paper, in the list if it has it, else among all papers."""
        self.browsing.reveal(key)
        self.panes.show_page()

    def start_sync(self) -> None:
        """Look for new posts, if there are folders to look into."""
        if self.settings.get("sources"):
            self.sync_job.start()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        window = self.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def quit(self) -> None:
        """Close the window and end the program, also where it otherwise stays ready."""
        self.is_ending = True
        self.is_ending = self.window().close()

    def come_forward(self) -> None:
        """Be in front of other windows, with the keyboard; where the window was closed and stayed ready, be there."""
        window = self.window()
        if window.isHidden():
            window.show()
            QTimer.singleShot(_LOOK_MS, self, self.sync_status.look_by_itself)  # as every start does
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()


def _stacked(above: QWidget, panes: QWidget, below: QWidget) -> tuple[QWidget, QStackedWidget]:
    """The panes between the bars, and the stack in which the page of the first start may take their place."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(above)
    column.addWidget(panes, 1)
    column.addWidget(below)
    stack = QStackedWidget()
    stack.addWidget(body)
    return body, stack
