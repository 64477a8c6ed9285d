"""Whether the catalogue still says what the last sync wrote.

A sync notes size and times of the file as it leaves it. While they are the same the file is trusted; when they are not,
or a reader met something that cannot be, the next sync reads every row, and makes the catalogue anew if one is none.
"""

import logging
import sqlite3
from contextlib import suppress
from pathlib import Path

from reader.base.files import read_whole, write_whole
from reader.library.rows import read_appearances, read_rows

_log = logging.getLogger("reader.library")
_AT_ONCE = 500
_TABLES = ("sources", "posts", "papers", "tags", "counts", "removals", "generation")


def is_as_left(path: Path) -> bool:
    """Whether the catalogue's file is the one that the last writer left."""
    try:
        return read_whole(_note(path)).decode() == _stamp(path)
    except (OSError, ValueError):
        return False


def note_left(connection: sqlite3.Connection, path: Path) -> None:
    """Note how the file is left. Where that fails, the next sync reads every row: no more than that is lost."""
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        write_whole(_note(path), _stamp(path), flush=False)
    except (OSError, sqlite3.Error) as error:
        _log.info("how the catalogue was left is not noted: %s", error)


def distrust(path: Path) -> None:
    """Let the next sync read every row of the catalogue, whatever its file looks like."""
    with suppress(OSError):  # a profile that cannot be written: then its next sync cannot either
        _note(path).unlink(missing_ok=True)


def read_through(connection: sqlite3.Connection) -> None:
    """Read every row. Raises sqlite3.DatabaseError where one cannot be so."""
    for table in _TABLES:
        for _ in connection.execute(f"SELECT * FROM {table}"):
            pass
    ids = [row[0] for row in connection.execute("SELECT id FROM appearances")]
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        where = f"appearances.id IN ({','.join(map(str, some))})"
        if len(read_appearances(connection, where, ())) != len(some) or len(read_rows(connection, some)) != len(some):
            raise sqlite3.DatabaseError("a paper has no text")


def _note(path: Path) -> Path:
    return path.with_name(f"{path.name}.left")


def _stamp(path: Path) -> str:
    status = path.stat()
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
