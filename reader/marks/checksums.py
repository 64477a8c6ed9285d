"""A checksum in every row of the store, so that a byte that the disk changed is noticed even where it is still text.

It is the CRC-32 of the row's columns, in their order, as SQLite writes them as text. Triggers that live in the
connection, not in the file, keep it right whatever is written; so nothing that writes has to think of it.
"""

import sqlite3
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_COLUMN = "checksum"
_BETWEEN, _NOTHING = "char(31)", "char(1)"  # no text of a person's has a sign that could be taken for one of these


class _Table(NamedTuple):
    name: str
    columns: tuple[str, ...]  # all but the checksum
    key: tuple[str, ...]
    is_checked: bool

    def row(self, prefix: str = "") -> str:
        """SQL that gives the row as one text."""
        return f" || {_BETWEEN} || ".join(f"coalesce({prefix}{_quoted(name)}, {_NOTHING})" for name in self.columns)


def add_checksums(db: sqlite3.Connection) -> None:
    """Give every table its column; `renew` fills it."""
    for table in _tables(db):
        db.execute(f"ALTER TABLE {table.name} ADD COLUMN {_COLUMN} INTEGER")


def renew(db: sqlite3.Connection) -> None:
    """Write the checksum of every row anew: after a migration, which may have changed any of them."""
    _teach(db)
    for table in _tables(db):
        if table.is_checked:
            db.execute(f"UPDATE {table.name} SET {_COLUMN} = row_checksum({table.row()})")


def keep_checksums(db: sqlite3.Connection) -> None:
    """From now on every row that this connection writes gets its checksum with it."""
    _teach(db)
    for table in _tables(db):
        if not table.is_checked:
            continue
        where = " AND ".join(f"{column} = NEW.{column}" for column in table.key)
        change = f"UPDATE {table.name} SET {_COLUMN} = row_checksum({table.row('NEW.')}) WHERE {where}"
        for event in ("INSERT", f"UPDATE OF {', '.join(table.columns)}"):
            name = f"check_{table.name}_{event[:6].lower()}"
            db.execute(f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.{table.name} BEGIN {change}; END")


def first_bad_row(db: sqlite3.Connection) -> str:
    """Where the first row is that is not as it was written, or whose text is none; "" when all is well.

    Of a store of before there were checksums only the latter is known. It takes a microsecond a row.
    """
    tables = _tables(db)
    factory, db.text_factory = db.text_factory, bytes
    try:
        for table in tables:
            said = _COLUMN if table.is_checked else "NULL"
            rows = db.execute(f"SELECT {said}, {table.row()} FROM {_quoted(table.name)}")
            if not (all(said == zlib.crc32(row) for said, row in rows) if table.is_checked else _are_text(rows)):
                return f"a row of {table.name} is not as it was written"
    finally:
        db.text_factory = factory
    return ""


def columns_of(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The columns of every table, by its name."""
    return {name: tuple(column for column, _ in _columns(db, name)) for name in _names(db)}


def _teach(db: sqlite3.Connection) -> None:
    db.create_function("row_checksum", 1, lambda row: zlib.crc32(row.encode()), deterministic=True)


def _tables(db: sqlite3.Connection) -> list[_Table]:
    found = []
    for name in _names(db):
        columns = _columns(db, name)
        key = tuple(column for column, place in sorted(columns, key=lambda each: each[1]) if place)
        names = tuple(column for column, _ in columns if column != _COLUMN)
        found.append(_Table(name, names, key, is_checked=len(names) < len(columns)))
    return found


def _names(db: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    return [name for (name,) in db.execute(query)]


def _columns(db: sqlite3.Connection, table: str) -> list[tuple[str, int]]:
    """Name and place in the primary key (0: not in it) of every column."""
    return db.execute("SELECT name, pk FROM pragma_table_info(?)", (table,)).fetchall()


def _are_text(rows: Iterable[tuple[None, bytes]]) -> bool:
    try:
        for _, row in rows:
            row.decode()
    except UnicodeDecodeError:
        return False
    return True


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
