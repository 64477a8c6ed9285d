"""The concepts a search knows: those that ship with the program, and those that the library's brackets tell.

The sync notes every pair that a text sets in brackets, 자기회귀(autoregressive), in a file of the cache beside the
index, and in another what they say together: that alone is read by who searches. Pairs that are sure are searched like
the ones that ship, those that are likely are offered. What the person says of names counts above both.
"""

import json
import logging
import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from reader.base.files import read_whole, write_whole
from reader.base.paths import resources
from reader.library.model import Appearance
from reader.search.concepts.brackets import pairs
from reader.search.concepts.learnt import LIKELY, Pair, concepts, weighed
from reader.search.concepts.own import with_own
from reader.search.concepts.shipped import shipped_lines
from reader.search.concepts.table import LONGEST, Concepts, key_of
from reader.search.index import Index, IndexUnusable
from reader.search.store.phrases import Phrases
from reader.services.own_names import judged_in

_log = logging.getLogger("reader.services.concepts")
_FILE, _LEARNT, _OWN = "brackets.json", "learnt.json", "names.txt"
_MOST_LINES = 200  # of the file, each with what one sync changed; then they are written as one
_SMALL = 1 << 20  # bytes of the file: it is written anew and weighed with every change
_SHARE = 50  # what is larger is weighed again when a part of so many came or went
_OFFERED = 2
_ORDINARY = 10  # times the papers that say a pair: a name in more is a word of its own


@lru_cache(maxsize=1)
def shipped_concepts() -> Concepts:
    """The table that ships with the program."""
    return Concepts(shipped_lines())


@lru_cache(maxsize=1)
def shipped_phrases() -> Phrases:
    """The names of that table of which the index keeps the places, as packaging/phrases.py has written them down."""
    names = (resources() / "phrases.txt").read_text(encoding="utf-8").splitlines()
    return Phrases(tuple(name.split(" ")) for name in names)


def known_concepts(index: Index) -> Concepts:
    """The concepts that ship, with those of the library beside the index and the person's own."""
    learnt, own = index.folder.with_name(_LEARNT), index.folder.with_name(_OWN)
    times = _changed(learnt), _changed(own)
    return _with_others(learnt, own, times) if any(times) else shipped_concepts()


def likely_pairs(index: Index) -> list[Pair]:
    """What the library's brackets say and is not sure enough to be searched unasked, the likeliest first."""
    path = index.folder.with_name(_LEARNT)
    return list(_likely(path, _changed(path)).values())


def offered_names(index: Index, words: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Of the words of a query those that likely mean the same as another name, each with that name.

    Not those that are searched with it already, nor those of which the person has said that they do not. Nor a word
    that is in many more papers than say so: what one of them puts beside 생성 is no name of it.
    """
    path = index.folder.with_name(_LEARNT)
    likely, known = _likely(path, _changed(path)), known_concepts(index)
    found: dict[str, str] = {}
    for first, last in combinations(range(len(words) + 1), 2):
        text = " ".join(words[first:last])
        pair = likely.get(key_of(text)) if last - first <= LONGEST else None
        if pair is not None and not known.is_said(pair.name, pair.other) and not _is_ordinary(index, pair):
            found[text] = pair.other if key_of(text) == key_of(pair.name) else pair.name
    return tuple(found.items())[:_OFFERED]


def _is_ordinary(index: Index, pair: Pair) -> bool:
    try:
        return index.counts([pair.name])[0] > _ORDINARY * pair.papers
    except IndexUnusable:
        return True  # nobody can tell; the search says why


def note_brackets(index: Index, added: Iterable[Appearance], removed: Iterable[int]) -> None:
    """Note the pairs of appearances that came, and forget those of others that went.

    What changed is written behind the rest, so that it costs the same in any library; where something went from a small
    one, or a line was cut off, all is written anew.
    """
    path = _path(index)
    changes: dict[str, list[list[str]]] = {str(number): [] for number in removed}
    is_less = bool(changes)
    for appearance in added:
        found = dict.fromkeys(pair for text in appearance.texts for pair in pairs(text))
        if found:
            changes[str(appearance.id)] = [[*pair, appearance.paper.key, appearance.post] for pair in found]
    known = _bytes(path)
    is_worn = not known.endswith(b"}\n") or known.count(b"\n") >= _MOST_LINES
    if is_worn or (is_less and len(known) < _SMALL):
        write_whole(path, _line({number: rows for number, rows in (_merged(known) | changes).items() if rows}))
    elif changes:
        with path.open("ab") as file:
            file.write(_line(changes).encode())
            file.flush()
            os.fsync(file.fileno())


def weigh_brackets(index: Index) -> None:
    """Write down what the pairs say together, where that may be another than it was."""
    path, learnt = _path(index), index.folder.with_name(_LEARNT)
    try:
        status = path.stat()
    except FileNotFoundError:
        learnt.unlink(missing_ok=True)
        return
    size, time = _weighed_at(learnt)
    if size == status.st_size and time == status.st_mtime_ns:
        return
    if size and status.st_size >= _SMALL and abs(status.st_size - size) * _SHARE < status.st_size:
        return
    rows = (row for rows in _merged(_bytes(path)).values() for row in rows)
    pairs = [pair for pair in weighed((row[0], row[1], row[2], row[3]) for row in rows) if pair.confidence >= LIKELY]
    head = json.dumps({"size": status.st_size, "time": status.st_mtime_ns})
    write_whole(learnt, f"{head}\n{json.dumps(pairs, ensure_ascii=False, separators=(',', ':'))}\n")


def _weighed_at(learnt: Path) -> tuple[int, int]:
    """Size and time of the file that was weighed last; zeros where none was."""
    try:
        head = json.loads(_bytes(learnt).partition(b"\n")[0])
        return int(head["size"]), int(head["time"])
    except (ValueError, KeyError, TypeError):
        return 0, 0


def _line(noted: dict[str, list[list[str]]]) -> str:
    return json.dumps(noted, ensure_ascii=False, separators=(",", ":")) + "\n"


def forget_brackets(index: Index) -> None:
    """Begin anew, as the index does."""
    _path(index).unlink(missing_ok=True)
    index.folder.with_name(_LEARNT).unlink(missing_ok=True)


@lru_cache(maxsize=1)
def _with_others(learnt: Path, own: Path, times: tuple[int, int]) -> Concepts:  # noqa: ARG001  # other times: other files
    shipped = shipped_concepts()
    judged = judged_in(_text(own))
    others = concepts(_pairs(learnt))
    known = Concepts((one for one in others if not all(map(shipped.is_name, one.names))), above=shipped)
    return with_own(known, judged.same, judged.other)


@lru_cache(maxsize=2)
def _likely(learnt: Path, time: int) -> dict[str, Pair]:  # noqa: ARG001  # another time: another file
    """The likely pairs by either name, the likeliest of each.

    A word of which the table that ships knows other names is none of them: what stands beside it is mostly one of its
    kind, 모델(Composer).
    """
    shipped = shipped_concepts()
    found: dict[str, Pair] = {}
    for pair in _pairs(learnt):
        if pair.confidence == LIKELY and not shipped.is_name(pair.name):
            for name in (pair.name, pair.other):
                found.setdefault(key_of(name), pair)
    return found


def _pairs(learnt: Path) -> list[Pair]:
    """What the pairs say together, as it was written down; none where another program wrote it."""
    try:
        rows = json.loads(_bytes(learnt).partition(b"\n")[2] or b"[]")
        return [Pair(str(a), str(b), int(papers), int(posts), float(share)) for a, b, papers, posts, share in rows if a]
    except (ValueError, TypeError, RecursionError) as error:
        _log.warning("%s can't be read: the search goes on without what it says: %s", learnt, error)
        return []


def _changed(path: Path) -> int:
    """When a file was changed last; 0 for none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _text(path: Path) -> str:
    try:
        return read_whole(path).decode()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        _log.warning("%s can't be read: the search goes on without the person's own names: %s", path, error)
        return ""


def _bytes(path: Path) -> bytes:
    try:
        return read_whole(path)
    except FileNotFoundError:
        return b""
    except OSError as error:
        _log.warning("%s can't be read and is made anew: %s", path, error)
        return b""


def _merged(lines: bytes) -> dict[str, list[list[str]]]:
    """What all lines say together: of an appearance the last one counts. Those that were cut off say nothing."""
    noted: dict[str, list[list[str]]] = {}
    for line in lines.splitlines():
        try:
            noted |= {str(number): [_four(row) for row in rows] for number, rows in json.loads(line).items()}
        except (ValueError, AttributeError, TypeError, RecursionError) as error:
            _log.warning("a line of the brackets can't be read and is passed over: %s", error)
    return noted


def _four(row: list[str]) -> list[str]:
    name, other, key, post = row
    return [str(name), str(other), str(key), str(post)]


def _path(index: Index) -> Path:
    return index.folder.with_name(_FILE)
