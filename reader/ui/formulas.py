"""Formulas typeset beside the window: a page is shown at once with TeX as code, and again when its formulas are ready.

ziamath takes 5 to 50 ms a formula and a third of a second to import, so it never runs on the window's thread.
"""

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QThreadPool, Signal

from reader.render.math import Formula, typeset

_Key = tuple[str, bool]


class Formulas(QObject):
    """The formulas typeset so far.

    Signals: `typeset()` when all that was asked for and not known is known now.
    """

    typeset = Signal()
    _done = Signal(object, object)  # key, Formula or None; from the thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[_Key, Formula | None] = {}
        self._wanted: list[_Key] = []
        self._stop = Event()
        self._thread = QThreadPool(self)
        self._thread.setMaxThreadCount(1)
        self._done.connect(self._keep)

    def get(self, tex: str, display: bool) -> Formula | None:
        """A formula if it is known by now; if not, None, and it is wanted."""
        key = (tex, display)
        if key not in self._known and key not in self._wanted:
            self._wanted.append(key)
        return self._known.get(key)

    def forget_wanted(self) -> None:
        """Another page is written: what the last one wanted no longer matters."""
        self._wanted.clear()
        self._stop.set()

    def start(self) -> None:
        """Typeset what is wanted."""
        if self._wanted:
            self._stop = Event()
            self._thread.start(partial(self._run, tuple(self._wanted), self._stop))

    def stop(self) -> None:
        """Stop typesetting and wait for the formula in work."""
        self.forget_wanted()
        self._thread.waitForDone()

    def _keep(self, key: _Key, formula: Formula | None) -> None:
        self._known[key] = formula
        if key in self._wanted:
            self._wanted.remove(key)
            if not self._wanted:
                self.typeset.emit()

    def _run(self, keys: tuple[_Key, ...], stop: Event) -> None:
        """Typeset in the thread, until done or stopped."""
        for key in keys:
            if stop.is_set():
                return
            self._done.emit(key, typeset(*key))
