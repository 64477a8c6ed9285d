"""Work in pieces: each in a turn of the event loop, and the newest work alone."""

import threading
import time
from collections.abc import Generator, Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.session.turns import Turns, at_once, leave_of


class Work:
    """Notes its pieces."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def pieces(self, name: str, many: int) -> Iterator[None]:
        for number in range(many):
            self.done.append(f"{name}{number}")
            yield
        self.done.append(f"{name} ended")


@pytest.fixture
def turns(qtbot: QtBot) -> Iterator[Turns]:  # it needs an application
    owner = QObject()
    yield Turns(owner)
    owner.deleteLater()


def test_others_have_their_turn_between_the_pieces(turns: Turns, qtbot: QtBot) -> None:
    work = Work()
    others = QTimer(turns, interval=0)
    others.timeout.connect(lambda: work.done.append("other"))
    others.start()
    turns.start(work.pieces("a", 2))
    assert (work.done, turns.is_busy) == (["a0"], True)
    qtbot.waitUntil(lambda: not turns.is_busy)
    others.stop()
    a0, a1, ended = (work.done.index(name) for name in ("a0", "a1", "a ended"))
    assert "other" in work.done[a0:a1] and "other" in work.done[a1:ended]


def test_newer_work_takes_the_place_of_older(turns: Turns, qtbot: QtBot) -> None:
    work = Work()
    turns.start(work.pieces("a", 5))
    turns.start(work.pieces("b", 1))
    qtbot.waitUntil(lambda: not turns.is_busy)
    assert work.done == ["a0", "b0", "b ended"]


def test_work_may_begin_other_work(turns: Turns, qtbot: QtBot) -> None:
    work = Work()

    def first() -> Iterator[None]:
        turns.start(work.pieces("b", 1))
        yield
        work.done.append("never")

    turns.start(first())
    qtbot.waitUntil(lambda: not turns.is_busy)
    qtbot.wait(20)
    assert work.done == ["b0", "b ended"]


def test_what_is_stopped_is_left_undone(turns: Turns, qtbot: QtBot) -> None:
    work = Work()
    turns.start(work.pieces("a", 5))
    turns.stop()
    qtbot.wait(20)
    assert (work.done, turns.is_busy) == (["a0"], False)


def test_an_error_is_told_and_ends_the_work(turns: Turns, qtbot: QtBot) -> None:
    def failing() -> Iterator[None]:
        yield
        raise LookupError("no such place")

    turns.start(failing())
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: not turns.is_busy)
    assert [type(error) for _, error, _ in raised] == [LookupError]


def test_all_pieces_at_once_have_the_same_result() -> None:
    def counted() -> Generator[None, None, int]:
        yield
        yield
        return 7

    assert at_once(counted()) == 7


def test_a_thread_has_leave_to_go_on_when_the_window_is_painted(qtbot: QtBot) -> None:
    done: list[str] = []

    class Painted(QWidget):
        def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt names it
            done.append("painted")

    widget = Painted()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.waitUntil(lambda: "painted" in done)
    done.clear()
    leave = leave_of(widget)
    is_there = threading.Event()

    def work() -> None:
        is_there.set()
        leave.wait()
        done.append("leave")

    thread = threading.Thread(target=work)
    thread.start()
    assert is_there.wait(5)
    widget.update()
    time.sleep(0.05)  # a long turn: nobody is given leave meanwhile
    assert done == []
    qtbot.waitUntil(lambda: "leave" in done)
    thread.join()
    assert done == ["painted", "leave"]
