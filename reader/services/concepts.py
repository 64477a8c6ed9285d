"""The concepts a search knows: those that ship with the program, and those that the library's brackets tell.

The sync notes every pair that a text sets in brackets, 자기회귀(autoregressive), in a file of the cache beside the
index; those that are sure are searched like the ones that ship, those that are likely may be offered.
"""

import json
import logging
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from reader.base.files import read_whole, write_whole
from reader.base.paths import resources
from reader.library.model import Appearance
from reader.search.concepts.brackets import pairs
from reader.search.concepts.learnt import LIKELY, Pair, concepts, weighed
from reader.search.concepts.phrases import phrases_of
from reader.search.concepts.table import Concepts, read
from reader.search.index import Index
from reader.search.store.phrases import Phrases

_log = logging.getLogger("reader.services.concepts")
_FILE = "brackets.json"


@lru_cache(maxsize=1)
def shipped_concepts() -> Concepts:
    """The table that ships with the program."""
    return Concepts(read((resources() / "concepts.txt").read_text(encoding="utf-8").splitlines()))


@lru_cache(maxsize=1)
def shipped_phrases() -> Phrases:
    """The names of that table of which the index keeps the places."""
    return Phrases(phrases_of(shipped_concepts()))


def known_concepts(index: Index) -> Concepts:
    """The concepts that ship, with those of the library beside the index."""
    path = _path(index)
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        return shipped_concepts()
    return _with_learnt(path, changed)


def likely_pairs(index: Index) -> list[Pair]:
    """What the library's brackets say and is not sure enough to be searched unasked, the likeliest first."""
    return [pair for pair in weighed(_noted(_path(index))) if pair.confidence == LIKELY]


def note_brackets(index: Index, added: Iterable[Appearance], removed: Iterable[int]) -> None:
    """Note the pairs of appearances that came, and forget those of others that went."""
    path = _path(index)
    noted = _read(path)
    for number in removed:
        noted.pop(str(number), None)
    for appearance in added:
        found = dict.fromkeys(pair for text in appearance.texts for pair in pairs(text))
        noted[str(appearance.id)] = [[*pair, appearance.paper.key, appearance.post] for pair in found]
        if not found:
            del noted[str(appearance.id)]
    write_whole(path, json.dumps(noted, ensure_ascii=False, separators=(",", ":")))


def forget_brackets(index: Index) -> None:
    """Begin anew, as the index does."""
    _path(index).unlink(missing_ok=True)


@lru_cache(maxsize=2)
def _with_learnt(path: Path, changed: int) -> Concepts:  # noqa: ARG001  # another time is another file
    shipped = shipped_concepts()
    learnt = concepts(weighed(_noted(path)))
    return Concepts([*shipped.all, *(one for one in learnt if not all(map(shipped.is_name, one.names)))])


def _noted(path: Path) -> list[tuple[str, str, str, str]]:
    return [(name, other, key, post) for rows in _read(path).values() for name, other, key, post in rows]


def _read(path: Path) -> dict[str, list[list[str]]]:
    try:
        noted = json.loads(read_whole(path))
        return {number: [_four(row) for row in rows] for number, rows in noted.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, TypeError, RecursionError) as error:
        _log.warning("%s can't be read and is made anew: %s", path, error)
        return {}


def _four(row: list[str]) -> list[str]:
    name, other, key, post = row
    return [str(name), str(other), str(key), str(post)]


def _path(index: Index) -> Path:
    return index.folder.with_name(_FILE)
