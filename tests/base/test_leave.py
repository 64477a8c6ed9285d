"""Threads that go on when the window has nothing to draw."""

import threading

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


def test_where_nobody_gives_leave_the_thread_goes_on_in_the_end_and_at_once_when_the_window_closes() -> None:
    leave = Leave(lambda _: None)
    leave.wait()  # ends by itself
    threading.Timer(0.02, leave.end).start()
    leave.wait()
    asked: list[threading.Event] = []
    ended = Leave(asked.append)
    ended.end()
    ended.wait()
    assert asked == []


def test_without_a_window_nobody_waits() -> None:
    assert list(FREE.before(range(3))) == [0, 1, 2]
