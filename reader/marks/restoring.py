"""Going back to a backup: what it holds, what going back would change, and doing it.

A backup may come from anywhere: a copy of the store or a zip of marks, older, damaged, or made to harm.
"""

import logging
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.base.errors import ReaderError
from reader.marks.backup import copy_checked, keep_before, set_aside
from reader.marks.checksums import keep_checksums
from reader.marks.connection import connect, connect_to_read, first_damage, has_log, look, use_wal
from reader.marks.keys import has_former_keys
from reader.marks.migrations import MIGRATIONS, Migration, migrate
from reader.marks.model import Clock, system_clock, to_text
from reader.marks.rekeying import follow_keys
from reader.marks.troubles import DamagedStoreError, FailedDiskError, ForeignFileError, explained

if TYPE_CHECKING:
    from reader.marks.merging import MergeReport
    from reader.marks.tables import Portable

_log = logging.getLogger("reader.marks")

_PATIENCE_SECONDS = 10.0


def restore(
    backup: Path,
    path: Path,
    backups: Path,
    *,
    clock: Clock = system_clock,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Path | None:
    """Put a backup in the place of the store at `path`; returns where the old store is now, None if there was none.

    The backup is a copy of the store or a zip of marks (portable.py). A sound store is first backed up
    ("before-restore") and then overwritten in one transaction, so that programs which have it open see the change; a
    damaged one is moved aside. An older backup is migrated on the way. Raises ReaderError, with the store as it was,
    when the backup is damaged, of a newer version, or there is no room.
    """
    with closing(_contents(backup, migrations)) as wanted, explained(path):
        return _put(wanted, path, backups, clock, migrations)


def read_backup(backup: Path) -> "Portable":
    """All marks in a copy of the store or a zip of marks, which may be older. Raises ReaderError."""
    from reader.marks import tables  # only to read one

    with closing(_contents(backup, MIGRATIONS)) as db:
        return tables.read(db)


def preview(backup: Path, path: Path) -> "MergeReport":
    """What restoring a backup over the store at `path` would change; changes nothing. Raises ReaderError.

    Of a store that can't be read nothing is known: everything in the backup is then said to be added.
    """
    from reader.marks.merging import compared  # only to read one

    then = read_backup(backup)
    now: Portable = {table: {} for table in then}
    if path.exists():
        with suppress(DamagedStoreError, FailedDiskError):
            now = read_backup(path)
    return compared(now, then)


def _contents(backup: Path, migrations: Sequence[Migration]) -> sqlite3.Connection:
    """What a backup holds, in memory, in the newest shape."""
    if not backup.is_file():
        raise ReaderError(f"There is no backup {backup}.")
    wanted = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with explained(backup):
            if _is_zip(backup):
                _fill_from_zip(wanted, backup, migrations)
            else:
                look(backup, migrations)
                with closing(connect_to_read(backup)) as source:
                    source.backup(wanted)
                if remark := first_damage(wanted, "integrity_check"):
                    raise DamagedStoreError(f"The backup {backup} is damaged ({remark}). Choose another one.")
                migrate(wanted, migrations, lambda _old, _new: None)
                _must_be_of_our_making(wanted, backup, migrations)
                keep_checksums(wanted)
            if has_former_keys(wanted):
                follow_keys(wanted, lambda: None, system_clock())
    except BaseException:
        wanted.close()
        raise
    return wanted


def _must_be_of_our_making(db: sqlite3.Connection, backup: Path, migrations: Sequence[Migration]) -> None:
    """Anything else that a file holds, such as triggers, would be in the store after a restore, and would run there."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as ours:
        migrate(ours, migrations, lambda _old, _new: None)
        if _shape(ours) != _shape(db):
            raise ForeignFileError(f"{backup} holds other things than a store of marks does. It was left alone.")


def _shape(db: sqlite3.Connection) -> set[tuple[str, str, str]]:
    rows = db.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    )
    return {(kind, name, " ".join(sql.replace('"', "").split())) for kind, name, sql in rows}


def _is_zip(backup: Path) -> bool:
    with backup.open("rb") as file:
        return file.read(2) == b"PK"


def _fill_from_zip(db: sqlite3.Connection, backup: Path, migrations: Sequence[Migration]) -> None:
    from reader.marks import tables  # most backups are not
    from reader.marks.portable import read_zip

    rows = read_zip(backup)
    migrate(db, migrations, lambda _old, _new: None)
    keep_checksums(db)
    tables.write(db, rows, to_text(system_clock()))


def _put(
    wanted: sqlite3.Connection, path: Path, backups: Path, clock: Clock, migrations: Sequence[Migration]
) -> Path | None:
    if not path.exists() and not has_log(path):
        copy_checked(wanted, path)
        return None
    before = _backed_up(path, backups, clock, migrations)
    if before is None:
        ready = path.with_name(f".{path.name}.restored")
        copy_checked(wanted, ready)  # first, so that on a full disk nothing is moved
        aside = set_aside(path, clock())
        ready.replace(path)
        return aside
    with closing(connect(path)) as store:
        use_wal(store)
        wanted.backup(store, progress=_for_a_while())
    return before


def _backed_up(path: Path, backups: Path, clock: Clock, migrations: Sequence[Migration]) -> Path | None:
    """The backup of what is there; None where it can't be read, and need not be: a disk is asked twice."""
    for _ in range(2):
        try:
            with explained(path):
                look(path, migrations)
                return keep_before(path, backups, "before-restore", clock)
        except (DamagedStoreError, FailedDiskError) as error:  # a read that fails once looks like damage, too
            _log.warning("%s", error)
    return None


def _for_a_while() -> Callable[[int, int, int], None]:
    """Ends a backup call that waits for another writer; by itself it would wait for ever."""
    until = time.monotonic() + _PATIENCE_SECONDS

    def progress(_status: int, _remaining: int, _total: int) -> None:
        if time.monotonic() > until:
            raise ReaderError("Another program is writing the marks; they were not restored. Try again in a moment.")

    return progress
