"""Writing small files so that a crash leaves the old or the new text, never half of one."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_LOCK_SECONDS = 10


def write_whole(path: Path, text: str | bytes, *, flush: bool = True) -> None:
    """Write a file, text as UTF-8, by way of a temporary one beside it, flushed to the disk before it takes the name.

    `flush` False is for files that can be written again: after a power cut they may be empty. Raises
    OSError; the file is then as it was. What is no file is left alone: a pipe would take the text and keep us waiting.
    """
    there = _status(path)
    if there and not stat.S_ISREG(there.st_mode):
        raise _no_file(path)
    with whole_file(path, flush=flush) as file:
        file.write(text.encode() if isinstance(text, str) else text)


def read_whole(path: Path) -> bytes:
    """The bytes of a file. Raises OSError, also for what is no file: a pipe would keep us waiting for ever."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:  # noqa: PTH123  # of a descriptor
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise _no_file(path)
        return file.read()


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """While the block runs no other process changes the file in such a block: read, change and write are one step.

    Waits for the others. Raises OSError, TimeoutError among them after ten seconds.
    """
    from filelock import FileLock, Timeout  # the start only reads

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with FileLock(path.with_name(f"{path.name}.lock"), timeout=_LOCK_SECONDS):
            yield
    except Timeout as error:
        raise TimeoutError(errno.ETIMEDOUT, "another process holds it", str(path)) from error


@contextmanager
def whole_file(path: Path, *, flush: bool = True) -> Iterator[BinaryIO]:
    """A file to be written piece by piece. It gets its name when the block ends, and is dropped if the block raises.

    A link stays one, and what it leads to is written; a file keeps its mode. What is no file (a device, a pipe) is
    written to as it comes, and never replaced.
    """
    there = _status(path)
    if there and not stat.S_ISREG(there.st_mode):
        with path.open("wb") as file:
            yield file
        return
    path = path.resolve() if path.is_symlink() else path
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            if there:
                temporary.chmod(stat.S_IMODE(there.st_mode))
            yield file
            if flush:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        if error.filename == str(temporary):
            error.filename = str(path)  # the name that whoever reads of it knows
        raise
    finally:
        temporary.unlink(missing_ok=True)


def _no_file(path: Path) -> OSError:
    return OSError(errno.EINVAL, "it is no file", str(path))


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None
