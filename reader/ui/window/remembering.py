"""Where one was: saved while the window is open and as it closes, and restored at the next start."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.posts.model import PaperKey
from reader.ui.actions.actions import Actions
from reader.ui.papers.paper_list import PaperList
from reader.ui.session.places import ALL, Place
from reader.ui.session.reading_state import Position, ReadingState
from reader.ui.session.session import Session
from reader.ui.sidebar.tree import Tree
from reader.ui.window.arranged.panes import Panes
from reader.ui.window.listing.browsing import Browsing
from reader.ui.window.window_state import WindowState

if TYPE_CHECKING:
    from reader.ui.page.reading import Reading
    from reader.ui.session.errand import Errand
    from reader.ui.window.across.tabling import Tabling
    from reader.ui.window.tabbing import Tabbing

_SAVE_MS = 3000


class Remembering(QObject):
    """The memory of one window; `remembers` False: it begins as the first one ever did, and leaves no trace."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        state: ReadingState,
        browsing: Browsing,
        panes: Panes,
        tree: Tree,
        papers: PaperList,
        actions: Actions,
        *,
        remembers: bool,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._state = state
        self._browsing = browsing
        self._panes = panes
        self._tree = tree
        self._papers = papers
        self._actions = actions
        self._tabbing: Tabbing | None = None
        self._tabling: Tabling | None = None
        self._reading: Reading | None = None  # there is a page whose place is worth saving
        self._path = session.profile.places.state if remembers else None
        self._begun = WindowState()  # as the window was when it was closed
        self._saved: WindowState | None = None
        self._writing: Errand | None = None
        self._saving = QTimer(self, interval=_SAVE_MS)
        self._saving.timeout.connect(self.save)

    def restore(self) -> None:
        """Be as the window was when it was closed. From now on it is saved."""
        saved = self._begun = WindowState.read(self._path) if self._path else WindowState()
        window = self._window.window()
        if not window.isVisible() and not window.restoreGeometry(QByteArray.fromBase64(saved.geometry.encode())):
            self._take_usual_size()
        self._panes.set_sizes(sizes_of(saved.sizes))
        self._panes.show_sidebar(saved.sidebar)
        self._panes.reading.show_notes(saved.notes)
        self._actions["sidebar"].setChecked(saved.sidebar)
        self._actions["notes_pane"].setChecked(saved.notes)
        self._tree.set_folded_sections(saved.folded)
        key = PaperKey(saved.key) if saved.key else None
        self._state.begin(key, positions_of(saved.positions))
        self._browsing.begin(Place.parse(saved.place) or ALL, saved.sort, saved.open_places)
        self._saving.start()

    def scroll_list(self) -> None:
        """Now that the list has its height, have the open paper at the height in it where it was."""
        match self._begun.offset:
            case [int(offset)] if self._begun.key == self._state.key:
                self._papers.place(self._begun.key, offset)

    def watch(self, reading: "Reading") -> None:
        """From now on there is a page, and how far it is read is saved as well."""
        self._reading = reading

    def watch_tabs(self, tabbing: "Tabbing") -> None:
        """From now on there are tabs: those that were saved, and what becomes of them."""
        self._tabbing = tabbing
        tabbing.restore(self._begun.tabs, self._begun.front)

    def watch_table(self, tabling: "Tabling") -> None:
        """From now on there may be a table of many papers: its columns as they were, and what becomes of them."""
        self._tabling = tabling
        tabling.restore(self._begun.columns, self._begun.widths)

    def save(self) -> None:
        """Save where one is, for the next start; on a thread, as a busy disk may take long to make a file."""
        path = self._path
        if path is None or self._writing is not None:
            return
        state = self._state_now()
        if state is None or state == self._saved:
            return
        from reader.ui.session.errand import Errand  # the first one comes seconds after the start

        self._saved = state
        self._writing = Errand(lambda: state.write(path), self._written, self._written, self)
        self._writing.start()

    def stop(self) -> None:
        """Save for the last time, as the window closes."""
        self._saving.stop()
        if self._path is None:
            return
        if self._writing is not None:
            self._writing.wait()
        state = self._state_now()
        if state is not None and state != self._saved:
            self._saved = state
            state.write(self._path)

    def _written(self, _: object) -> None:
        self._writing = None

    def _state_now(self) -> WindowState | None:
        """Where one is; None before there is a page, and while a view of many papers hides the panes."""
        if self._reading is None or not self._panes.isVisibleTo(self._window):
            return None
        self._reading.keep_position()
        return WindowState(
            geometry=self._window.window().saveGeometry().toBase64().toStdString(),
            sizes=self._panes.sizes(),
            sidebar=self._panes.has_sidebar(),
            notes=self._panes.reading.has_notes(),
            place=str(self._state.place),
            open_places=self._tree.open_places(),
            folded=self._tree.folded_sections(),
            sort=self._browsing.sort,
            offset=[] if (offset := self._papers.offset_of(self._state.key)) is None else [offset],
            key=self._state.key or "",
            tabs=self._tabbing.saved() if self._tabbing else self._begun.tabs,
            front=self._tabbing.front if self._tabbing else self._begun.front,
            columns=self._tabling.columns() if self._tabling else self._begun.columns,
            widths=self._tabling.widths() if self._tabling else self._begun.widths,
            positions={key: [at.appearance, round(at.scroll, 4)] for key, at in self._state.positions.items()},
        )

    def _take_usual_size(self) -> None:
        """The size of the design, or on a small screen all of it but a margin for the frame."""
        screen = QGuiApplication.primaryScreen().availableSize()
        self._window.window().resize(min(1440, screen.width() - 24), min(900, screen.height() - 48))


def positions_of(saved: Mapping[str, object]) -> dict[PaperKey, Position]:
    """How far papers were read; what is no position in an edited file is left out."""
    found = {}
    for key, value in saved.items():
        match value:
            case [int(appearance), int() | float() as scroll] if (
                not {type(appearance), type(scroll)} & {bool} and appearance >= 0 and 0 <= scroll <= 1
            ):
                found[PaperKey(key)] = Position(appearance, float(scroll))
    return found


def sizes_of(saved: Mapping[str, object]) -> dict[str, list[int]]:
    """The sizes of panes; what is no list of lengths in an edited file is left out."""
    return {
        name: sizes
        for name, sizes in saved.items()
        if isinstance(sizes, list) and all(type(size) is int and size >= 0 for size in sizes)
    }
