"""Marks in a file to be carried to another computer: a zip with one JSON document, which docs/marks.md describes.

Reading trusts nothing: a file may be cut off, made by hand, or made to harm. What is wrong is a `ReaderError` that
says where.
"""

import json
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from reader.base.errors import ReaderError, reason_of
from reader.base.files import whole_file
from reader.marks.merging import joined_row
from reader.marks.model import (
    HIGHLIGHT_COLOURS,
    LABEL_COLOURS,
    NAME_KINDS,
    WATCH_KINDS,
    YEARS,
    clean_name,
    clean_term,
    to_text,
)
from reader.marks.notes import clean
from reader.marks.store import MarkStore
from reader.marks.tables import TABLES, Column, Identity, Portable, Row, Rows, kept_versions
from reader.marks.troubles import explained

FORMAT = "daily-papers-marks"
VERSION = 1
MEMBER = "marks.json"

LARGEST = 256 * 1024 * 1024  # bytes of JSON; 10,000 papers with notes are about 100 MB
_DENSEST = 200  # bytes of JSON to a byte of the zip; real ones have 4 to 15
_PACKED = 3  # level 6 is 13 % smaller and takes 2.5 times as long
_LONGEST_TEXT = 8 * 1024 * 1024  # characters
_LONGEST_KEY = 4096


def write_zip(store: MarkStore, path: Path) -> None:
    """Write all marks to a zip. Raises ReaderError, and the file is then as it was."""
    state = store.portable()
    with (
        explained(path),
        whole_file(path) as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_PACKED) as archive,
        archive.open(MEMBER, "w", force_zip64=True) as member,
    ):
        for piece in _pieces(state):
            member.write(piece.encode())


def _pieces(state: Portable) -> Iterator[str]:
    """The document in pieces, a row a line, so that a person can read it and it is never whole in memory."""
    head = {"format": FORMAT, "version": VERSION, "made": to_text(datetime.now(UTC))}
    yield json.dumps(head)[:-1]
    for name in TABLES:
        yield f',\n"{name}": ['
        comma = ""
        for identity, row in sorted(state[name].items()):
            yield f"{comma}\n{json.dumps(_values(name, identity, row), ensure_ascii=False)}"
            comma = ","
        yield "]"
    yield "}\n"


def checked(state: Portable, path: Path) -> Portable:
    """The same marks, out of somebody's copy of a store, as strictly as if they came in a zip. Raises ReaderError."""
    return _read_document({name: [_values(name, *row) for row in state[name].items()] for name in TABLES}, path)


def read_zip(path: Path) -> Portable:
    """The marks in a zip that `write_zip` made. Raises ReaderError for any other file, saying what is wrong."""
    return _read_document(_read_json(_read_member(path), path), path)


def _values(name: str, identity: Identity, row: Row) -> dict[str, str | int | None]:
    columns = (column.name for column in (*TABLES[name].identity, *TABLES[name].rest))
    return dict(zip(columns, (*identity, *row), strict=True))


def _read_member(path: Path) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            info = archive.getinfo(MEMBER)
            dense = info.file_size > _DENSEST * max(info.compress_size, 4096)
            if info.file_size > LARGEST or dense:
                raise ReaderError(f"{path} claims to hold {info.file_size:,} bytes of marks: no file of ours does.")
            if info.flag_bits & 1:
                raise ReaderError(f"{path} is encrypted. Carry the file that the program made.")
            with archive.open(info) as member:
                return member.read(LARGEST + 1)[:LARGEST]
    except KeyError as error:
        raise ReaderError(f"{path} is a zip, but not one of ours: there is no {MEMBER} in it.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise ReaderError(f"{path} is no zip of marks, or was cut off on its way ({error}).") from error
    except OSError as error:
        raise ReaderError(f"{path} cannot be read: {reason_of(error)}.") from error


def _read_json(raw: bytes, path: Path) -> dict[str, Any]:
    try:
        document = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ReaderError(f"{MEMBER} in {path} is no JSON text ({str(error)[:200]}).") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ReaderError(f"{MEMBER} in {path} holds no marks of this program.")
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ReaderError(f"{MEMBER} in {path} does not say of which version it is.")
    if version > VERSION:
        raise ReaderError(f"{path} was written by a newer version of this program. Update this one, then try again.")
    return document


def _read_document(document: Mapping[str, Any], path: Path) -> Portable:
    found: dict[str, Rows] = {}
    for name, table in TABLES.items():
        rows = document.get(name, [])
        if not isinstance(rows, list):
            raise ReaderError(f"{path}: {name} is no list.")
        columns = (*table.identity, *table.rest)
        width = len(table.identity)
        read: Rows = {}
        for number, row in enumerate(rows):
            try:
                values = tuple(_checked(column, row) for column in columns)
            except (TypeError, ValueError, ReaderError) as error:
                raise ReaderError(f"{path}: {name}[{number}] is not as it should be ({error}).") from error
            identity = tuple(str(value) for value in values[:width])
            known = read.get(identity)
            read[identity] = values[width:] if known is None else joined_row(table, known, values[width:])
        found[name] = read
    found["note_versions"] = kept_versions(found["note_versions"], found["notes"])
    return found


def _checked(column: Column, row: object) -> str | int | None:
    """A row's value of a column, in the one form that the store has. Raises ValueError, TypeError and ReaderError."""
    if not isinstance(row, dict):
        raise TypeError("no object")
    value = row.get(column.name)
    if value is None and column.optional:
        return None
    if column.kind == "stamp" and not value:  # never set, or written by a version that did not know it
        return ""
    if column.kind in ("step", "flag"):
        most = 1 if column.kind == "flag" else 10_000
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise ValueError(f"{column.name} is no number from 0 to {most}")
        return value
    if not isinstance(value, str):
        raise TypeError(f"{column.name} is no text")
    if len(value) > _LONGEST_TEXT:
        raise ValueError(f"{column.name} is longer than {_LONGEST_TEXT:,} characters")
    return _TEXTS[column.kind](column.name, value)


def _text(name: str, value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"{name} has half a character in it") from error
    return value


def _key(name: str, value: str) -> str:
    if not value or len(value) > _LONGEST_KEY or "\x00" in value:
        raise ValueError(f"{name} is no key")
    return _text(name, value)


def _name(name: str, value: str) -> str:
    return clean_name(_text(name, value))


def _instant(name: str, value: str) -> str:
    instant = datetime.fromisoformat(value)
    if instant.tzinfo is None or instant.year not in YEARS:
        raise ValueError(f"{name} is no instant with a zone: {value[:40]!r}")
    return to_text(instant)


def _day(name: str, value: str) -> str:
    if len(value) != len("2026-11-21"):
        raise ValueError(f"{name} is no day: {value[:40]!r}")
    return date.fromisoformat(value).isoformat()


def _one_of(choices: tuple[str, ...]) -> Callable[[str, str], str]:
    def check(name: str, value: str) -> str:
        if value not in choices:
            raise ValueError(f"{name} is none of {', '.join(choices)}")
        return value

    return check


_TEXTS: Mapping[str, Callable[[str, str], str]] = {
    "text": _text,
    "note": lambda name, value: clean(_text(name, value)),
    "key": _key,
    "name": _name,
    "instant": _instant,
    "stamp": _instant,
    "day": _day,
    "watch": _one_of(WATCH_KINDS),
    "names": _one_of(NAME_KINDS),
    "term": lambda name, value: clean_term(_text(name, value)),
    "label colour": _one_of(LABEL_COLOURS),
    "highlight colour": _one_of(HIGHLIGHT_COLOURS),
}
