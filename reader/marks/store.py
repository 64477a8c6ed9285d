"""The store of marks: one SQLite file that the window, the command line and the sync child may have open at once.

Every method that changes something is one transaction and is on the disk when it returns. What can't be saved raises a
`ReaderError` and leaves the store as it was; the caller keeps what it wanted to save.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader.base.errors import ReaderError
from reader.marks import notes
from reader.marks.connection import writing
from reader.marks.highlights import Highlights
from reader.marks.journal import Change
from reader.marks.labels import Labels
from reader.marks.migrations import MIGRATIONS, Migration
from reader.marks.model import (
    Clock,
    MarkKind,
    Note,
    NoteVersion,
    PaperMarks,
    Revisit,
    stamp,
    system_clock,
    to_instant,
    to_text,
)
from reader.marks.opening import open_store, open_store_to_read
from reader.marks.registers import Cell, Value, of_paper, value_of
from reader.marks.saved_searches import SavedSearches
from reader.marks.sorting import Sorted
from reader.marks.troubles import explained
from reader.marks.words import NamedPairs, WatchedWords
from reader.posts.model import PaperKey

if TYPE_CHECKING:
    from reader.marks.merging import MergeReport
    from reader.marks.tables import Portable

_PAPERS_WITH: Mapping[MarkKind, str] = {
    "bookmarked": "SELECT key FROM bookmarks WHERE since IS NOT NULL",
    "read": "SELECT key FROM reads WHERE since IS NOT NULL",
    "noted": "SELECT key FROM notes WHERE text <> ''",
    "revisit": "SELECT key FROM revisits WHERE due IS NOT NULL",
    "labelled": "SELECT DISTINCT key FROM labelled JOIN labels ON labels.name = label"
    " WHERE labelled.since IS NOT NULL AND labels.since IS NOT NULL",
    "highlighted": "SELECT DISTINCT key FROM highlights WHERE colour IS NOT NULL",
}

_SNAPSHOT = "INTO snapshots (key, snapshot, taken) VALUES (?, ?, ?)"
_LONG_AGO = to_text(datetime(1970, 1, 1, tzinfo=UTC))


class MarkStore(Labels, SavedSearches, WatchedWords, NamedPairs, Sorted, Highlights):
    """All marks on papers, labels, saved searches, watched words, names, and the last text of papers that are kept.

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
        opening = open_store_to_read if read_only else partial(open_store, clock=clock)
        db = opening(path, backups, migrations)
        super().__init__(path, db, clock)
        self._backups = backups

    # Marks

    def set_bookmark(self, key: PaperKey, on: bool) -> None:
        """A paper that is bookmarked already keeps its time."""
        self.set_bookmarks([key], on)

    def set_bookmarks(self, keys: Iterable[PaperKey], on: bool) -> None:
        """Bookmark many at once, or no longer."""
        self._mark("bookmarked", keys, on)

    def set_read(self, keys: Iterable[PaperKey], on: bool, *, undoable: bool = True) -> None:
        """Mark many as read or unread at once; `undoable` is False for what the program does by itself."""
        self._mark("read", keys, on, undoable=undoable)

    def marks_of(self, key: PaperKey) -> PaperMarks:
        with explained(self.path):
            bookmarked, read, note, due, step, highlights = self._db.execute(
                "SELECT (SELECT since FROM bookmarks WHERE key = :key), (SELECT since FROM reads WHERE key = :key),"
                " (SELECT text FROM notes WHERE key = :key), (SELECT due FROM revisits WHERE key = :key),"
                " (SELECT coalesce(step, 0) FROM revisits WHERE key = :key),"
                " (SELECT count(*) FROM highlights WHERE key = :key AND colour IS NOT NULL)",
                {"key": key},
            ).fetchone()
        return PaperMarks(
            bookmarked=to_instant(bookmarked) if bookmarked else None,
            read=to_instant(read) if read else None,
            note=note or "",
            revisit=Revisit(key, date.fromisoformat(due), step) if due else None,
            labels=self.labels_of(key),
            highlights=highlights,
        )

    def keys(self, kind: MarkKind) -> set[PaperKey]:
        """All papers with a mark of one kind."""
        return self._keys(_PAPERS_WITH[kind])

    def kept_keys(self) -> set[PaperKey]:
        """Papers with any mark other than having been read: they are kept when the library loses them."""
        return self._keys(" UNION ".join(query for kind, query in _PAPERS_WITH.items() if kind != "read"))

    # Days to come back

    def set_revisit(self, keys: Iterable[PaperKey], due: date | None) -> None:
        """Come back to papers on a local calendar day, or (None) no longer; they count as never put off."""
        value = (due.isoformat(), 0) if due else None
        self._change("revisit", lambda: {of_paper("revisit", key): value for key in keys})

    def put_off(self, keys: Iterable[PaperKey], today: date) -> None:
        """Come back to papers later, each time at a longer distance from `today`: see `revisit.next_due`."""
        from reader.marks.revisit import next_due  # only when a paper is put off

        def plan() -> Mapping[Cell, Value]:
            wanted: dict[Cell, Value] = {}
            for key in keys:
                cell = of_paper("revisit", key)
                value = value_of(self._db, cell)
                held = Revisit(key, date.fromisoformat(str(value[0])), int(value[1] or 0)) if value else None
                wanted[cell] = (next_due(held, today).isoformat(), held.step + 1 if held else 1)
            return wanted

        self._change("revisit", plan)

    def revisits(self) -> tuple[Revisit, ...]:
        """What to come back to, by day and then key."""
        with explained(self.path):
            rows = self._db.execute(
                "SELECT key, due, coalesce(step, 0) FROM revisits WHERE due IS NOT NULL ORDER BY due, key"
            )
            return tuple(Revisit(key, date.fromisoformat(due), step) for key, due, step in rows)

    # Notes

    def set_note(
        self, key: PaperKey, text: str, *, base: str | None = None, new_session: bool = False
    ) -> NoteVersion | None:
        """Save a note, Markdown; blank text removes it.

        `base` is the text the editor began from or saved last: if the stored text is another by now, `text` wins, and
        the other is kept as a version, which is returned so that the window can say so. `new_session` keeps the stored
        text as a version however young it is (after going back to a version); notes.py says what is kept otherwise.
        """
        text = notes.clean(text)
        base = None if base is None else notes.clean(base)
        with explained(self.path), writing(self._db):
            old = notes.note_text(self._db, key)
            displaced = notes.write_note(self._db, key, text, self._clock(), base=base, new_session=new_session)
        if old and not text:
            cell = of_paper("noted", key)
            self._journal.add(Change("noted", {cell: (old,)}, {cell: None}))
        return displaced

    def note(self, key: PaperKey) -> Note | None:
        with explained(self.path):
            return notes.read_note(self._db, key)

    def notes_with(self, *words: str) -> dict[PaperKey, str]:
        """The texts of the notes in which one of these stands, by paper; upper and lower case are different."""
        condition = " OR ".join("instr(text, ?)" for _ in words)
        with explained(self.path):
            rows = self._db.execute(f"SELECT key, text FROM notes WHERE {condition} ORDER BY changed DESC", words)
            return {PaperKey(key): text for key, text in rows}

    def all_notes(self) -> dict[PaperKey, Note]:
        """All notes, the one written last first."""
        with explained(self.path):
            rows = self._db.execute("SELECT key, text, changed FROM notes WHERE text != '' ORDER BY changed DESC, key")
            return {PaperKey(key): Note(text, to_instant(changed)) for key, text, changed in rows}

    def reads(self) -> dict[PaperKey, datetime]:
        """Since when papers are read, the one read last first."""
        with explained(self.path):
            rows = self._db.execute("SELECT key, since FROM reads WHERE since IS NOT NULL ORDER BY since DESC, key")
            return {PaperKey(key): to_instant(since) for key, since in rows}

    def note_versions(self, key: PaperKey) -> tuple[NoteVersion, ...]:
        """Earlier texts of a note, newest first, at most 20; a note that was removed still has them."""
        with explained(self.path):
            return notes.read_versions(self._db, key)

    # Snapshots: the last known text of kept papers, so that they can be shown when their last post is gone

    def set_snapshot(self, key: PaperKey, snapshot: str) -> None:
        """Keep a paper's text: JSON of the caller's making, opaque here."""
        self.set_snapshots({key: snapshot})

    def set_snapshots(self, snapshots: Mapping[PaperKey, str], *, weak: bool = False) -> None:
        """Keep many at once; those that say nothing new are not written.

        `weak` is for texts that come from no post: they are kept only where there is none, and any other text wins, in
        a merge too.
        """
        with explained(self.path), writing(self._db):
            for key, snapshot in snapshots.items():
                known = self._db.execute("SELECT snapshot, taken FROM snapshots WHERE key = ?", (key,)).fetchone()
                if weak:
                    self._db.execute(f"INSERT OR IGNORE {_SNAPSHOT}", (key, snapshot, _LONG_AGO))
                elif known is None or known[0] != snapshot:
                    taken = stamp(self._clock(), known[1] if known else None)
                    self._db.execute(f"INSERT OR REPLACE {_SNAPSHOT}", (key, snapshot, taken))

    def snapshots(self, keys: Iterable[PaperKey] | None = None) -> dict[PaperKey, str]:
        """The texts of those papers that have one; of all papers when none are named."""
        with explained(self.path):
            if keys is None:
                return dict(self._db.execute("SELECT key, snapshot FROM snapshots"))
            found = {}
            for key in keys:
                row = self._db.execute("SELECT snapshot FROM snapshots WHERE key = ?", (key,)).fetchone()
                if row is not None:
                    found[key] = row[0]
            return found

    # The file

    def data_version(self) -> int:
        """A number that changes when another process (or another store in this one) has changed something."""
        with explained(self.path):
            (version,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(version)

    def backup(self, to: Path | None = None) -> Path:
        """Write a checked copy, into the backup folder when no file is named; returns where it is."""
        from reader.marks.backup import backup_path, copy_checked  # the window starts without it

        to = to or backup_path(self._backups, self._clock())
        with explained(to):
            if to.exists() and self.path.exists() and to.samefile(self.path):
                raise ReaderError(f"{to} holds the marks themselves. Name another file for their backup.")
            copy_checked(self._db, to)
        return to

    def portable(self) -> "Portable":
        """All marks as one value, including what was taken back."""
        from reader.marks import tables  # only to carry marks elsewhere

        with explained(self.path):
            self._db.execute("BEGIN")  # one state: others may write meanwhile
            try:
                return tables.read(self._db)
            finally:
                self._db.execute("ROLLBACK")

    def merge(self, theirs: "Portable") -> "MergeReport":
        """Bring marks from elsewhere together with these: the newest change of every field wins.

        A backup ("before-merge") is made first, unless nothing changes. This is not a step of undo.
        """
        from reader.marks import merging, tables  # only to merge
        from reader.marks.backup import keep_before
        from reader.marks.rekeying import rekeyed

        theirs = rekeyed(theirs)
        with explained(self.path), writing(self._db):
            mine = tables.read(self._db)
            after = merging.joined(mine, theirs)
            new = merging.news(mine, after)
            if any(new.values()):
                keep_before(self.path, self._backups, "before-merge", self._clock)
                tables.write(self._db, new, to_text(self._clock()))
        conflicts = merging.note_conflicts(mine, theirs)
        return merging.compared(mine, after)._replace(note_conflicts=tuple(key for (key,) in conflicts))

    def close(self) -> None:
        """Close the file; closing it twice does no harm."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _keys(self, query: str) -> set[PaperKey]:
        with explained(self.path):
            return {key for (key,) in self._db.execute(query)}

    def _mark(self, kind: MarkKind, keys: Iterable[PaperKey], on: bool, *, undoable: bool = True) -> None:
        value = (to_text(self._clock()),) if on else None
        self._change(kind, lambda: {of_paper(kind, key): value for key in keys}, undoable=undoable, keep=True)
