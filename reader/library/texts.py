"""The words of every appearance, for reading the whole library: narrower rows than lists and pages need."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reader.library import paper_json
from reader.posts.model import PaperKey, SectionKind

_OUTLINES = (
    "SELECT id, key, title, line, day FROM appearances WHERE gone = 0 AND number > 0 ORDER BY sort DESC, id DESC"
)
_TEXTS = """
SELECT appearances.id, appearances.key, appearances.arxiv_id, posts.name, appearances.number, appearances.day,
       appearances.tags, appearances.title, bodies.paper, bodies.texts
FROM appearances JOIN bodies ON bodies.appearance = appearances.id JOIN posts ON posts.id = appearances.post
ORDER BY appearances.id
"""


class AppearanceText(NamedTuple):
    """An appearance as words."""

    id: int
    key: PaperKey
    arxiv_id: str | None
    post: str  # its path within its source
    number: int  # in the post
    day: date | None
    tags: tuple[str, ...]
    title: str
    sections: tuple[tuple[SectionKind, str], ...]  # plain text of each, in order


class Outline(NamedTuple):
    """An appearance in a line."""

    id: int
    key: PaperKey
    title: str
    line: str  # what it contributes, plain text, may be ""
    day: str  # ISO, "" without one


def read_outlines(connection: sqlite3.Connection) -> list[Outline]:
    """Every appearance of a paper that a post has, newest first: thousands of them, so days stay text."""
    rows = connection.execute(_OUTLINES)
    return [Outline(id_, PaperKey(key), title, line, day or "") for id_, key, title, line, day in rows]


def read_texts(connection: sqlite3.Connection) -> Iterator[AppearanceText]:
    """Every appearance, one after the other."""
    for id_, key, arxiv, post, number, day, tags, title, paper, texts in connection.execute(_TEXTS):
        kinds = (SectionKind(section[0]) for section in json.loads(paper)["sections"])
        yield AppearanceText(
            id_,
            PaperKey(key),
            arxiv,
            post,
            number,
            paper_json.read_day(day),
            tuple(json.loads(tags)),
            title,
            tuple(zip(kinds, json.loads(texts), strict=True)),
        )
