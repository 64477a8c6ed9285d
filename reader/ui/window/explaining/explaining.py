"""How the open paper's post was read, asked of `check` in a child process and shown in a small window.

Made when somebody asks for the first time.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.base.paths import ProfilePaths
from reader.ui.session.jobs import ChildJob
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look
from reader.ui.window.explaining.explanation_dialog import ExplanationDialog


class ExplainJob(ChildJob):
    """A look at one file, and at what its folder has that is no post."""

    def __init__(self, places: ProfilePaths, parent: QObject) -> None:
        super().__init__(places, parent)

    def start(self, file: Path, folder: Path) -> None:
        """Ask, unless that is being done."""
        if not self.is_running:
            self._begin(["check", "--around", str(folder), "--", str(file)])

    def _take(self, event: dict[str, Any]) -> None:
        """Nothing is told on the way."""

    def _cut_off(self) -> str:
        return self.tr("How the post was read could not be found out.")

    def _not_started(self) -> str:
        return self._cut_off()


class Explaining(QObject):
    """Answers how the open paper's post was read."""

    def __init__(self, session: Session, state: ReadingState, look: Look, status: StatusBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._look = look
        self._status = status
        self._parent = parent
        self._asked: tuple[Path, Path, str] | None = None  # file, folder, key
        self.dialog: ExplanationDialog | None = None
        self._job = ExplainJob(session.profile.places, self)
        self._job.finished.connect(self._show)
        self._job.failed.connect(status.show_error)

    def ask(self) -> None:
        """Ask about the post of the open paper's appearance."""
        record = self._state.record
        if record is None or self._job.is_running:
            return
        appearance = record.appearances[self._state.appearance]
        folder = Path(appearance.source)
        file = folder / appearance.post
        if not appearance.source or not file.is_file():
            self._status.show_message(self.tr("The file of this post is not there any more."))
            return
        self._asked = file, folder, record.key
        self._job.start(file, folder)

    def _show(self, told: dict[str, Any]) -> None:
        if self._asked is not None and told["files"]:
            self.dialog = ExplanationDialog(self._look, told, *self._asked, self._parent)
            self.dialog.open()
