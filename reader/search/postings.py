"""One generation of the index, open for reading: which documents have a term, and where.

In: the folder and the generation of Whoosh's table of contents. Out: dictionaries from document numbers to stored
positions. Keeps away from queries. Whoosh's matchers are stepped through block by block and not document by document,
which is five to ten times as fast and reads the same files. For one thread at a time.
"""

import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from reader.posts.model import PaperKey
from reader.search import schema
from reader.search.whoosh_quietly import TOC, FileStorage, SegmentReader, TermNotFound

Found = Mapping[int, bytes]
"""Documents, and the positions of a term in each as they are stored (`schema.decode`)."""

_OFTEN_ENOUGH = 256  # documents between two looks whether a search is still wanted: some 0.3 ms

_CACHED_POSTINGS = 110_000  # of all cached terms together: some 18 MB
NAME = "MAIN"


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
        self._cache: dict[str, Found] = {}
        self._cached = 0
        self._columns: dict[str, array[int]] = {}
        self._texts: dict[tuple[int, str], Any] = {}

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

    def all(self) -> set[int]:
        """Every document."""
        return {
            base + doc
            for base, reader in zip(self._bases, self._readers, strict=False)
            for doc in range(reader.doc_count_all())
            if not reader.is_deleted(doc)
        }

    def docs(self, term: str) -> Found:
        """The documents with a term in title or sections; kept, so that typing on does not read it again."""
        return self.kept(term, lambda: self._read("text", term))

    def kept(self, name: str, find: Callable[[], Found]) -> Found:
        """What was found by this name before, else now; the oldest go when there is too much."""
        found = self._cache.get(name)
        if found is None:
            found = self._cache[name] = find()
            self._cached += len(found) + 1
            while self._cached > _CACHED_POSTINGS and len(self._cache) > 1:
                self._cached -= len(self._cache.pop(next(iter(self._cache)))) + 1
        return found

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

    def having(self, field: str, value: str) -> set[int]:
        """The documents whose `id`, `arxiv` or `tags` is or has this value."""
        return set(self._read(field, value))

    def words(self, prefix: str) -> list[str]:
        """The terms of texts that begin with a prefix, in order."""
        found: set[str] = set()
        with _reading():
            for reader in self._readers:
                found.update(term.decode() for term in reader.expand_prefix("text", prefix))
        return sorted(found)

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
        segment = next(i for i, end in enumerate(self._bases[1:]) if doc < end)
        with _reading():
            if (segment, column) not in self._texts:
                self._texts[segment, column] = self._readers[segment].column_reader(column)
            value: bytes = self._texts[segment, column][doc - self._bases[segment]]
            return value.decode()

    def _read(self, field: str, term: str) -> dict[int, bytes]:
        found: dict[int, bytes] = {}
        for base, reader in zip(self._bases, self._readers, strict=False):
            for ids, values in blocks(reader, field, term.encode()):
                self.check()
                found.update(zip(map(base.__add__, ids) if base else ids, values, strict=True))
            if reader.has_deletions():
                for doc in reader.segment().deleted_docs():
                    found.pop(base + doc, None)
        return found


def united(founds: list[Found], watched: Callable[[Iterable[int]], Iterable[int]] = iter) -> Found:
    """Documents with any of these, positions united."""
    founds = sorted((f for f in founds if f), key=len, reverse=True)
    if len(founds) < 2:
        return founds[0] if founds else {}
    merged = dict(founds[0])
    several: dict[int, list[bytes]] = {}
    for found in founds[1:]:
        for doc in watched(merged.keys() & found.keys()):
            known = several.get(doc)
            if known is None:
                several[doc] = [merged[doc], found[doc]]
            else:
                known.append(found[doc])
        merged.update(found)
    for doc in watched(several):
        places = array("I")
        places.frombytes(b"".join(several[doc]))
        merged[doc] = array("I", sorted(set(places))).tobytes()
    return merged


def blocks(reader: Any, field: str, term: bytes) -> Iterator[tuple[list[int], Sequence[bytes]]]:
    """The blocks of a term's postings: document numbers and values."""
    with _reading():
        try:
            matcher = reader._terms.matcher(field, term, reader.schema[field].format)
        except TermNotFound:
            return
        while matcher.is_active():
            matcher._read_data()
            ids = list(accumulate(matcher._data[0]))
            values = matcher._data[2]
            yield ids, values if values is not None and len(values) == len(ids) else [b""] * len(ids)
            matcher._next_block()


def _numbers(reader: Any, name: str) -> list[int]:
    """A numeric column of one segment, read at once; its last documents may have the default and not be there."""
    column = reader.column_reader(name, translate=False)
    kind: str = column._typecode
    values = array(kind)
    values.frombytes(column._dbfile.get(column._basepos, column._count * values.itemsize))
    if sys.byteorder == "little":
        values.byteswap()
    return [*values, *[column._default] * (reader.doc_count_all() - len(values))]
