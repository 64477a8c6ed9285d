"""Cells: the smallest things a mark is made of, each with what holds of it and when that was last changed.

A cell is what merging decides about (the newest wins) and what undo takes back. One that no longer holds keeps its
row, its first column null, so that a merge knows when it was taken back. Everything runs inside the caller's
transaction.
"""

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from reader.marks import notes
from reader.marks.model import stamp
from reader.posts.model import PaperKey

Value = tuple[str | int | None, ...] | None
"""What holds of a cell, column by column as stored; None where nothing does."""


class Register(NamedTuple):
    """Where cells of one kind are kept."""

    table: str
    identity: tuple[str, ...]
    columns: tuple[str, ...]  # the first is null where nothing holds
    changed: str = "changed"


class Cell(NamedTuple):
    """One of a register's cells."""

    register: str  # a name in REGISTERS, or "noted"
    identity: tuple[str, ...]
    paper: PaperKey | None = None  # whose it is, if it is of one paper


REGISTERS: Mapping[str, Register] = {
    "bookmarked": Register("bookmarks", ("key",), ("since",)),
    "read": Register("reads", ("key",), ("since",)),
    "revisit": Register("revisits", ("key",), ("due", "step")),
    "label": Register("labels", ("name",), ("since",)),
    "label colour": Register("labels", ("name",), ("colour",), "coloured"),
    "labelled": Register("labelled", ("key", "label"), ("since",)),
    "highlighted": Register("highlights", ("id",), ("colour",)),
    "search": Register("searches", ("name",), ("query", "made")),
}
"""A note is a cell as well, "noted", but its earlier texts are kept with it: notes.py."""


def of_paper(register: str, key: PaperKey) -> Cell:
    """A paper's cell in a register that has one a paper."""
    return Cell(register, (key,), key)


def value_of(db: sqlite3.Connection, cell: Cell) -> Value:
    """What holds of a cell now."""
    if cell.register == "noted":
        text = notes.note_text(db, PaperKey(cell.identity[0]))
        return (text,) if text else None
    register = REGISTERS[cell.register]
    row = db.execute(
        f"SELECT {', '.join(register.columns)} FROM {register.table} WHERE {_named(register)}", cell.identity
    ).fetchone()
    return None if row is None or row[0] is None else tuple(row)


def put(db: sqlite3.Connection, values: Mapping[Cell, Value], now: datetime) -> None:
    """Let these values hold from now on."""
    for cell, value in values.items():
        if cell.register == "noted":
            text = str(value[0]) if value else ""
            notes.write_note(db, PaperKey(cell.identity[0]), text, now, new_session=True)
        else:
            _put(db, REGISTERS[cell.register], cell.identity, value, now)


def touch(db: sqlite3.Connection, cell: Cell, now: datetime) -> None:
    """Say that what holds of a cell was meant again just now, so that it wins over what was done elsewhere before."""
    register = REGISTERS[cell.register]
    db.execute(
        f"UPDATE {register.table} SET {register.changed} = ? WHERE {_named(register)}",
        (stamp(now, _changed(db, register, cell.identity)), *cell.identity),
    )


def _put(db: sqlite3.Connection, register: Register, identity: tuple[str, ...], value: Value, now: datetime) -> None:
    before = _changed(db, register, identity)
    columns = (*register.columns, register.changed)
    values = (*(value or (None,) * len(register.columns)), stamp(now, before))
    if before is None:
        names = (*columns, *register.identity)
        query = f"INSERT INTO {register.table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    else:
        query = f"UPDATE {register.table} SET {', '.join(f'{name} = ?' for name in columns)} WHERE {_named(register)}"
    db.execute(query, (*values, *identity))


def _changed(db: sqlite3.Connection, register: Register, identity: tuple[str, ...]) -> str | None:
    row = db.execute(f"SELECT {register.changed} FROM {register.table} WHERE {_named(register)}", identity).fetchone()
    return None if row is None else row[0]


def _named(register: Register) -> str:
    return " AND ".join(f"{column} = ?" for column in register.identity)
