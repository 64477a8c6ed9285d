"""Copies of the store that can be gone back to (restoring.py does), and what is done with a store that is damaged.

A backup is one whole SQLite file without a log beside it, made with SQLite's backup call, and checked before it gets
its name, which says when (UTC) and what for: "marks-2026-11-03T101500Z-before-v2.sqlite".

What is kept: of the daily ones the newest of each of the last 14 days and 12 months of use; of those made before a
migration the last 3 of each; of those made before a restore or a merge the last 14; those made by hand for ever.
"""

import logging
import os
import re
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import NamedTuple

from reader.base.errors import ReaderError
from reader.marks.connection import connect, connect_to_read, first_damage, look
from reader.marks.migrations import MIGRATIONS
from reader.marks.model import Clock, system_clock
from reader.marks.revisit import local_day
from reader.marks.troubles import DamagedStoreError, explained

_log = logging.getLogger("reader.marks")

_NAME = re.compile(r"marks-(\d{4}-\d\d-\d\dT\d{6}Z)(?:-([a-z][a-z0-9-]*))?(?:\.(\d+))?\.sqlite")
_HALF_LIVES_SECONDS = 3600.0
_STAMP = "%Y-%m-%dT%H%M%SZ"

_DAYS, _MONTHS = 14, 12
_KEPT_OF_ONE_MIGRATION = 3  # a migration that fails at every start must not fill the disk with the same backup
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
            # Of those made in one second the daily one comes first: a command makes it before it does what it is asked.
            found.append((at, reason != "daily", int(match[3] or 1), Backup(path, at, reason)))
    return [backup for *_, backup in sorted(found, key=lambda each: each[:3], reverse=True)]


def newest_good(folder: Path) -> Backup | None:
    """The newest backup in a folder that can be read and is as it was written; those that are not are passed over."""
    for backup in backups_in(folder):
        try:
            with explained(backup.path):
                look(backup.path, MIGRATIONS)
        except ReaderError as error:
            _log.warning("the backup %s is no good: %s", backup.path, error)
        else:
            return backup
    return None


def backup_path(folder: Path, at: datetime, reason: str = "") -> Path:
    """A name in the backup folder that is not taken."""
    return _free(folder, f"marks-{at.astimezone(UTC).strftime(_STAMP)}{'-' if reason else ''}{reason}")


def copy_checked(db: sqlite3.Connection, to: Path, *, replace: bool = True) -> None:
    """Write what `db` holds to the file `to`, replacing it only by a copy that is whole and on the disk.

    With `replace` False a file that another process made meanwhile stays. Raises sqlite3.Error and OSError; `to` is
    then as it was, and no half-made copy stays.
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
        if replace or not _named_anew(half, to):
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
    with explained(path):
        look(path, MIGRATIONS)
        with closing(connect_to_read(path)) as db, explained(to):
            copy_checked(db, to)
            for old in superfluous(backups_in(backups), zone):
                old.path.unlink(missing_ok=True)
    return to


def keep_before(path: Path, backups: Path, reason: str, clock: Clock) -> Path:
    """Back up before something is done to the whole store; only the last few backups of each reason are kept."""
    to = backup_path(backups, clock(), reason)
    with closing(connect_to_read(path)) as db:
        copy_checked(db, to)
    kept = _KEPT_OF_ONE_MIGRATION if reason.startswith("before-v") else _KEPT_BEFORE
    for backup in [backup for backup in backups_in(backups) if backup.reason == reason][kept:]:
        backup.path.unlink(missing_ok=True)
    return to


def superfluous(backups: Sequence[Backup], zone: tzinfo | None) -> list[Backup]:
    """Those of the daily ones, given newest first, that are not the newest of one of the last days or months of use."""
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


def _named_anew(half: Path, to: Path) -> bool:
    """Give a file a name that is not taken, or leave the one who has it; False where the file system has no links."""
    try:
        to.hardlink_to(half)
    except FileExistsError:
        return True
    except OSError:
        return to.exists()
    return True


def _sweep(folder: Path) -> None:
    """Remove the half copies of programs that were killed while they made one."""
    for half in folder.glob(".*.sqlite.*.half*"):
        with suppress(FileNotFoundError):  # another program sweeps as well
            if time.time() - half.stat().st_mtime > _HALF_LIVES_SECONDS:
                half.unlink()


def _free(folder: Path, stem: str) -> Path:
    path = folder / f"{stem}.sqlite"
    number = 2
    while path.exists():
        path = folder / f"{stem}.{number}.sqlite"
        number += 1
    return path


def _sync_folder(folder: Path) -> None:
    """Make sure that a new name is on the disk too. Windows has no such call, and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
