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
from reader.marks.model import stamp, to_text
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
    row = db.execute(_ASKED[cell.register].value, cell.identity).fetchone()
    return None if row is None or row[0] is None else tuple(row)


def put(db: sqlite3.Connection, values: Mapping[Cell, Value], now: datetime) -> None:
    """Let these values hold from now on."""
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
    """Say that what holds of a cell was meant again just now, so that it wins over what was done elsewhere before."""
    value = value_of(db, cell)
    if value is not None:
        put(db, {cell: value}, now)


class _Asked(NamedTuple):
    """What is asked of a register. A mark may be of 10,000 papers: the words are made once."""

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
