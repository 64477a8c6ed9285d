"""How postings are written: the same files stock Whoosh reads, made in a third of the time.

Whoosh keeps all postings of a segment as tuples, sorts them, and writes them one by one with checks. Here they are kept
by term from the start and written a block at a time; small blocks are not compressed; and values are pickled with
protocol 4, because protocol 2 writes bytes as text. Segments that are merged are read term by term along with them, so
that memory holds one batch of documents and never the whole index.
"""

import heapq
import pickle
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from reader.search.postings import blocks
from reader.search.schema import TEXT
from reader.search.whoosh_quietly import W3Codec, W3FieldWriter, W3PostingsWriter

_BLOCK = 512  # postings
_WORTH_COMPRESSING = 256  # bytes
_PROTOCOL = 4
_LENGTH_UNKNOWN = 0

Term = tuple[str, bytes, "array[int]", list[bytes]]
"""Field, term, its documents ascending, and the value in each."""


class Codec(W3Codec):  # type: ignore[misc]  # Whoosh is untyped
    """Whoosh's codec with these writers; what it writes is read with Whoosh's own."""

    length_stats = False

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> "_Postings":
        return _Postings(dbfile, _BLOCK, byteids)

    def field_writer(self, storage: Any, segment: Any) -> "_Fields":
        return _Fields(self, storage, segment)


class Pool:
    """The postings of the documents that were added, and those of segments to be merged with them."""

    def __init__(self) -> None:
        self._terms: dict[tuple[str, bytes], tuple[array[int], list[bytes]]] = {}
        self._texts: dict[str, tuple[array[int], list[bytes]]] = {}  # of the field TEXT
        self._merged: list[tuple[Any, int, Mapping[int, int] | None]] = []

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        """One posting; documents of a term come in ascending order."""
        field, term, doc, _, value = posting
        known = self._terms.get((field, term))
        if known is None:
            known = self._terms[field, term] = (array("I"), [])
        known[0].append(doc)
        known[1].append(value)

    def add_text(self, doc: int, positions: Mapping[str, list[int]]) -> None:
        """All terms of a document's text: what `add` does for one posting, without the way through Whoosh."""
        texts = self._texts
        for term, places in positions.items():
            known = texts.get(term)
            if known is None:
                known = texts[term] = (array("I"), [])
            known[0].append(doc)
            known[1].append(array("I", places).tobytes())

    def merge(self, reader: Any, start: int, moved: Mapping[int, int] | None) -> None:
        """All postings of a segment, its documents numbered from `start`, or as `moved` says where some are deleted."""
        self._merged.append((reader, start, moved))

    def iter_postings(self) -> Iterator[Term]:
        """Every term in order, from the documents and then from the segments in the order they were given."""
        fields = ((field, term, *self._terms[field, term]) for field, term in sorted(self._terms))
        texts = ((TEXT, term.encode(), *self._texts[term]) for term in sorted(self._texts))
        sources = [fields, texts, *(_terms_of(*merged) for merged in self._merged)]
        for (field, term), same in groupby(heapq.merge(*sources, key=_place), key=_place):
            docs, values = array("I"), []
            for _, _, more, their in same:
                docs.extend(more)
                values += their
            if docs:
                yield field, term, docs, values

    def cleanup(self) -> None:
        """Let go of everything."""
        self._terms.clear()
        self._texts.clear()
        for reader, _, _ in self._merged:
            reader.close()
        self._merged.clear()


class _Fields(W3FieldWriter):  # type: ignore[misc]  # Whoosh is untyped
    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Term]) -> None:  # noqa: ARG002  # Whoosh's
        for field, terms in groupby(items, key=lambda term: term[0]):
            self.start_field(field, schema[field])
            for _, term, docs, values in terms:
                self.start_term(term)
                self._postwriter.add_all(docs, values)
                self.finish_term()
            self.finish_field()


class _Postings(W3PostingsWriter):  # type: ignore[misc]  # Whoosh is untyped
    def add_all(self, docs: "array[int]", values: Sequence[bytes]) -> None:
        """All postings of a term; the last block is left for `finish_postings`."""
        for start in range(0, len(docs), self._blocklimit):
            if start:
                self._write_block()
            self._ids = docs[start : start + self._blocklimit]
            self._weights = array("f", [1.0]) * len(self._ids)
            self._values = values[start : start + self._blocklimit]
            self._maxweight = 1.0

    def _write_block(self, last: bool = False) -> None:
        """A block: its length, negative for the last, a pickled description, and the pickled postings."""
        if not self._blockcount:
            self._postfile.write(b"W3Bl")
        self._terminfo.add_block(self)
        ids = self._ids.tolist()
        deltas = (ids[0], *(b - a for a, b in pairwise(ids)))
        postings = pickle.dumps((deltas, None, self._mini_values()), _PROTOCOL)
        level = self._compression if len(postings) > _WORTH_COMPRESSING else 0
        if level:
            postings = zlib.compress(postings, level)
        about = pickle.dumps((len(ids), ids[-1], 1.0, level, _LENGTH_UNKNOWN, _LENGTH_UNKNOWN), 2)
        length = len(about) + len(postings)
        self._postfile.write_int(-length if last else length)
        self._postfile.write(about)
        self._postfile.write(postings)
        self._blockcount += 1
        self._new_block()


def _terms_of(reader: Any, start: int, moved: Mapping[int, int] | None) -> Iterator[Term]:
    for field, term in reader.all_terms():
        docs, values = array("I"), []
        for ids, their in blocks(reader, field, term):
            for doc, value in zip(ids, their, strict=True):
                if moved is None or doc in moved:
                    docs.append(start + doc if moved is None else moved[doc])
                    values.append(value)
        yield field, term, docs, values


def _place(term: Term) -> tuple[str, bytes]:
    return term[0], term[1]
