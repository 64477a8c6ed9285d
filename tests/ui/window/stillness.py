"""Whether the open paper stands still in a window on a folder that somebody keeps writing in."""

import random
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from reader.app import Shown, _sync_when_it_stands, build
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.services.refresh import refresh
from reader.ui.session.places import Place
from reader.ui.window.window import MainWindow
from tests.folder_edits import OPEN, FolderEdits
from tests.library_state import State, state_of

_PAUSES = (0, 0, 20, 80, 150, 400)  # ms between edits, by chance


def wait_until(is_so: Callable[[], bool], *, every: int = 10) -> bool:
    """Let the window work until something is so, asked every so many ms; whether it is so after a minute at most."""
    end = time.monotonic() + 60
    while not (said := is_so()) and time.monotonic() < end:
        wait(every)
    return said


def wait(ms: int) -> None:
    """Let the window work so long."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


class Standing(NamedTuple):
    """Where the open paper is, as one paint shows it."""

    key: str | None
    row_top: int | None  # px of the window; None while it is not in sight
    page_top: int  # px of the page that are scrolled out


class Stillness(QObject):
    """Looks where the open paper is at every paint of the list and of the page; begins by bringing it into sight."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.moves: list[str] = []
        self.refreshes = 0
        self.paints = 0
        self._done: deque[str] = deque(maxlen=25)
        window.browsing.reveal(OPEN)
        window.papers.choose(OPEN)
        wait(500)
        self._seen = self._look()
        assert self._seen.row_top is not None
        window.papers.table.viewport().installEventFilter(self)
        window.view._browser.viewport().installEventFilter(self)
        window.browsing.listed.connect(self._count)

    def note(self, what: str) -> None:
        """Something was done, to be told with the next move."""
        self._done.append(what)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.paints += 1
            now = self._look()
            if now != self._seen:
                self.moves.append(f"{self._seen} -> {now}\n    " + "\n    ".join(self._done))
                self._seen = now
        return super().eventFilter(watched, event)

    def _count(self, why: str) -> None:
        self.refreshes += 1
        self.note(f"[list {why}: {self._look()}]")

    def _look(self) -> Standing:
        table = self._window.papers.table
        row = self._window.papers._model.position(OPEN)
        top = None
        if row is not None:
            rect = table.visualRect(table.model().index(row, 0))
            if table.viewport().rect().intersects(rect):
                top = table.viewport().mapTo(self._window, rect.topLeft()).y()
        return Standing(self._window.state.key, top, self._window.view._browser.verticalScrollBar().value())


class Outcome(NamedTuple):
    """What came of an edited folder."""

    moves: list[str]
    refreshes: int  # of the list
    paints: int
    rounds: int  # of the child that watches
    seconds: float
    ours: State
    fresh: State  # of a library made anew at the end


def edited(home: Path, seed: int, edits: int, query: str = "") -> Outcome:
    """Edit a folder below `home` so often while a window on it is open, in the list of all papers or of an answer."""
    folder, chance = home / "posts", random.Random(seed)
    writing = FolderEdits(folder, seed)
    places, fresh = ProfilePaths.of(home / "profile"), ProfilePaths.of(home / "fresh")
    _sync(places, folder)
    _, window = build(Profile(places), Shown(language="en", theme="light"))
    looked: list[object] = []
    window.watching.job.looked.connect(looked.append)
    _sync_when_it_stands(window)
    window.show()
    assert wait_until(lambda: window.is_ready and bool(looked))
    if query:
        window.browsing.show_place(Place("search", query))
        assert wait_until(lambda: window.papers.has(OPEN))
        wait(1_000)  # the rest of the answer comes
    still = Stillness(window)
    begin = time.monotonic()
    for _ in range(edits):
        still.note(writing.edit())
        wait(chance.choice(_PAUSES))
    writing.finish()
    _sync(fresh, folder)
    wanted = state_of(fresh)
    wait_until(lambda: state_of(places) == wanted, every=500)
    seconds = time.monotonic() - begin
    wait(1_500)  # what the window shows of it comes
    window.close()
    window.deleteLater()
    return Outcome(still.moves, still.refreshes, still.paints, len(looked), seconds, state_of(places), wanted)


def _sync(places: ProfilePaths, posts: Path) -> None:
    with Profile(places) as profile:
        profile.take_sources([posts])
        refresh(profile)
