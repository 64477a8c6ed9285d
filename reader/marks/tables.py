"""All marks as one value, to be carried, compared and merged: rows by what identifies them.

A row is what the store has: first what never changes, then its fields, each group of columns with the instant of its
last change. What was taken back has its row too.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.marks.notes import VERSIONS_KEPT

Identity = tuple[str, ...]
Row = tuple[str | int | None, ...]
Rows = dict[Identity, Row]
Portable = Mapping[str, Mapping[Identity, Row]]
"""Rows by table (every name in TABLES is there) and identity; a row has the table's `rest` columns, in order."""


class Column(NamedTuple):
    """What may stand in a column: checked on what comes from elsewhere."""

    name: str
    kind: str  # text, note, key, name, instant, stamp, day, step, flag, watch, names, term, label colour, …
    optional: bool = False


class Table(NamedTuple):
    """One kind of rows."""

    identity: tuple[Column, ...]
    fixed: tuple[Column, ...]
    fields: tuple[tuple[Column, ...], ...]  # each group ends with the instant of its change

    @property
    def rest(self) -> tuple[Column, ...]:
        """All columns but the identity."""
        return (*self.fixed, *(column for group in self.fields for column in group))


_KEY = Column("key", "key")
_CHANGED = Column("changed", "instant")
_SINCE = Column("since", "instant", optional=True)

TABLES: Mapping[str, Table] = {
    "bookmarks": Table((_KEY,), (), ((_SINCE, _CHANGED),)),
    "reads": Table((_KEY,), (), ((_SINCE, _CHANGED),)),
    "revisits": Table(
        (_KEY,), (), ((Column("due", "day", optional=True), Column("step", "step", optional=True), _CHANGED),)
    ),
    "labels": Table(
        (Column("name", "name"),),
        (),
        (
            (_SINCE, _CHANGED),
            (Column("colour", "label colour", optional=True), Column("coloured", "instant")),
        ),
    ),
    "labelled": Table((_KEY, Column("label", "name")), (), ((_SINCE, _CHANGED),)),
    "highlights": Table(
        (Column("id", "key"),),
        (
            _KEY,
            Column("section", "text"),
            Column("quotation", "text"),
            Column("before", "text"),
            Column("after", "text"),
            Column("made", "instant"),
        ),
        (
            (Column("colour", "highlight colour", optional=True), _CHANGED),
            (Column("correction", "note", optional=True), Column("corrected", "stamp")),
        ),
    ),
    "searches": Table(
        (Column("name", "name"),),
        (),
        ((Column("query", "text", optional=True), Column("made", "instant", optional=True), _CHANGED),),
    ),
    "watched": Table(
        (Column("word", "name"),),
        (),
        ((Column("kind", "watch", optional=True), Column("made", "instant", optional=True), _CHANGED),),
    ),
    "names": Table(
        (Column("pair", "key"),),
        (),
        (
            (
                Column("kind", "names", optional=True),
                Column("name", "term", optional=True),
                Column("other", "term", optional=True),
                Column("made", "instant", optional=True),
                _CHANGED,
            ),
        ),
    ),
    "notes": Table((_KEY,), (), ((Column("text", "note"), _CHANGED),)),
    "note_versions": Table(
        (_KEY, Column("text", "note")), (), ((Column("displaced", "flag"), Column("written", "instant")),)
    ),
    "snapshots": Table((_KEY,), (), ((Column("snapshot", "text"), Column("taken", "instant")),)),
}
"""Notes stand before their versions, which refer to them."""


def read(db: sqlite3.Connection) -> Portable:
    """All that is in an open store."""
    found: dict[str, Rows] = {}
    for name, table in TABLES.items():
        width = len(table.identity)
        columns = ", ".join(column.name for column in (*table.identity, *table.rest))
        order = " ORDER BY written" if name == "note_versions" else ""  # the later of two equal texts
        found[name] = {row[:width]: row[width:] for row in db.execute(f"SELECT {columns} FROM {name}{order}")}
    found["note_versions"] = kept_versions(found["note_versions"], found["notes"])
    return found


def write(db: sqlite3.Connection, rows: Portable, now: str) -> None:
    """Put rows into an open store, over those that are there; a note that is named gets exactly these versions."""
    for name, table in TABLES.items():
        if name == "note_versions":
            _write_versions(db, rows[name], now)
            continue
        columns = [column.name for column in (*table.identity, *table.rest)]
        values: Iterable[Row] = ((*identity, *row) for identity, row in rows[name].items())
        if name == "notes":  # a session of writing begins with what came
            columns.append("begun")
            values = ((*row, row[-1]) for row in values)
        db.executemany(
            f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
            f" ON CONFLICT ({', '.join(column.name for column in table.identity)}) DO UPDATE SET"
            f" {', '.join(f'{column} = excluded.{column}' for column in columns[len(table.identity) :])}",
            values,
        )


def kept_versions(versions: Mapping[Identity, Row], notes: Mapping[Identity, Row]) -> Rows:
    """The earlier texts of notes that are kept: of each note the last VERSIONS_KEPT, without its present text."""
    of_key: dict[str, list[tuple[Identity, Row]]] = {}
    for identity, row in versions.items():
        key, text = identity
        note = notes.get((key,))
        if text and note is not None and note[0] != text:
            of_key.setdefault(key, []).append((identity, row))
    kept: Rows = {}
    for rows in of_key.values():
        rows.sort(key=lambda each: (str(each[1][-1]), each[0]))
        kept.update(rows[-VERSIONS_KEPT:])
    return kept


def _write_versions(db: sqlite3.Connection, versions: Mapping[Identity, Row], now: str) -> None:
    db.executemany("DELETE FROM note_versions WHERE key = ?", {(key,) for key, _ in versions})
    db.executemany(  # their numbers rise with time
        "INSERT INTO note_versions (key, text, displaced, written, kept) VALUES (?, ?, ?, ?, ?)",
        [(*identity, *row, now) for identity, row in sorted(versions.items(), key=lambda each: str(each[1][-1]))],
    )
