"""A small SQLite file of the profile's, opened when something is asked of it and made when something is to be kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
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

    def close(self) -> None:
        """Close the file; closing it twice does no harm."""
        if self._db is not None:
            self._db.close()
            self._db = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read; without a file there is nothing in any table. Raises ReaderError."""
        with self._explained():
            if self._db is not None or self.path.exists():
                yield self._db or self._open()
                return
            with closing(sqlite3.connect(":memory:")) as empty:
                empty.executescript(self._schema)
                yield empty

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

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise ReaderError(self._complaint.format(path=self.path, error=error)) from error
