"""Something that takes a while, done on a thread of its own: it opens what it needs there and closes it there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from reader.base.errors import ReaderError
from reader.ui.widgets.guarded import guarded


@guarded
class Errand(QThread):
    """One piece of work. It is gone when it is finished.

    `then` is called with what the work returned, `fail` with the words of a ReaderError, both in the thread that made
    the errand. Any other error is raised again there, where bugs are reported.
    """

    _came = Signal(object, object)  # what was returned, what was raised

    def __init__(
        self,
        work: Callable[[], object],
        then: Callable[[object], object],
        fail: Callable[[str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._then = then
        self._fail = fail
        self._came.connect(self._deliver)  # a method of an object of the other thread: delivered there
        parent.destroyed.connect(self._outlast)

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001  # crosses to the thread that tells or reports it
            self._came.emit(None, error)
        else:
            self._came.emit(result, None)

    def _outlast(self) -> None:
        """A thread must not be destroyed before it ends: whoever asked for it is going, and waits."""
        self.wait()

    def _deliver(self, result: object, error: Exception | None) -> None:
        self.wait()
        self.deleteLater()
        if error is None:
            self._then(result)
        elif isinstance(error, ReaderError):
            self._fail(str(error))
        else:
            raise error
