"""Folders for what is needed for a moment, which do not outlive the program, however it ends.

They lie where the system keeps temporary files. Whoever made one holds its lock, and the system lets go of that even
where the process is killed; so whoever makes the next one knows which were left, and removes them.
"""

import os
import shutil
import stat
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

_PREFIX = "daily-papers-passing-"
_LOCK = "in-use.lock"
_SETTLED_SECONDS = 60  # before that a folder may be one whose lock is just being taken


class PassingFolder:
    """A folder of our own, there until it is removed. Making one raises OSError where there is no room or no right."""

    def __init__(self) -> None:
        from filelock import FileLock  # the start makes no such folder

        remove_left()
        self._whole = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._lock = FileLock(self._whole / _LOCK)
        try:
            self._lock.acquire()
            self.path = self._whole / "files"
            self.path.mkdir()
        except OSError:
            self.remove()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, _error: object, _trace: TracebackType | None) -> None:
        self.remove()

    def remove(self) -> None:
        """Remove it with all that is in it. What another program keeps open is left to whoever makes the next one."""
        _remove(self._whole)
        self._lock.release()
        _remove(self._whole)  # where a locked file cannot be removed


def remove_left() -> None:
    """Remove the folders of processes that were ended before they could do so."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if _is_left(folder):
            _remove(folder)


def _is_left(folder: Path) -> bool:
    """Whether a folder is ours, and nobody's any more. One that goes meanwhile is not."""
    from filelock import FileLock, Timeout

    try:
        status, lock = folder.lstat(), (folder / _LOCK).lstat()
        if not (_is_ours(status) and stat.S_ISDIR(status.st_mode) and stat.S_ISREG(lock.st_mode)):
            return False
        if time.time() - lock.st_mtime < _SETTLED_SECONDS:
            return False
        with FileLock(folder / _LOCK, timeout=0):
            return True
    except (Timeout, OSError):
        return False


def _is_ours(status: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
