"""Exporting from the window: the dialog, the child process that does it, and how far it is in the status bar.

Made when somebody exports for the first time.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from reader.posts.model import PaperKey
from reader.ui.export.export_dialog import Choice, ExportDialog, Request, Start
from reader.ui.export.export_job import ExportJob
from reader.ui.session.places import BOOKMARKED
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.language import language_of
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look


class Exporting(QObject):
    """The exports of one window, one at a time."""

    def __init__(self, session: Session, state: ReadingState, look: Look, status: StatusBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._state = state
        self._look = look
        self._bar = status
        self._parent = parent
        self._start = Start()
        self.dialog: ExportDialog | None = None
        self.job = ExportJob(session.profile.places, self)
        self.job.progressed.connect(self._show_progress)
        self.job.waiting.connect(self._show_wait)
        self.job.finished.connect(self._finish)
        self.job.failed.connect(self._fail)
        self._bar.cancel_requested.connect(self._cancel)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.job.stop)

    def ask(self, count: int, listed: Callable[[], list[PaperKey]]) -> None:
        """Ask what to export, in which format and where to; the list has `count` papers, and `listed` gives them."""
        if self.job.is_running:
            self._tell(self.tr("An export is under way. Wait for it, or cancel it."))
            return
        self.dialog = ExportDialog(self._look, self._choices(count, listed), self._start, self._parent)
        self.dialog.export_requested.connect(self.start)
        self.dialog.open()

    def start(self, request: Request) -> None:
        """Export as asked; what was chosen is offered again next time."""
        self._start = Start(request.form, request.out.parent)
        self._bar.show_progress(0, 0, self.tr("Exporting"), of=self)
        language = language_of(self._parent)
        self.job.start(request.form, request.out, request.which, language, fill=request.fill)

    def _choices(self, count: int, listed: Callable[[], list[PaperKey]]) -> list[Choice]:
        """What can be exported now, the likeliest first."""
        session = self._session
        choices = []
        targets = self._state.targets()
        if len(targets) > 1:
            choices.append(Choice(self.tr("The selected papers"), len(targets), lambda: targets))
        elif targets:
            choices.append(Choice(self.tr("The open paper"), 1, lambda: targets))
        if count:
            choices.append(Choice(self.tr("This list"), count, listed))
        bookmarked = session.source(BOOKMARKED, "newest").count()
        if bookmarked:
            choices.append(Choice(self.tr("Bookmarks"), bookmarked, lambda: ["--bookmarked"]))
        totals = session.listing.totals()
        choices.append(Choice(self.tr("Everything"), totals.papers + totals.pages, list))
        return choices

    def _show_progress(self, done: int, total: int) -> None:
        words = self.tr("Exporting") + f" {done}/{total}"
        self._bar.show_progress(done, total, words, of=self)

    def _show_wait(self, seconds: int) -> None:
        self._bar.show_progress(0, 0, self.tr("arXiv asks to wait %n second(s)", "", seconds), of=self)

    def _cancel(self) -> None:
        if self._bar.shows(self):
            self.job.cancel()

    def _finish(self, result: dict[str, Any]) -> None:
        self._bar.end_progress(self)
        self._session.tell_details()  # authors may have been filled in
        out = Path(result["out"])
        if result["cancelled"]:
            self._tell(self.tr("The export was cancelled."))
            return
        if result["format"] == "zip":
            self._tell(self.tr("All marks were written to %1").replace("%1", str(out)))
            return
        words = self.tr("%n paper(s) exported to %1", "", result["papers"]).replace("%1", str(out))
        kept = result["kept"]
        if kept:
            words += " · " + self.tr("%n file(s) left as you changed them", "", len(kept))
        self._tell(words, "\n".join(kept))

    def _fail(self, message: str) -> None:
        self._bar.end_progress(self)
        self._bar.show_error(message)

    def _tell(self, words: str, details: str = "") -> None:
        self._bar.show_message(words, details)
