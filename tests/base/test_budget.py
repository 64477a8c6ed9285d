"""Work ends when its time is over, whatever it is doing."""

import gc
import re
import signal
import sys
import threading
import time

import pytest

from reader.base.budget import OverBudget, within

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no such timer")


def for_ever() -> None:
    while True:
        pass


def in_a_regular_expression() -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")


def caught_on_the_way() -> None:
    while True:
        try:
            for_ever()
        except Exception:  # noqa: BLE001  # as a careless caller does
            continue


@pytest.mark.parametrize("work", [for_ever, in_a_regular_expression, caught_on_the_way])
def test_work_without_end_is_ended(work) -> None:
    begun = time.process_time()
    with pytest.raises(OverBudget), within(0.1):
        work()
    assert time.process_time() - begun < 1


def test_work_in_time_is_left_alone_and_leaves_no_timer() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with within(5):
        pass
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGPROF) == before


def test_another_thread_works_without_a_budget() -> None:
    done = []

    def work() -> None:
        with within(0.0001):
            done.append(sum(range(100_000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done


def test_what_the_collector_calls_is_not_interrupted_and_the_work_is_all_the_same() -> None:
    seen: list[str] = []

    def slow(phase: str, _info: dict[str, int]) -> None:
        begun = time.process_time()
        while time.process_time() - begun < 0.03:
            pass
        seen.append(phase)

    gc.collect()  # what there is to collect, and to be told of it, is gone
    gc.callbacks.append(slow)
    begun = 0.0
    try:
        with pytest.raises(OverBudget), within(0.02):
            gc.collect(0)
            gc.callbacks.remove(slow)
            begun = time.process_time()
            for_ever()
    finally:
        if slow in gc.callbacks:
            gc.callbacks.remove(slow)
    assert seen == ["start", "stop"]
    assert time.process_time() - begun < 0.1, "what came too early comes again at once"
