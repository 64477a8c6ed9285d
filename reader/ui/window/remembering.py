"""Where one was: saved while the window is open and as it closes, and restored at the next start."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from reader.posts.model import PaperKey
from reader.ui.session.places import ALL, Place
from reader.ui.window.window_state import WindowState

if TYPE_CHECKING:
    from reader.ui.window.window import MainWindow

_SAVE_MS = 3000


class Opened(NamedTuple):
    """The paper a window opens with."""

    key: PaperKey | None = None
    appearance: int = 0
    scroll: float = 0.0  # 0–1


class Remembering(QObject):
    """The memory of one window; `remembers` False: it begins as the first one ever did, and leaves no trace."""

    def __init__(self, window: "MainWindow", *, remembers: bool) -> None:
        super().__init__(window)
        self._window = window
        self._path = window.session.profile.places.state if remembers else None
        self._saved: WindowState | None = None
        self._saving = QTimer(self, interval=_SAVE_MS)
        self._saving.timeout.connect(self.save)

    def restore(self) -> Opened:
        """Be as the window was when it was closed; returns the paper that was open. From now on it is saved."""
        window = self._window
        state = WindowState.read(self._path) if self._path else WindowState()
        if not window.restoreGeometry(QByteArray.fromBase64(state.geometry.encode())):
            self._take_usual_size()
        window.panes.set_sizes(state.widths, state.heights)
        window.panes.show_sidebar(state.sidebar)
        window.panes.show_notes(state.notes)
        window.actions_["sidebar"].setChecked(state.sidebar)
        window.actions_["notes_pane"].setChecked(state.notes)
        window.browsing.begin(Place.parse(state.place) or ALL, state.sort, PaperKey(state.key), state.open_places)
        self._saving.start()
        key = PaperKey(state.key) if state.key else window.papers.first_key()
        return Opened(key, state.appearance, state.scroll)

    def save(self) -> None:
        """Save where one is, for the next start."""
        window = self._window
        if self._path is None or not window.folders.are_panes_shown:
            return
        state = WindowState(
            geometry=window.saveGeometry().toBase64().toStdString(),
            widths=window.panes.widths(),
            heights=window.panes.heights(),
            sidebar=window.panes.has_sidebar(),
            notes=window.panes.has_notes(),
            place=str(window.browsing.place),
            open_places=window.tree.open_places(),
            sort=window.browsing.sort,
            key=window.reading.key or "",
            appearance=window.reading.appearance,
            scroll=round(window.view.scroll_position(), 4),
        )
        if state != self._saved:
            self._saved = state
            state.write(self._path)

    def stop(self) -> None:
        """Save for the last time, as the window closes."""
        self.save()
        self._saving.stop()

    def _take_usual_size(self) -> None:
        """The size of the design, or on a small screen all of it but a margin for the frame."""
        screen = QGuiApplication.primaryScreen().availableSize()
        self._window.resize(min(1440, screen.width() - 24), min(900, screen.height() - 48))
