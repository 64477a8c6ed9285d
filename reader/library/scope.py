"""Which papers are listed, and the same as a condition of SQL."""

from typing import NamedTuple

from reader.posts.folding import folded
from reader.posts.model import PaperKey

_LATEST_POSTS = (
    "SELECT post FROM (SELECT DISTINCT sort, post FROM appearances WHERE gone = 0 AND number > 0 AND sort > ''"
    " ORDER BY sort DESC, post DESC LIMIT ?)"
)


class Scope(NamedTuple):
    """Which papers a list shows. All conditions hold together; the empty scope is the whole library."""

    day: str = ""  # "2025", "2025-12" or "2025-12-22"; "none" for papers without a date
    until: str = ""  # with `day`, the last day, month or year of a stretch that begins with it
    posts: int = 0  # only papers of so many of the latest posts that have a date
    tag: str = ""
    within: tuple[str, ...] = ()  # names of key sets that have the paper
    within_any: tuple[str, ...] = ()  # names of key sets of which one has it; none: it need not be in any
    without: tuple[str, ...] = ()  # names of key sets that do not have it
    also: tuple[PaperKey, ...] = ()  # papers listed whatever the key sets say
    in_posts: bool = False  # only papers that a post has; those of days and tags always are

    @property
    def asks_appearances(self) -> bool:
        """Whether it depends on the post: then a paper is listed as it is in one of the posts meant."""
        return bool(self.day or self.tag or self.posts)

    @property
    def alive(self) -> str:
        """The condition of SQL that an appearance is in a post; SQLite looks up what is few by its index alone."""
        return "NOT gone" if self.posts else "gone = 0"


def key_set(name: str) -> str:
    """The temporary table of a key set."""
    if not name.isidentifier():
        raise ValueError(f"no name for a key set: {name!r}")
    return f"keys_{name}"


def where_of(scope: Scope) -> tuple[str, list[object]]:
    """A scope as SQL's WHERE, of papers or of appearances, and its values.

    "" for all papers: SQLite counts those without looking at them.
    """
    parts: list[str] = [scope.alive] if scope.asks_appearances else []
    values: list[object] = []
    if scope.day == "none":
        parts.append("day IS NULL")
    elif scope.day:
        parts.append("day >= ? AND day < ?")
        values += [scope.day, f"{scope.until or scope.day}~"]
    if scope.tag:
        parts.append("id IN (SELECT appearance FROM tags WHERE tag = ?)")
        values.append(folded(scope.tag))
    if scope.posts:
        parts.append(f"post IN ({_LATEST_POSTS})")
        values.append(scope.posts)
    by_sets = [f"key IN temp.{key_set(name)}" for name in scope.within]
    by_sets += [f"key NOT IN temp.{key_set(name)}" for name in scope.without]
    if scope.within_any:
        keys = " UNION ".join(f"SELECT key FROM temp.{key_set(name)}" for name in scope.within_any)
        by_sets.append(f"key IN ({keys})")
    if scope.in_posts:
        by_sets.append("gone = 0")
    if by_sets and scope.also:
        parts.append(f"({' AND '.join(by_sets)} OR key IN ({','.join('?' * len(scope.also))}))")
        values += scope.also
    else:
        parts += by_sets
    return f"WHERE {' AND '.join(parts)}" if parts else "", values
