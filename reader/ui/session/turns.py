"""Work in pieces, one a turn of the event loop: keys are taken and the window is painted between two of them.

A piece of work is a generator that yields where others may have their turn. Threads ask for their turn: `leave_of`.
"""

import threading
from collections.abc import Generator, Iterator
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

from reader.base.leave import Leave
from reader.ui.widgets.guarded import guarded

_AFTER_PAINTING = Qt.EventPriority.LowEventPriority.value - 1

T = TypeVar("T")


class Turns(QObject):
    """Does one piece of work at a time; a newer one takes the place of the one under way."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[None] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def start(self, work: Iterator[None]) -> None:
        """Do the first piece at once and the others in turns of their own."""
        self._work = work
        self._go_on()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._work = None
        self._next.stop()

    @property
    def is_busy(self) -> bool:
        """Whether something is left to do."""
        return self._work is not None

    def _go_on(self) -> None:
        work = self._work
        if work is None:
            return
        try:
            next(work)
        except BaseException as end:
            if self._work is work:
                self.stop()
            if not isinstance(end, StopIteration):
                raise
        else:
            if self._work is work:
                self._next.start()


def leave_of(parent: QObject) -> Leave:
    """Leave for one thread to go on, given by the loop of `parent`'s thread when it has painted what there is."""
    door = _Door(parent)
    return Leave(door.knock)


@guarded
class _Door(QObject):
    """Where one thread knocks."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._given = threading.Event()

    def knock(self, given: threading.Event) -> None:
        """Called on the thread that waits."""
        self._given = given
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), _AFTER_PAINTING)

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.User:
            return super().event(event)
        self._given.set()
        return True


def at_once(work: Generator[None, None, T]) -> T:
    """The result of work in pieces, done without a pause."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
