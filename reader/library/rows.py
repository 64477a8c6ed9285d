"""Rows of the catalogue's file as values."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reader.library import paper_json
from reader.library.model import Appearance, PaperRow
from reader.posts.model import PaperKey

_APPEARANCES = """
SELECT appearances.id, posts.name, sources.path, posts.title, posts.day, posts.published, appearances.tags,
       bodies.paper, bodies.texts, posts.remarks
FROM appearances JOIN bodies ON bodies.appearance = appearances.id
    JOIN posts ON posts.id = appearances.post JOIN sources ON sources.id = posts.source
WHERE """

OF_A_PAPER = "key = ? ORDER BY appearances.gone, sort DESC, posts.name DESC, number DESC, appearances.id DESC"
LATEST_FIRST = f"FROM appearances JOIN posts ON posts.id = post WHERE {OF_A_PAPER}"
"""The appearances of a paper; of two of one moment the post's name decides, and not which of them was read first."""


def read_appearances(connection: sqlite3.Connection, where: str, values: Sequence[object]) -> list[Appearance]:
    """Appearances by a condition of SQL; `where` may end in ORDER BY and LIMIT."""
    with _sensible():
        return [_appearance(*row) for row in connection.execute(_APPEARANCES + where, values)]


@contextmanager
def _sensible() -> Iterator[None]:
    """Say as SQLite would that a row is none of ours: the disk changed what it says."""
    try:
        yield
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise sqlite3.DatabaseError(f"a row cannot be so: {error}") from error


def _appearance(
    id_: int,
    post: str,
    source: str,
    post_title: str,
    day: str | None,
    published: str | None,
    tags: str,
    paper: str,
    texts: str,
    remarks: str,
) -> Appearance:
    read = paper_json.paper_from_json(paper)
    lines = read.lines
    return Appearance(
        id=id_,
        post=post,
        source=source,
        post_title=post_title,
        day=paper_json.read_day(day),
        published=paper_json.read_moment(published),
        tags=tuple(json.loads(tags)),
        paper=read,
        texts=tuple(json.loads(texts)),
        remarks=tuple(r for r in paper_json.remarks_from_json(remarks) if not lines or r.line - 1 in lines),
    )


_LISTED = ("id", "key", "title", "arxiv_id", "day", "number", "line", "gone")


def read_rows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[PaperRow]:
    """List lines for appearance ids, in their order; ids that are no longer there are left out."""
    marks = ",".join("?" * len(ids))
    query = f"SELECT {', '.join(_LISTED)} FROM appearances WHERE id IN ({marks})"
    with _sensible():
        found = {
            id_: PaperRow(PaperKey(key), title, arxiv_id, paper_json.read_day(day), number, line, bool(gone))
            for id_, key, title, arxiv_id, day, number, line, gone in rows_at_once(connection, query, _LISTED, ids)
        }
    return [found[id_] for id_ in ids if id_ in found]


def rows_at_once(
    connection: sqlite3.Connection, query: str, columns: Sequence[str], values: Sequence[object] = ()
) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, in its order, handed over as one text a column.

    To fetch a row Python lets go of its lock, and each time may have to wait for a thread that took it: what the window
    reads many rows of waited a tenth of a second beside a search.
    """
    all_of_each = ", ".join(f"json_group_array({column})" for column in columns)
    try:
        found = connection.execute(f"SELECT {all_of_each} FROM ({query})", values).fetchone()
    except sqlite3.OperationalError as error:
        if "BLOB" not in str(error):
            raise
        raise sqlite3.DatabaseError(f"a row cannot be so: {error}") from error  # it is text in every row of ours
    return zip(*map(json.loads, found), strict=True)
