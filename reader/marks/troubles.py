"""What can happen to a file of marks, in words for a person.

Goes in: errors of SQLite and of the file system. Comes out: a `ReaderError` where the world is at fault; an error that
is a bug passes unchanged.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.base.errors import ReaderError, reason_of

_NEARLY_FULL = 512 * 1024  # bytes; SQLite needs a log and its index beside the file before it can say anything itself
_FULL_DISK = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


class NewerStoreError(ReaderError):
    """The file was written by a newer version of the program; it was not touched."""


class ForeignFileError(ReaderError):
    """The file is a sound database, but not one of ours; it was not touched."""


class DamagedStoreError(ReaderError):
    """The file can't be read any more. It was moved aside, or, if it was only opened for reading, left where it is."""

    def __init__(self, message: str, *, moved_to: Path | None = None, backup: Path | None = None) -> None:
        super().__init__(message)
        self.moved_to = moved_to  # where the damaged file is now
        self.backup = backup  # the newest backup, fit for `restore`


class FailedDiskError(ReaderError):
    """The disk did not give what is on it, this time; nothing was moved or changed."""


_UNWRITABLE = (
    "The marks in {path} can't be written; nothing there was changed. "
    "Allow writing to the folder {folder}, or use another one with --profile."
)
_BUSY = "Another program is writing the marks in {path}; this was not saved. Try again in a moment."
_DAMAGED = (
    "The marks in {path} are damaged ({error}). Start the program again: it will set the file aside, keeping it, "
    "and name the newest backup."
)
_FAILED_DISK = (
    "The disk failed while the marks in {path} were read or written ({error}). "
    "What was saved before is kept; check the disk and copy the folder {folder}."
)
_ADVICE = {
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_IOERR: _FAILED_DISK,
}
"""By SQLite's primary result code; a code that is not here is a bug."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the world's faults with the store at `path` into `ReaderError`s; everything else passes."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = _of_sqlite(error, path)
        if trouble is None:
            raise
        raise trouble from error
    except UnicodeDecodeError as error:  # in what SQLite says of the damage
        raise DamagedStoreError(_DAMAGED.format(path=path, error=error)) from error
    except OSError as error:
        if error.errno in _FULL_DISK:
            raise _full(path) from error
        if error.errno == errno.EIO:
            raise failed_disk(path, reason_of(error)) from error
        raise ReaderError(f"{error.filename or path}: {reason_of(error)}. No mark was lost.") from error


def primary_code(error: sqlite3.Error) -> int | None:
    """SQLite's primary result code, None when the error did not come from SQLite itself."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is not what was written; text that can't be decoded is an error of Python's, without a code."""
    code = primary_code(error)
    if code is None:
        return isinstance(error, sqlite3.OperationalError) and "decode" in str(error)
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _of_sqlite(error: sqlite3.Error, path: Path) -> ReaderError | None:
    code = primary_code(error)
    if code == sqlite3.SQLITE_FULL:
        return _full(path)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and _is_nearly_full(path.parent):
        return _full(path)
    if is_damage(error):
        return DamagedStoreError(_DAMAGED.format(path=path, error=error))
    if code is None or code not in _ADVICE:
        return None
    if code == sqlite3.SQLITE_IOERR:
        return failed_disk(path, error)
    return ReaderError(_ADVICE[code].format(path=path, folder=path.parent, error=error))


def failed_disk(path: Path, error: object) -> FailedDiskError:
    return FailedDiskError(_FAILED_DISK.format(path=path, folder=path.parent, error=error))


def _full(path: Path) -> ReaderError:
    return ReaderError(
        f"The disk is full: this was not saved, and nothing in {path} was lost. Make room, then try again."
    )


def _is_nearly_full(folder: Path) -> bool:
    import shutil  # only when the disk failed

    try:
        return shutil.disk_usage(folder).free < _NEARLY_FULL
    except OSError:
        return False
