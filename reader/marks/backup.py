"""Copies of the store that can be gone back to, and what is done with a store that is damaged.

A backup is one whole SQLite file without a log beside it, made with SQLite's backup call, checked before it gets its
name. Its name says when (UTC) and what for: "marks-2026-11-03T101500Z-before-v2.sqlite".
"""

import logging
import os
import re
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reader.errors import ReaderError
from reader.marks.connection import connect, connect_to_read, first_damage, look, use_wal
from reader.marks.migrations import MIGRATIONS, Migration, migrate
from reader.marks.model import Clock, system_clock
from reader.marks.troubles import DamagedStoreError, told

_log = logging.getLogger("reader.marks")

_NAME = re.compile(r"marks-(\d{4}-\d\d-\d\dT\d{6}Z)(?:-([a-z][a-z0-9-]*))?(?:\.(\d+))?\.sqlite")
_PATIENCE_SECONDS = 10.0
_HALF_LIVES_SECONDS = 3600.0
_STAMP = "%Y-%m-%dT%H%M%SZ"


class Backup(NamedTuple):
    """A copy of the store in the backup folder."""

    path: Path
    at: datetime  # UTC, to the second
    reason: str  # "" when asked for, "before-v2", "before-restore"


def backups_in(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first; empty when there is no folder."""
    found = []
    for path in folder.glob("marks-*.sqlite"):
        if match := _NAME.fullmatch(path.name):
            at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            found.append((at, int(match[3] or 1), Backup(path, at, match[2] or "")))
    return [backup for *_, backup in sorted(found, key=lambda each: each[:2], reverse=True)]


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

    A sound store is first backed up ("before-restore") and then overwritten in one transaction, so that programs which
    have it open see the change; a damaged one is moved aside. An older backup is migrated on the way. Raises
    ReaderError, with the store as it was, when the backup is damaged, of a newer version, or there is no room.
    """
    with told(backup), closing(sqlite3.connect(":memory:", isolation_level=None)) as wanted:
        if not backup.is_file():
            raise ReaderError(f"There is no backup {backup}.")
        look(backup, len(migrations))
        with closing(connect_to_read(backup)) as source:
            source.backup(wanted)
        if remark := first_damage(wanted, "integrity_check"):
            raise DamagedStoreError(f"The backup {backup} is damaged ({remark}). Choose another one.")
        migrate(wanted, migrations, lambda _old, _new: None)
        with told(path):
            return _put(wanted, path, backups, clock, len(migrations))


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
    before = backup_path(backups, clock(), "before-restore")
    with closing(connect(path)) as store:
        use_wal(store)
        copy_checked(store, before)
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
