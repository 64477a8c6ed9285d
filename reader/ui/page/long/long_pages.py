"""Long pages written beside the window, by a child process: until one is there, its place is kept by a page that waits.

A page that could hold the window up is not written in its process: neither one that is merely long nor one that means
harm. What the child dies of, or does not write in time, is shown as it is.
"""

import pickle
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.base.paths import this_program
from reader.posts.model import Paper
from reader.render.long.writing import Wanted, Written, read_answer, request_of
from reader.ui.page.children import ask, drop, end_all

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

_MOST_MS = 20_000  # by the clock, on whatever machine; it takes a second of the processor's time at most


class LongPages(QObject):
    """Writes one page at a time.

    Signals: `written()` when the page that was wanted last is there.
    """

    written = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Wanted | None = None
        self._asked: Wanted | None = None
        self._known: tuple[Wanted, Written] | None = None
        self._process: QProcess | None = None
        self._running: list[QProcess] = []
        self.destroyed.connect(partial(end_all, self._running))
        self._deadline = QTimer(self, singleShot=True, interval=_MOST_MS)
        self._deadline.timeout.connect(self._end_process)

    @property
    def waiting(self) -> bool:
        """Whether a page is being written."""
        return self._process is not None

    def last(self, paper: Paper) -> Written | None:
        """The page of this text that was written last, None for none yet."""
        return self._known[1] if self._known is not None and self._known[0].paper == paper else None

    def want(self, wanted: Wanted) -> None:
        """Have a page written, where it is not the one written last."""
        self._wanted = wanted if self._known is None or self._known[0] != wanted else None
        self._start()

    def stop(self) -> None:
        """Want nothing any more: another page is shown, or none."""
        self._wanted = self._known = None
        self._deadline.stop()
        process, self._process = self._process, None
        if process is not None:
            self._running.clear()
            drop(process)

    def _start(self) -> None:
        if self._process is not None or self._wanted is None:
            return
        from reader.ui.session.child import child_process  # not at the window's start

        self._asked = self._wanted
        process = child_process(self, child_command())
        process.over.connect(self._ended)
        self._process = process
        self._running.append(process)
        self._deadline.start()
        ask(process, request_of(self._asked))

    def _end_process(self) -> None:
        if self._process is not None:
            self._process.kill()  # it tells its end

    def _ended(self) -> None:
        process, self._process = self._process, None
        if process is None or self._asked is None:
            return
        self._deadline.stop()
        self._running.clear()
        self._known = (self._asked, _read(bytes(process.readAllStandardOutput().data()), self._asked))
        process.deleteLater()
        if self._wanted == self._asked:
            self._wanted = None
        self.written.emit()
        self._start()


def child_command() -> list[str]:
    """The command that runs the writer with the program that runs now, frozen or not."""
    if getattr(sys, "frozen", False):
        return [*this_program(), "write"]
    return [sys.executable, "-c", "from reader.render.long.writing import main; raise SystemExit(main())"]


def _read(answered: bytes, wanted: Wanted) -> Written:
    try:
        return read_answer(answered)
    except (EOFError, pickle.UnpicklingError):  # it died, or was ended
        from reader.render.long.pieces import pieces_of
        from reader.render.page import as_it_is

        return Written(pieces_of(as_it_is(wanted.paper, wanted.look)), (), ())
