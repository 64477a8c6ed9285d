"""Where a word is: how often in each document and in which sections, for all documents at once; positions when asked.

In: what a term's postings say (`segment_postings`), or positions that were worked out. Out: `PostingList`;
`postings_algebra` makes of several one.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from reader.search.store.lanes import Lanes, Mask
from reader.search.store.posting_block import ABSENT, MOST
from reader.search.store.schema import OTHER, TITLE

Few = Mapping[int, tuple[int, int, int]]
"""Document → times, slots and first position, where the documents are few."""

StillWanted = Callable[[], None]
"""Raises `Cancelled` when the search is not wanted any more."""

Positions = Callable[[Sequence[int]], Iterable[int]]
"""Documents, ascending → every position in them, as `document << 32 | position`, in no order.

A position may come more than once, and positions in documents that were not asked for may come along."""

PLACE = 0xFFFFFFFF  # the lower half
AT_ONCE = 4096  # documents looked at between two looks whether the search is still wanted
_BITS = [1 << min(slot, OTHER) for slot in range(1 << 16)]


class PostingList:
    """Documents with a word. Counts are capped at 31; slots may be too many where `exact` is not said."""

    def __init__(self, lanes: Lanes, positions: Positions, *, few: Few | None = None, exact: bool = True) -> None:
        self.lanes = lanes
        self.positions = positions
        self.few = few
        self.exact = exact
        self._counts: int | None = None
        self._slots: int | None = None
        self._firsts: int | None = None
        # Nothing here leads back to the list itself: what was found is gone as soon as nobody wants it.
        self._find_counts: Callable[[], int] | None = None
        self._find_slots: Callable[[], int] | None = None
        self._find_firsts: Callable[[], int] | None = None
        self._docs: Mask | None = None

    def set_lanes(
        self, counts: Callable[[], int], slots: Callable[[], int], firsts: Callable[[], int]
    ) -> "PostingList":
        """Give what is known of all documents at once; each is asked for when it is needed first."""
        self._find_counts, self._find_slots, self._find_firsts = counts, slots, firsts
        return self

    def __len__(self) -> int:
        return len(self.few) if self.few is not None else self.docs.bit_count()

    def __iter__(self) -> Iterator[int]:
        return iter(self.lanes.docs(self.docs))

    @property
    def docs(self) -> Mask:
        """The documents."""
        if self._docs is None:
            self._docs = self.lanes.mask(self.few) if self.few is not None else self.lanes.where(self.counts)
        return self._docs

    @property
    def counts(self) -> int:
        """How often, as lanes."""
        if self._counts is None:
            self._counts = self._find_counts() if self._find_counts else self._lane_of_few(0)
        return self._counts

    @property
    def slots(self) -> int:
        """In which slots, a bit each, as lanes."""
        if self._slots is None:
            self._slots = self._find_slots() if self._find_slots else self._lane_of_few(1)
        return self._slots

    @property
    def firsts(self) -> int:
        """The first position, as lanes of 32 bits; ABSENT without one, and where nobody looked yet."""
        if self._firsts is None:
            self._firsts = self._find_firsts() if self._find_firsts else self._first_of_few()
        return self._firsts

    @property
    def titled(self) -> Mask:
        """The documents with the word in the title."""
        return self.slots & self.lanes.ones

    def at(self, doc: int) -> list[int]:
        """The positions in one document."""
        return sorted(position & PLACE for position in within_docs(self.positions([doc]), [doc]))

    def among(self, docs: Sequence[int]) -> list[int]:
        """Which of some documents have the word."""
        if self.few is not None:
            return [doc for doc in docs if doc in self.few]
        column = self.lanes.column(self.docs)
        return [doc for doc in docs if column[doc]]

    def sections(self, docs: Sequence[int], check: StillWanted) -> list[int]:
        """The slots, a bit each, in which some documents, ascending, have the word."""
        if not self.exact:
            there: dict[int, tuple[int, int, int]] = {}
            for start in range(0, len(docs), AT_ONCE):
                check()
                part = docs[start : start + AT_ONCE]
                there.update(seen(self.positions(part), part))
            return [there[doc][1] if doc in there else 0 for doc in docs]
        if self.few is not None:
            return [self.few[doc][1] if doc in self.few else 0 for doc in docs]
        column = self.lanes.column(self.slots)
        return [column[doc] for doc in docs]

    def count(self, doc: int) -> int:
        """How often in one document."""
        return (self.counts >> 8 * doc) & 0xFF

    def in_title(self, doc: int) -> bool:
        return bool((self.slots >> 8 * doc) & (1 << TITLE))

    def _lane_of_few(self, which: int) -> int:
        column = bytearray(self.lanes.count)
        for doc, values in (self.few or {}).items():
            column[doc] = values[which]
        return int.from_bytes(column, "little")

    def _first_of_few(self) -> int:
        column = array("I", [ABSENT]) * self.lanes.count
        for doc, values in (self.few or {}).items():
            column[doc] = values[2]
        return self.lanes.wide(column)


def nothing(lanes: Lanes) -> PostingList:
    """No document."""
    return PostingList(lanes, lambda _: (), few={})


def of_positions(lanes: Lanes, positions: Iterable[int]) -> PostingList:
    """Positions that are known already."""
    known: dict[int, list[int]] = {}
    for position in positions:
        known.setdefault(position >> 32, []).append(position)
    none: list[int] = []
    every = chain.from_iterable(known.values())
    return PostingList(
        lanes, lambda docs: chain.from_iterable(known.get(doc, none) for doc in docs), few=seen(every, known)
    )


def within_docs(positions: Iterable[int], docs: Iterable[int]) -> set[int]:
    """Of some positions those in some documents."""
    wanted = frozenset(docs)
    return {position for position in positions if position >> 32 in wanted}


def seen(positions: Iterable[int], docs: Iterable[int]) -> Few:
    """What positions say of each of some documents."""
    few: dict[int, tuple[int, int, int]] = {}
    for position in sorted(within_docs(positions, docs)):
        doc, place = position >> 32, position & PLACE
        known = few.get(doc)
        if known is None:
            few[doc] = (1, _BITS[place >> 16], place)
        elif known[0] < MOST:
            few[doc] = (known[0] + 1, known[1] | _BITS[place >> 16], known[2])
        else:
            few[doc] = (MOST, known[1] | _BITS[place >> 16], known[2])
    return few
