"""The last known text of papers that are marked, kept beside the marks: of many a few in each turn of the loop."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from reader.base.errors import ReaderError
from reader.posts.model import PaperKey
from reader.services.profile import Profile

_AT_ONCE = 40  # papers; it takes some 10 ms


class LastTexts(QObject):
    """Keeps texts for a session.

    Signals: `failed(str)` some could not be kept, in words to be shown.
    """

    failed = Signal(str)

    def __init__(self, profile: Profile, parent: QObject) -> None:
        super().__init__(parent)
        self._profile = profile
        self._waiting: list[PaperKey] = []
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._keep_some)

    def keep(self, keys: Iterable[PaperKey]) -> None:
        """Keep the texts of papers marked just now."""
        self._waiting += keys
        if len(self._waiting) > _AT_ONCE:
            self._turn.start()
        else:
            self._keep_some()

    def finish(self) -> None:
        """Keep those that still wait, as the session ends."""
        while self._waiting:
            self._keep_some()

    def _keep_some(self) -> None:
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        if not self._waiting:
            self._turn.stop()
        try:
            if some:
                self._profile.remember(some)
        except ReaderError as error:
            self.failed.emit(str(error))
