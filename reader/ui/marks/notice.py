"""A word from the system, once a day at most, that papers are due. Off until asked for.

By the system's tray where there is one, else by `notify-send`; where there is neither, the settings say so.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from reader.base.errors import ReaderError
from reader.base.settings import Settings
from reader.ui.session.child import other_process
from reader.ui.session.session import Session

_SHOWN_MS = 30_000
_NOTIFY = "notify-send"

Send = Callable[[str, str], None]
"""Shows a title and a text."""


class Notices(QObject):
    """Tells of due papers.

    Signals: `followed()` the person clicked on what was told.
    """

    followed = Signal()

    def __init__(self, session: Session, send: Send | None = None) -> None:
        """`send` shows a notification; the system's own way where it is None."""
        super().__init__(session)
        self._session = session
        self._send = send or self._send_by_system
        self._tray: QSystemTrayIcon | None = None
        session.day_changed.connect(self.tell_if_due)

    def tell_if_due(self) -> None:
        """Tell how many papers are due, if that is wanted and was not told today, by this window or another one."""
        settings = Settings(self._session.profile.places.settings)  # another window may have changed it
        today = self._session.today().isoformat()
        due = self._session.due_count()
        if not settings.get("revisit_notice") or not due or settings.get("notified_on") == today:
            return
        try:
            self._session.profile.settings.set("notified_on", today)
        except ReaderError as error:  # better silent than once more at every start
            self._session.failed.emit(str(error))
            return
        self._send("Daily Papers Reader", self.tr("%n paper(s) to revisit today", "", due))

    def _send_by_system(self, title: str, text: str) -> None:
        if not _has_tray():
            other_process(self, [QStandardPaths.findExecutable(_NOTIFY) or _NOTIFY, "--", title, text]).startDetached()
            return
        tray = self._tray = QSystemTrayIcon(QGuiApplication.windowIcon(), self)
        tray.messageClicked.connect(self.followed)
        tray.show()
        tray.showMessage(title, text, QGuiApplication.windowIcon(), _SHOWN_MS)
        QTimer.singleShot(_SHOWN_MS, tray, tray.hide)


def can_tell() -> bool:
    """Whether this system shows notifications."""
    return _has_tray() or bool(QStandardPaths.findExecutable(_NOTIFY))


def _has_tray() -> bool:
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()
