"""What a block of postings says of its documents, column by column and not document by document.

Pickled into the place where Whoosh keeps a list of values, and read by stock Whoosh as one: `block[i]` are the
positions in the i-th document. Our own search takes whole columns, which costs it no object a document.
"""

import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, repeat
from typing import Any

from reader.search.store.schema import OTHER, SLOT

ABSENT = 0x7F000000  # as a first position
MOST = 31  # times; more count as so many
_DENSE = 3  # a block is dense if at least every third document of its range has the term
_ALL_FROM = 3  # from one of so many documents of a block on, the positions of all are given
_LOWER = 0 if sys.byteorder == "little" else 1  # half of a 64-bit number that comes first
_NONE = array("I")
_WORTH_COMPRESSING = 256  # bytes
_LEVEL = 3
_IS_SHRUNK, _HAS_COUNTS, _IS_DENSE = 1, 2, 4  # bits of the first byte of `packed`
_BITS = [1 << min(slot, OTHER) for slot in range(1 << 16)]
_PLANES = (0, 1, 2, 3) if sys.byteorder == "little" else (3, 2, 1, 0)  # where the bytes of a number are, lowest first
_LOWEST = bytes((bits & -bits).bit_length() - 1 if bits else 0 for bits in range(256))  # slot of some slots
_LACKING = bytes(0 if count else ABSENT >> 24 for count in range(256))
_CAPPED = bytes(min(n, MOST) for n in range(256))


Begun = bytes | tuple[bytes, bytes]
"""First positions, as `_begun` makes them."""


class PostingBlock:
    """The postings of a block. Dense ones have an entry for every document of their range, 0 where there is none."""

    __slots__ = ("_begins", "_exact", "_places", "_positions", "begun", "counts", "low", "packed", "slots")

    def __init__(self, low: int, counts: bytes, slots: bytes, begun: "Begun", packed: bytes) -> None:
        self.low = low  # the first document
        self.counts = counts  # how often, up to MOST
        self.slots = slots  # a bit for each slot of the text the term is in
        self.begun = begun  # the first positions, as `_begun` makes them
        self.packed = packed  # every position; and how often, if more than MOST times anywhere
        self._exact: bytes | array[int] = b""  # how often, of each entry
        self._places = _NONE
        self._begins = _NONE  # of the positions of each document with the term, and the end of the last
        self._positions = _NONE

    def __reduce__(self) -> tuple[Any, ...]:
        return PostingBlock, (self.low, self.counts, self.slots, self.begun, self.packed)

    @property
    def firsts(self) -> "array[int]":
        """The first position in each document, ABSENT without one."""
        found = array("I")
        if isinstance(self.begun, bytes):
            found.frombytes(self.begun)
            return found
        lower, upper = self.begun
        raw = bytearray(4 * len(self.counts))
        raw[_PLANES[0] :: 4] = lower
        raw[_PLANES[1] :: 4] = upper if len(upper) == len(lower) else zlib.decompress(upper)
        raw[_PLANES[2] :: 4] = self.slots.translate(_LOWEST)
        raw[_PLANES[3] :: 4] = self.counts.translate(_LACKING)
        found.frombytes(raw)
        return found

    @property
    def is_dense(self) -> bool:
        """Whether there is an entry for documents without the term."""
        return bool(self.packed[0] & _IS_DENSE)

    @property
    def is_open(self) -> bool:
        """Whether its positions are unpacked."""
        return bool(self._places)

    def __len__(self) -> int:
        return len(self.counts) - self.counts.count(0)

    def __getitem__(self, at: int) -> bytes:
        """The positions in the document with this number within the block, as `schema.decode` reads them."""
        self._unpack()
        if not self._begins:
            self._begins = array("I", accumulate(filter(None, self._exact), initial=0))
        return self._places[self._begins[at] : self._begins[at + 1]].tobytes()

    def positions(self, docs: Sequence[int], ids: Sequence[int]) -> Sequence[int]:
        """Positions as `document << 32 | position`, those in `docs` among them; `ids` are the documents of the entries.

        Where `docs` are not few, that is every position of the block: leaving some out would take longer.
        """
        self._unpack()
        if len(docs) * _ALL_FROM >= len(self):
            if not self._positions:
                self._positions = _positions_of(ids, self._exact, self._places)
            return self._positions
        if self.is_dense:
            docs = docs[bisect_left(docs, ids[0]) : bisect_left(docs, ids[0] + len(ids))]
            entries = list(map((-ids[0]).__add__, docs))
        else:
            entries = [at for doc in docs if (at := bisect_left(ids, doc)) < len(ids) and ids[at] == doc]
            docs = list(map(ids.__getitem__, entries))
        exact, places = self._exact, self._places
        begins = accumulate(map(sum, map(exact.__getitem__, map(slice, [0, *entries], entries))))
        counts = map(exact.__getitem__, entries)
        return [
            doc << 32 | place
            for doc, begin, count in zip(docs, begins, counts, strict=True)
            for place in places[begin : begin + count]
        ]

    def release(self) -> None:
        """Let go of what can be unpacked again."""
        self._exact, self._places, self._begins, self._positions = b"", _NONE, _NONE, _NONE

    def _unpack(self) -> None:
        if self._places:
            return
        kind, packed = self.packed[0], self.packed[1:]
        raw = zlib.decompress(packed) if kind & _IS_SHRUNK else packed
        self._exact = self.counts
        if kind & _HAS_COUNTS:
            exact = array("I")
            exact.frombytes(raw[: 4 * len(self)])
            following = iter(exact)
            self._exact = array("I", [next(following) if count else 0 for count in self.counts])
            raw = raw[4 * len(self) :]
        self._places = array("I")
        self._places.frombytes(raw)


class DenseSteps:
    """From document to document of a dense block: its counts say it already."""

    __slots__ = ("counts", "low")

    def __init__(self, low: int, counts: bytes) -> None:
        self.low = low
        self.counts = counts

    def __reduce__(self) -> tuple[Any, ...]:
        return DenseSteps, (self.low, self.counts)

    def __len__(self) -> int:
        return len(self.counts) - self.counts.count(0)

    def __iter__(self) -> Iterator[int]:
        before = 0
        for doc in self.docs():
            yield doc - before
            before = doc

    def docs(self) -> Iterator[int]:
        """The documents themselves."""
        return compress(range(self.low, self.low + len(self.counts)), self.counts)


Steps = Sequence[int] | DenseSteps
"""From each document of a block to the next, the first from 0."""


def docs_of(steps: Steps) -> "array[int]":
    """The documents of a block, ascending."""
    return array("I", steps.docs() if isinstance(steps, DenseSteps) else accumulate(steps))


def _positions_of(docs: Iterable[int], counts: Iterable[int], places: "array[int]") -> "array[int]":
    """Documents and positions as the upper and lower half of 64-bit numbers."""
    halves = array("I", bytes(2 * len(places) * places.itemsize))
    halves[_LOWER::2] = places
    halves[1 - _LOWER :: 2] = array("I", chain.from_iterable(map(repeat, docs, counts)))
    positions = array("Q")
    positions.frombytes(halves.tobytes())
    return positions


def columns(docs: "array[int]", counts: "array[int]", places: "array[int]") -> PostingBlock:
    """A block of documents, ascending: how often each has the term, and all positions one document after the other."""
    firsts, slots = array("I"), bytearray()
    start = 0
    for count in counts:
        first, last = places[start], places[start + count - 1]
        firsts.append(first)
        low, high = first // SLOT, last // SLOT
        bits = _BITS[low] | _BITS[high]
        if high - low > 1:
            for place in places[start + 1 : start + count - 1]:
                bits |= _BITS[place // SLOT]
        slots.append(bits)
        start += count
    many = max(counts) > MOST
    raw = (counts.tobytes() if many else b"") + places.tobytes()
    shrunk = len(raw) > _WORTH_COMPRESSING
    low, span = docs[0], docs[-1] + 1 - docs[0]
    is_dense = len(docs) * _DENSE >= span
    kind = _IS_SHRUNK * shrunk | _HAS_COUNTS * many | _IS_DENSE * is_dense
    packed = bytes([kind]) + (zlib.compress(raw, _LEVEL) if shrunk else raw)
    capped = bytes(map(min, counts, [MOST] * len(counts))) if many else bytes(counts.tolist())
    if not is_dense:
        return PostingBlock(low, capped, bytes(slots), _begun(firsts, bytes(slots)), packed)
    dense = bytearray(span), bytearray(span), array("I", [ABSENT]) * span
    for doc, count, bits, first in zip(docs, capped, slots, firsts, strict=True):
        dense[0][doc - low], dense[1][doc - low], dense[2][doc - low] = count, bits, first
    return PostingBlock(low, bytes(dense[0]), bytes(dense[1]), _begun(dense[2], bytes(dense[1])), packed)


def _begun(firsts: "array[int]", slots: bytes) -> Begun:
    """First positions as two bytes each, the lower ones and the upper ones: the slot is the lowest of `slots`.

    The upper ones, which are much alike, are compressed. Where a text is so long that a slot is not enough, all four.
    """
    raw = firsts.tobytes()
    if raw[_PLANES[2] :: 4] != slots.translate(_LOWEST) or any(first > ABSENT for first in firsts):
        return raw
    lower, upper = raw[_PLANES[0] :: 4], raw[_PLANES[1] :: 4]
    shrunk = zlib.compress(upper, _LEVEL) if len(upper) > _WORTH_COMPRESSING else upper
    return lower, shrunk if len(shrunk) < len(upper) else upper


def block_of(docs: "array[int]", values: Sequence[bytes]) -> PostingBlock:
    """A small block as Whoosh keeps it, in columns."""
    places = array("I")
    places.frombytes(b"".join(values))
    return columns(docs, array("I", [len(value) // 4 for value in values]), places)
