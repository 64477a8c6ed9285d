"""A budget of time for work on what other people wrote: it ends by itself, whatever it is working on.

The time is that of the processor, so a busy machine makes no post too long. Regular expressions are ended as well. It
takes the main thread and a timer of the system's; elsewhere (Windows has none) the block runs as long as it runs.
"""

import gc
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import cast

_AGAIN_SECONDS = 0.2  # if somebody caught the first one
_SOON_SECONDS = 0.001  # if it came at a wrong moment


class OverBudget(BaseException):  # no error, and to be caught by nobody who catches errors on the way
    """The work took longer than it may. Raised in the middle of it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise OverBudget in the block after so many seconds of the processor's time. Blocks do not nest."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _over)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN_SECONDS)
    try:
        try:
            yield
        finally:
            _end(before)
    except OverBudget:
        _end(before)  # once more: it may have come while the block was ended
        raise


def _end(before: object) -> None:
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, cast("signal.Handlers", before))


def _over(_number: int, frame: FrameType | None) -> None:
    callbacks = (getattr(each, "__code__", None) for each in gc.callbacks)
    if frame is None or frame.f_code not in callbacks:
        raise OverBudget
    signal.setitimer(signal.ITIMER_PROF, _SOON_SECONDS, _AGAIN_SECONDS)  # what is raised in one is printed, and lost
