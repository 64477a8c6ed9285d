"""Papers and other computers, when the person asks: filled in from arXiv, sent to Zotero. How far it is stands in the
status bar. Made when somebody asks for the first time.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from reader.posts.model import PaperKey
from reader.ui.export.paper_job import PaperJob
from reader.ui.session.session import Session
from reader.ui.widgets.language import language_of
from reader.ui.widgets.status_bar import StatusBar


class Outside(QObject):
    """What one window asks of others, one thing at a time."""

    def __init__(self, session: Session, status: StatusBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = status
        self._parent = parent
        self._what = ""  # "fill" or "zotero"
        self.job = PaperJob(session.profile.places, self)
        self.job.progressed.connect(self._show_progress)
        self.job.waiting.connect(self._show_wait)
        self.job.finished.connect(self._finish)
        self.job.failed.connect(self._fail)
        self._bar.cancel_requested.connect(self._cancel)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.job.stop)

    def fill(self, keys: Sequence[PaperKey]) -> None:
        """Ask arXiv for what posts do not say of these papers."""
        self._begin("fill", ["fill"], keys)

    def send(self, keys: Sequence[PaperKey]) -> None:
        """Send these papers to the Zotero that runs here."""
        self._begin("zotero", ["zotero", "--lang", language_of(self._parent)], keys)

    def _begin(self, what: str, command: Sequence[str], keys: Sequence[PaperKey]) -> None:
        if self.job.is_running:
            self._bar.show_message(self.tr("arXiv or Zotero is being asked already. Wait for that, or cancel it."))
        elif keys:
            self._what = what
            self._bar.show_progress(0, 0, self._words(), of=self)
            self.job.run(command, keys)

    def _words(self) -> str:
        return self.tr("Asking arXiv") if self._what == "fill" else self.tr("Sending to Zotero")

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.show_progress(done, total, f"{self._words()} {done}/{total}", of=self)

    def _show_wait(self, seconds: int) -> None:
        self._bar.show_progress(0, 0, self.tr("arXiv asks to wait %n second(s)", "", seconds), of=self)

    def _cancel(self) -> None:
        if self._bar.shows(self):
            self.job.cancel()

    def _finish(self, result: dict[str, Any]) -> None:
        self._bar.end_progress(self)
        words = self._filled(result) if self._what == "fill" else self._sent(result)
        if result["cancelled"]:
            words = self.tr("Cancelled.") + " " + words
        self._bar.show_message(words)

    def _filled(self, result: dict[str, Any]) -> str:
        if result["filled"]:
            self._session.tell_details()
        parts = [self.tr("%n paper(s) filled in from arXiv", "", len(result["filled"]))]
        if result["known"]:
            parts.append(self.tr("%n known before", "", len(result["known"])))
        if others := len(result["absent"]) + len(result["elsewhere"]):
            parts.append(self.tr("%n not on arXiv", "", others))
        return " · ".join(parts)

    def _sent(self, result: dict[str, Any]) -> str:
        parts = [self.tr("%n paper(s) sent to Zotero: %1", "", len(result["sent"])).replace("%1", result["where"])]
        if result["there"]:
            parts.append(self.tr("%n there before", "", len(result["there"])))
        return " · ".join(parts)

    def _fail(self, message: str) -> None:
        self._bar.end_progress(self)
        self._bar.show_error(message)
