"""Notes and their earlier texts, in an open store.

The editor saves every second, so not every save is a version: a version is a text that somebody may want back. A text
is kept as a version when a new session of writing overwrites it (after a pause of ten minutes, or half an hour without
one), when most of it is dropped at once, when the note is removed, and when another window overwrites it without having
seen it. Everything here runs inside the caller's transaction.
"""

import sqlite3
from datetime import datetime, timedelta

from reader.marks.model import Note, NoteVersion, stamp, to_instant, to_text, well_formed
from reader.posts.model import PaperKey

VERSIONS_KEPT = 20  # of each note
PAUSE = timedelta(minutes=10)  # between two saves; after a longer pause a new session begins
SESSION = timedelta(minutes=30)  # of one session without a pause
_DROP_OF_NOTE = 200  # characters; a note this long that loses half of them at once is kept


def read_note(db: sqlite3.Connection, key: PaperKey) -> Note | None:
    row = db.execute("SELECT text, changed FROM notes WHERE key = ? AND text <> ''", (key,)).fetchone()
    return None if row is None else Note(row[0], to_instant(row[1]))


def note_text(db: sqlite3.Connection, key: PaperKey) -> str:
    """The text of a note, "" where there is none."""
    row = db.execute("SELECT text FROM notes WHERE key = ?", (key,)).fetchone()
    return "" if row is None else str(row[0])


def read_versions(db: sqlite3.Connection, key: PaperKey) -> tuple[NoteVersion, ...]:
    """Newest first, at most VERSIONS_KEPT."""
    rows = db.execute("SELECT text, written, displaced FROM note_versions WHERE key = ? ORDER BY id DESC", (key,))
    return tuple(NoteVersion(text, to_instant(written), bool(displaced)) for text, written, displaced in rows)


def write_note(
    db: sqlite3.Connection,
    key: PaperKey,
    text: str,
    now: datetime,
    *,
    base: str | None = None,
    new_session: bool = False,
) -> NoteVersion | None:
    """Save a clean text; if it took the place of another window's text, returns the version that keeps that one."""
    row = db.execute("SELECT text, begun, changed FROM notes WHERE key = ?", (key,)).fetchone()
    old, begun, changed = row or ("", to_text(now), to_text(now))
    if text == old:
        return None
    conflict = base is not None and base != old
    ended = new_session or conflict or not text or _is_over(begun, changed, now)
    displaced = None
    if old and (ended or _drops_most(old, text)):
        if conflict:
            displaced = NoteVersion(old, to_instant(changed), displaced=True)
            _forget_continued(db, key, str(base), now)
        _keep_version(db, key, NoteVersion(old, to_instant(changed), displaced=conflict), now)
    db.execute(
        "INSERT INTO notes (key, text, begun, changed) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET text = excluded.text, begun = excluded.begun, changed = excluded.changed",
        (key, text, to_text(now) if ended or not old else begun, stamp(now, row[2] if row else None)),
    )
    return displaced


def clean(text: str) -> str:
    """A note as it is stored: "" when blank; every line ends in "\\n"; halves of surrogate pairs, which an input method
    can leave and no database takes, joined or replaced, so that one bad character can't keep a note from being saved.
    """
    if not text.strip():
        return ""
    return well_formed(text.replace("\r\n", "\n").replace("\r", "\n"))


def _is_over(begun: str, changed: str, now: datetime) -> bool:
    """Whether the session of the stored text has ended; a clock set back to before its beginning ends it too."""
    since_begun = now - to_instant(begun)
    return now - to_instant(changed) > PAUSE or not timedelta() <= since_begun <= SESSION


def _drops_most(old: str, text: str) -> bool:
    return len(old) >= _DROP_OF_NOTE and len(text) * 2 < len(old)


def _forget_continued(db: sqlite3.Connection, key: PaperKey, base: str, now: datetime) -> None:
    """Two windows that save in turn displace one another every second. A displaced text that its writer went on from a
    moment ago need not be kept: what is being saved is its continuation.
    """
    db.execute(
        "DELETE FROM note_versions WHERE key = ? AND displaced AND text = ? AND kept >= ?",
        (key, base, to_text(now - PAUSE)),
    )


def _keep_version(db: sqlite3.Connection, key: PaperKey, version: NoteVersion, now: datetime) -> None:
    newest = db.execute("SELECT text FROM note_versions WHERE key = ? ORDER BY id DESC LIMIT 1", (key,)).fetchone()
    if newest is not None and newest[0] == version.text:
        return
    db.execute(
        "INSERT INTO note_versions (key, text, written, kept, displaced) VALUES (?, ?, ?, ?, ?)",
        (key, version.text, to_text(version.written), to_text(now), version.displaced),
    )
    db.execute(
        "DELETE FROM note_versions WHERE key = :key AND id NOT IN"
        " (SELECT id FROM note_versions WHERE key = :key ORDER BY id DESC LIMIT :kept)",
        {"key": key, "kept": VERSIONS_KEPT},
    )
