"""What can happen to the catalogue's file, in words for a person; everything in it can be made again."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.base.errors import ReaderError
from reader.library.soundness import distrust

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_OF_ROWS = (sqlite3.DatabaseError, sqlite3.OperationalError)  # "Could not decode to UTF-8" is one of the latter
_ADVICE = {
    sqlite3.SQLITE_FULL: "Make room on the disk, then sync again",
    sqlite3.SQLITE_IOERR: "Check the disk and the room on it, then sync again",
    sqlite3.SQLITE_READONLY: "Allow writing to its folder, or use another --profile",
    sqlite3.SQLITE_CANTOPEN: "Allow writing to its folder, or use another --profile",
    sqlite3.SQLITE_PERM: "Allow writing to its folder, or use another --profile",
    sqlite3.SQLITE_BUSY: "Another program holds it; try again in a moment",
    sqlite3.SQLITE_LOCKED: "Another program holds it; try again in a moment",
    sqlite3.SQLITE_PROTOCOL: "Another program holds it; try again in a moment",
}
"""By SQLite's primary result code; a code that is not here is a bug."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the world's faults with the catalogue at `path` into `ReaderError`s; everything else passes."""
    try:
        yield
    except sqlite3.Error as error:
        if is_damage(error):
            distrust(path)
            raise ReaderError(f"The catalogue {path} is damaged ({error}). Sync: that makes it anew.") from error
        advice = _ADVICE.get(code_of(error))
        if advice is None:
            raise
        raise ReaderError(f"The catalogue {path} cannot be used: {error}. {advice}.") from error
    except UnicodeDecodeError as error:  # in what SQLite says of the damage
        distrust(path)
        raise ReaderError(f"The catalogue {path} is damaged. Sync: that makes it anew.") from error


def code_of(error: sqlite3.Error) -> int:
    """SQLite's primary result code, 0 for an error of Python's own."""
    return int(getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is not what was written any more: errors of Python's are about rows that cannot be read."""
    return code_of(error) in _DAMAGED or (type(error) in _OF_ROWS and not hasattr(error, "sqlite_errorcode"))
