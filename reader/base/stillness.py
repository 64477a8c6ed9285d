"""Threads that work behind the window hold still while it draws.

Python lets one thread go on at a time, and gives the turn away at every call of Qt's or SQLite's: beside a thread that
reads, a page that takes 15 ms by itself took up to 200.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_MOMENT = 0.05  # s: a page and its painting

_T = TypeVar("_T")


class Stillness:
    """What the window asks for, and the threads keep."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._until = 0.0

    def ask(self) -> None:
        """Whoever keeps it holds still from now on for a moment."""
        self._until = self._clock() + _MOMENT

    def keep(self) -> None:
        """Hold still until the moment is over; asked for again meanwhile, it begins anew."""
        while (left := self._until - self._clock()) > 0:
            self._sleep(left)

    def kept(self, values: Iterable[_T]) -> Iterator[_T]:
        """The same values, with a look before each."""
        for value in values:
            self.keep()
            yield value


UNDISTURBED = Stillness()
"""Nobody draws."""
