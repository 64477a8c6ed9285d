"""The catalogue as lists, pages and counts read it. Never writes.

Marks live elsewhere. So that a list can be narrowed to unread or bookmarked papers, whoever reads the marks lends this
one sets of keys by name (`key_sets`).
"""

import json
import sqlite3
from array import array
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple, cast

from reader.library.key_sets import KeySets
from reader.library.model import Appearance, PaperRecord, PaperRow
from reader.library.origins import Origins
from reader.library.rows import LATEST_FIRST, OF_A_PAPER, read_appearances, read_rows, rows_at_once
from reader.library.schema import open_for_reading
from reader.library.scope import Scope, key_set, where_of
from reader.library.texts import AppearanceText, Outline, read_outlines, read_texts
from reader.posts.model import PaperKey

Sort = Literal["newest", "oldest", "title"]

_ORDERS: dict[Sort, str] = {
    "newest": "sort DESC, {post}number, id",
    "oldest": "sort = '', sort, {post}number, id",
    "title": "title COLLATE NOCASE, sort DESC, id",
}

_AT_ONCE = 10_000  # ids in one question; SQLite takes 32,766
_IN_A_TURN = 20_000  # papers, in some 6 ms


class Totals(NamedTuple):
    """How much there is. Papers that are gone are not in it."""

    posts: int
    papers: int
    pages: int  # posts without papers
    appearances: int


class Listing:
    """A connection for reading. Where there is no catalogue yet, everything is empty."""

    def __init__(self, path: Path, *, still: bool = False) -> None:
        """`still`: touch nothing beside the file; only for who reads for a moment."""
        self._path = path
        self._connection = open_for_reading(path, still=still) or sqlite3.connect(":memory:", isolation_level=None)
        self.is_empty = not self._connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        self.origins = Origins(self._connection, is_empty=self.is_empty)
        self.key_sets = KeySets(self._connection)
        self._file = (0, 0) if self.is_empty else _identity(path)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """All that is read inside is of one state of the catalogue, whatever a sync writes meanwhile. Lend nothing in
        it.
        """
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.rollback()

    def is_stale(self) -> bool:
        """Whether the catalogue was made, or made again, since this was opened: then open another."""
        try:
            status = self._path.stat()
        except OSError:
            return False
        return self._file != (status.st_dev, status.st_ino)

    def generation(self) -> int:
        """A number that grows with every change of the catalogue; 0 without one."""
        if self.is_empty:
            return 0
        return int(self._connection.execute("SELECT number FROM generation").fetchone()[0])

    def identity(self) -> str:
        """A text that differs for every catalogue that is made; "" without one."""
        return "" if self.is_empty else str(self._connection.execute("SELECT identity FROM generation").fetchone()[0])

    def ids(self, scope: Scope, sort: Sort = "newest", offset: int = 0, limit: int = -1) -> list[int]:
        """The papers of a scope in order, each by the id of its latest appearance (on the scope's days, if any);
        `limit` of them from `offset` on, where that is given.
        """
        if self.is_empty:
            return []
        where, values = where_of(scope)
        if scope.asks_appearances:
            # SQLite takes the bare columns beside MAX from the row that has it.
            inner = (
                "SELECT key, sort, post, number, id, title, MAX(sort || printf('%012d', id)) FROM appearances"
                f" {where} GROUP BY key"
            )
        else:
            inner = f"SELECT key, sort, number, appearance AS id, title FROM papers {where}"
        order = _ORDERS[sort].format(post="post, " if scope.asks_appearances else "")
        query = f"SELECT id FROM ({inner}) ORDER BY {order} LIMIT {limit} OFFSET {offset}"
        found = self._connection.execute(f"SELECT json_group_array(id) FROM ({query})", values).fetchone()
        return cast(list[int], json.loads(found[0]))

    def ids_in_turns(self, scope: Scope, sort: Sort = "newest") -> "Generator[None, None, array[int]]":
        """The same, with a pause behind every 20,000 papers, the last of many too. They are of one state of the
        catalogue only if its generation is the same before and after.
        """
        ids = array("q")  # a fifth of a list's memory
        if scope.asks_appearances:  # which are sorted whole before there is a first one
            ids.extend(self.ids(scope, sort))
            return ids
        while True:
            some = self.ids(scope, sort, len(ids), _IN_A_TURN)
            ids.extend(some)
            if len(ids) >= _IN_A_TURN:
                yield
            if len(some) < _IN_A_TURN:
                return ids

    def spread(self, many: int) -> list[int]:
        """So many papers that posts have, spread evenly over the library from its newest on, as `ids` has them.

        SQLite chooses: on a thread, to be handed every id would hold up the window once for each.
        """
        if self.is_empty:
            return []
        query = (
            "SELECT id FROM (SELECT appearance AS id, row_number() OVER (ORDER BY sort DESC, number, appearance) - 1 AS"
            " place, COUNT(*) OVER () AS papers FROM papers WHERE gone = 0)"
            " WHERE place % max(1, papers / :many) = 0 ORDER BY place LIMIT :many"
        )
        return [row[0] for row in self._connection.execute(query, {"many": many})]

    def count(self, scope: Scope) -> int:
        """How many papers a scope has."""
        if self.is_empty:
            return 0
        if scope == Scope(in_posts=True):
            return self._count_in_posts()
        if scope == Scope(in_posts=True, without=scope.without):  # what is left out is mostly little
            return self._count_in_posts() - self._count(Scope(in_posts=True, within_any=scope.without))
        return self._count(scope)

    def _count_in_posts(self) -> int:
        """SQLite counts all rows without looking at them."""
        query = "SELECT (SELECT COUNT(*) FROM papers) - (SELECT COUNT(*) FROM papers WHERE gone = 1)"
        return int(self._connection.execute(query).fetchone()[0])

    def _count(self, scope: Scope) -> int:
        where, values = where_of(scope)
        table, column = ("appearances", "COUNT(DISTINCT key)") if scope.asks_appearances else ("papers", "COUNT(*)")
        query = f"SELECT {column} FROM {table} {where}"
        return int(self._connection.execute(query, values).fetchone()[0])

    def rows(self, ids: Sequence[int]) -> list[PaperRow]:
        """List lines for appearance ids, in order."""
        return [] if self.is_empty or not ids else read_rows(self._connection, ids)

    def ids_of(self, key: PaperKey) -> list[int]:
        """The appearances of a paper, latest first."""
        if self.is_empty:
            return []
        query = f"SELECT appearances.id {LATEST_FIRST}"
        return [row[0] for row in self._connection.execute(query, (key,))]

    def keys(self, ids: Sequence[int]) -> list[PaperKey]:
        """The keys of appearances, in their order; those that are no longer there are left out."""
        known = self.keys_by_id(ids)
        return [known[id_] for id_ in ids if id_ in known]

    def keys_by_id(self, ids: Sequence[int]) -> dict[int, PaperKey]:
        """The key of every appearance that is still there."""
        known: dict[int, PaperKey] = {}
        if self.is_empty:
            return known
        for start in range(0, len(ids), _AT_ONCE):
            some = ",".join(map(str, ids[start : start + _AT_ONCE]))
            query = f"SELECT id, key FROM appearances WHERE id IN ({some})"
            known.update(rows_at_once(self._connection, query, ("id", "key")))
        return known

    def next_day(self, beside: str, lacking: str, *, older: bool) -> str | None:
        """The nearest day, before or after `beside` ("2025", "2025-12" or a day), with a paper the key set lacks."""
        if self.is_empty:
            return None
        side, order = ("<", "DESC") if older else (">", "ASC")
        row = self._connection.execute(
            f"SELECT day FROM appearances WHERE gone = 0 AND day {side} ? AND key NOT IN temp.{key_set(lacking)}"
            f" ORDER BY day {order} LIMIT 1",
            (beside if older else f"{beside}~",),
        ).fetchone()
        return row[0] if row else None

    def all_keys(self) -> list[PaperKey]:
        """Every paper there is, in no order."""
        return [] if self.is_empty else [PaperKey(row[0]) for row in self._connection.execute("SELECT key FROM papers")]

    def titles(self) -> list[tuple[PaperKey, str]]:
        """Key and title of every paper, newest first."""
        if self.is_empty:
            return []
        return self._connection.execute(
            "SELECT key, title FROM papers ORDER BY sort DESC, number, appearance"
        ).fetchall()

    def record(self, key: PaperKey) -> PaperRecord | None:
        """All that is known of a paper, None for one that is not in the library."""
        if self.is_empty:
            return None
        appearances = tuple(read_appearances(self._connection, OF_A_PAPER, (key,)))
        if not appearances:
            return None
        gone = self._connection.execute("SELECT gone FROM papers WHERE key = ?", (key,)).fetchone()
        latest = appearances[0]
        return PaperRecord(
            key, latest.paper.arxiv_id, latest.paper.title, latest.day, appearances, bool(gone and gone[0])
        )

    def appearances(self, ids: Sequence[int]) -> dict[int, Appearance]:
        """The appearances asked for, by id."""
        if self.is_empty or not ids:
            return {}
        found = {}
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            where = f"appearances.id IN ({','.join('?' * len(some))})"
            found.update({appearance.id: appearance for appearance in read_appearances(self._connection, where, some)})
        return found

    def texts(self) -> Iterator[AppearanceText]:
        """The words of every appearance, one after the other."""
        if not self.is_empty:
            yield from read_texts(self._connection)

    def outlines(self) -> list[Outline]:
        """Every appearance of a paper that a post has, in a line, newest first."""
        return [] if self.is_empty else read_outlines(self._connection)

    def ids_saying(self, words: Sequence[str]) -> list[int]:
        """Appearances, newest first, with one of some words in a section; Latin letters in either case."""
        if self.is_empty or not words:
            return []
        some = " OR ".join(["instr(lower(texts), ?)"] * len(words))
        patterns = [json.dumps(word.lower(), ensure_ascii=False)[1:-1] for word in words]  # as they stand in JSON
        query = (
            "SELECT id FROM appearances JOIN bodies ON bodies.appearance = appearances.id"
            f" WHERE gone = 0 AND number > 0 AND ({some}) ORDER BY sort DESC, post, number, id"
        )
        return [row[0] for row in self._connection.execute(query, patterns)]

    def waiting(self) -> tuple[int, int]:
        """How many appearances the search index does not have yet, and how many there are."""
        if self.is_empty:
            return 0, 0
        new = self._connection.execute("SELECT COUNT(*) FROM appearances WHERE indexed = 0").fetchone()
        return int(new[0]), int(self._connection.execute("SELECT COUNT(*) FROM appearances").fetchone()[0])

    def totals(self) -> Totals:
        """How many posts, papers, pages and appearances the library has, as of the sync's last count."""
        numbers = dict(self.counts("total"))
        return Totals(*(numbers.get(name, 0) for name in ("posts", "papers", "pages", "appearances")))

    def counts(self, kind: Literal["day", "month", "year", "tag", "total"]) -> list[tuple[str, int]]:
        """(value, papers) of every day, month, year or tag, in order of value; "" for papers without a day.

        As of the sync's last count. Tags are written as they mostly are; case makes no difference.
        """
        if self.is_empty:
            return []
        query = "SELECT value, papers FROM counts WHERE kind = ? ORDER BY value"
        return list(rows_at_once(self._connection, query, ("value", "papers"), (kind,)))

    def tally(self, kind: Literal["month", "tag"], within: str) -> list[tuple[str, int]]:
        """(value, papers) of every month or tag, counting only the papers of a key set; "" for papers without a day.

        Months newest first, tags by how many papers they have.
        """
        if self.is_empty:
            return []
        if kind == "month":
            what, order = "appearances", "value DESC"
            columns, group = "COALESCE(substr(day, 1, 7), '') AS value", "value"
        else:
            what, order = "tags JOIN appearances ON appearances.id = tags.appearance", "papers DESC, value"
            columns, group = "MIN(shown) AS value", "tag"
        key = "appearances.key"
        query = (
            f"SELECT {columns}, COUNT(DISTINCT {key}) AS papers FROM {what}"
            f" WHERE appearances.gone = 0 AND {key} IN temp.{key_set(within)} GROUP BY {group} ORDER BY {order}"
        )
        return list(self._connection.execute(query))


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
