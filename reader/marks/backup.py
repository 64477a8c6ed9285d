"""Copies of the store that can be gone back to, and what is done with a store that is damaged.

A backup is one whole SQLite file without a log beside it, made with SQLite's backup call, checked before it gets its
name. Its name says when (UTC) and what for: "marks-2026-11-03T101500Z-before-v2.sqlite".

Kept are: of the daily ones the newest of 14 days and of 12 months, days and months of use; of those made before a
migration the last 3 of each, before a restore or a merge the last 14; those made by hand for ever.
"""

import logging
import os
import re
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError
from reader.marks.connection import connect, connect_to_read, first_damage, look, use_wal
from reader.marks.migrations import MIGRATIONS, Migration, migrate
from reader.marks.model import Clock, system_clock, to_text
from reader.marks.revisit import local_day
from reader.marks.troubles import DamagedStoreError, ForeignFileError, told

if TYPE_CHECKING:
    from reader.marks.merging import MergeReport
    from reader.marks.tables import Portable

_log = logging.getLogger("reader.marks")

_NAME = re.compile(r"marks-(\d{4}-\d\d-\d\dT\d{6}Z)(?:-([a-z][a-z0-9-]*))?(?:\.(\d+))?\.sqlite")
_PATIENCE_SECONDS = 10.0
_HALF_LIVES_SECONDS = 3600.0
_STAMP = "%Y-%m-%dT%H%M%SZ"

_DAYS, _MONTHS = 14, 12
_KEPT_OF_ONE_MIGRATION = 3  # one that fails at every start must not fill the disk with the same backup
_KEPT_BEFORE = 14


class Backup(NamedTuple):
    """A copy of the store in the backup folder."""

    path: Path
    at: datetime  # UTC, to the second
    reason: str  # "" when asked for, "daily", "before-v2", "before-restore", "before-merge"


def backups_in(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first; empty when there is no folder."""
    found = []
    for path in folder.glob("marks-*.sqlite"):
        if match := _NAME.fullmatch(path.name):
            at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            reason = match[2] or ""
            # Of one second the daily one is the oldest: it is made before a command does what it is asked.
            found.append((at, reason != "daily", int(match[3] or 1), Backup(path, at, reason)))
    return [backup for *_, backup in sorted(found, key=lambda each: each[:3], reverse=True)]


def backup_path(folder: Path, at: datetime, reason: str = "") -> Path:
    """A name in the backup folder that is not taken."""
    return _free(folder, f"marks-{at.astimezone(UTC).strftime(_STAMP)}{'-' if reason else ''}{reason}")


def copy_checked(db: sqlite3.Connection, to: Path) -> None:
    """Write what `db` holds to the file `to`, replacing it only by a copy that is whole and on the disk.

    Raises sqlite3.Error and OSError; `to` is then as it was, and no half copy stays.
    """
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(to.parent)
    half = to.with_name(f".{to.name}.{os.getpid()}.half")
    try:
        with closing(connect(half)) as copy:
            db.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE").fetchone()
            if remark := first_damage(copy, "integrity_check"):
                raise DamagedStoreError(f"The backup {to} was not made: the marks are damaged ({remark}).")
        half.replace(to)
        _sync_folder(to.parent)
    finally:
        half.unlink(missing_ok=True)
        half.with_name(f"{half.name}-journal").unlink(missing_ok=True)


def daily_backup(path: Path, backups: Path, *, clock: Clock = system_clock, zone: tzinfo | None = None) -> Path | None:
    """Back the store at `path` up unless that was done today (a local day); returns the backup, None without one.

    Takes some 10 ms for 1,000 notes: not for the window's own loop. Raises ReaderError when it cannot be made.
    """
    now = clock()
    today = local_day(now, zone)
    if not path.exists() or any(b.reason == "daily" and local_day(b.at, zone) == today for b in backups_in(backups)):
        return None
    to = backup_path(backups, now, "daily")
    with told(path):
        look(path, len(MIGRATIONS))
        with closing(connect_to_read(path)) as db, told(to):
            copy_checked(db, to)
            for old in superfluous(backups_in(backups), zone):
                old.path.unlink(missing_ok=True)
    return to


def keep_before(path: Path, backups: Path, reason: str, clock: Clock) -> Path:
    """Back up before something is done to the whole store; of one reason only the last few are kept."""
    to = backup_path(backups, clock(), reason)
    with closing(connect_to_read(path)) as db:
        copy_checked(db, to)
    kept = _KEPT_OF_ONE_MIGRATION if reason.startswith("before-v") else _KEPT_BEFORE
    for backup in [backup for backup in backups_in(backups) if backup.reason == reason][kept:]:
        backup.path.unlink(missing_ok=True)
    return to


def superfluous(backups: Sequence[Backup], zone: tzinfo | None) -> list[Backup]:
    """The daily ones, given newest first, that stand for none of the last days and months of use."""
    days: set[tuple[int, ...]] = set()
    months: set[tuple[int, ...]] = set()
    found = []
    for backup in backups:
        if backup.reason != "daily":
            continue
        day = local_day(backup.at, zone)
        needed = False
        for seen, most, name in (
            (days, _DAYS, (day.year, day.month, day.day)),
            (months, _MONTHS, (day.year, day.month)),
        ):
            if name not in seen and len(seen) < most:
                seen.add(name)
                needed = True
        if not needed:
            found.append(backup)
    return found


def set_aside(path: Path, at: datetime) -> Path:
    """Move a damaged store out of the way, its log with it, under a name with the date; returns that name.

    The file goes first: a log left behind by a crash in between is found and set aside at the next start.
    """
    aside = _free(path.parent, f"{path.stem}-damaged-{at.astimezone(UTC).strftime(_STAMP)}")
    for end in ("", "-wal", "-shm"):
        part = path.with_name(path.name + end)
        if part.exists():
            part.rename(aside.with_name(aside.name + end))
    _sync_folder(path.parent)
    _log.warning("damaged marks moved to %s", aside)
    return aside


def restore(
    backup: Path,
    path: Path,
    backups: Path,
    *,
    clock: Clock = system_clock,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Path | None:
    """Put a backup in the place of the store at `path`; returns where what was there is now, None if nothing was.

    The backup is a copy of the store or a zip of marks (portable.py). A sound store is first backed up
    ("before-restore") and then overwritten in one transaction, so that programs which have it open see the change; a
    damaged one is moved aside. An older backup is migrated on the way. Raises ReaderError, with the store as it was,
    when the backup is damaged, of a newer version, or there is no room.
    """
    with closing(_contents(backup, migrations)) as wanted, told(path):
        return _put(wanted, path, backups, clock, len(migrations))


def read_backup(backup: Path) -> "Portable":
    """All marks in a copy of the store or a zip of marks, which may be older. Raises ReaderError."""
    from reader.marks import tables  # noqa: PLC0415  # not to make a backup

    with closing(_contents(backup, MIGRATIONS)) as db:
        return tables.read(db)


def preview(backup: Path, path: Path) -> "MergeReport":
    """What restoring a backup over the store at `path` would change; changes nothing. Raises ReaderError.

    Of a store that is damaged nothing is known: everything in the backup is then said to be added.
    """
    from reader.marks.merging import compared  # noqa: PLC0415  # not to make a backup

    then = read_backup(backup)
    now: Portable = {table: {} for table in then}
    if path.exists():
        with suppress(DamagedStoreError):
            now = read_backup(path)
    return compared(now, then)


def _contents(backup: Path, migrations: Sequence[Migration]) -> sqlite3.Connection:
    """What a backup holds, in memory, in the newest shape."""
    if not backup.is_file():
        raise ReaderError(f"There is no backup {backup}.")
    wanted = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with told(backup):
            if _is_zip(backup):
                _fill_from_zip(wanted, backup, migrations)
            else:
                look(backup, len(migrations))
                with closing(connect_to_read(backup)) as source:
                    source.backup(wanted)
                if remark := first_damage(wanted, "integrity_check"):
                    raise DamagedStoreError(f"The backup {backup} is damaged ({remark}). Choose another one.")
                migrate(wanted, migrations, lambda _old, _new: None)
                _must_be_of_our_making(wanted, backup, migrations)
    except BaseException:
        wanted.close()
        raise
    return wanted


def _must_be_of_our_making(db: sqlite3.Connection, backup: Path, migrations: Sequence[Migration]) -> None:
    """What else a file holds, such as triggers, would be in the store after a restore, and be run there."""
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
    from reader.marks import tables  # noqa: PLC0415  # most backups are none
    from reader.marks.portable import read_zip  # noqa: PLC0415

    rows = read_zip(backup)
    migrate(db, migrations, lambda _old, _new: None)
    tables.write(db, rows, to_text(system_clock()))


def _put(wanted: sqlite3.Connection, path: Path, backups: Path, clock: Clock, newest: int) -> Path | None:
    if not path.exists() and not path.with_name(f"{path.name}-wal").exists():
        copy_checked(wanted, path)
        return None
    try:
        look(path, newest)
    except DamagedStoreError:
        aside = set_aside(path, clock())
        copy_checked(wanted, path)
        return aside
    with closing(connect(path)) as store:
        use_wal(store)
        before = keep_before(path, backups, "before-restore", clock)
        wanted.backup(store, progress=_for_a_while())
    return before


def _for_a_while() -> Callable[[int, int, int], None]:
    """Ends a backup call that waits for another writer: by itself it would wait for ever."""
    until = time.monotonic() + _PATIENCE_SECONDS

    def progress(_status: int, _remaining: int, _total: int) -> None:
        if time.monotonic() > until:
            raise ReaderError("Another program is writing the marks; they were not restored. Try again in a moment.")

    return progress


def _sweep(folder: Path) -> None:
    """Remove the half copies of programs that were killed while they made one."""
    for half in folder.glob(".*.sqlite.*.half*"):
        if time.time() - half.stat().st_mtime > _HALF_LIVES_SECONDS:
            half.unlink(missing_ok=True)


def _free(folder: Path, stem: str) -> Path:
    path = folder / f"{stem}.sqlite"
    number = 2
    while path.exists():
        path = folder / f"{stem}.{number}.sqlite"
        number += 1
    return path


def _sync_folder(folder: Path) -> None:
    """Put a new name on the disk too. Windows has no such call, and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
