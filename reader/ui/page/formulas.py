"""Formulas typeset beside the window: a page is shown at once with TeX as code, and again as its formulas get ready.

ziamath takes 5 to 50 ms a formula, some far longer, and a third of a second to import. On a thread of the window's
process it held the window up for 0.7 s (measured), so it works in a child process, which ends with a page's formulas.
"""

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from reader.base.paths import this_program
from reader.render.formula import Formula
from reader.render.typesetter import read_answer, request_of
from reader.ui.page.children import ask, drop, end_all

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

_Key = tuple[str, bool]
_TELL_AFTER = 1200  # ms, the next time twice as many: each time the page is laid out again


class Formulas(QObject):
    """The formulas typeset so far.

    Signals: `typeset()` when all that was wanted is known, and now and then before.
    """

    typeset = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[_Key, Formula | None] = {}
        self._wanted: dict[_Key, None] = {}
        self._asked: list[_Key] = []  # in the order the answers come
        self._process: QProcess | None = None
        self._running: list[QProcess] = []
        self.destroyed.connect(partial(end_all, self._running))
        self._told = QElapsedTimer()
        self._tell_after = _TELL_AFTER

    def get(self, tex: str, display: bool) -> Formula | None:
        """A formula if it is known by now; if not, None, and it is wanted."""
        key = (tex, display)
        if key not in self._known:
            self._wanted[key] = None
        return self._known.get(key)

    @property
    def waiting(self) -> bool:
        """Whether something is being typeset."""
        return self._process is not None

    def stop(self) -> None:
        """Want nothing any more: another page is shown, or none."""
        self._wanted.clear()
        process, self._process = self._process, None
        if process is not None:
            self._running.clear()
            drop(process)

    def start(self) -> None:
        """Typeset what is wanted, where that isn't being done."""
        if not self._wanted or self._process is not None:
            return
        self._asked = list(self._wanted)
        from reader.ui.session.child import child_process  # not at the window's start

        process = child_process(self, child_command())
        process.readyReadStandardOutput.connect(self._read)
        process.over.connect(self._ended)
        self._process = process
        self._running.append(process)
        self._told.start()
        self._tell_after = _TELL_AFTER
        ask(process, "".join(request_of(*key) for key in self._asked).encode())

    def _read(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            key = self._asked.pop(0)
            self._known[key] = read_answer(bytes(process.readLine().data()))
            self._wanted.pop(key, None)
        if process is not None and self._asked and self._told.hasExpired(self._tell_after):
            self._told.start()
            self._tell_after *= 2
            self.typeset.emit()

    def _ended(self) -> None:
        self._read()
        process, self._process = self._process, None
        if process is not None:
            self._running.clear()
            process.deleteLater()
            self._known |= dict.fromkeys(self._wanted)  # what the process died of stays code
            self._wanted.clear()
            self.typeset.emit()


def child_command() -> list[str]:
    """The command that runs the typesetter with the program that runs now, frozen or not."""
    if getattr(sys, "frozen", False):
        return [*this_program(), "typeset"]
    return [sys.executable, "-m", "reader.render.typesetter"]
