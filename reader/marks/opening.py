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

from reader.marks.connection import connect, connect_to_read, look, use_wal
from reader.marks.keys import has_former_keys
from reader.marks.migrations import Migration, migrate
from reader.marks.model import Clock, system_clock
from reader.marks.troubles import DamagedStoreError, explained

_log = logging.getLogger("reader.marks")


def open_store(path: Path, backups: Path, migrations: Sequence[Migration], clock: Clock) -> sqlite3.Connection:
    """A connection that may write, to a store of the newest version. Raises ReaderError."""
    with explained(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _look_or_set_aside(path, backups, len(migrations), clock)
        db = connect(path)
        try:
            use_wal(db)
            migrate(db, migrations, lambda _old, new: _keep_before(path, backups, f"before-v{new}", clock))
            with closing(connect_to_read(path)) as looking:  # the store itself begins with nothing read
                follows = has_former_keys(looking)
            if follows:
                _follow_keys(db, lambda: _keep_before(path, backups, "before-new-keys", clock), clock)
            db.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            db.close()
            raise
        return db


def open_store_to_read(path: Path, migrations: Sequence[Migration]) -> sqlite3.Connection:
    """A connection that can't write. Raises ReaderError."""
    with explained(path):
        if not path.exists():
            return _in_memory(None, migrations)
        version = look(path, len(migrations))
        db = connect_to_read(path)
        if version == len(migrations) and not has_former_keys(db):
            return db
        with closing(db):
            return _in_memory(db, migrations)


def _look_or_set_aside(path: Path, backups: Path, newest: int, clock: Clock) -> None:
    try:
        _look_at_what_is_there(path, backups, newest)
    except DamagedStoreError as damage:
        from reader.marks.backup import backups_in, set_aside  # a sound store needs neither

        aside = set_aside(path, clock())
        kept = backups_in(backups)
        way_back = (
            f"To go back to the newest backup ({kept[0].at:%Y-%m-%d %H:%M} UTC), restore {kept[0].path}."
            if kept
            else "There is no backup yet."
        )
        raise DamagedStoreError(
            f"{damage} They were moved to {aside}. {way_back} Started again, the program begins with empty marks.",
            moved_to=aside,
            backup=kept[0].path if kept else None,
        ) from damage


def _look_at_what_is_there(path: Path, backups: Path, newest: int) -> None:
    log = path.with_name(f"{path.name}-wal")
    if not path.exists():
        if log.exists() and log.stat().st_size > 0:  # SQLite would throw the log away, with what is in it
            raise DamagedStoreError(f"The file {path} is missing, though its log is there.")
        return
    if path.stat().st_size == 0:
        from reader.marks.backup import backups_in  # a sound store does not need it

        if backups_in(backups):  # an empty file beside a log is no new store, but one that lost its contents
            raise DamagedStoreError(f"The marks in {path} are empty, though there were some.")
    look(path, newest)


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
            _follow_keys(db, lambda: None, system_clock)
        db.execute("PRAGMA query_only = ON")
    except BaseException:
        db.close()
        raise
    return db
