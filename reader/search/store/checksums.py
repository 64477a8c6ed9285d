"""What the index says of each document, as one number: to be compared with what it ought to say.

The number of a document is the sum of a checksum of each of its terms with their positions, and of its columns. So it
can be made from the index term by term, and from a `Document` by analysing it anew.
"""

from zlib import crc32

from reader.search.model import Document
from reader.search.store.generation import Generation
from reader.search.store.schema import PHRASES, row, schema
from reader.search.store.segment import blocks

_COLUMNS = ("key", "day", "number")


def checksum(document: Document) -> int:
    """The number of a document as it ought to be."""
    values = row(document)
    total = _columns([values[name] for name in _COLUMNS])
    for name, field in schema().items():
        if field.indexed and name in values:
            for term, _, _, value in field.index(values[name]):
                total += crc32(value, crc32(term, crc32(name.encode())))
    return total


def checksums(generation: Generation) -> dict[str, int]:
    """The number of every document there is, by its id."""
    totals: dict[int, int] = {}
    for base, reader in generation.segments():
        for name, term in reader.all_terms():
            if name == PHRASES:
                continue  # made of the terms of the text
            begun = crc32(term, crc32(name.encode()))
            for ids, values in blocks(reader, name, term):
                for doc, value in zip(ids, values, strict=True):
                    totals[base + doc] = totals.get(base + doc, 0) + crc32(value or b"", begun)
    days, numbers = generation.column("day"), generation.column("number")
    return {
        generation.name(doc): totals.get(doc, 0) + _columns([generation.key(doc).encode(), days[doc], numbers[doc]])
        for doc in generation.lanes.docs(generation.all())
    }


def _columns(values: list[object]) -> int:
    return crc32(repr(values).encode())
