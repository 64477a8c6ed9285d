"""Where a word is: how often in each document and in which sections, for all documents at once; positions when asked.

In: what a term's postings say (`columns`), or positions that were worked out. Out: `Found`, and of several the one that
has any of them, or all behind one another. Most documents are told by lanes; those where the first places of two words
are not side by side are looked at one by one.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from reader.search.columns import ABSENT, MOST
from reader.search.lanes import Lanes, Mask
from reader.search.schema import OTHER, SLOT, TITLE

Few = Mapping[int, tuple[int, int, int]]
"""Document → times, slots and first position, where the documents are few."""

Check = Callable[[], None]
"""Raises `Cancelled` when the search is not wanted any more."""
Keys = Callable[[Sequence[int]], Iterable[int]]
"""Documents, ascending → every position in them, as `document << 32 | position`, in no order, perhaps
twice; and perhaps positions in other documents too."""

PLACE = 0xFFFFFFFF  # the position in a key
_AT_ONCE = 8192  # documents looked at between two looks whether the search is still wanted
_BITS = [1 << min(slot, OTHER) for slot in range(1 << 16)]


class Found:
    """Documents with a word. Counts are capped at 31; slots may be too many where `exact` is not said."""

    def __init__(self, lanes: Lanes, keys: Keys, *, few: Few | None = None, exact: bool = True) -> None:
        self.lanes = lanes
        self.keys = keys
        self.few = few
        self.exact = exact
        self._counts: int | None = None
        self._slots: int | None = None
        self._firsts: int | None = None
        self._find_counts: Callable[[], int] = lambda: self._lane_of_few(0)
        self._find_slots: Callable[[], int] = lambda: self._lane_of_few(1)
        self._find_firsts: Callable[[], int] = self._first_of_few
        self._docs: Mask | None = None

    def set_lanes(self, counts: Callable[[], int], slots: Callable[[], int], firsts: Callable[[], int]) -> "Found":
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
            self._counts = self._find_counts()
        return self._counts

    @property
    def slots(self) -> int:
        """In which slots, a bit each, as lanes."""
        if self._slots is None:
            self._slots = self._find_slots()
        return self._slots

    @property
    def firsts(self) -> int:
        """The first position, as lanes of 32 bits; ABSENT without one, and where nobody looked yet."""
        if self._firsts is None:
            self._firsts = self._find_firsts()
        return self._firsts

    @property
    def titled(self) -> Mask:
        """The documents with the word in the title."""
        return self.slots & self.lanes.ones

    def at(self, doc: int) -> list[int]:
        """The positions in one document."""
        return sorted({key & PLACE for key in self.keys([doc]) if key >> 32 == doc})

    def among(self, docs: Sequence[int]) -> list[int]:
        """Which of some documents have the word."""
        if self.few is not None:
            return [doc for doc in docs if doc in self.few]
        column = self.lanes.column(self.docs)
        return [doc for doc in docs if column[doc]]

    def sections(self, docs: Sequence[int], check: Check) -> list[int]:
        """The slots, a bit each, in which some documents, ascending, have the word."""
        if not self.exact:
            told: dict[int, tuple[int, int, int]] = {}
            for start in range(0, len(docs), _AT_ONCE):
                check()
                part = docs[start : start + _AT_ONCE]
                told.update(_told(self.keys(part), part))
            return [told[doc][1] if doc in told else 0 for doc in docs]
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


def nothing(lanes: Lanes) -> Found:
    """No document."""
    return Found(lanes, lambda _: (), few={})


def of_keys(lanes: Lanes, keys: Iterable[int]) -> Found:
    """Positions that are known already."""
    known: dict[int, list[int]] = {}
    for key in keys:
        known.setdefault(key >> 32, []).append(key)
    none: list[int] = []
    every = chain.from_iterable(known.values())
    return Found(lanes, lambda docs: chain.from_iterable(known.get(doc, none) for doc in docs), few=_told(every, known))


def _told(keys: Iterable[int], docs: Iterable[int]) -> Few:
    """What positions say of each of some documents."""
    few: dict[int, tuple[int, int, int]] = {}
    wanted = set(docs)
    for key in sorted({key for key in keys if key >> 32 in wanted}):
        doc, place = key >> 32, key & PLACE
        known = few.get(doc)
        if known is None:
            few[doc] = (1, _BITS[place >> 16], place)
        elif known[0] < MOST:
            few[doc] = (known[0] + 1, known[1] | _BITS[place >> 16], known[2])
        else:
            few[doc] = (MOST, known[1] | _BITS[place >> 16], known[2])
    return few


def any_of(lanes: Lanes, founds: Iterable[Found], check: Check) -> Found:
    """The documents with any of these; what two forms say of the same place may count twice."""
    parts = [found for found in founds if len(found)]
    if len(parts) < 2:
        return parts[0] if parts else nothing(lanes)
    merged: dict[int, tuple[int, int, int]] = {}
    for part in parts:
        check()
        for doc, (count, slots, first) in (part.few or {}).items():
            known = merged.get(doc)
            merged[doc] = (
                (count, slots, first)
                if known is None
                else (min(known[0] + count, MOST), known[1] | slots, min(known[2], first))
            )

    many = [part for part in parts if part.few is None]
    few = Found(lanes, _keys_of_any(parts), few=merged, exact=all(part.exact for part in parts))
    if not many:
        return few
    joined = [few, *many] if merged else many
    counts, slots = 0, 0
    for part in joined:
        counts = lanes.sum(counts, part.counts)
        slots |= part.slots

    def firsts() -> int:
        lowest = joined[0].firsts
        for part in joined[1:]:
            lowest = lanes.lower(lowest, part.firsts)
        return lowest

    return Found(lanes, few.keys, exact=few.exact).set_lanes(lambda: counts, lambda: slots, firsts)


def _keys_of_any(parts: Sequence[Found]) -> Keys:
    def keys(docs: Sequence[int]) -> Iterable[int]:
        return chain.from_iterable(part.keys(there) for part in parts if (there := part.among(docs)))

    return keys


def behind_one_another(
    founds: Sequence[Found], steps: Sequence[int], check: Check, within: Mask | None = None, *, exact: bool = False
) -> Found:
    """Where each stands so many steps behind the first. `exact` looks at every document, so that counts are right."""
    lanes = founds[0].lanes
    docs = founds[0].docs if within is None else founds[0].docs & within
    slots = founds[0].slots
    for found in founds[1:]:
        docs &= found.docs
        slots &= found.slots
    docs &= lanes.where(slots)
    order = sorted(range(len(founds)), key=lambda n: len(founds[n]))

    def keys(some: Sequence[int]) -> set[int]:
        return chained([founds[n].keys for n in order], [steps[n] for n in order], some)

    if not docs:
        return nothing(lanes)
    told = 0
    if not exact:
        told = docs
        for found, step in zip(founds[1:], steps[1:], strict=True):
            told &= lanes.behind(founds[0].firsts, found.firsts, step)
    counts = founds[0].counts
    for found in founds[1:]:
        counts = lanes.least(counts, found.counts)
    return completed(founds[0], keys, counts, slots, told, docs ^ told, check)


def chained(words: Sequence[Keys], steps: Sequence[int], docs: Sequence[int]) -> set[int]:
    """The keys from which each word is so many steps away, where they begin; the rarest word first is the quickest."""
    at = steps[0]
    starts = set(words[0](docs))
    for word, step in zip(words[1:], steps[1:], strict=True):
        if not starts:
            return starts
        if len(starts) < len(docs):
            docs = sorted({key >> 32 for key in starts})
        starts = set(map((step - at).__add__, starts)).intersection(word(docs))
        at = step
    return set(map((-at).__add__, starts)) if at else starts


def completed(head: Found, keys: Keys, counts: int, slots: int, told: Mask, left: Mask, check: Check) -> Found:
    """What is `told` by lanes, and of the documents that are `left` those where `keys` has something.

    `head` has the first positions of those that are told.
    """
    lanes = head.lanes
    docs = lanes.docs(left)
    few: dict[int, tuple[int, int, int]] = {}
    for start in range(0, len(docs), _AT_ONCE):
        check()
        part = docs[start : start + _AT_ONCE]
        few.update(_told(keys(part), part))
    rest = Found(lanes, keys, few=few)
    if not told:
        return rest
    counts, slots = lanes.only(counts, told) | rest.counts, lanes.only(slots, told) | rest.slots

    def firsts() -> int:
        column = _only_in(head, lanes.where(counts))
        for doc, (_, _, first) in few.items():
            column[doc] = first
        return lanes.wide(column)

    return Found(lanes, keys, exact=False).set_lanes(lambda: counts, lambda: slots, firsts)


def in_slot(found: Found, slot: int | None, check: Check) -> Found:
    """What was found in one slot of the text; None is all of it."""
    if slot is None:
        return found
    lanes, bit = found.lanes, found.lanes.ones << slot

    low = slot * SLOT
    high = low + SLOT if slot < OTHER else 1 << 32

    def keys(docs: Sequence[int]) -> list[int]:
        return [key for key in found.keys(docs) if low <= key & PLACE < high]

    there = (found.slots >> slot) & lanes.ones
    told = there & ~lanes.where(found.slots ^ bit) if found.exact else 0
    inside = completed(found, keys, found.counts, bit, told, there ^ told, check)
    inside.exact = True
    return inside


def some(found: Found, docs: Mask) -> Found:
    """What was found in some of the documents."""
    lanes = found.lanes
    if found.few is not None:
        wanted = set(lanes.docs(docs & found.docs))
        few = {doc: values for doc, values in found.few.items() if doc in wanted}
        return Found(lanes, found.keys, few=few, exact=found.exact)
    counts, slots = lanes.only(found.counts, docs), lanes.only(found.slots, docs)
    return Found(lanes, found.keys, exact=found.exact).set_lanes(
        lambda: counts, lambda: slots, lambda: lanes.wide(_only_in(found, lanes.where(counts)))
    )


def _only_in(found: Found, docs: Mask) -> "array[int]":
    """First positions, in some of the documents."""
    column = found.lanes.numbers(found.firsts)
    for doc in found.lanes.docs(found.docs & ~docs):
        column[doc] = ABSENT
    return column


def without(found: Found, others: Found, check: Check) -> Found:
    """Where a word stands and none of the others does."""

    def keys(docs: Sequence[int]) -> set[int]:
        return set(found.keys(docs)).difference(others.keys(docs))

    lanes = found.lanes
    both = found.docs & others.docs
    if not both:
        return found
    # More often there than all others together: somewhere it stands alone, and where is not asked.
    more = both & lanes.where(found.counts ^ lanes.least(found.counts, others.counts))
    rest = completed(found, keys, found.counts, found.slots, found.docs ^ both, both ^ more, check)
    counts = lanes.only(rest.counts, lanes.ones ^ more) | lanes.only(found.counts, more)
    slots = lanes.only(rest.slots, lanes.ones ^ more) | lanes.only(found.slots, more)
    return Found(lanes, keys, exact=False).set_lanes(lambda: counts, lambda: slots, lambda: rest.firsts)
