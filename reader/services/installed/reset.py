"""Reset: what the program keeps for a person goes, except marks. An uninstaller calls it, on every system.

In: the places of a profile. Out: what was removed, and what was left alone and why. Files go one by one, by the names
that the program gives them. No link is followed, nobody else's file is touched, and all else beside the marks stays.
"""

import logging
import os
import re
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from reader.base.errors import ReaderError, reason_of
from reader.base.paths import ProfilePaths
from reader.marks.troubles import primary_code

_log = logging.getLogger("reader.services.installed.reset")

_LOCK = "sync.lock"
_CACHE = {
    "catalogue": r"catalogue\.sqlite(-wal|-shm|-journal|\.left)?",
    "search index": r"index\.owner",
    "cache": r"(page|brackets|learnt|places|looked|folded)\.json|names\.txt|window\.(sock|picture)|pyside\.bin|"
    + re.escape(_LOCK),
    "log": r"reader(\.old)?\.log|crash-\d{8}-\d{6}\.txt|window-\d+-\d+\.trace",
}
_CONFIG = {
    "settings": r"settings(\.broken\d*)?\.json|settings\.json\.lock",
    "search history": r"(searches|uses)\.json(\.lock)?",
    "window state": r"window\.json",
}
_INDEX = {"search index": r"manifest\.json(\.new)?|write\.lock"}
_STORE = re.compile(r"store-\d+")  # a folder of the index; everything in it is the program's
_HALF = re.compile(r"\.(.+)\.\d+\.tmp")  # of `files.whole_file`, left by a process that was killed

LINK, STRANGE = "a link", "not of this program"


class FoundFile(NamedTuple):
    """A file of the program's."""

    kind: str  # of _CACHE, _CONFIG and _INDEX, or "copies of repositories", or "pictures"
    path: Path
    size: int  # bytes


class Left(NamedTuple):
    """What is not removed although it stands in the program's folders."""

    path: Path
    why: str  # LINK, STRANGE, or what the system says that hinders


class Survey(NamedTuple):
    """What there is in a profile besides marks."""

    found: tuple[FoundFile, ...]
    left: tuple[Left, ...] = ()  # of others
    failed: tuple[Left, ...] = ()  # the program's own, which cannot be read or removed


def survey(places: ProfilePaths) -> Survey:
    """What a reset would remove, and what it would leave; changes nothing."""
    look = _Look(places)
    return Survey(tuple(look.found), tuple(look.left), tuple(look.failed))


def reset(places: ProfilePaths) -> Survey:
    """Remove all that the program knows as its own, but the marks; returns what was removed and what was not.

    What cannot be removed hinders nothing else. Raises ReaderError, with everything as it was, while a window, a sync
    or another command has the profile open.
    """
    with _alone(places):
        look = _Look(places)
        locks = [found for found in look.found if found.path.name == _LOCK]
        removed = [found for found in look.found if found not in locks and _removed(found.path, look.failed)]
    removed += [found for found in locks if _removed(found.path, look.failed)]  # Windows wants it let go of first
    inner_first = sorted(look.folders, key=lambda folder: len(folder.parts), reverse=True)
    for folder in (*inner_first, places.backups, places.data):
        _remove_if_empty(folder, look.failed)
    return Survey(tuple(removed), tuple(look.left), tuple(look.failed))


class _Look:
    """One look through the program's folders: what there is, and in which folders."""

    def __init__(self, places: ProfilePaths) -> None:
        self._places = places
        self.found: list[FoundFile] = []
        self.left: list[Left] = []
        self.failed: list[Left] = []
        self.folders: list[Path] = []
        if _same(places.cache, places.config):
            self._at(places.cache, _CACHE | _CONFIG)
        else:
            self._at(places.cache, _CACHE)
            self._at(places.config, _CONFIG)

    def _at(self, folder: Path, names: dict[str, str]) -> None:
        """Look at what stands in a folder; `names`: the pattern of the program's names, by kind."""
        beside_marks = _same(folder, self._places.data)
        for path in self._entries(folder):
            if path == self._places.search_index and path.is_dir():
                self._at(path, _INDEX)
            elif path == self._places.repositories and path.is_dir():
                self._all_of(path, "copies of repositories")
            elif path == self._places.pictures and path.is_dir():
                self._all_of(path, "pictures")
            elif folder == self._places.search_index and _STORE.fullmatch(path.name) and path.is_dir():
                self._all_of(path, "search index")
            elif kind := _kind(path.name, names):
                self._take(kind, path)
            elif not beside_marks and not self._is_of_profile(path):
                self.left.append(Left(path, STRANGE))

    def _all_of(self, folder: Path, kind: str) -> None:
        """Take a folder of which everything is the program's."""
        for path in self._entries(folder):
            if path.is_dir() and not _is_link(path):
                self._all_of(path, kind)
            else:
                self._take(kind, path)

    def _entries(self, folder: Path) -> list[Path]:
        """What stands in a folder; nothing in one that is a link, is not there, or cannot be read, which is noted."""
        try:
            if _is_link(folder):
                self.left.append(Left(folder, LINK))
                return []
            entries = sorted(folder.iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            self.failed.append(_hindered(error, folder))
            return []
        self.folders.append(folder)
        return entries

    def _take(self, kind: str, path: Path) -> None:
        try:
            status = path.lstat()
        except FileNotFoundError:  # a log of SQLite's, gone meanwhile
            return
        except OSError as error:  # a folder that may be listed and not entered
            self.failed.append(_hindered(error, path))
            return
        if _leads_elsewhere(status):
            self.left.append(Left(path, LINK))
        elif stat.S_ISREG(status.st_mode):
            self.found.append(FoundFile(kind, path, status.st_size))
        else:
            self.left.append(Left(path, STRANGE))

    def _is_of_profile(self, path: Path) -> bool:
        """Whether it is one of the profile's folders, where systems put one of them into another."""
        return any(_same(path, folder) for folder in self._places[:3])


def _kind(name: str, names: dict[str, str]) -> str:
    """What a file of this name is, "" for one that is not the program's."""
    half = _HALF.fullmatch(name)
    return next((kind for kind, pattern in names.items() if re.fullmatch(pattern, half[1] if half else name)), "")


@contextmanager
def _alone(places: ProfilePaths) -> Iterator[None]:
    """Nobody has the profile open, and who opens it now waits until the block ends. Raises ReaderError."""
    lock = places.cache / _LOCK
    with ExitStack() as held:
        if _is_file(lock):  # without one nobody syncs; making one would need room and rights
            try:
                held.enter_context(FileLock(lock, timeout=0))
            except Timeout as error:
                raise ReaderError("A sync of this profile is running. Wait for it to end, then try again.") from error
            except PermissionError:
                _log.debug("the lock is not ours to take, and so not to remove")
        with _sole_user(places.catalogue):
            pass  # not held: on Windows it could not be removed
        held.enter_context(_sole_user(places.marks))
        yield


@contextmanager
def _sole_user(path: Path) -> Iterator[None]:
    """Have a SQLite file for oneself, without changing what it holds. Raises ReaderError if it is open elsewhere.

    In WAL mode everybody who has a file open shares a lock on it, also while doing nothing; exclusive locking mode
    wants it alone: https://www.sqlite.org/wal.html#use_of_wal_without_shared_memory
    """
    if not _is_file(path):
        yield
        return
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=0)) as db:
        try:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if primary_code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                text = "Daily Papers Reader is open on this profile. Close its windows and commands, then try again."
                raise ReaderError(text) from error
            # Else it is damaged or may not be written, and then no window has it open either.
            _log.debug("%s cannot be locked: %s", path, error)
        yield


def _removed(path: Path, failed: list[Left]) -> bool:
    """Remove a file; whether it went, and if not, why in `failed`."""
    try:
        path.unlink()
    except FileNotFoundError:  # SQLite takes its log along, and some systems a lock
        return False
    except OSError as error:
        failed.append(_hindered(error, path))
        return False
    return True


def _remove_if_empty(folder: Path, failed: list[Left]) -> None:
    try:
        if not _is_link(folder) and not any(folder.iterdir()):
            folder.rmdir()
    except FileNotFoundError:
        return
    except OSError as error:
        if all(entry.path != folder for entry in failed):
            failed.append(_hindered(error, folder))


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are of one folder, which need not be there."""
    return one == other or os.path.realpath(one) == os.path.realpath(other)


def _is_file(path: Path) -> bool:
    """Whether a file stands there that is no link; False also where one may not look."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _is_link(path: Path) -> bool:
    """Raises FileNotFoundError and other OSErrors."""
    return _leads_elsewhere(path.lstat())


def _leads_elsewhere(status: os.stat_result) -> bool:
    """Whether it is a symbolic link, or one of the other things that lead elsewhere on Windows."""
    return stat.S_ISLNK(status.st_mode) or bool(getattr(status, "st_reparse_tag", 0))


def _hindered(error: OSError, path: Path) -> Left:
    return Left(path, reason_of(error))
