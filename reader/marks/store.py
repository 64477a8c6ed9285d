"""The store of marks: one SQLite file that the window, the command line and the sync child may have open at once.

Every method that changes something is one transaction and is on the disk when it returns. What can't be saved raises a
`ReaderError` and leaves the store as it was; the caller keeps what it wanted to save.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.marks import notes
from reader.marks.backup import backup_path, copy_checked
from reader.marks.connection import writing
from reader.marks.journal import Change, Journal, Value
from reader.marks.migrations import MIGRATIONS, Migration
from reader.marks.model import (
    Clock,
    MarkKind,
    Note,
    NoteVersion,
    PaperMarks,
    UndoneMark,
    system_clock,
    to_instant,
    to_text,
)
from reader.marks.opening import open_store, open_store_to_read
from reader.marks.troubles import told
from reader.posts.model import PaperKey

_TABLES: Mapping[MarkKind, str] = {"bookmarked": "bookmarks", "read": "reads"}


class MarkStore:
    """Bookmarks, read state and notes of papers, and the last known text of those that are kept.

    Belongs to the thread that opened it. `undo` and `redo` know what this object did, not other processes.
    """

    def __init__(
        self,
        path: Path,
        backups: Path,
        *,
        clock: Clock = system_clock,
        read_only: bool = False,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> None:
        """Open the store, making or migrating it where needed, or only to read: then nothing is made or changed.

        Raises NewerStoreError, ForeignFileError, DamagedStoreError (see troubles.py) and other ReaderErrors.
        """
        self.path = path
        self._backups = backups
        self._clock = clock
        self._journal = Journal()
        if read_only:
            self._db = open_store_to_read(path, migrations)
        else:
            self._db = open_store(path, backups, migrations, clock)

    # Marks

    def set_bookmark(self, key: PaperKey, on: bool) -> None:
        """A paper that is bookmarked already keeps its time."""
        self._mark("bookmarked", [key], on)

    def set_read(self, keys: Iterable[PaperKey], on: bool, *, undoable: bool = True) -> None:
        """Mark many as read or unread at once; `undoable` False for what the program does by itself."""
        self._mark("read", keys, on, undoable=undoable)

    def marks_of(self, key: PaperKey) -> PaperMarks:
        with told(self.path):
            bookmarked, read, note = self._db.execute(
                "SELECT (SELECT since FROM bookmarks WHERE key = ?1), (SELECT since FROM reads WHERE key = ?1),"
                " (SELECT text FROM notes WHERE key = ?1)",
                (key,),
            ).fetchone()
        return PaperMarks(
            to_instant(bookmarked) if bookmarked else None, to_instant(read) if read else None, note or ""
        )

    def keys(self, kind: MarkKind) -> set[PaperKey]:
        """All papers with a mark of one kind."""
        if kind == "noted":
            return self._keys("SELECT key FROM notes WHERE text <> ''")
        return self._keys(f"SELECT key FROM {_TABLES[kind]} WHERE since IS NOT NULL")

    def bookmarked_at(self) -> list[PaperKey]:
        """The bookmarked papers, latest bookmark first."""
        with told(self.path):
            rows = self._db.execute("SELECT key FROM bookmarks WHERE since IS NOT NULL ORDER BY since DESC, key")
            return [key for (key,) in rows]

    def kept_keys(self) -> set[PaperKey]:
        """Papers with a bookmark or a note: they are kept when the library loses them."""
        return self._keys(
            "SELECT key FROM bookmarks WHERE since IS NOT NULL UNION SELECT key FROM notes WHERE text <> ''"
        )

    # Notes

    def set_note(
        self, key: PaperKey, text: str, *, base: str | None = None, new_session: bool = False
    ) -> NoteVersion | None:
        """Save a note, Markdown; blank text removes it.

        `base` is the text the editor began from or saved last: when the stored one is another by now, `text` wins and
        the other is kept as a version, which is returned so that the window can say so. `new_session` keeps the stored
        text as a version however young it is (after going back to a version). notes.py says what is kept otherwise.
        """
        text = notes.clean(text)
        base = None if base is None else notes.clean(base)
        with told(self.path), writing(self._db):
            old = notes.note_text(self._db, key)
            displaced = notes.write_note(self._db, key, text, self._clock(), base=base, new_session=new_session)
        if old and not text:
            self._journal.add(Change("noted", {key: old}, {key: ""}))
        return displaced

    def note(self, key: PaperKey) -> Note | None:
        with told(self.path):
            return notes.read_note(self._db, key)

    def note_versions(self, key: PaperKey) -> tuple[NoteVersion, ...]:
        """Earlier texts of a note, newest first, at most 20; also of one that was removed."""
        with told(self.path):
            return notes.read_versions(self._db, key)

    # Snapshots: the last known text of kept papers, so that they can be shown when their last post is gone

    def set_snapshot(self, key: PaperKey, snapshot: str) -> None:
        """Keep a paper's text: JSON of the caller's making, opaque here."""
        self.set_snapshots({key: snapshot})

    def set_snapshots(self, snapshots: Mapping[PaperKey, str]) -> None:
        """Keep many at once; those that say nothing new are not written."""
        with told(self.path), writing(self._db):
            taken = to_text(self._clock())
            self._db.executemany(
                "INSERT INTO snapshots (key, snapshot, taken) VALUES (?1, ?2, ?3)"
                " ON CONFLICT (key) DO UPDATE SET snapshot = ?2, taken = ?3 WHERE snapshot <> ?2",
                [(key, snapshot, taken) for key, snapshot in snapshots.items()],
            )

    def snapshots(self, keys: Iterable[PaperKey] | None = None) -> dict[PaperKey, str]:
        """Of the papers asked for those that have one; of all when none are named."""
        with told(self.path):
            if keys is None:
                return dict(self._db.execute("SELECT key, snapshot FROM snapshots"))
            found = {}
            for key in keys:
                row = self._db.execute("SELECT snapshot FROM snapshots WHERE key = ?", (key,)).fetchone()
                if row is not None:
                    found[key] = row[0]
            return found

    # Undo

    @property
    def can_undo(self) -> bool:
        return bool(self._journal.done)

    @property
    def can_redo(self) -> bool:
        return bool(self._journal.undone)

    def undo(self) -> UndoneMark | None:
        """Take back the last bookmark, read mark (of one or many) or removal of a note; None when there is none left.

        Papers whose mark was changed since, here or by another process, are left as they are.
        """
        return self._step(self._journal.done, self._journal.undone, Change.inverse)

    def redo(self) -> UndoneMark | None:
        """Do again what was undone last; a new mark forgets what was undone."""
        return self._step(self._journal.undone, self._journal.done, lambda change: change)

    # The file

    def data_version(self) -> int:
        """A number that changes when another process (or another store in this one) has changed something."""
        with told(self.path):
            (version,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(version)

    def backup(self, to: Path | None = None) -> Path:
        """Write a checked copy, into the backup folder when no file is named; returns where it is."""
        to = to or backup_path(self._backups, self._clock())
        with told(to):
            copy_checked(self._db, to)
        return to

    def close(self) -> None:
        """Close the file; once more does no harm."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _keys(self, query: str) -> set[PaperKey]:
        with told(self.path):
            return {key for (key,) in self._db.execute(query)}

    def _mark(self, kind: MarkKind, keys: Iterable[PaperKey], on: bool, *, undoable: bool = True) -> None:
        before: dict[PaperKey, Value] = {}
        now = to_text(self._clock())
        with told(self.path), writing(self._db):
            for key in keys:
                since = self._value(kind, key)
                if bool(since) != on:
                    before[key] = since
            change = Change(kind, before, dict.fromkeys(before, now if on else None))
            self._put(kind, change.after)
        if before and undoable:
            self._journal.add(change)

    def _step(
        self, source: list[Change], target: list[Change], wanted_of: Callable[[Change], Change]
    ) -> UndoneMark | None:
        while source:
            change = source[-1]
            wanted = wanted_of(change)
            with told(self.path), writing(self._db):
                keys = [key for key, value in wanted.before.items() if self._value(change.kind, key) == value]
                self._put(change.kind, {key: wanted.after[key] for key in keys})
            source.pop()
            if keys:
                target.append(change.only(keys))
                return UndoneMark(change.kind, frozenset(keys), wanted.on)
        return None

    def _value(self, kind: MarkKind, key: PaperKey) -> Value:
        if kind == "noted":
            return notes.note_text(self._db, key)
        row = self._db.execute(f"SELECT since FROM {_TABLES[kind]} WHERE key = ?", (key,)).fetchone()
        return None if row is None else row[0]

    def _put(self, kind: MarkKind, values: Mapping[PaperKey, Value]) -> None:
        now = self._clock()
        if kind == "noted":
            for key, text in values.items():
                notes.write_note(self._db, key, text or "", now, new_session=True)
            return
        self._db.executemany(
            f"INSERT INTO {_TABLES[kind]} (key, since, changed) VALUES (?1, ?2, ?3)"
            " ON CONFLICT (key) DO UPDATE SET since = ?2, changed = ?3",
            [(key, since, to_text(now)) for key, since in values.items()],
        )
