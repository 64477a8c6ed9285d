"""Connections to a file of marks: their settings, a look at it that changes nothing, and a transaction.

One connection belongs to one thread. Several processes may hold one on the same file.
"""

import re
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from reader.base.errors import ReaderError
from reader.marks.checksums import first_bad_row
from reader.marks.migrations import Migration, file_of, lacks, version_of
from reader.marks.troubles import DamagedStoreError, failed_disk, is_damage, primary_code

_BUSY_SECONDS = 5.0
_AT_ONCE = 1 << 20  # bytes
_FAILED_TO_READ = re.compile(r"error code=(\d+)")  # in the words of SQLite's checks


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
        if not hindered or has_log(path):
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


def look(path: Path, migrations: Sequence[Migration]) -> int:
    """The version of the store at `path`, changing nothing.

    Raises NewerStoreError, ForeignFileError, DamagedStoreError and, where it cannot be read, ReaderError, OSError and
    sqlite3.Error. A disk may fail once and then read well: damage is believed only when it is seen twice, and the
    file can be read from end to end in between.
    """
    if not path.is_file():
        raise ReaderError(f"{path} is no file. Move it away, then start again.")
    try:
        return _look(path, migrations)
    except DamagedStoreError:
        _read_through(path)
        return _look(path, migrations)


def first_damage(db: sqlite3.Connection, pragma: str) -> str:
    """What `quick_check` or `integrity_check` says first, else the first row that is not as it was written, else "".

    quick_check took 50 ms for 100 MB, and 2 ms for the usual few MB. Raises ReaderError where the disk failed.
    """
    (answer,) = db.execute(f"PRAGMA {pragma}(1)").fetchone()
    if answer == "ok":
        return first_bad_row(db)
    failure = _FAILED_TO_READ.search(str(answer))
    if failure and int(failure[1]) & 0xFF != sqlite3.SQLITE_CORRUPT:
        raise failed_disk(Path(file_of(db)), f"error {failure[1]}")
    return str(answer).splitlines()[-1]


def _look(path: Path, migrations: Sequence[Migration]) -> int:
    try:
        with closing(connect_to_read(path)) as db:
            version = version_of(db, len(migrations))
            remark = first_damage(db, "quick_check") or lacks(db, migrations[:version])
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if isinstance(error, sqlite3.Error) and not is_damage(error):
            raise
        raise DamagedStoreError(f"The marks in {path} are damaged ({error}).") from error
    if remark:
        raise DamagedStoreError(f"The marks in {path} are damaged ({remark}).")
    return version


def _read_through(path: Path) -> None:
    """Read the store and its log as bytes. Raises OSError where the disk fails."""
    for file in (path, _log_of(path)):
        with suppress(FileNotFoundError), file.open("rb") as opened:
            while opened.read(_AT_ONCE):
                pass


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


def has_log(path: Path) -> bool:
    """Whether there is a log beside a store, with something in it."""
    log = _log_of(path)
    return log.exists() and log.stat().st_size > 0


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")
