"""One segment of the index on disk: which postings a term has there, and the columns of its documents.

In: Whoosh's reader of the segment. Out: blocks of postings as `codec` wrote them. Whoosh's own way to a term's
postings takes a dozen short reads and as many objects; here it is two reads for the term and one for its postings, of
the same files (`whoosh.filedb.filetables.HashReader`, `whoosh.codec.whoosh3.W3TermInfo`).
"""

import pickle
import sys
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from struct import Struct
from typing import Any, NamedTuple
from zlib import crc32

from reader.search.store import phrases
from reader.search.store.posting_block import Steps, docs_of
from reader.search.store.vocabulary import SUFFIX, unpacked

CHECK = 4  # bytes behind each block: the CRC-32 of what is before, which Whoosh does not look at
ABOUT_PROTOCOL = 2  # of the pickle before each block, whose length is not written anywhere

_SLOT = Struct("!Iq")  # of the table of terms: a hash, and where the term is
_SLOTS = 8  # read at once
_LENGTHS = Struct("!ii")  # of a term and of what is said of it
_TERM = Struct("!BfIBBfIIqi")  # inlined, weight, documents, …, where the postings are, and how long
_LENGTH = Struct("!i")  # of a block, negative for the last
_MAGIC = b"W3Bl"


class Cancelled(Exception):  # noqa: N818  # it is no error
    """The search is not wanted any more."""


class Unreadable(Exception):  # noqa: N818  # it says what is so
    """A file of the index is not what was written."""


class Extent(NamedTuple):
    """How many documents of a segment have a term, and where its postings lie, in bytes."""

    documents: int
    start: int
    length: int


@contextmanager
def reading() -> Iterator[None]:
    """Take what goes wrong while a file is read for a damaged file."""
    try:
        yield
    except (OSError, Cancelled):
        raise
    except Exception as error:  # what is damaged ends anywhere; Whoosh itself raises bare Exceptions
        raise Unreadable(str(error)) from error


def extent(reader: Any, field: str, term: bytes) -> Extent | None:
    """Where the postings of a term are; None where no document has it."""
    with reading():
        terms = reader._terms
        index, key = terms._tindex, terms._keycoder(field, term)
        digest = index.hashfn(key)
        start, count = index.tables[digest & 0xFF]
        file = index.dbfile.file
        at, left = (digest >> 8) % count if count else 0, count
        while left > 0:
            many = min(_SLOTS, count - at)
            file.seek(start + at * _SLOT.size)
            for other, place in _SLOT.iter_unpack(file.read(many * _SLOT.size)):
                if not place:
                    return None
                if other == digest and (found := _extent_at(file, place, key)):
                    return found
            at, left = (at + many) % count, left - many
        return None


def _extent_at(file: Any, place: int, key: bytes) -> Extent | None:
    """What is said of a term at this place, if it is this term."""
    file.seek(place)
    raw = file.read(_LENGTHS.size + len(key) + _TERM.size)
    if _LENGTHS.unpack_from(raw)[0] != len(key) or not raw.startswith(key, _LENGTHS.size):
        return None
    _, _, documents, _, _, _, _, _, start, length = _TERM.unpack_from(raw, _LENGTHS.size + len(key))
    return Extent(documents, start, length)


def raw_blocks(reader: Any, field: str, term: bytes) -> Iterator[tuple[Steps, Any]]:
    """The blocks of a term's postings as they are written: steps from document to document, and values."""
    found = extent(reader, field, term)
    if found is None:
        return
    with reading():
        file = reader._terms._postfile.file
        file.seek(found.start)
        raw = memoryview(file.read(found.length))
        if raw[: len(_MAGIC)] != _MAGIC:
            raise Unreadable(f"the postings of {term!r} are not where they should be")
        end = len(_MAGIC)
        while end < found.length:
            begin = end + _LENGTH.size
            end = begin + abs(_LENGTH.unpack_from(raw, end)[0])
            begin += len(pickle.dumps(pickle.loads(raw[begin:end]), ABOUT_PROTOCOL))
            block = raw[begin : end - CHECK]
            if crc32(block) != int.from_bytes(raw[end - CHECK : end], "little"):
                raise Unreadable(f"a block of {term!r} is not what was written")
            deltas, _, values = pickle.loads(block)
            yield deltas, values


def blocks(reader: Any, field: str, term: bytes) -> Iterator[tuple[list[int], Sequence[bytes]]]:
    """The blocks of a term's postings: document numbers and values."""
    for deltas, values in raw_blocks(reader, field, term):
        ids = docs_of(deltas).tolist()
        yield ids, values if values is not None and len(values) == len(ids) else [b""] * len(ids)


def read_words(storage: Any, segment: Any) -> str:
    """The words of a segment, as `vocabulary.Vocabulary` takes them."""
    with reading():
        return unpacked(Path(storage.folder, f"{segment.segment_id()}{SUFFIX}").read_bytes())


def read_phrases(storage: Any, segment: Any) -> frozenset[str]:
    """The names of the phrases that were looked for in a segment."""
    with reading():
        return phrases.unpacked(Path(storage.folder, f"{segment.segment_id()}{phrases.SUFFIX}").read_bytes())


def texts(column: Any) -> tuple[bytes, Sequence[int], Sequence[int]]:
    """A column of texts, read at once, with where each begins and how long it is."""
    starts, lengths = array("I", column._offsets), column._lengths
    total = starts[-1] + lengths[-1] if starts else 0
    return column._dbfile.get(column._basepos, total), starts, lengths


def numbers(reader: Any, name: str) -> list[int]:
    """A numeric column, read at once; its last documents may have the default and not be there."""
    column = reader.column_reader(name, translate=False)
    kind: str = column._typecode
    values = array(kind)
    values.frombytes(column._dbfile.get(column._basepos, column._count * values.itemsize))
    if sys.byteorder == "little":
        values.byteswap()
    return [*values, *[column._default] * (reader.doc_count_all() - len(values))]
