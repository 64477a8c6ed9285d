"""All that catalogue and index say, as values that two libraries made in different ways can be compared by."""

import json
import sqlite3
from contextlib import closing
from typing import NamedTuple

from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.services.repair import examine

_ORDER = "ORDER BY 1, 2, 3, 4, 5, 6"
_QUESTIONS = {
    "posts": "SELECT path, name, title, published, day, tags, remarks, hash, gone, 0 FROM posts"
    " JOIN sources ON sources.id = source WHERE NOT gone",
    "appearances": "SELECT posts.name, a.number, key, arxiv_id, a.title, line, a.day, sort, a.tags, words, document,"
    " paper, texts FROM appearances a JOIN posts ON posts.id = post JOIN bodies ON appearance = a.id WHERE NOT a.gone",
    "papers": "SELECT p.key, posts.name, p.sort, p.number, p.title, a.number FROM papers p"
    " JOIN appearances a ON a.id = p.appearance JOIN posts ON posts.id = post WHERE NOT p.gone",
    "tags": "SELECT tag, shown, tags.key, name, a.number, 0 FROM tags JOIN appearances a ON a.id = appearance"
    " JOIN posts ON posts.id = post",
    "counts": "SELECT kind, value, papers, 0, 0, 0 FROM counts WHERE kind != 'noted'",
}


class State(NamedTuple):
    """What a library says, without the numbers it was given on the way."""

    tables: dict[str, list[tuple[object, ...]]]
    brackets: list[tuple[str, ...]]  # what the texts set in brackets, the source of concepts
    is_indexed: bool  # the index says of every appearance what the catalogue says


def state_of(places: ProfilePaths) -> State:
    """The state of a library that was synced; of papers that only marks keep nothing."""
    with closing(sqlite3.connect(places.catalogue)) as db:
        there = {str(number) for (number,) in db.execute("SELECT id FROM appearances WHERE NOT gone")}
        tables = {name: db.execute(f"{query} {_ORDER}").fetchall() for name, query in _QUESTIONS.items()}
    kept = places.cache / "brackets.json"
    noted: dict[str, list[list[str]]] = {}
    for line in kept.read_bytes().splitlines() if kept.exists() else ():
        noted |= json.loads(line)
    brackets = sorted({tuple(map(str, row)) for number in noted.keys() & there for row in noted[number]})
    with Profile(places) as profile:
        return State(tables, brackets, examine(profile).is_well)
