"""The window: its panes, its menus, and what joins them.

What is listed is `browsing.py`'s, what is read `reading.py`'s, what actions do `commands.py`'s.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.paths import sample_library
from reader.posts.model import PaperKey
from reader.ui.actions import Actions
from reader.ui.browsing import Browsing
from reader.ui.commands import handlers
from reader.ui.jobs import SearchJob, SyncJob
from reader.ui.menus import Menus
from reader.ui.notes import NotesPane
from reader.ui.paper_list import PaperList
from reader.ui.places import ALL, Place
from reader.ui.reading import Reading
from reader.ui.section_view import SectionView
from reader.ui.session import Session
from reader.ui.status_bar import StatusBar
from reader.ui.sync_status import SyncStatus
from reader.ui.theme import Look
from reader.ui.toolbar import ToolBar
from reader.ui.tree import Tree
from reader.ui.welcome import Welcome
from reader.ui.window_state import WindowState

_PANES = [231, 392, 817]
_READING = [640, 176]
_SAVE_MS = 3000


class MainWindow(QMainWindow):
    """One window on one profile. `look` is shared by all that paints."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self.search_job = SearchJob(session.profile.places, self)
        self.sync_job = SyncJob(session.profile.places, self)
        self._last_panes, self._last_reading = list(_PANES), list(_READING)
        self._saved: WindowState | None = None
        self._make_widgets()
        self._arrange()
        self.browsing = Browsing(session, self.tree, self.papers, self.toolbar.search, self.search_job)
        self.reading = Reading(session, self.view, self.notes)
        self.sync_status = SyncStatus(session, self.sync_job, self.status)
        self._connect()
        self._saving = QTimer(self, interval=_SAVE_MS)
        self._saving.timeout.connect(self.save_state)
        self._retranslate()
        self._restore(WindowState.read(session.profile.places.state))
        self._saving.start()

    # What a person sees.

    def choose_paper(self, key: PaperKey) -> None:
        """Open a paper."""
        self.browsing.open_paper(key)

    def search(self, query: str) -> None:
        """Search for something as if it were typed."""
        self.toolbar.search.set_query(query)
        self.browsing.show_place(Place("search", query))

    def start_sync(self) -> None:
        """Look for new posts, if there are folders to look into."""
        if self.session.profile.settings.get("sources"):
            self.sync_job.start()

    def add_folder(self, folder: Path) -> None:
        """Add a folder to the library and read it."""
        try:
            self.session.profile.settings.add_sources([folder])
        except ReaderError as error:
            self.status.show_message(str(error))
            return
        self._show_body()
        self.start_sync()

    def add_sample(self) -> None:
        """Add the sample library."""
        self.add_folder(sample_library())

    def ask_for_folder(self) -> None:
        """Let the person choose a folder to add."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("A folder with posts"), str(Path.home()))
        if folder:
            self.add_folder(Path(folder))

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def next_pane(self, by: int = 1) -> None:
        """Give the keyboard to the next pane that is in sight."""
        panes = [pane for pane in (self.tree, self.papers, self.view, self.notes) if pane.isVisible()]
        here = next((n for n, pane in enumerate(panes) if pane.isAncestorOf(self.focusWidget() or self)), -1)
        if pane := (panes[(here + by) % len(panes)] if panes else None):
            pane.setFocus(Qt.FocusReason.TabFocusReason)

    def save_state(self) -> None:
        """Save where one is, for the next start."""
        if self._stack.currentWidget() is not self._body:
            return
        state = WindowState(
            geometry=self.saveGeometry().toBase64().toStdString(),
            panes=self._panes.sizes() if self.tree.isVisible() else self._last_panes,
            reading=self._reading.sizes() if self.notes.isVisible() else self._last_reading,
            sidebar=not self.tree.isHidden(),
            notes=not self.notes.isHidden(),
            place=str(self.browsing.place),
            open_places=self.tree.open_places(),
            sort=self.browsing.sort,
            key=self.reading.key or "",
            appearance=self.reading.appearance,
            scroll=round(self.view.scroll_position(), 4),
        )
        if state != self._saved:
            self._saved = state
            state.write(self.session.profile.places.state)

    # What Qt calls.

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.notes.flush()
        self.save_state()
        self._saving.stop()
        self.sync_job.stop()
        self.search_job.stop()
        self.session.close()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → that no pane had a use for go from pane to pane."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self.next_pane(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    # Inside.

    def _make_widgets(self) -> None:
        self.actions_ = Actions(self)
        self.menus = Menus(self.actions_, self)
        self.toolbar = ToolBar(self.look, self.actions_, self.menus.main, self)
        self.tree = Tree(self.look)
        self.papers = PaperList(self.look, self.session.signs)
        self.view = SectionView(self.look.theme, self.session.profile.settings.get("text_size"))
        self.notes = NotesPane(self.look)
        self.status = StatusBar(self.look)
        self.welcome = Welcome(self.look)

    def _arrange(self) -> None:
        self._reading = _splitter(Qt.Orientation.Vertical, self.view, self.notes)
        self._panes = _splitter(Qt.Orientation.Horizontal, self.tree, self.papers, self._reading)
        self._body = QWidget()
        _filled(QVBoxLayout(self._body), self.toolbar, self._panes, self.status)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._body)
        self._stack.addWidget(self.welcome)
        self.setCentralWidget(self._stack)
        self.setMinimumSize(720, 480)
        if sys.platform == "darwin":
            self.menus.fill_bar(self.menuBar())
        for before, after in ((self.tree, self.papers), (self.papers, self.view), (self.view, self.notes)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.actions_.connect_to(handlers(self))
        self.actions_.attach([self.tree, self.papers, self.view])
        self.actions_.set_bare_keys(self.session.profile.settings.get("bare_keys"))
        self.browsing.paper_chosen.connect(lambda key: self.reading.show(PaperKey(key) or None))
        self.browsing.found.connect(self.reading.set_finding)
        self.search_job.unusable.connect(self._mend_index)
        self.browsing.told.connect(self.status.show_message)
        self.reading.told.connect(self.status.show_message)
        self.reading.paper_shown.connect(self._paper_shown)
        self.papers.star_clicked.connect(lambda key: self.session.toggle_bookmark(PaperKey(key)))
        self.papers.open_requested.connect(lambda _key: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.session.library_changed.connect(self._library_changed)
        self.session.marks_changed.connect(self._marks_changed)
        self.session.failed.connect(self.status.show_message)
        self.look.changed.connect(lambda: self.view.set_theme(self.look.theme))
        self.view.column_changed.connect(self._align_notes)
        self.welcome.folder_requested.connect(self.ask_for_folder)
        self.welcome.sample_requested.connect(self.add_sample)
        self.welcome.folder_dropped.connect(lambda folder: self.add_folder(Path(folder)))
        self.menus.sources.triggered.connect(self._remove_source)
        self.menus.sources.aboutToShow.connect(self._show_sources)
        self.menus.by_name["library"].aboutToShow.connect(self._show_sources)

    def _paper_shown(self, key: str) -> None:
        self.actions_.set_has_paper(bool(key))
        self.toolbar.set_bookmarked(bool(key) and self.session.signs(PaperKey(key)).bookmarked)
        title = self.reading.record.title if self.reading.record else ""
        self.setWindowTitle(f"{title} — Daily Papers Reader" if title else "Daily Papers Reader")

    def _marks_changed(self, keys: frozenset[PaperKey]) -> None:
        self.browsing.marks_changed(keys)
        self.reading.marks_changed(keys)
        key = self.reading.key
        self.toolbar.set_bookmarked(key is not None and self.session.signs(key).bookmarked)

    def _library_changed(self) -> None:
        self.browsing.refresh()
        self.reading.refresh()
        if self.reading.key is None and self.papers.count() and self.papers.current_key() is None:
            self.papers.step(1)
            if not self.toolbar.search.query():
                self._take_focus()

    def _mend_index(self) -> None:
        """The sync makes the index anew; what is searched for is asked again as the library changes."""
        self.status.show_message(self.tr("Preparing search; results follow."))
        self.start_sync()

    def _align_notes(self) -> None:
        left, width = self.view.column
        self.notes.set_column(left, width)

    def _remove_source(self, action: QAction) -> None:
        self.session.profile.settings.remove_source(action.data())
        self.sync_job.start()
        self._show_body()

    def _show_sources(self) -> None:
        self.menus.show_sources(self.session.profile.settings.sources)

    def _show_body(self) -> None:
        """Show the panes; without any folder in the library the first page instead."""
        has_library = bool(self.session.profile.settings.get("sources")) or self.session.listing.totals().posts > 0
        self._stack.setCurrentWidget(self._body if has_library else self.welcome)
        self._take_focus()

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        self.menus.retranslate()
        self.toolbar.retranslate()
        self.setWindowTitle("Daily Papers Reader")

    def _restore(self, state: WindowState) -> None:
        if not self.restoreGeometry(QByteArray.fromBase64(state.geometry.encode())):
            self._take_usual_size()
        self._last_panes = state.panes if len(state.panes) == len(_PANES) else self._last_panes
        self._last_reading = state.reading if len(state.reading) == len(_READING) else self._last_reading
        self._panes.setSizes(self._last_panes)
        self._reading.setSizes(self._last_reading)
        self.tree.setVisible(state.sidebar)
        self.notes.setVisible(state.notes)
        self.actions_["sidebar"].setChecked(state.sidebar)
        self.actions_["notes_pane"].setChecked(state.notes)
        self.actions_.set_has_paper(False)
        self.browsing.sort = state.sort if state.sort in ("newest", "oldest", "title") else "newest"  # type: ignore[assignment]  # narrowed by the test
        self._show_body()
        self.session.look_at_library()
        self.sync_status.show_library()
        if state.open_places:
            self.tree.set_open_places(state.open_places)
        self.browsing.show_place(Place.parse(state.place) or ALL, PaperKey(state.key) if state.key else None)
        self.reading.show(PaperKey(state.key) if state.key else self.papers.current_key(), state.appearance)
        if self.reading.key is None:
            self.reading.show(None)
            self.papers.step(1)
        self.view.set_scroll_position(state.scroll)

    def _take_usual_size(self) -> None:
        """The size of the design, or on a small screen all of it but a margin for the frame."""
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(1440, screen.width() - 24), min(900, screen.height() - 48))

    def _take_focus(self) -> None:
        """Give the keyboard to where a person begins: the list, or the first button of the first page."""
        if self._stack.currentWidget() is self._body:
            self.papers.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.welcome.focus_first()


def _splitter(orientation: Qt.Orientation, *panes: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for pane in panes:
        splitter.addWidget(pane)
    for position in range(len(panes)):
        last = position == len(panes) - 1
        stretch = last if orientation is Qt.Orientation.Horizontal else position == 0
        splitter.setStretchFactor(position, int(stretch))
    return splitter


def _filled(layout: QVBoxLayout | QHBoxLayout, *widgets: QWidget) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget, 1 if isinstance(widget, QSplitter) else 0)
