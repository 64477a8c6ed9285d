"""The catalogue's tables and how its file is opened.

The catalogue is derived: a file of another version, or a damaged one, is deleted and made anew by the next sync.
Appearance ids are never used twice, since the index refers to them.
"""

import sqlite3
from pathlib import Path

from reader.base.errors import ReaderError
from reader.library.soundness import is_as_left, read_through
from reader.library.troubles import code_of, explained, is_damage

VERSION = 1

_TABLES = """
CREATE TABLE sources (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    name TEXT NOT NULL,               -- path within the source
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,        -- 0: not to be trusted, compare by hash
    hash BLOB NOT NULL,               -- of the file's bytes
    title TEXT NOT NULL,
    published TEXT,                   -- zone-aware, ISO
    day TEXT,
    tags TEXT NOT NULL,               -- JSON list
    remarks TEXT NOT NULL,            -- JSON, see codec.py
    gone INTEGER NOT NULL DEFAULT 0,  -- the file is no longer there; kept for papers with marks
    UNIQUE (source, name)
);
CREATE TABLE appearances (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    post INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE,
    number INTEGER NOT NULL,          -- 0: a page
    key TEXT NOT NULL,
    arxiv_id TEXT,
    title TEXT NOT NULL,
    line TEXT NOT NULL,               -- what it contributes
    day TEXT,
    sort TEXT NOT NULL,               -- moment of publication in UTC, "" without one
    tags TEXT NOT NULL,
    words BLOB NOT NULL,              -- hash of all a reader sees
    document BLOB NOT NULL,           -- hash of all the index sees
    gone INTEGER NOT NULL DEFAULT 0,
    indexed INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE bodies (                 -- apart, so that lists and counts read narrow rows
    appearance INTEGER PRIMARY KEY REFERENCES appearances ON DELETE CASCADE,
    paper TEXT NOT NULL,              -- JSON, see codec.py
    texts TEXT NOT NULL               -- JSON list: the plain text of each section
);
CREATE INDEX appearances_key ON appearances (key);
CREATE INDEX appearances_post ON appearances (post);
CREATE INDEX appearances_day ON appearances (gone, day, key);
CREATE INDEX appearances_unindexed ON appearances (id) WHERE indexed = 0;
CREATE TABLE papers (                 -- one row a paper: its latest appearance
    key TEXT PRIMARY KEY,
    appearance INTEGER NOT NULL,
    sort TEXT NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    gone INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE tags (
    tag TEXT NOT NULL,                -- folded, for comparing
    shown TEXT NOT NULL,
    appearance INTEGER NOT NULL REFERENCES appearances ON DELETE CASCADE,
    key TEXT NOT NULL,
    PRIMARY KEY (tag, appearance)
) WITHOUT ROWID;
CREATE INDEX tags_appearance ON tags (appearance);
CREATE INDEX tags_papers ON tags (tag, key);
CREATE TABLE counts (                 -- papers by day, month, year, tag, and of what there is how much; by the sync
    kind TEXT NOT NULL,               -- "day", "month", "year", "tag", "total"; "due …", "noted": see counting.py
    value TEXT NOT NULL,              -- "" for papers without a day
    papers INTEGER NOT NULL,
    PRIMARY KEY (kind, value)
) WITHOUT ROWID;
CREATE TABLE removals (document INTEGER PRIMARY KEY); -- appearance ids the index still has
CREATE TABLE generation (number INTEGER NOT NULL, identity TEXT NOT NULL);
INSERT INTO generation VALUES (0, lower(hex(randomblob(8))));
"""

_INDEXES = """
DROP INDEX IF EXISTS papers_newest;
CREATE INDEX IF NOT EXISTS papers_listed ON papers (sort DESC, number, appearance, gone, key);
CREATE INDEX IF NOT EXISTS papers_oldest ON papers (sort = '', sort, number, appearance, gone);
CREATE INDEX IF NOT EXISTS papers_titled ON papers (title COLLATE NOCASE, sort DESC, appearance, gone);
CREATE INDEX IF NOT EXISTS appearances_latest ON appearances (gone, sort DESC, post DESC, number);
CREATE INDEX IF NOT EXISTS papers_gone ON papers (gone) WHERE gone = 1;
CREATE INDEX IF NOT EXISTS tags_written ON tags (tag, shown);
"""
"""What the window's lists and the counts of tags are read from alone, also in a catalogue of an earlier program."""


def open_for_writing(path: Path) -> sqlite3.Connection:
    """The catalogue, made if there is none, made anew if it is of another version or damaged. Raises ReaderError."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.is_file() or not path.stat().st_size:
            delete(path)  # else the log of a deleted one, which a window may still hold open, would be read into it
        for _ in range(2):
            connection = _connect(path)
            try:
                if _is_sound(connection, path):
                    return connection
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                if isinstance(error, sqlite3.OperationalError) and not is_damage(error):
                    connection.close()
                    raise
            connection.close()
            delete(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise ReaderError(
            f"The catalogue {path} cannot be written: {error}. Check the folder's rights and space."
        ) from error
    raise ReaderError(f"The catalogue {path} is damaged and cannot be made anew. Delete it and try again.")


def open_for_reading(path: Path, *, still: bool = False) -> sqlite3.Connection | None:
    """The catalogue for reading; None where it is missing, damaged or of another version. Raises ReaderError.

    `still`: without SQLite's shared memory beside it, where nobody writes just now. For a moment only: who begins to
    write is not noticed.
    """
    if not path.is_file():
        return None
    with explained(path):
        try:
            if still and not _has_log(path):
                return _of_this_version(_connect(path, "?mode=ro&immutable=1"))
            return _of_this_version(_connect(path))
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                return None
            if code_of(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or _has_log(path):
                raise
        # Nobody can write there, so SQLite has no place for its shared memory, and needs none:
        # https://www.sqlite.org/wal.html#read_only_databases
        return _of_this_version(_connect(path, "?mode=ro&immutable=1"))


def delete(path: Path) -> None:
    """Delete the catalogue with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _connect(path: Path, how: str = "") -> sqlite3.Connection:
    place = path.absolute().as_uri() + how
    connection = sqlite3.connect(place, uri=True, timeout=30, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _of_this_version(connection: sqlite3.Connection) -> sqlite3.Connection | None:
    """The connection, set to reading only; closed, and None, where the file is of another version."""
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] == VERSION:
            connection.execute("PRAGMA query_only = ON")
            return connection
    except BaseException:
        connection.close()
        raise
    connection.close()
    return None


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _is_sound(connection: sqlite3.Connection, path: Path) -> bool:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == 0 and not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(f"BEGIN;{_TABLES}PRAGMA user_version = {VERSION};COMMIT;")
        version = VERSION
    connection.execute("PRAGMA synchronous = NORMAL")
    if version != VERSION:
        return False
    if not is_as_left(path):
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            return False
        read_through(connection)
    connection.executescript(_INDEXES)
    return True
