"""What a document is in the index: its terms and columns, as Whoosh keeps them.

One field `text` has title and sections; which section a position belongs to is told by its slot, 65,536 positions
wide: 0 the title, 1–5 the five sections, 6 and all above the rest. Texts are not stored. Positions are kept as plain
32-bit numbers, which costs some bytes and saves unpickling every one of them.
"""

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from struct import Struct
from typing import Any

from reader.posts.model import PaperKey, SectionKind
from reader.search.analysis.fold import fold
from reader.search.analysis.tokenizer import chunk_terms, chunks, width
from reader.search.model import Document
from reader.search.store.whoosh_import import columns, fields, formats

VERSION = 6  # of fields and formats; another one and the index is built anew
TEXT = "text"  # the field
PHRASES = "phrases"  # the field of what `phrases` finds in it
SLOT = 1 << 16
TITLE = 0
OTHER = 6
KINDS = tuple(SectionKind)  # the slot of a kind is its place here, plus one
_DAY_UNKNOWN = 0
_APART = 16  # positions between two sections of one kind: no phrase runs over both


class Positions(formats.Positions):  # type: ignore[misc]  # Whoosh is untyped
    """Positions as an array of native 32-bit numbers, ascending."""

    def encode(self, positions: Sequence[int]) -> bytes:
        return array("I", positions).tobytes()

    def decode_positions(self, value: bytes) -> list[int]:
        return decode(value).tolist()

    def decode_frequency(self, value: bytes) -> int:
        return len(value) // 4


class Text(fields.FieldType):  # type: ignore[misc]  # Whoosh is untyped
    """Title and sections: takes (slot, text) pairs."""

    def __init__(self) -> None:
        super().__init__(Positions(), None)

    def index(self, value: Sequence[tuple[int, str]], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        for term, places in term_positions(value).items():
            yield term.encode(), len(places), 1.0, array("I", places).tobytes()


class Words(fields.FieldType):  # type: ignore[misc]  # Whoosh is untyped
    """Whole values, looked up exactly: takes strings."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None)

    def index(self, value: Sequence[str], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        for word in dict.fromkeys(value):
            yield word.encode(), 1, 1.0, b""


@lru_cache(maxsize=1)
def schema() -> Any:
    """The fields of a document: see `row`."""
    return fields.Schema(
        text=Text(),
        phrases=Text(),
        id=Words(),
        arxiv=Words(),
        tags=Words(),
        name=fields.COLUMN(columns.VarBytesColumn()),
        key=fields.COLUMN(columns.VarBytesColumn()),
        paper=fields.COLUMN(columns.NumericColumn("Q")),
        day=fields.COLUMN(columns.NumericColumn("I")),
        title=fields.COLUMN(columns.VarBytesColumn()),
        number=fields.COLUMN(columns.NumericColumn("I")),
    )


def row(document: Document) -> dict[str, Any]:
    """A document as the fields of `schema`."""
    return {
        "text": [(TITLE, document.title), *((KINDS.index(k) + 1, text) for k, text in document.sections)],
        "id": [document.id],
        "arxiv": [document.arxiv_id] if document.arxiv_id else [],
        "tags": [fold(tag) for tag in document.tags],
        "name": document.id.encode(),
        "key": document.key.encode(),
        "paper": paper_number(document.key),
        "title": squeezed(document.title).encode(),
        "day": document.day.toordinal() if document.day else _DAY_UNKNOWN,
        "number": document.number,
    }


def slot_of(kind: SectionKind | None) -> int:
    """The slot of a section, or of the title."""
    return TITLE if kind is None else KINDS.index(kind) + 1


def squeezed(title: str) -> str:
    """A title in its letters and digits alone: 3D-RE-GEN → 3dregen, so that however it is parted it is the same."""
    return "".join(filter(str.isalnum, fold(title)))


def paper_number(key: PaperKey) -> int:
    """A paper as a 64-bit number: papers are told apart by it without reading their keys."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest()) or 1


def term_positions(parts: Sequence[tuple[int, str]], words: set[str] | None = None) -> dict[str, list[int]]:
    """The positions of every term of a document, ascending; a section longer than its slot runs on in the last one.

    `words` gets the words as they are written.
    """
    written = set() if words is None else words
    found: dict[str, list[int]] = {}
    free: dict[int, int] = {}
    overflown = any(slot > after for (slot, _), (after, _) in pairwise(parts))  # or not in the order of the slots
    for slot, text in parts:
        beyond = (slot + 1) * SLOT if slot < OTHER else 1 << 31
        end = start = free.get(slot, slot * SLOT)
        for chunk, position in chunks(text, start):
            written.add(chunk)
            shift = 0 if position < beyond else (OTHER - slot) * SLOT
            for term, offset in chunk_terms(chunk):
                places = found.get(term)
                if places is None:
                    found[term] = [position + offset + shift]
                else:
                    places.append(position + offset + shift)
            end = position + width(chunk)
        free[slot] = end + _APART
        overflown = overflown or end > beyond
    if overflown:
        for places in found.values():
            places.sort()
    return found


first_position = Struct("I").unpack_from  # of positions as they are stored


def decode(value: bytes) -> "array[int]":
    """Positions as they are stored, ascending."""
    places = array("I")
    places.frombytes(value)
    return places
