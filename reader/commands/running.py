"""What every command does that takes a while: it tells how far it is, stops when asked, and says what came of it."""

import argparse
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from reader.base.errors import ReaderError
from reader.commands.output import ProgressBar, print_json


class Running(NamedTuple):
    """A command under way."""

    tell: Callable[[dict[str, Any]], None]  # takes an event, such as {"event": "progress", "stage": …}
    is_cancelled: Callable[[], bool]


@contextmanager
def running(given: argparse.Namespace) -> Iterator[Running]:
    """Tell events as JSON where `--events` asks for them, else draw a bar; what fails is told as well."""
    bar = ProgressBar()
    stop = CancelOnRequest(listen=given.events)
    try:
        with failure_told(given):
            yield Running(print_json if given.events else bar.show, stop.is_set)
    finally:
        bar.end()


@contextmanager
def failure_told(given: argparse.Namespace) -> Iterator[None]:
    """Tell a ReaderError as the last event, and let it go on to whoever says it in words."""
    try:
        yield
    except ReaderError as error:
        if given.events:
            print_json({"event": "failed", "message": str(error)})
        raise


def say_done(given: argparse.Namespace, result: Mapping[str, Any], in_words: Callable[[], None]) -> None:
    """Say what came of it: as the last event, as JSON, or in words."""
    if given.events:
        print_json({"event": "done", **result})
    elif given.json:
        print_json(dict(result))
    else:
        in_words()


def as_result(done: Any) -> dict[str, Any]:
    """The fields of a NamedTuple as JSON has them."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in done._asdict().items()}


class CancelOnRequest:
    """Set when the window writes `cancel` to our standard input. The end of the input is no request."""

    def __init__(self, *, listen: bool, ends_with_input: bool = False) -> None:
        """`ends_with_input`: nobody is left to ask, so the end of the input is a request after all."""
        self._event = threading.Event()
        self._ends_with_input = ends_with_input
        if listen:
            threading.Thread(target=self._listen, daemon=True).start()

    def is_set(self) -> bool:
        return self._event.is_set()

    def _listen(self) -> None:
        said = b""
        while b"cancel\n" not in said:
            try:
                # Not sys.stdin: a thread that waits in it keeps a lock that Python wants at its end.
                more = os.read(0, 1024)
            except OSError:
                more = b""  # closed by who started us
            if not more:
                if self._ends_with_input:
                    self._event.set()
                return
            said = said[-16:] + more
        self._event.set()
