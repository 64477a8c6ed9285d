"""The window: its parts, and what joins them.

What is listed is `browsing.py`'s, what is read `reading.py`'s, how the panes lie `panes.py`'s, what actions do
`commands.py`'s, where one was `remembering.py`'s.
"""

import importlib
import sys
import threading
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reader.posts.model import PaperKey
from reader.ui.actions.actions import Actions
from reader.ui.actions.menus import Menus
from reader.ui.papers.paper_list import PaperList
from reader.ui.session.jobs import SearchJob, SyncJob
from reader.ui.session.places import Place
from reader.ui.session.session import Session
from reader.ui.sidebar.tree import Tree
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look
from reader.ui.window.browsing import Browsing
from reader.ui.window.folders import Folders
from reader.ui.window.panes import Panes
from reader.ui.window.remembering import Remembering
from reader.ui.window.sync_status import SyncStatus
from reader.ui.window.toolbar import ToolBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.marks.marking import Marking
    from reader.ui.notes.notes_pane import NotesPane
    from reader.ui.notes.noting import Noting
    from reader.ui.page.reading import Reading
    from reader.ui.page.section_view import SectionView
    from reader.ui.search.searching import Searching
    from reader.ui.window.annotating import Annotating

_NAME = "Daily Papers Reader"
_AFTER_START_MS = 400


class MainWindow(QMainWindow):
    """One window on one profile. `look` is shared by all that paints.

    `remembers` False: the window begins as the first one ever did, and leaves no trace of where one was.
    """

    def __init__(self, session: Session, look: Look, *, remembers: bool = True) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self.settings = session.profile.settings
        self._remembers = remembers
        self.search_job = SearchJob(session.profile.places, self)
        self.sync_job = SyncJob(session.profile.places, self)
        self._painted = False
        self._make_widgets()
        self._arrange()
        self.browsing = Browsing(session, self.tree, self.papers, self.toolbar.search, self.search_job)
        self.sync_status = SyncStatus(session, self.sync_job, self.status)
        self._memory = Remembering(self, remembers=remembers)
        self._retranslate()
        self.actions_.set_has_paper(False)
        self.actions_.connect_to(lambda name: self.handlers[name]())
        self.actions_.attach([self.tree, self.papers])
        if not self.settings.get("bare_keys"):
            self.actions_.set_bare_keys(False)
        self.folders.show()
        self.sync_status.show_library()
        self._opened = self._memory.restore()
        if self._opened.key is not None:
            self.papers.choose(self._opened.key)

    # What a person asks for.

    def choose_paper(self, key: PaperKey) -> None:
        """Open a paper."""
        self.browsing.open_paper(key)

    def search(self, query: str) -> None:
        """Search for something as if it were typed."""
        self.browsing.show_place(Place("search", query))

    def start_sync(self) -> None:
        """Look for new posts, if there are folders to look into."""
        if self.settings.get("sources"):
            self.sync_job.start()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # What Qt calls.

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.folders.take_focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._begin_reading)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.notes.flush()
        if not self.notes.is_saved() and not self._may_close():
            event.ignore()
            return
        self.reading.stop()
        self.annotating.stop()
        self.view.keep_page()
        self.browsing.stop()
        self._memory.stop()
        self.sync_job.stop()
        self.search_job.stop()
        self.session.close()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → that no pane had a use for go from pane to pane."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self.panes.focus_next(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    # Inside.

    def _make_widgets(self) -> None:
        self.actions_ = Actions(self)
        self.menus = Menus(self.actions_, self)
        self.toolbar = ToolBar(self.look, self.actions_, self.menus.main, self)
        self.tree = Tree(self.look)
        self.papers = PaperList(self.look, self.session.signs, today=self.session.today)
        self.panes = Panes(self.look, self.tree, self.papers)
        self.status = StatusBar(self.look)

    def _arrange(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.panes, 1)
        column.addWidget(self.status)
        stack = QStackedWidget()
        stack.addWidget(body)
        self.setCentralWidget(stack)
        self.folders = Folders(self, stack, body)
        self.setMinimumSize(800, 480)
        if sys.platform == "darwin":
            self.menus.fill_bar(self.menuBar())

    @cached_property
    def reading(self) -> "Reading":
        """The pane in which is read. It is made after the first paint: tree and list stand before it is needed."""
        from reader.ui.page.reading import Reading
        from reader.ui.page.section_view import SectionView

        kept = self.session.profile.places.cache / "page.json" if self._remembers else None
        view = SectionView(self.look.theme, self.settings.get("text_size"), kept_page=kept)
        self.panes.add_view(view)
        self.actions_.attach([view])
        reading = Reading(self.session, view)
        reading.told.connect(self.status.show_message)
        reading.paper_shown.connect(self._paper_shown)
        self.browsing.paper_chosen.connect(lambda key: reading.show(PaperKey(key) or None))
        self.browsing.found.connect(reading.set_finding)
        self.look.changed.connect(lambda: view.set_theme(self.look.theme))
        return reading

    @cached_property
    def noting(self) -> "Noting":
        """The open paper's note. Its pane is made when the paper stands."""
        from reader.ui.notes.notes_pane import NotesPane
        from reader.ui.notes.noting import Noting

        notes, view = NotesPane(self.look), self.view
        notes.set_column(*view.column)
        view.column_changed.connect(lambda: notes.set_column(*view.column))
        self.panes.add_notes(notes)
        noting = Noting(self.session, notes)
        noting.show(self.reading.key or "")
        self.reading.paper_shown.connect(noting.show)
        return noting

    @cached_property
    def annotating(self) -> "Annotating":
        """Highlights, quotes and links of notes. Made when the paper stands."""
        from reader.ui.window.annotating import Annotating

        return Annotating(self)

    @property
    def is_ready(self) -> bool:
        """Whether all of the window stands, a moment after the first paint."""
        return "annotating" in vars(self)

    @property
    def view(self) -> "SectionView":
        """The section view."""
        return self.reading.view

    @property
    def notes(self) -> "NotesPane":
        """The notes pane."""
        return self.noting.notes

    @cached_property
    def marking(self) -> "Marking":
        """Marks by menus, keys and dragging."""
        from reader.ui.marks.marking import Marking  # not needed before the first paint

        return Marking(self)

    @cached_property
    def searching(self) -> "Searching":
        """What stands around a search: facets, corrections, saved searches."""
        from reader.ui.search.searching import Searching  # not needed before the first paint

        return Searching(self)

    @cached_property
    def handlers(self) -> "dict[str, Callable[[], object]]":
        """What each action does, by name."""
        from reader.ui.window.commands import handlers  # not needed before the first action

        return handlers(self)

    def _connect(self) -> None:
        self.browsing.told.connect(self.status.show_message)
        self.papers.empty_button_clicked.connect(self.folders.ask)
        self.view.citation_requested.connect(self.actions_["copy_bibtex"].trigger)
        self.papers.open_requested.connect(lambda _key: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.search_job.unusable.connect(self._mend_index)
        self.session.library_changed.connect(self._library_changed)
        self.session.marks_changed.connect(self._marks_changed)
        self.session.failed.connect(self.status.show_error)
        self.menus.sources.triggered.connect(self.folders.remove)
        self.menus.by_name["library"].aboutToShow.connect(lambda: self.menus.show_sources(self.settings.sources))

    def _paper_shown(self, key: str) -> None:
        self.actions_.set_has_paper(bool(key))
        self.toolbar.set_bookmarked(bool(key) and self.session.signs(PaperKey(key)).bookmarked)
        title = self.reading.record.title if self.reading.record else ""
        self.setWindowTitle(f"{title} — {_NAME}" if title else _NAME)

    def _marks_changed(self, keys: frozenset[PaperKey]) -> None:
        self.browsing.marks_changed(keys)
        self.noting.marks_changed(keys)
        key = self.reading.key
        self.toolbar.set_bookmarked(key is not None and self.session.signs(key).bookmarked)

    def _library_changed(self) -> None:
        """Show a newer state of the library: list, paper and status bar each in a turn of the loop of its own."""
        self.browsing.refresh()
        QTimer.singleShot(0, self, self._take_newer_paper)
        QTimer.singleShot(0, self, self.sync_status.show_library)

    def _take_newer_paper(self) -> None:
        self.reading.refresh()
        if self.reading.key is None and self.papers.count() and self.papers.current_key() is None:
            self.papers.step(1)
            if not self.toolbar.search.query():
                self.folders.take_focus()

    def _may_close(self) -> bool:
        from reader.ui.window.unsaved import may_close  # seldom needed

        return may_close(self, self.notes.unsaved_notes())

    def _mend_index(self) -> None:
        """The sync makes the index anew; what is searched for is asked again as the library changes."""
        self.status.show_message(self.tr("Preparing search; results follow."))
        self.start_sync()

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        self.menus.retranslate()
        self.toolbar.retranslate()

    def _begin_reading(self) -> None:
        """After the first paint: the pane in which is read, with the paper that was open."""
        opened, chosen = self._opened, self.papers.current_key()
        if chosen in (None, opened.key):
            self.reading.show(opened.key, opened.appearance)
            self.view.set_scroll_position(opened.scroll)
        else:
            self.reading.show(chosen)
            self.view.set_scroll_position(0)
        if self.folders.are_panes_shown:
            self.view.painted.connect(self._begin_working)
        else:
            self._begin_working()

    def _begin_working(self) -> None:
        """After the paper is painted: the notes below it, and all that answers a person."""
        self._connect()
        for part in ("annotating", "marking", "searching"):
            getattr(self, part)  # made now
        QTimer.singleShot(_AFTER_START_MS, self, self._after_start)

    def _after_start(self) -> None:
        """What the next paper and the next start are quicker for, and what is needed when the person comes back."""
        self.sync_status.look_when_active()
        self.view.keep_page()
        _prepare_pages()


def _prepare_pages() -> None:
    """Load what writes pages beside the window's loop, so that the first paper of a sync does not hold it up."""
    for module in ("reader.render.page", "reader.render.pictures"):
        threading.Thread(target=importlib.import_module, args=(module,), daemon=True).start()
