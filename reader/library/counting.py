"""The counts of the tree, made by the sync: papers of days, months, years and tags, and of what there is how much.

What papers came to or went from is noted in the transaction that writes them, and only that is counted again, so that
a new post costs the same in any library; but for its tags, of which all papers are counted.
"""

import sqlite3
from collections.abc import Iterable

from reader.posts.folding import folded

_PERIODS = (("day", 10), ("month", 7), ("year", 4))

_COUNT_TAGS = """
INSERT OR REPLACE INTO counts
SELECT 'tag', shown, papers FROM
    (SELECT tag, COUNT(DISTINCT key) AS papers FROM tags WHERE {which} GROUP BY tag)
    JOIN (SELECT tag, shown, MAX(uses) FROM
        (SELECT tag, shown, COUNT(*) AS uses FROM tags WHERE {which} GROUP BY tag, shown) GROUP BY tag) USING (tag)
"""
"""A tag as it is mostly written (SQLite takes the bare column beside MAX from its row), and all papers with it."""

_COUNT_ALL = """
INSERT OR REPLACE INTO counts VALUES
    ('total', 'posts', (SELECT COUNT(*) FROM posts WHERE NOT gone)),
    ('total', 'papers', (SELECT COUNT(*) FROM papers WHERE NOT gone AND number)),
    ('total', 'pages', (SELECT COUNT(*) FROM papers WHERE NOT gone AND NOT number)),
    ('total', 'appearances', (SELECT COUNT(*) FROM appearances WHERE NOT gone AND number))
"""
_DUE_DAY, _DUE_TAG = "due day", "due tag"
_NOTED = "noted"  # kind of the row that says: all was counted once, and what is due since then is noted


def note_due(connection: sqlite3.Connection, days: Iterable[str], tags: Iterable[str]) -> None:
    """Note what is to be counted again, in the transaction that made it so."""
    rows = [*((_DUE_DAY, day) for day in days), *((_DUE_TAG, tag) for tag in tags)]
    connection.executemany("INSERT OR IGNORE INTO counts VALUES (?, ?, 0)", rows)


def is_due(connection: sqlite3.Connection) -> bool:
    """Whether something is to be counted."""
    return not _is_noted(connection) or bool(_due(connection, _DUE_DAY) or _due(connection, _DUE_TAG))


def count_due(connection: sqlite3.Connection) -> None:
    """Count what is due, or everything for the first time, within a transaction."""
    if _is_noted(connection):
        days, tags = _due(connection, _DUE_DAY), _due(connection, _DUE_TAG)
        connection.execute("DELETE FROM counts WHERE kind IN (?, ?)", (_DUE_DAY, _DUE_TAG))
        _count_days(connection, days)
        _count_tags(connection, tags)
    else:
        connection.execute("DELETE FROM counts")
        for kind, length in _PERIODS:
            connection.execute(
                "INSERT INTO counts SELECT ?, period, COUNT(*) FROM (SELECT DISTINCT"
                " coalesce(substr(day, 1, ?), '') AS period, key FROM appearances WHERE gone = 0) GROUP BY period",
                (kind, length),
            )
        connection.execute(_COUNT_TAGS.format(which="1"))
        connection.execute("INSERT INTO counts VALUES (?, '', 0)", (_NOTED,))
    connection.execute(_COUNT_ALL)


def _count_days(connection: sqlite3.Connection, days: list[str]) -> None:
    for kind, length in _PERIODS:
        for period in {day[:length] for day in days}:
            within = "day >= ? AND day < ?" if period else "day IS NULL"
            bounds = (period, f"{period}~") if period else ()  # "~" comes after all digits and dashes
            query = f"SELECT COUNT(DISTINCT key) FROM appearances WHERE gone = 0 AND {within}"
            (papers,) = connection.execute(query, bounds).fetchone()
            connection.execute("DELETE FROM counts WHERE kind = ? AND value = ?", (kind, period))
            if papers:
                connection.execute("INSERT INTO counts VALUES (?, ?, ?)", (kind, period, papers))


def _count_tags(connection: sqlite3.Connection, tags: list[str]) -> None:
    """The rows of a tag are under the way it was mostly written then, which is known no more: all ways are let go."""
    due = set(tags)
    counted = connection.execute("SELECT value FROM counts WHERE kind = 'tag'").fetchall()
    old = [(shown,) for (shown,) in counted if folded(shown) in due]
    connection.executemany("DELETE FROM counts WHERE kind = 'tag' AND value = ?", old)
    for tag in tags:
        connection.execute(_COUNT_TAGS.format(which="tag = :tag"), {"tag": tag})


def _due(connection: sqlite3.Connection, kind: str) -> list[str]:
    return [value for (value,) in connection.execute("SELECT value FROM counts WHERE kind = ?", (kind,))]


def _is_noted(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM counts WHERE kind = ?", (_NOTED,)).fetchone() is not None
