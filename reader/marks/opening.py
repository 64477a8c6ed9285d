"""Opening a store: made when there is none, migrated when it is old, refused when it is newer, set aside when damaged.
Marks follow their papers to new keys (rekeying.py).

A store opened to be read only is never made, moved or changed: where there is none, or an older one, the caller gets
its contents in memory in the newest shape.
"""

import logging
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from reader.marks.checksums import keep_checksums
from reader.marks.connection import connect, connect_to_read, has_log, look, use_wal
from reader.marks.keys import has_former_keys
from reader.marks.migrations import Migration, migrate
from reader.marks.model import Clock, system_clock
from reader.marks.troubles import DamagedStoreError, explained

_log = logging.getLogger("reader.marks")
_SMALLEST = 512  # bytes, of a database with a page in it; one without is empty


def open_store(path: Path, backups: Path, migrations: Sequence[Migration], clock: Clock) -> sqlite3.Connection:
    """A connection that may write, to a store of the newest version. Raises ReaderError."""
    with explained(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _look_or_set_aside(path, backups, migrations, clock)
        if not path.exists():
            _make(path, migrations)
        db = connect(path)
        try:
            use_wal(db)
            migrate(db, migrations, lambda _old, new: _keep_before(path, backups, f"before-v{new}", clock))
            keep_checksums(db)
            with closing(connect_to_read(path)) as looking:  # the store itself begins with nothing read
                follows = has_former_keys(looking)
            if follows:
                _follow_keys(db, lambda: _keep_before(path, backups, "before-new-keys", clock), clock)
            db.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            db.close()
            raise
        return db


def open_store_to_read(path: Path, backups: Path, migrations: Sequence[Migration]) -> sqlite3.Connection:
    """A connection that can't write. Raises ReaderError."""
    with explained(path):
        version = _look_at_what_is_there(path, backups, migrations)
        if version is None:
            return _in_memory(None, migrations)
        db = connect_to_read(path)
        if version == len(migrations) and not has_former_keys(db):
            return db
        with closing(db):
            return _in_memory(db, migrations)


def _make(path: Path, migrations: Sequence[Migration]) -> None:
    """Make an empty store. It gets its name when it is whole: a file without tables is never one that is being made."""
    from reader.marks.backup import copy_checked  # only for the first mark

    with closing(_in_memory(None, migrations)) as new:
        copy_checked(new, path, replace=False)


def _look_or_set_aside(path: Path, backups: Path, migrations: Sequence[Migration], clock: Clock) -> None:
    try:
        _look_at_what_is_there(path, backups, migrations)
    except DamagedStoreError as damage:
        from reader.marks.backup import newest_good, set_aside  # a sound store needs neither

        aside = set_aside(path, clock())
        kept = newest_good(backups)
        way_back = (
            f"To go back to the newest backup ({kept.at:%Y-%m-%d %H:%M} UTC), restore {kept.path}."
            if kept
            else "There is no backup yet that can be read."
        )
        raise DamagedStoreError(
            f"{damage} They were moved to {aside}. {way_back} Started again, the program begins with empty marks.",
            moved_to=aside,
            backup=kept.path if kept else None,
        ) from damage


def _look_at_what_is_there(path: Path, backups: Path, migrations: Sequence[Migration]) -> int | None:
    """The version of the store, None where there is none. Raises DamagedStoreError."""
    if not path.exists():
        if has_log(path):  # SQLite would throw the log away, with what is in it
            raise DamagedStoreError(f"The file {path} is missing, though its log is there.")
        return None
    version = look(path, migrations)
    if version == 0:
        from reader.marks.backup import backups_in  # a sound store does not need it

        if 0 < path.stat().st_size < _SMALLEST or backups_in(backups):
            raise DamagedStoreError(f"The marks in {path} are empty, though there were some.")
    return version


def _keep_before(path: Path, backups: Path, reason: str, clock: Clock) -> None:
    from reader.marks.backup import keep_before  # only before the store is changed as a whole

    keep_before(path, backups, reason, clock)


def _follow_keys(db: sqlite3.Connection, keep: Callable[[], object], clock: Clock) -> None:
    from reader.marks.rekeying import follow_keys  # once, after the rules for keys have grown

    follow_keys(db, keep, clock())


def _in_memory(source: sqlite3.Connection | None, migrations: Sequence[Migration]) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        if source is not None:
            source.backup(db)
        migrate(db, migrations, lambda _old, _new: None)
        if has_former_keys(db):
            keep_checksums(db)
            _follow_keys(db, lambda: None, system_clock)
        db.execute("PRAGMA query_only = ON")
    except BaseException:
        db.close()
        raise
    return db
