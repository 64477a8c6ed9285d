"""Connections to a file of marks: their settings, a look at it that changes nothing, and a transaction.

One connection belongs to one thread. Several processes may hold one on the same file.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from reader.marks.migrations import version_of
from reader.marks.troubles import DamagedStoreError, is_damage, primary_code

_BUSY_SECONDS = 5.0


def connect(path: Path) -> sqlite3.Connection:
    """A connection that writes; makes the file when there is none. Foreign keys are off until the store is migrated."""
    return _connect(f"{path.absolute().as_uri()}?mode=rwc")


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing, to a file that is there.

    In a folder that can't be written SQLite can't make the shared memory a WAL file needs. Without a log beside it
    nobody is writing, and the file may be read as it stands (https://www.sqlite.org/wal.html#read_only_databases).
    """
    uri = f"{path.absolute().as_uri()}?mode=ro"
    db = _connect(uri)
    try:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        db.close()
        hindered = primary_code(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if not hindered or _has_log(path):
            raise
        return _connect(f"{uri}&immutable=1")
    return db


def use_wal(db: sqlite3.Connection) -> None:
    """Switch to WAL, with every commit on the disk before it returns.

    SQLite's busy timeout does not cover the switch when two processes make it at once, so it is tried again for as
    long.
    """
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL").fetchone()
            break
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA checkpoint_fullfsync = ON")  # macOS: past the drive's own cache; nothing elsewhere


def look(path: Path, newest: int) -> int:
    """The version of the store at `path`, changing nothing.

    Raises NewerStoreError, ForeignFileError, DamagedStoreError and, where it cannot be read, sqlite3.Error.
    """
    try:
        with closing(connect_to_read(path)) as db:
            version = version_of(db, newest)
            remark = first_damage(db, "quick_check")
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        raise DamagedStoreError(f"The marks in {path} are damaged ({error}).") from error
    if remark:
        raise DamagedStoreError(f"The marks in {path} are damaged ({remark}).")
    return version


def first_damage(db: sqlite3.Connection, pragma: str) -> str:
    """What `quick_check` or `integrity_check` says first, "" when all is well.

    quick_check took 50 ms for 100 MB, and 2 ms for the usual few MB.
    """
    (answer,) = db.execute(f"PRAGMA {pragma}(1)").fetchone()
    return "" if answer == "ok" else str(answer).splitlines()[-1]


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """One transaction that holds the write lock from its start: what it reads can't change before it writes."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # on a full disk SQLite may have rolled back already
            db.execute("ROLLBACK")
        raise


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_SECONDS)


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0
