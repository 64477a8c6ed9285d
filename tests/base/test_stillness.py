"""Threads that hold still while the window draws."""

from reader.base.stillness import Stillness


class Clock:
    """A time that goes on while somebody sleeps; `ask` is done once in the midst of it."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []
        self.asks_again = False
        self.still = Stillness(lambda: self.now, self._sleep)

    def _sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        if self.asks_again:
            self.asks_again = False
            self.now += seconds / 2
            self.still.ask()
            self.now += seconds / 2
        else:
            self.now += seconds


def test_nobody_waits_where_nobody_draws() -> None:
    clock = Clock()
    assert list(clock.still.kept("abc")) == ["a", "b", "c"]
    assert clock.slept == []


def test_each_piece_of_work_waits_until_it_is_drawn() -> None:
    clock = Clock()
    pieces = clock.still.kept("abc")
    assert (next(pieces), clock.slept) == ("a", [])
    clock.still.ask()
    assert (next(pieces), clock.slept) == ("b", [0.05])
    assert (next(pieces), clock.slept) == ("c", [0.05])


def test_a_moment_that_is_asked_for_once_more_begins_anew() -> None:
    clock = Clock()
    clock.asks_again = True
    clock.still.ask()
    clock.still.keep()
    assert clock.slept == [0.05, 0.025]
