"""Cells: the smallest things a mark is made of, each with its value and the time when that was last changed.

A cell is what merging decides about (the newest wins) and what undo takes back. One that was taken back keeps its row,
with null in its first column, so that a merge knows when that was. Everything runs inside the caller's transaction.
"""

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from reader.marks import notes
from reader.marks.model import stamp, to_text
from reader.posts.model import PaperKey

Value = tuple[str | int | None, ...] | None
"""The value of a cell, column by column as stored; None for a cell that is not set."""


class Register(NamedTuple):
    """Where cells of one kind are kept."""

    table: str
    identity: tuple[str, ...]
    columns: tuple[str, ...]  # the first is null where the cell is not set
    changed: str = "changed"


class Cell(NamedTuple):
    """One of a register's cells."""

    register: str  # a name in REGISTERS, or "noted"
    identity: tuple[str, ...]
    paper: PaperKey | None = None  # the paper it belongs to, if it belongs to one


REGISTERS: Mapping[str, Register] = {
    "bookmarked": Register("bookmarks", ("key",), ("since",)),
    "read": Register("reads", ("key",), ("since",)),
    "revisit": Register("revisits", ("key",), ("due", "step")),
    "label": Register("labels", ("name",), ("since",)),
    "label colour": Register("labels", ("name",), ("colour",), "coloured"),
    "labelled": Register("labelled", ("key", "label"), ("since",)),
    "highlighted": Register("highlights", ("id",), ("colour",)),
    "corrected": Register("highlights", ("id",), ("correction",), "corrected"),
    "search": Register("searches", ("name",), ("query", "made")),
    "watched": Register("watched", ("word",), ("kind", "made")),
    "names": Register("names", ("pair",), ("kind", "name", "other", "made")),
}
"""A note is a cell too, "noted", but its earlier texts are kept with it: see notes.py."""


def of_paper(register: str, key: PaperKey) -> Cell:
    """A paper's cell, in a register that has one cell for each paper."""
    return Cell(register, (key,), key)


def value_of(db: sqlite3.Connection, cell: Cell) -> Value:
    """The value of a cell now."""
    if cell.register == "noted":
        text = notes.note_text(db, PaperKey(cell.identity[0]))
        return (text,) if text else None
    row = db.execute(_ASKED[cell.register].value, cell.identity).fetchone()
    return None if row is None or row[0] is None else tuple(row)


def put(db: sqlite3.Connection, values: Mapping[Cell, Value], now: datetime) -> None:
    """Set these cells to these values."""
    text = to_text(now)
    for cell, value in values.items():
        if cell.register == "noted":
            note = str(value[0]) if value else ""
            notes.write_note(db, PaperKey(cell.identity[0]), note, now, new_session=True)
            continue
        asked = _ASKED[cell.register]
        row = db.execute(asked.changed, cell.identity).fetchone()
        changed = text if row is None or row[0] < text else stamp(now, row[0])
        columns = value or (None,) * len(REGISTERS[cell.register].columns)
        db.execute(asked.insert if row is None else asked.update, (*columns, changed, *cell.identity))


def touch(db: sqlite3.Connection, cell: Cell, now: datetime) -> None:
    """Stamp a cell with the present time and leave its value, so that it wins over what was done elsewhere before."""
    value = value_of(db, cell)
    if value is not None:
        put(db, {cell: value}, now)


class _Asked(NamedTuple):
    """The SQL that is asked of a register, made once: 10,000 papers may be marked in one step."""

    value: str
    changed: str
    insert: str
    update: str


def _asked(register: Register) -> _Asked:
    columns = (*register.columns, register.changed)
    names = (*columns, *register.identity)
    where = " AND ".join(f"{column} = ?" for column in register.identity)
    return _Asked(
        value=f"SELECT {', '.join(register.columns)} FROM {register.table} WHERE {where}",
        changed=f"SELECT {register.changed} FROM {register.table} WHERE {where}",
        insert=f"INSERT INTO {register.table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        update=f"UPDATE {register.table} SET {', '.join(f'{column} = ?' for column in columns)} WHERE {where}",
    )


_ASKED = {name: _asked(register) for name, register in REGISTERS.items()}
