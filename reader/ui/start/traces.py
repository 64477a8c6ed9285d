"""What a window leaves behind when its process ends unexpectedly, so that the next start can tell of it.

While a window is open there is a file `window-….trace` in the cache folder, beside the log. Python's faulthandler
writes into it as the process dies by a signal, and `crash.py` writes the bugs it reports. A window that is closed
removes it. A file whose process is gone therefore tells: with something in it, of a crash; empty, of a process that
was killed or lost its power, of which there is nothing to say.

A process holds a lock on its file, which the system takes back however it ends; on Windows no file that is open can be
removed, which tells the same.
"""

import faulthandler
import logging
import os
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reader.base.errors import ReaderError

_log = logging.getLogger("reader.ui.start.traces")
_NAMES = "window-*.trace"
_MOST_BYTES = 200_000  # of one trace that are read


class Trace:
    """The file of this process; without one, where none could be made, it keeps nothing."""

    def __init__(self, file: BinaryIO | None = None) -> None:
        self._file = file

    def add(self, report: str) -> None:
        """Keep a report for the case that the process does not come to a good end."""
        if self._file is None or self._file.closed:
            return
        try:
            self._file.write(f"{report}\n".encode(errors="backslashreplace"))
        except OSError as error:
            _log.info("the trace could not be written: %s", error)


NO_TRACE = Trace()


@contextmanager
def watched(folder: Path) -> Iterator[Trace]:
    """While the block runs, a crash of this process leaves a trace in `folder`.

    An error that nobody expected leaves one as well; a ReaderError is told where it arrives.
    """
    path = folder / f"window-{os.getpid()}-{time.time_ns()}.trace"
    file = _begin(path)
    if file is None:
        yield NO_TRACE
        return
    trace = Trace(file)
    faulthandler.enable(file)
    ended_well = False
    try:
        yield trace
        ended_well = True
    except ReaderError:
        ended_well = True
        raise
    except Exception:
        trace.add(traceback.format_exc())
        raise
    finally:
        faulthandler.disable()
        file.close()
        if ended_well:
            _remove(path)


def left_behind(folder: Path) -> list[str]:
    """What windows wrote that ended unexpectedly, the newest first. Their files are removed, also the empty ones."""
    paths = sorted((path for path in folder.glob(_NAMES) if path.is_file()), key=_began, reverse=True)
    return [text for path in paths if (text := _taken(path))]


def _begin(path: Path) -> BinaryIO | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("xb", buffering=0)
    except OSError as error:
        _log.info("no trace of a crash could be kept: %s", error)
        return None
    if not _lock(file):
        _log.info("no trace of a crash is kept: %s cannot be locked", path)
        file.close()
        path.unlink()
        return None
    return file


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        _log.info("the trace stays, and is the next start's to remove: %s", error)


def _taken(path: Path) -> str:
    """What a file says whose process is gone, which removes it; else ""."""
    try:
        with path.open("r+b") as file:
            if not _lock(file):
                return ""
            text = file.read(_MOST_BYTES).decode(errors="replace").strip()
        path.unlink()
    except OSError as error:  # on Windows: its window is open
        _log.debug("%s is left: %s", path, error)
        return ""
    return text


def _began(path: Path) -> int:
    """When the process of a file began: nanoseconds, from its name; 0 if that has none."""
    number = path.stem.rpartition("-")[2]
    return int(number) if number.isdecimal() else 0


def _lock(file: BinaryIO) -> bool:
    """Hold a file for this process until it is closed; False if another process does."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # held, or a file system without locks
        return False
    return True
