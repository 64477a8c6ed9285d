"""Threads that go on when the window has nothing to draw."""

import threading
import time

import pytest

from reader.base.leave import FREE, Leave


class Window:
    """Gives leave at once, and counts how often it was asked."""

    def __init__(self) -> None:
        self.now = 100.0
        self.asked = 0
        self.leave = Leave(self._give, lambda: self.now)

    def _give(self, given: threading.Event) -> None:
        self.asked += 1
        given.set()


def test_leave_holds_for_a_few_milliseconds_of_work() -> None:
    window = Window()
    for expected in (1, 1, 1, 2, 2, 2):
        window.leave.wait()
        assert window.asked == expected
        window.now += 0.0015


def test_leave_is_asked_for_before_each_value_and_not_all_of_them_at_once() -> None:
    window = Window()
    values = window.leave.before("abc")
    assert (next(values), window.asked) == ("a", 1)
    window.now += 1
    assert (list(values), window.asked) == (["b", "c"], 2)


def test_a_thread_waits_until_leave_is_given() -> None:
    asked: list[threading.Event] = []
    has_asked, done = threading.Event(), threading.Event()

    def ask(given: threading.Event) -> None:
        asked.append(given)
        has_asked.set()

    leave = Leave(ask, lambda: 100.0)
    thread = threading.Thread(target=lambda: (leave.wait(), done.set()))
    thread.start()
    assert has_asked.wait(5)
    assert not done.wait(0.05)
    asked[0].set()
    assert done.wait(5)
    thread.join()


def test_where_nobody_gives_leave_the_thread_goes_on_in_the_end() -> None:
    asked: list[threading.Event] = []
    begun = time.monotonic()
    Leave(asked.append).wait()
    assert (len(asked), time.monotonic() - begun > 0.2) == (1, True)


def test_when_the_window_closes_a_thread_that_waits_goes_on_and_asks_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.base.leave._LONGEST", 20)
    asks = threading.Event()
    leave, done = Leave(lambda _: asks.set()), threading.Event()
    thread = threading.Thread(target=lambda: (leave.wait(), done.set()))
    thread.start()
    assert asks.wait(5)
    leave.end()
    assert done.wait(5)
    thread.join()
    asked: list[threading.Event] = []
    ended = Leave(asked.append)
    ended.end()
    ended.wait()
    assert asked == []


def test_without_a_window_nobody_waits() -> None:
    assert list(FREE.before(range(3))) == [0, 1, 2]
