"""The shape of the store, version by version, and the step from any of them to the newest.

`PRAGMA user_version` is the number of migrations a file has been through: migration n brings it from version n to
n + 1. Those already shipped are never edited. All that are due run in one transaction, after the file was kept as it
was: a failure half-way leaves the old version.

Everything keeps a row when it is taken back (its first column null, a note's text empty): that says when it was done,
which is what merging two laptops asks.
"""

import logging
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing

from reader.marks.checksums import add_checksums, columns_of, renew
from reader.marks.troubles import DamagedStoreError, ForeignFileError, NewerStoreError

_log = logging.getLogger("reader.marks")

Migration = Callable[[sqlite3.Connection], None]
"""Runs inside a transaction: `execute` only (`executescript` would commit it)."""

APPLICATION_ID = 0x4450526D  # "DPRm", what `file` and we know our stores by
_OURS = {"bookmarks", "reads", "notes", "snapshots"}  # tables that every version has


def _first_version(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for table in ("bookmarks", "reads"):
        db.execute(
            f"CREATE TABLE {table} (key TEXT PRIMARY KEY, since TEXT, changed TEXT NOT NULL) STRICT, WITHOUT ROWID"
        )
    db.execute(
        "CREATE TABLE notes (key TEXT PRIMARY KEY, text TEXT NOT NULL,"
        " begun TEXT NOT NULL, changed TEXT NOT NULL) STRICT"
    )
    db.execute(
        "CREATE TABLE note_versions (id INTEGER PRIMARY KEY, key TEXT NOT NULL REFERENCES notes (key),"
        " text TEXT NOT NULL, written TEXT NOT NULL, kept TEXT NOT NULL, displaced INTEGER NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX note_versions_of_key ON note_versions (key, id)")
    db.execute("CREATE TABLE snapshots (key TEXT PRIMARY KEY, snapshot TEXT NOT NULL, taken TEXT NOT NULL) STRICT")


def _labels_highlights_revisits(db: sqlite3.Connection) -> None:
    db.execute(
        "CREATE TABLE revisits (key TEXT PRIMARY KEY, due TEXT, step INTEGER, changed TEXT NOT NULL)"
        " STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE labels (name TEXT PRIMARY KEY, since TEXT, changed TEXT NOT NULL DEFAULT '',"
        " colour TEXT, coloured TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE labelled (key TEXT NOT NULL, label TEXT NOT NULL, since TEXT, changed TEXT NOT NULL,"
        " PRIMARY KEY (key, label)) STRICT, WITHOUT ROWID"
    )
    db.execute("CREATE INDEX labelled_by_label ON labelled (label, key)")
    db.execute(
        "CREATE TABLE highlights (id TEXT PRIMARY KEY, key TEXT NOT NULL, section TEXT NOT NULL,"
        " quotation TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, made TEXT NOT NULL,"
        " colour TEXT, changed TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX highlights_of_key ON highlights (key)")
    db.execute(
        "CREATE TABLE searches (name TEXT PRIMARY KEY, query TEXT, made TEXT, changed TEXT NOT NULL)"
        " STRICT, WITHOUT ROWID"
    )


def _watched_words(db: sqlite3.Connection) -> None:
    db.execute(
        "CREATE TABLE watched (word TEXT PRIMARY KEY, kind TEXT, made TEXT, changed TEXT NOT NULL, checksum INTEGER)"
        " STRICT, WITHOUT ROWID"
    )


def _names(db: sqlite3.Connection) -> None:
    db.execute(
        "CREATE TABLE names (pair TEXT PRIMARY KEY, kind TEXT, name TEXT, other TEXT, made TEXT, changed TEXT NOT NULL,"
        " checksum INTEGER) STRICT, WITHOUT ROWID"
    )


def _corrections(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE highlights ADD COLUMN correction TEXT")
    db.execute("ALTER TABLE highlights ADD COLUMN corrected TEXT NOT NULL DEFAULT ''")


MIGRATIONS: tuple[Migration, ...] = (
    _first_version,
    _labels_highlights_revisits,
    add_checksums,
    _watched_words,
    _names,
    _corrections,
)


def version_of(db: sqlite3.Connection, newest: int) -> int:
    """The version of an open store, 0 for an empty one; writes nothing.

    Raises NewerStoreError, ForeignFileError and, where what says the version can't be so, DamagedStoreError.
    """
    db.execute("SAVEPOINT look")  # one state of the file: another process may be making it at this moment
    try:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        (application,) = db.execute("PRAGMA application_id").fetchone()
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}
    finally:
        if db.in_transaction:  # on a full disk SQLite has rolled back, and its own error says why
            db.execute("RELEASE look")
    file = file_of(db)
    if application != APPLICATION_ID and (version or tables):
        if tables >= _OURS:
            raise DamagedStoreError(f"The marks in {file} are damaged (the number {application} marks no such file).")
        raise ForeignFileError(f"{file} is not a file of marks; it was left alone. Move it away and start again.")
    if version > newest:
        raise NewerStoreError(
            f"The marks in {file} were written by a newer version of this program (their version {version}, "
            f"known here: {newest}). They were left alone: use the newer program."
        )
    if version < 0 or (application == APPLICATION_ID and not version):
        raise DamagedStoreError(f"The marks in {file} are damaged (they say they are of version {version}).")
    return int(version)


def lacks(db: sqlite3.Connection, migrations: Sequence[Migration]) -> str:
    """What an open store that went through these migrations should have and has not; "" when nothing is missing."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as ours:
        for migration in migrations:
            migration(ours)
        wanted = columns_of(ours)
    there = columns_of(db)
    for table, columns in wanted.items():
        if missing := set(columns) - set(there.get(table, ())):
            return f"{table} has no {min(missing)}" if table in there else f"there is no table {table}"
    return ""


def migrate(
    db: sqlite3.Connection, migrations: Sequence[Migration], keep: Callable[[int, int], None]
) -> tuple[int, int]:
    """Bring an open store to the newest version; returns the versions before and after.

    `keep(old, new)` is called before anything is changed of a store that has something in it, with writers locked out;
    when it fails nothing is changed. Needs a connection in autocommit mode with foreign keys off, as SQLite asks for
    tables to be rebuilt (https://www.sqlite.org/lang_altertable.html, section 7).
    """
    newest = len(migrations)
    version = version_of(db, newest)
    if version == newest:
        return version, version
    db.execute("BEGIN IMMEDIATE")
    try:
        version = version_of(db, newest)  # another process may have been quicker
        if 0 < version < newest:
            keep(version, newest)
        for migration in migrations[version:]:
            migration(db)
        renew(db)
        broken = db.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise AssertionError(f"a migration left {len(broken)} rows without what they refer to")
        db.execute(f"PRAGMA user_version = {newest}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    _log.info("marks brought from version %d to %d", version, newest)
    return version, newest


def file_of(db: sqlite3.Connection) -> str:
    """The path of an open database, "memory" without one."""
    return str(db.execute("PRAGMA database_list").fetchone()[2]) or "memory"
