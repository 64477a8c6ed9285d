"""A small SQLite file of the profile's, opened when something is asked of it and made when something is to be kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.base.errors import ReaderError

_BUSY_SECONDS = 10


class SmallStore:
    """The file and its connection, which belongs to the thread that uses it."""

    def __init__(self, path: Path, schema: str, complaint: str, *, read_only: bool = False) -> None:
        """`schema`: SQL that may be run again. `complaint`: what is told of a fault, with {path} and {error} in it."""
        self.path = path
        self._schema = schema
        self._complaint = complaint
        self._read_only = read_only
        self._db: sqlite3.Connection | None = None
        self._empty: sqlite3.Connection | None = None  # what is read where there is no file

    def close(self) -> None:
        """Close the file; closing it twice does no harm."""
        for db in (self._db, self._empty):
            if db is not None:
                db.close()
        self._db = self._empty = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read; without a file there is nothing in any table. Raises ReaderError."""
        with self._explained():
            is_there = self._db is not None or self.path.exists()
            yield (self._db or self._open()) if is_there else (self._empty or self._open_empty())

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing. Raises ReaderError."""
        with self._explained():
            db = self._db or self._open()
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    def _open(self) -> sqlite3.Connection:
        uri = f"{self.path.absolute().as_uri()}?mode={'ro' if self._read_only else 'rwc'}"
        db = sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            if not self._read_only:
                db.executescript(self._schema)
        except BaseException:
            db.close()
            raise
        self._db = db
        return db

    def _open_empty(self) -> sqlite3.Connection:
        self._empty = sqlite3.connect(":memory:")
        self._empty.executescript(self._schema)
        return self._empty

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise ReaderError(self._complaint.format(path=self.path, error=error)) from error
