"""One generation of the index, open for reading: which documents have a term, and where.

In: the folder and the generation of Whoosh's table of contents. Out: `Found`, columns of all documents together. Keeps
away from queries. Whoosh's matchers are stepped through block by block and not document by document,
which is five to ten times as fast and reads the same files. For one thread at a time.
"""

import heapq
import pickle
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate, chain, islice
from pathlib import Path
from typing import Any
from zlib import crc32

from reader.posts.model import PaperKey
from reader.search import schema
from reader.search.columns import ABSENT, Columns, columns_of
from reader.search.found import Few, Found
from reader.search.lanes import Lanes, Mask, repeated
from reader.search.schema import TEXT
from reader.search.whoosh_quietly import TOC, FileStorage, SegmentReader, TermNotFound

_OFTEN_ENOUGH = 256  # documents between two looks whether a search is still wanted: some 0.3 ms

_CACHED = 7_000_000  # bytes of all cached terms together
_CACHED_A_DOCUMENT = 400  # and more in a large library: some sixty common terms
_RARE = 64  # a term in fewer than one of so many documents is kept document by document
_FREQUENCY = slice(5, 9)  # of what Whoosh says of a term: its number of documents
NAME = "MAIN"
CHECK = 4  # bytes behind each block: the CRC-32 of what is before, which Whoosh does not look at


class Cancelled(Exception):  # noqa: N818  # it is no error
    """The search is not wanted any more."""


class Unreadable(Exception):  # noqa: N818  # it says what is so
    """A file of the index is not what was written."""


@contextmanager
def _reading() -> Iterator[None]:
    try:
        yield
    except (OSError, Cancelled):
        raise
    except Exception as error:  # what is damaged ends anywhere; Whoosh itself raises bare Exceptions
        raise Unreadable(str(error)) from error


class Generation:
    """All segments of one commit as if they were one, deleted documents left out."""

    def __init__(self, folder: Path, number: int) -> None:
        storage = FileStorage(str(folder), supports_mmap=False)
        self._readers: list[Any] = []
        with _reading():
            contents = TOC.read(storage, NAME, gen=number, schema=schema.schema())
            for segment in contents.segments:
                self._readers.append(SegmentReader(storage, schema.schema(), segment, generation=number))
        self._bases = [0, *accumulate(r.doc_count_all() for r in self._readers)]
        self.cancelled: Callable[[], bool] | None = None  # of the search that is going on
        self.lanes = Lanes(self._bases[-1])
        self._alive: Mask | None = None
        self._several: Mask | None = None
        self._cache: dict[str, tuple[Found, int]] = {}
        self._cached = 0
        self._bound = max(_CACHED, _CACHED_A_DOCUMENT * self._bases[-1])
        self._passing: dict[Hashable, Found] = {}
        self._unpacked: list[Columns] = []
        self._columns: dict[str, array[int]] = {}
        self._texts: dict[tuple[int, str], tuple[bytes, Sequence[int], Sequence[int]]] = {}

    def close(self) -> None:
        self._texts.clear()
        for reader in self._readers:
            reader.close()
        self._readers = []

    def count(self) -> int:
        """How many documents there are."""
        return sum(reader.doc_count() for reader in self._readers)

    def segments(self) -> list[tuple[int, Any]]:
        """Whoosh's reader of each segment, and the number of its first document."""
        return list(zip(self._bases, self._readers, strict=False))

    def all(self) -> Mask:
        """Every document."""
        if self._alive is None:
            self._alive = self.lanes.ones
            if any(reader.has_deletions() for reader in self._readers):
                gone = (base + d for base, r in self.segments() for d in r.segment().deleted_docs())
                self._alive ^= self.lanes.mask(gone)
        return self._alive

    def several(self) -> Mask:
        """The documents whose paper has other documents as well."""
        if self._several is None:
            self._several = repeated(self.lanes, self.column("paper"))
        return self._several

    def docs(self, term: str) -> Found:
        """The documents with a term in title or sections; kept, so that typing on does not read it again."""
        return self.kept(term, lambda: self._found(term))

    def known(self, term: str) -> int:
        """In how many documents a term is."""
        if term in self._cache or any(reader.has_deletions() for reader in self._readers):
            return len(self.docs(term))
        with _reading():
            return sum(reader.doc_frequency("text", term.encode()) for reader in self._readers)

    def kept(self, name: str, find: "Callable[[], Found]") -> Found:
        """What was found by this name before, else now; what was not asked for the longest goes when it is too much."""
        known = self._cache.pop(name, None)
        if known is None:
            found = find()
            known = (found, self._weight(found))
            self._cached += known[1]
        self._cache[name] = known
        while self._cached > self._bound and len(self._cache) > 1:
            self._cached -= self._cache.pop(next(iter(self._cache)))[1]
        return known[0]

    def _weight(self, found: Found) -> int:
        """Bytes in memory, about."""
        few = 500 + 250 * len(found.few or ())
        return few if found.few is not None else few + 14 * self.lanes.count

    def meanwhile(self, what: Hashable, find: Callable[[], Found]) -> Found:
        """What was found for this before within one search, else now."""
        found = self._passing.get(what)
        if found is None:
            found = self._passing[what] = find()
        return found

    def release(self) -> None:
        """Let go of what was kept and unpacked for the search that is over."""
        self._passing.clear()
        for block in self._unpacked:
            block.release()
        self._unpacked.clear()

    def check(self) -> None:
        """Raise `Cancelled` when the search is not wanted any more."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled

    def watched(self, docs: Iterable[int]) -> Iterable[int]:
        """The same documents, with a `check` now and then."""
        if self.cancelled is None:
            return docs
        self.check()
        return self._checked(docs)

    def _checked(self, docs: Iterable[int]) -> Iterator[int]:
        rest = iter(docs)
        while part := list(islice(rest, _OFTEN_ENOUGH)):
            yield from part
            self.check()

    def having(self, field: str, value: str) -> Mask:
        """The documents whose `id`, `arxiv` or `tags` is or has this value."""
        return self.lanes.mask(self.where(field, value)) & self.all()

    def where(self, field: str, value: str) -> list[int]:
        """As `having`, by number; with those that are deleted."""
        found: list[int] = []
        for base, reader in self.segments():
            for ids, _ in blocks(reader, field, value.encode()):
                self.check()
                found += map(base.__add__, ids)
        return found

    def words(self, prefix: str) -> list[str]:
        """The terms of texts that begin with a prefix, in order."""
        found: set[str] = set()
        with _reading():
            for reader in self._readers:
                found.update(term.decode() for term in reader.expand_prefix("text", prefix))
        return sorted(found)

    def commonest(self, prefix: str, most: int) -> list[str]:
        """As `words`, of at most so many the commonest."""
        counts: Counter[bytes] = Counter()
        with _reading():
            for reader in self._readers:
                begin = reader._terms._keycoder(TEXT, prefix.encode())
                before = len(begin) - len(prefix.encode())
                for key, about in reader._terms._tindex.items_from(begin):
                    if not key.startswith(begin):
                        break
                    counts[key[before:]] += int.from_bytes(about[_FREQUENCY], "big")
        return [term.decode() for term in heapq.nlargest(most, sorted(counts), key=counts.__getitem__)]

    def column(self, name: str) -> "array[int]":
        """A numeric column of all documents: `paper`, `day` (ordinal, 0 unknown) or `number`."""
        if name not in self._columns:
            values = array("Q")
            with _reading():
                for reader in self._readers:
                    values.extend(_numbers(reader, name))
            self._columns[name] = values
        return self._columns[name]

    def key(self, doc: int) -> PaperKey:
        return PaperKey(self._text("key", doc))

    def name(self, doc: int) -> str:
        """The document's own id."""
        return self._text("name", doc)

    def _text(self, column: str, doc: int) -> str:
        segment = bisect_right(self._bases, doc) - 1
        with _reading():
            if (segment, column) not in self._texts:
                self._texts[segment, column] = _texts(self._readers[segment].column_reader(column, translate=False))
            texts, starts, lengths = self._texts[segment, column]
            at = doc - self._bases[segment]
            return texts[starts[at] : starts[at] + lengths[at]].decode()

    def _found(self, term: str) -> Found:
        parts: list[_Part] = []
        for base, reader in self.segments():
            for deltas, values in _raw_blocks(reader, TEXT, term.encode()):
                self.check()
                parts.append(_Part(base, deltas, _in_columns(deltas, values)))
        total = sum(len(part.deltas) for part in parts)

        lows = [part.base + part.block.low for part in parts]

        def keys(docs: Sequence[int]) -> Iterable[int]:
            found: list[Iterable[int]] = []
            end = 0
            for n, part in enumerate(parts):
                begin = bisect_left(docs, lows[n], end)
                end = bisect_left(docs, lows[n + 1], begin) if n + 1 < len(parts) else len(docs)
                if begin < end:
                    local = [doc - part.base for doc in docs[begin:end]] if part.base else docs[begin:end]
                    found.append(self._opened(part.block).keys(local, part.base, part.docs()))
            return found[0] if len(found) == 1 else chain.from_iterable(found)

        if total * _RARE < self.lanes.count:
            return Found(self.lanes, keys, few=self._few(parts))
        counts, slots, firsts = self._filled(parts)
        if self.all() != self.lanes.ones:
            counts, slots = self.lanes.only(counts, self.all()), self.lanes.only(slots, self.all())
        return Found(self.lanes, keys).set_lanes(counts, slots, lambda: self.lanes.wide(firsts))

    def _opened(self, block: Columns) -> Columns:
        if not block.is_open:
            self._unpacked.append(block)
        return block

    def _few(self, parts: "list[_Part]") -> Few:
        few: dict[int, tuple[int, int, int]] = {}
        for part in parts:
            block = part.block
            columns = zip(block.counts, block.slots, block.firsts, strict=True)
            if block.is_dense:
                few.update((part.base + block.low + n, values) for n, values in enumerate(columns) if values[0])
            else:
                few.update(zip(map(part.base.__add__, part.docs()), columns, strict=True))
        if self.all() == self.lanes.ones:
            return few
        alive = self.lanes.column(self.all())
        return {doc: values for doc, values in few.items() if alive[doc]}

    def _filled(self, parts: "list[_Part]") -> "tuple[int, int, array[int]]":
        """Columns of all documents: how often, in which slots, where first."""
        counts, slots = bytearray(self.lanes.count), bytearray(self.lanes.count)
        firsts = array("I", self.lanes.absent)
        for part in parts:
            block, base = part.block, part.base + part.block.low
            if block.is_dense:
                end = base + len(block.counts)
                counts[base:end], slots[base:end], firsts[base:end] = block.counts, block.slots, block.firsts
                continue
            for doc, count, bits, first in zip(
                map(part.base.__add__, part.docs()), block.counts, block.slots, block.firsts, strict=True
            ):
                counts[doc], slots[doc], firsts[doc] = count, bits, first
        if self.all() != self.lanes.ones:
            for doc in self.lanes.docs(self.lanes.ones ^ self.all()):
                firsts[doc] = ABSENT
        return int.from_bytes(counts, "little"), int.from_bytes(slots, "little"), firsts


class _Part:
    """A block of a term's postings, and where it lies among the documents of all segments."""

    def __init__(self, base: int, deltas: Sequence[int], block: Columns) -> None:
        self.base = base
        self.deltas = deltas
        self.block = block
        self._docs: array[int] | None = None

    def docs(self) -> "array[int]":
        """The documents, as the segment counts them."""
        if self._docs is None:
            self._docs = array("I", accumulate(self.deltas))
        return self._docs


def _in_columns(deltas: Sequence[int], values: Any) -> Columns:
    return values if isinstance(values, Columns) else columns_of(array("I", accumulate(deltas)), values)


def blocks(reader: Any, field: str, term: bytes) -> Iterator[tuple[list[int], Sequence[bytes]]]:
    """The blocks of a term's postings: document numbers and values."""
    for deltas, values in _raw_blocks(reader, field, term):
        ids = list(accumulate(deltas))
        yield ids, values if values is not None and len(values) == len(ids) else [b""] * len(ids)


def _raw_blocks(reader: Any, field: str, term: bytes) -> Iterator[tuple[Sequence[int], Any]]:
    """The blocks of a term's postings as they are written: steps from document to document, and values."""
    with _reading():
        try:
            matcher = reader._terms.matcher(field, term, reader.schema[field].format)
        except TermNotFound:
            return
        file = matcher._postfile
        while matcher.is_active():
            raw = file.get(matcher._dataoffset, matcher._nextoffset - matcher._dataoffset)
            if crc32(raw[:-CHECK]) != int.from_bytes(raw[-CHECK:], "little"):
                raise Unreadable(f"a block of {term!r} is not what was written")
            deltas, _, values = pickle.loads(raw)
            yield deltas, values
            matcher._next_block()


def _texts(column: Any) -> tuple[bytes, Sequence[int], Sequence[int]]:
    """A column of texts of one segment, read at once, with where each begins and how long it is."""
    starts, lengths = column._offsets, column._lengths
    total = starts[-1] + lengths[-1] if len(starts) else 0
    return column._dbfile.get(column._basepos, total), starts, lengths


def _numbers(reader: Any, name: str) -> list[int]:
    """A numeric column of one segment, read at once; its last documents may have the default and not be there."""
    column = reader.column_reader(name, translate=False)
    kind: str = column._typecode
    values = array(kind)
    values.frombytes(column._dbfile.get(column._basepos, column._count * values.itemsize))
    if sys.byteorder == "little":
        values.byteswap()
    return [*values, *[column._default] * (reader.doc_count_all() - len(values))]
