"""The library's folders are watched while the window is open: what is saved in them shows by itself."""

from typing import Any

from PySide6.QtCore import QObject

from reader.ui.session.jobs import SyncJob, WatchJob
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.window.sources.sync_status import SyncStatus


class Watching(QObject):
    """Runs the watch of one window, from the end of its first sync on."""

    def __init__(self, session: Session, sync: SyncJob, status: SyncStatus, bar: StatusBar) -> None:
        super().__init__(bar)
        self._session = session
        self._sync = sync
        self._status = status
        self._bar = bar
        self._is_begun = False
        sync.finished.connect(self._start)
        self.job = WatchJob(session.profile.places, self)
        self.job.changed.connect(session.look_at_library)
        self.job.progressed.connect(self._show_progress)
        self.job.looked.connect(self._take_round)
        self.job.failed.connect(self._fail)

    def begin(self) -> None:
        """Watch as soon as a sync has ended; where the watch ended by a fault, the next sync begins it again."""
        self._is_begun = True

    def stop(self) -> None:
        """Watch no more, as the window closes."""
        self._is_begun = False
        self.job.stop()

    def _start(self) -> None:
        if self._is_begun and self._session.profile.settings.get("sources"):
            self.job.start()

    def _show_progress(self, done: int, total: int) -> None:
        if not self._sync.is_running:
            self._bar.show_progress(done, total, self.tr("Reading posts"), cancellable=False, of=self)

    def _take_round(self, result: dict[str, Any]) -> None:
        self._bar.end_progress(self)
        self._status.take_round(result)

    def _fail(self, message: str) -> None:
        self._bar.end_progress(self)
        self._bar.show_error(message)
