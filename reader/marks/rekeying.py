"""Marks follow their papers when a key is written otherwise than before: `…/pdf?id=X` is now `…/forum?id=X`.

The rules for keys grow (base/links.py): a form of address that was a key of its own becomes another form of a known
paper. When a store is opened, marks under such a key move to the paper's key of today. Marks under both are brought
together as those of two computers are, so that of two notes the older stays as a version. A backup
("before-new-keys") is made first. All is one transaction: a program killed in between leaves the store as it was.
"""

import json
import logging
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from reader.marks.connection import writing
from reader.marks.highlights import identity_of
from reader.marks.keys import key_now
from reader.marks.merging import joined, news
from reader.marks.model import to_text
from reader.marks.tables import TABLES, Identity, Portable, Row, Rows, read, write

_log = logging.getLogger("reader.marks")

_KEYED = tuple(name for name, table in TABLES.items() if any(c.name == "key" for c in (*table.identity, *table.fixed)))


def follow_keys(db: sqlite3.Connection, keep: Callable[[], object], now: datetime) -> None:
    """Move what is under keys of former times to those of today. `keep` is called before anything is changed."""
    with writing(db):
        before = read(db)
        former = _former(before)
        if not former:  # another process was quicker
            return
        keep()
        left = {name: {i: r for i, r in before[name].items() if _key(name, i, r) not in former} for name in TABLES}
        for name in reversed(_KEYED):  # versions go before the notes they refer to
            db.executemany(f"DELETE FROM {name} WHERE key = ?", [(key,) for key in former])
        write(db, news(left, rekeyed(before)), to_text(now))
    _log.info("marks under %d keys follow their papers to new ones", len(former))


def rekeyed(state: Portable) -> Portable:
    """All marks with each paper under its key of today; the same value where they are that already."""
    if not _former(state):
        return state
    result, *others = _layers(state)
    for layer in others:
        result = joined(result, layer)
    return result


def _former(state: Portable) -> set[str]:
    return {key for key in _keys(state) if key_now(key) != key}


def _keys(state: Portable) -> set[str]:
    return {key for name in _KEYED for i, row in state[name].items() if (key := _key(name, i, row)) is not None}


def _layers(state: Portable) -> list[Portable]:
    """The state in parts: in each of them at most one of the keys that today are one, and in the first today's own."""
    of_paper: dict[str, list[str]] = defaultdict(list)
    for key in _keys(state):
        of_paper[key_now(key)].append(key)
    place = {
        key: n
        for new, keys in of_paper.items()
        for n, key in enumerate(sorted(keys, key=lambda key: (key != new, key)))
    }
    layers: list[dict[str, Rows]] = [{name: {} for name in TABLES} for _ in range(max(place.values(), default=0) + 1)]
    for name, rows in state.items():
        for row_identity, row in rows.items():
            of_row = _key(name, row_identity, row)
            if of_row is None:
                layers[0][name][row_identity] = row
            else:
                new_identity, new_row = _under(key_now(of_row), of_row, name, row_identity, row)
                layers[place[of_row]][name][new_identity] = new_row
    return list(layers)


def _key(name: str, row_identity: Identity, row: Row) -> str | None:
    """The paper that a row belongs to; None for labels and searches, which belong to none."""
    if name == "highlights":
        return str(row[0])
    return row_identity[0] if name in _KEYED else None


def _under(new: str, old: str, name: str, row_identity: Identity, row: Row) -> tuple[Identity, Row]:
    """A row as it is under another key."""
    if new == old:
        return row_identity, row
    if name == "highlights":  # its name is a hash of where it is, the key included
        section, quotation, before, after = (str(each) for each in row[1:5])
        return (identity_of((new, section, quotation, before, after)),), (new, *row[1:])
    if name == "snapshots":
        return (new,), (_renamed(str(row[0]), old, new), *row[1:])
    return (new, *row_identity[1:]), row


def _renamed(snapshot: str, old: str, new: str) -> str:
    """A paper's last known text, which names it by its key."""
    before, after = (f'"key": {json.dumps(key, ensure_ascii=False)}' for key in (old, new))
    return snapshot.replace(before, after)
