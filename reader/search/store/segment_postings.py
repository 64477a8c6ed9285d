"""The postings of one term in all segments, read as blocks and put into lanes when they are asked for.

In: blocks of columns, and where each lies among the documents of all segments. Out: what `PostingList` asks for.
"""

from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from reader.search.store.lanes import Lanes, Mask
from reader.search.store.posting_block import ABSENT, PostingBlock, Steps, docs_of
from reader.search.store.postings import Few


class Part:
    """A block, and the number of its segment's first document."""

    def __init__(self, base: int, steps: Steps, block: PostingBlock) -> None:
        self.base = base
        self.steps = steps
        self.block = block
        self._docs: Sequence[int] | None = None

    @property
    def low(self) -> int:
        """Its first document."""
        return self.base + self.block.low

    @property
    def docs(self) -> Sequence[int]:
        """The documents of its entries, ascending."""
        if self.block.is_dense:
            return range(self.low, self.low + len(self.block.counts))
        if self._docs is None:
            self._docs = array("I", map(self.base.__add__, docs_of(self.steps)))
        return self._docs

    def fill(self, whole: "bytearray | array[int]", column: "bytes | array[int]") -> None:
        """Put a column of the block where its documents are among all."""
        if self.block.is_dense:
            whole[self.low : self.low + len(column)] = column  # type: ignore[assignment]  # both are of one kind
            return
        deque(map(whole.__setitem__, self.docs, column), 0)  # a loop without a step in Python


class SegmentPostings:
    """All postings of a term. `opened` gets the blocks that were unpacked, `check` is called between blocks."""

    def __init__(
        self, lanes: Lanes, alive: Mask, parts: list[Part], opened: list[PostingBlock], check: Callable[[], None]
    ) -> None:
        self._lanes = lanes
        self._alive = alive
        self._parts = parts
        self._lows = [part.low for part in parts]
        self._opened = opened
        self._check = check

    def __len__(self) -> int:
        """How many documents, with those that are deleted."""
        return sum(len(part.steps) for part in self._parts)

    def positions(self, docs: Sequence[int]) -> Iterable[int]:
        """As `postings.Positions`."""
        found: list[Sequence[int]] = []
        end = 0
        for n, part in enumerate(self._parts):
            begin = bisect_left(docs, self._lows[n], end)
            end = bisect_left(docs, self._lows[n + 1], begin) if n + 1 < len(self._parts) else len(docs)
            if begin < end:
                self._check()
                if not part.block.is_open:
                    self._opened.append(part.block)
                found.append(part.block.positions(docs[begin:end], part.docs))
        return found[0] if len(found) == 1 else chain.from_iterable(found)

    def few(self) -> Few:
        """Of every document how often, in which slots and where first."""
        few: dict[int, tuple[int, int, int]] = {}
        for part in self._parts:
            block = part.block
            columns = zip(block.counts, block.slots, block.firsts, strict=True)
            few.update((doc, values) for doc, values in zip(part.docs, columns, strict=True) if values[0])
        if self._alive == self._lanes.ones:
            return few
        alive = self._lanes.column(self._alive)
        return {doc: values for doc, values in few.items() if alive[doc]}

    def counts(self) -> int:
        """How often, as lanes."""
        return self._in_lanes([part.block.counts for part in self._parts])

    def slots(self) -> int:
        """In which slots, as lanes."""
        return self._in_lanes([part.block.slots for part in self._parts])

    def firsts(self) -> int:
        """Where first, as lanes of 32 bits."""
        column = array("I", self._lanes.absent)
        for part in self._parts:
            part.fill(column, part.block.firsts)
        if self._alive != self._lanes.ones:
            for doc in self._lanes.docs(self._lanes.ones ^ self._alive):
                column[doc] = ABSENT
        return self._lanes.wide(column)

    def _in_lanes(self, columns: list[bytes]) -> int:
        whole = bytearray(self._lanes.count)
        for part, column in zip(self._parts, columns, strict=True):
            part.fill(whole, column)
        lanes = self._lanes.lanes(bytes(whole))
        return lanes if self._alive == self._lanes.ones else self._lanes.only(lanes, self._alive)
