"""One generation of the index, open for reading: which documents have a term, and where.

In: the folder and the generation of Whoosh's table of contents. Out: `PostingList`, columns of all documents
together. Keeps away from queries. Whoosh's matchers are stepped through block by block and not document by document,
which is five to ten times as fast and reads the same files. For one thread at a time.
"""

import heapq
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import accumulate, islice
from pathlib import Path
from typing import Any, TypeVar

from reader.posts.model import PaperKey
from reader.search.store import schema
from reader.search.store.lanes import Lanes, Mask, repeated
from reader.search.store.posting_block import PostingBlock, block_of, docs_of
from reader.search.store.postings import PostingList
from reader.search.store.schema import PHRASES, TEXT
from reader.search.store.segment import (
    Cancelled,
    blocks,
    extent,
    numbers,
    raw_blocks,
    read_phrases,
    read_words,
    reading,
    texts,
)
from reader.search.store.segment_postings import Part, SegmentPostings
from reader.search.store.term_cache import TermCache
from reader.search.store.vocabulary import Vocabulary
from reader.search.store.whoosh_import import TOC, FileStorage, SegmentReader

_T = TypeVar("_T")

_ASCII = bytes(range(128))
_OFTEN_ENOUGH = 256  # documents between two looks whether a search is still wanted: some 0.3 ms

_RARE = 64  # a term in fewer than one of so many documents is kept document by document
_FREQUENCY = slice(5, 9)  # of what Whoosh says of a term: its number of documents
NAME = "MAIN"


class Generation:
    """All segments of one commit as if they were one, deleted documents left out."""

    def __init__(self, folder: Path, number: int) -> None:
        self._storage = storage = FileStorage(str(folder), supports_mmap=False)
        self._readers: list[Any] = []
        with reading():
            contents = TOC.read(storage, NAME, gen=number, schema=schema.schema())
            for segment in contents.segments:
                self._readers.append(SegmentReader(storage, schema.schema(), segment, generation=number))
        self._bases = [0, *accumulate(r.doc_count_all() for r in self._readers)]
        self.cancelled: Callable[[], bool] | None = None  # of the search that is going on
        self.lanes = Lanes(self._bases[-1])
        self._alive: Mask | None = None
        self._several: Mask | None = None
        self._cache = TermCache(self._bases[-1])
        self._passing: dict[Hashable, Any] = {}
        self._unpacked: list[PostingBlock] = []
        self._columns: dict[str, array[int]] = {}
        self._texts: dict[tuple[int, str], tuple[bytes, Sequence[int], Sequence[int]]] = {}

    def close(self) -> None:
        """Close the files and let go of all that was read: much of it leads back here, and would wait for the collector
        while the next generation is read as well.
        """
        self.release()
        for kept in (self._texts, self._cache, self._columns):
            kept.clear()
        for name in ("vocabulary", "phrases", "_title_characters", "days"):
            vars(self).pop(name, None)  # kept by a cached property
        for reader in self._readers:
            reader.close()
        self._readers = []

    def count(self) -> int:
        """How many documents there are."""
        return sum(reader.doc_count() for reader in self._readers)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words as they are written."""
        return Vocabulary([read_words(self._storage, reader.segment()) for reader in self._readers], self.check)

    @cached_property
    def phrases(self) -> frozenset[str]:
        """The names of the phrases whose places are written down, whether they are anywhere or not."""
        known = [read_phrases(self._storage, reader.segment()) for reader in self._readers]
        return frozenset.intersection(*known) if known else frozenset()

    @cached_property
    def _title_characters(self) -> frozenset[str]:
        """What titles are written in besides ASCII: few have Hangul, and most parts of a Korean query are in none."""
        raws = (self._text_column(n, "title")[0] for n in range(len(self._readers)))
        return frozenset().union(*(raw.translate(None, _ASCII).decode() for raw in raws))

    def titled(self, part: str) -> list[int]:
        """The documents with this part in their squeezed title, ascending; with those that are deleted."""
        return list(self._titled(part))

    def titled_seldom(self, part: str, most: int) -> list[int] | None:
        """As `titled`; None where it is in more titles than so many."""
        found = list(islice(self._titled(part), most + 1))
        return found if len(found) <= most else None

    def _titled(self, part: str) -> Iterator[int]:
        if not part or not (part.isascii() or self._title_characters.issuperset(part)):
            return
        wanted = part.encode()
        for n, base in enumerate(self._bases[:-1]):
            raw, starts, lengths = self._text_column(n, "title")
            at = raw.find(wanted)
            while at >= 0:
                doc = bisect_right(starts, at) - 1
                end = starts[doc] + lengths[doc]
                if at + len(wanted) <= end:
                    yield base + doc
                    at = raw.find(wanted, end)
                else:
                    at = raw.find(wanted, at + 1)

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

    def docs(self, term: str) -> PostingList:
        """The documents with a term in title or sections; kept, so that typing on does not read it again."""
        return self.kept(term, lambda: self._found(term))

    def phrase(self, name: str) -> PostingList:
        """As `docs`, of one of `phrases`: where it begins."""
        return self.kept(f"{PHRASES} {name}", lambda: self._found(name, PHRASES))

    def known(self, term: str) -> int:
        """In how many documents a term is."""
        if term in self._cache or any(reader.has_deletions() for reader in self._readers):
            return len(self.docs(term))
        with reading():
            founds = [extent(reader, TEXT, term.encode()) for reader in self._readers]
            return sum(found.documents for found in founds if found)

    def kept(self, name: str, find: Callable[[], PostingList]) -> PostingList:
        """What was found by this name before, else now. Raises `Cancelled`."""
        self.check()
        return self._cache.get(name, find)

    @contextmanager
    def in_passing(self) -> Iterator[None]:
        """What is read within is let go behind it: for words that nobody typed."""
        with self._cache.in_passing():
            try:
                yield
            finally:
                self.release()

    def meanwhile(self, what: Hashable, find: Callable[[], _T]) -> _T:
        """What was found for this before within one search, else now. Raises `Cancelled`."""
        self.check()
        if what not in self._passing:
            self._passing[what] = find()
        found: _T = self._passing[what]
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
        with reading():
            for reader in self._readers:
                found.update(term.decode() for term in reader.expand_prefix("text", prefix))
        return sorted(found)

    def is_ordinary(self, term: str) -> bool:
        """Whether a Latin term is written in small letters anywhere, and so no name."""
        return self.vocabulary.count(term) > 0 or self.vocabulary.count(f"{term}s") > 0

    def commonest(self, prefix: str, most: int) -> list[str]:
        """As `words`, of at most so many the commonest."""
        counts: Counter[bytes] = Counter()
        with reading():
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
            with reading():
                for reader in self._readers:
                    values.extend(numbers(reader, name))
            self._columns[name] = values
        return self._columns[name]

    @cached_property
    def days(self) -> Sequence[int]:
        """The days that have documents, as ordinals, ascending."""
        return sorted(set(self.column("day")) - {0})

    def key(self, doc: int) -> PaperKey:
        return PaperKey(self._text("key", doc))

    def name(self, doc: int) -> str:
        """The document's own id."""
        return self._text("name", doc)

    def _text(self, column: str, doc: int) -> str:
        segment = bisect_right(self._bases, doc) - 1
        raw, starts, lengths = self._text_column(segment, column)
        with reading():
            at = doc - self._bases[segment]
            return raw[starts[at] : starts[at] + lengths[at]].decode()

    def _text_column(self, segment: int, column: str) -> tuple[bytes, Sequence[int], Sequence[int]]:
        if (segment, column) not in self._texts:
            with reading():
                self._texts[segment, column] = texts(self._readers[segment].column_reader(column, translate=False))
        return self._texts[segment, column]

    def _found(self, term: str, field: str = TEXT) -> PostingList:
        parts: list[Part] = []
        for base, reader in self.segments():
            for steps, values in raw_blocks(reader, field, term.encode()):
                self.check()
                block = values if isinstance(values, PostingBlock) else block_of(docs_of(steps), values)
                parts.append(Part(base, steps, block))
        postings = SegmentPostings(self.lanes, self.all(), parts, self._unpacked, self.check)
        if len(postings) * _RARE < self.lanes.count:
            return PostingList(self.lanes, postings.positions, few=postings.few())
        return PostingList(self.lanes, postings.positions).set_lanes(postings.counts, postings.slots, postings.firsts)
