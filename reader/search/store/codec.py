"""How postings are written: the same files stock Whoosh reads, made in a third of the time.

Whoosh keeps all postings of a segment as tuples, sorts them, and writes them one by one with checks. Here they are kept
by term from the start and written a block at a time, in columns (`columns`); what Whoosh would compress is compressed
where it is large, and a checksum stands behind each block. Segments that are merged are read term by term along with
them, so that memory holds one batch of documents and never the whole index.
"""

import heapq
import pickle
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, groupby, pairwise
from typing import Any, NamedTuple
from zlib import crc32

from reader.search.store.posting_block import DenseSteps, PostingBlock, Steps, columns
from reader.search.store.schema import PHRASES, TEXT
from reader.search.store.segment import ABOUT_PROTOCOL, CHECK, blocks
from reader.search.store.whoosh_import import W3Codec, W3FieldWriter, W3PostingsWriter

_BLOCK = 4096  # postings
_FEW = 8  # postings, which are not worth columns
_PROTOCOL = 4
_LENGTH_UNKNOWN = 0


class Term(NamedTuple):
    """A term and its documents, ascending."""

    field: str
    text: bytes
    docs: "array[int]"
    counts: "array[int]"  # how often in each; empty where that is not kept
    places: "array[int]"  # all positions, one document after the other


_Text = dict[str, tuple["array[int]", "array[int]", "array[int]"]]
"""Of each term documents, counts and places, as `Term` has them."""


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
        self._terms: dict[tuple[str, bytes], array[int]] = {}
        self._texts: dict[str, _Text] = {TEXT: {}, PHRASES: {}}
        self._merged: list[tuple[Any, int, Mapping[int, int] | None]] = []

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        """One posting of a field without positions; documents of a term come in ascending order."""
        field, term, doc, _, _ = posting
        self._terms.setdefault((field, term), array("I")).append(doc)

    def add_text(self, field: str, doc: int, positions: Mapping[str, list[int]]) -> None:
        """All terms of a document's text: what `add` does for one posting, without the way through Whoosh."""
        texts = self._texts[field]
        for term, places in positions.items():
            known = texts.get(term)
            if known is None:
                known = texts[term] = (array("I"), array("I"), array("I"))
            known[0].append(doc)
            known[1].append(len(places))
            known[2].fromlist(places)

    def merge(self, reader: Any, start: int, moved: Mapping[int, int] | None) -> None:
        """All postings of a segment, its documents numbered from `start`, or as `moved` says where some are deleted."""
        self._merged.append((reader, start, moved))

    def iter_postings(self) -> Iterator[Term]:
        """Every term in order, from the documents and then from the segments in the order they were given."""
        none = array("I")
        fields = (Term(field, term, self._terms[field, term], none, none) for field, term in sorted(self._terms))
        texts = (_terms_in(field, text) for field, text in self._texts.items())
        sources = [fields, *texts, *(_terms_of(*merged) for merged in self._merged)]
        for (field, text), same in groupby(heapq.merge(*sources, key=_place), key=_place):
            term = Term(field, text, array("I"), array("I"), array("I"))
            for part in same:
                term.docs.extend(part.docs)
                term.counts.extend(part.counts)
                term.places.extend(part.places)
            if term.docs:
                yield term

    def cleanup(self) -> None:
        """Let go of everything."""
        self._terms.clear()
        for text in self._texts.values():
            text.clear()
        for reader, _, _ in self._merged:
            reader.close()
        self._merged.clear()


class _Fields(W3FieldWriter):  # type: ignore[misc]  # Whoosh is untyped
    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Term]) -> None:  # noqa: ARG002  # Whoosh's
        for field, terms in groupby(items, key=lambda term: term.field):
            self.start_field(field, schema[field])
            for term in terms:
                self.start_term(term.text)
                self._postwriter.add_all(term)
                self.finish_term()
            self.finish_field()


class _Postings(W3PostingsWriter):  # type: ignore[misc]  # Whoosh is untyped
    def add_all(self, term: Term) -> None:
        """All postings of a term; the last block is left for `finish_postings`."""
        before = 0  # positions
        for start in range(0, len(term.docs), self._blocklimit):
            if start:
                self._write_block()
            self._ids = term.docs[start : start + self._blocklimit]
            self._weights = array("f", [1.0]) * len(self._ids)
            self._maxweight = 1.0
            self._counts = term.counts[start : start + self._blocklimit]
            after = before + sum(self._counts)
            self._places = term.places[before:after]
            before = after

    def _write_block(self, last: bool = False) -> None:
        """A block: its length, negative for the last; a pickled description; the pickled postings and their check."""
        if not self._blockcount:
            self._postfile.write(b"W3Bl")
        self._terminfo.add_block(self)
        ids = self._ids.tolist()
        values = self._columns()
        postings = pickle.dumps((_steps(ids, values), None, values), _PROTOCOL)
        postings += crc32(postings).to_bytes(CHECK, "little")
        about = pickle.dumps((len(ids), ids[-1], 1.0, 0, _LENGTH_UNKNOWN, _LENGTH_UNKNOWN), ABOUT_PROTOCOL)
        length = len(about) + len(postings)
        self._postfile.write_int(-length if last else length)
        self._postfile.write(about)
        self._postfile.write(postings)
        self._blockcount += 1
        self._new_block()

    def _columns(self) -> PostingBlock | tuple[bytes, ...] | None:
        if not self._counts:
            return None
        if len(self._ids) >= _FEW:
            return columns(self._ids, self._counts, self._places)
        ends = accumulate(self._counts)
        return tuple(self._places[end - n : end].tobytes() for n, end in zip(self._counts, ends, strict=True))


def _steps(ids: list[int], columns: PostingBlock | tuple[bytes, ...] | None) -> Steps:
    """From document to document, a byte each where that is enough, and nothing where the columns say it."""
    if isinstance(columns, PostingBlock) and columns.is_dense:
        return DenseSteps(columns.low, columns.counts)
    steps = [ids[0], *(b - a for a, b in pairwise(ids))]
    if len(ids) < _FEW:
        return tuple(steps)
    most = max(steps)
    return bytes(steps) if most < 1 << 8 else array("H" if most < 1 << 16 else "I", steps)


def _terms_in(field: str, text: _Text) -> Iterator[Term]:
    """The terms of a field that was added, in order."""
    return (Term(field, term.encode(), *text[term]) for term in sorted(text))


def _terms_of(reader: Any, start: int, moved: Mapping[int, int] | None) -> Iterator[Term]:
    """The terms of a segment that is merged, without its deleted documents."""
    for field, text in reader.all_terms():
        term = Term(field, text, array("I"), array("I"), array("I"))
        for ids, values in blocks(reader, field, text):
            for doc, value in zip(ids, values, strict=True):
                if moved is None or doc in moved:
                    term.docs.append(start + doc if moved is None else moved[doc])
                    if value:
                        term.counts.append(len(value) // 4)
                        term.places.frombytes(value)
        yield term


def _place(term: Term) -> tuple[str, bytes]:
    return term.field, term.text
