"""A picture of the real window, drawn off-screen."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtWidgets import QApplication

from reader.base.errors import ReaderError

if TYPE_CHECKING:
    from reader.posts.model import PaperKey
    from reader.ui.window.window import MainWindow

_SETTLE_MS = 400
_SEARCH_MS = 20_000
_FORMULAS_MS = 20_000


def draw(
    app: QApplication,
    window: "MainWindow",
    out: Path,
    size: tuple[int, int],
    *,
    select: "PaperKey | None" = None,
    search: str | None = None,
) -> None:
    """Show the window at a size in px, choose a paper or search for something, and save what is seen.

    Raises ReaderError where the picture cannot be written or the search does not end.
    """
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.resize(*size)
    window.show()
    window.resize(*size)
    settle(app, window, _SETTLE_MS // 4)
    if select is not None:
        window.choose_paper(select)
    if search is not None:
        _search(app, window, search)
    settle(app, window, _SETTLE_MS)
    if not window.grab().save(str(out)):
        raise ReaderError(f"The picture {out} could not be written. Check the folder and that the name ends in .png.")


def _search(app: QApplication, window: "MainWindow", query: str) -> None:
    answered: list[object] = []
    window.search_job.found.connect(answered.append)
    window.search_job.failed.connect(answered.append)
    window.search(query)
    deadline = QDeadlineTimer(_SEARCH_MS)
    while not answered and not deadline.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    if not answered:
        raise ReaderError(f"The search for {query!r} did not end within {_SEARCH_MS // 1000} seconds.")
    if isinstance(answered[0], str):
        raise ReaderError(answered[0])
    first = window.papers.first_key()
    if first is not None:
        window.choose_paper(first)


def settle(app: QApplication, window: "MainWindow", ms: int) -> None:
    """Let timers, formulas and pictures come to rest."""
    deadline = QDeadlineTimer(ms)
    longest = QDeadlineTimer(_FORMULAS_MS)
    while not deadline.hasExpired() or not ((window.is_ready and window.view.is_settled) or longest.hasExpired()):
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
