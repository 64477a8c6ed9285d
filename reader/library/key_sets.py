"""Sets of papers by name, for lists that are narrowed by marks: the catalogue itself knows none.

They are kept in temporary tables of one connection, beside the catalogue: never in its file.
"""

import json
import sqlite3
from collections.abc import Iterable

from reader.library.scope import key_set
from reader.posts.model import PaperKey


class KeySets:
    """The key sets lent to one connection, which is for reading but for these."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._names: set[str] = set()

    def lend(self, name: str, keys: Iterable[PaperKey]) -> None:
        """Give the whole key set of this name."""
        table = key_set(name)
        if name not in self._names:
            self._names.add(name)
            self._write(f"CREATE TEMP TABLE {table} (key TEXT PRIMARY KEY) WITHOUT ROWID")
        self._write(f"DELETE FROM temp.{table}")
        given = json.dumps(sorted(keys))  # in order, and as one text: half the time of one after the other
        self._write(f"INSERT OR IGNORE INTO temp.{table} SELECT value FROM json_each(?)", given)

    def change(self, name: str, keys: Iterable[PaperKey], on: bool) -> None:
        """Put keys into a key set, or take them out."""
        verb = "INSERT OR IGNORE INTO temp.{} VALUES (?)" if on else "DELETE FROM temp.{} WHERE key = ?"
        self._connection.execute("PRAGMA query_only = OFF")
        self._connection.execute("BEGIN")
        self._connection.executemany(verb.format(key_set(name)), [(key,) for key in keys])
        self._connection.execute("COMMIT")
        self._connection.execute("PRAGMA query_only = ON")

    def _write(self, statement: str, *values: str) -> None:
        self._connection.execute("PRAGMA query_only = OFF")
        self._connection.execute(statement, values)
        self._connection.execute("PRAGMA query_only = ON")
