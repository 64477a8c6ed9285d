"""Where papers come from: the posts that have them, and the sources those are in."""

import sqlite3
from typing import NamedTuple

from reader.posts.model import PaperKey


class PostCount(NamedTuple):
    """How many posts a source has, and of how many something is remarked."""

    posts: int
    remarked: int


class Origins:
    """What a connection to the catalogue says of them; nothing where there is no catalogue."""

    def __init__(self, connection: sqlite3.Connection, *, is_empty: bool) -> None:
        self._connection = connection
        self._is_empty = is_empty

    def find_page(self, path: str) -> PaperKey | None:
        """The key of a page by its path within a source, by its absolute path, or by the end of either."""
        if self._is_empty:
            return None
        from reader.library.sources import clean_name  # for the command line

        path = clean_name(path)
        rows = self._connection.execute(
            "SELECT DISTINCT key, sources.path || '/' || posts.name FROM appearances"
            " JOIN posts ON posts.id = post JOIN sources ON sources.id = posts.source WHERE number = 0"
        ).fetchall()
        exact = [key for key, _ in rows if key == path]
        ending = [key for key, full in rows if full == path or full.endswith(f"/{path.lstrip('./')}")]
        return next(map(PaperKey, [*exact, *ending]), None)

    def posts_of_papers(self) -> dict[PaperKey, list[str]]:
        """Paper → names of the posts that have it, latest first."""
        found: dict[PaperKey, list[str]] = {}
        if not self._is_empty:
            for key, name in self._connection.execute(
                "SELECT key, name FROM appearances JOIN posts ON posts.id = post WHERE NOT appearances.gone"
                " ORDER BY sort DESC, appearances.id DESC"
            ):
                found.setdefault(PaperKey(key), []).append(name)
        return found

    def posts_of_sources(self) -> dict[str, PostCount]:
        """How many posts each source has, and of how many something is remarked."""
        if self._is_empty:
            return {}
        query = (
            "SELECT path, COUNT(posts.id), COUNT(CASE WHEN remarks != '[]' THEN 1 END) FROM sources"
            " LEFT JOIN posts ON posts.source = sources.id AND NOT gone GROUP BY sources.id"
        )
        return {path: PostCount(posts, remarked) for path, posts, remarked in self._connection.execute(query)}

    def keys_only_in(self, source: str) -> set[PaperKey]:
        """The papers that no other source has."""
        if self._is_empty:
            return set()
        query = (
            "SELECT key FROM appearances JOIN posts ON posts.id = post JOIN sources ON sources.id = source"
            " WHERE NOT appearances.gone GROUP BY key HAVING MIN(path) = :source AND MAX(path) = :source"
        )
        return {PaperKey(key) for (key,) in self._connection.execute(query, {"source": source})}
