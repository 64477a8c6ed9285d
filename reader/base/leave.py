"""Leave to go on: a thread that works behind the window asks for it, and has it when there is nothing to draw.

Python lets one thread go on at a time, and gives the turn away at every call of Qt's or SQLite's: beside a thread that
reads, a page that takes 15 ms by itself took up to 200. So such a thread works for some milliseconds, then waits until
the window comes to its question.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_SLICE = 0.004  # s of work for each leave
_LONGEST = 0.25  # s until a thread goes on all the same: the window may be long at something that needs no lock

_T = TypeVar("_T")


class Leave:
    """The leave of one thread."""

    def __init__(self, ask: Callable[[threading.Event], None], clock: Callable[[], float] = time.monotonic) -> None:
        """`ask`, called on the thread: has the window set the event when it comes to it."""
        self._ask = ask
        self._clock = clock
        self._until = 0.0
        self._is_over = False
        self._given = threading.Event()

    def wait(self) -> None:
        """Go on at once for as long as the last leave holds; else wait for another one."""
        if self._is_over or self._clock() < self._until:
            return
        self._given.clear()
        self._ask(self._given)
        self._given.wait(_LONGEST)
        self._until = self._clock() + _SLICE

    def before(self, values: Iterable[_T]) -> Iterator[_T]:
        """The same values, with a `wait` before each."""
        for value in values:
            self.wait()
            yield value

    def end(self) -> None:
        """Nobody draws any more: the thread goes on without asking. Called from any thread."""
        self._is_over = True
        self._given.set()


FREE = Leave(threading.Event.set)
"""Of a process without a window."""
