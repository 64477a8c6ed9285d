"""Which papers are listed, and the same as a condition of SQL."""

from typing import NamedTuple

from reader.posts.folding import folded
from reader.posts.model import PaperKey


class Scope(NamedTuple):
    """Which papers a list shows. All conditions hold together; the empty scope is the whole library."""

    day: str = ""  # "2025", "2025-12" or "2025-12-22"; "none" for papers without a date
    tag: str = ""
    within: tuple[str, ...] = ()  # names of key sets that have the paper
    without: tuple[str, ...] = ()  # names of key sets that do not have it
    also: tuple[PaperKey, ...] = ()  # papers listed whatever the key sets say
    in_posts: bool = False  # only papers that a post has; those of days and tags always are


def key_set(name: str) -> str:
    """The temporary table of a key set."""
    if not name.isidentifier():
        raise ValueError(f"no name for a key set: {name!r}")
    return f"keys_{name}"


def condition_of(scope: Scope) -> tuple[str, list[object]]:
    """A scope as an SQL condition on papers or appearances, and its values."""
    parts: list[str] = ["1"]
    values: list[object] = []
    if scope.day == "none":
        parts.append("day IS NULL")
    elif scope.day:
        parts.append("day >= ? AND day < ?")
        values += [scope.day, f"{scope.day}~"]
    if scope.tag:
        parts.append("id IN (SELECT appearance FROM tags WHERE tag = ?)")
        values.append(folded(scope.tag))
    by_sets = [f"key IN temp.{key_set(name)}" for name in scope.within]
    by_sets += [f"key NOT IN temp.{key_set(name)}" for name in scope.without]
    if scope.in_posts:
        by_sets.append("gone = 0")
    if by_sets and scope.also:
        parts.append(f"({' AND '.join(by_sets)} OR key IN ({','.join('?' * len(scope.also))}))")
        values += scope.also
    else:
        parts += by_sets
    return " AND ".join(parts), values
