"""Several words, where they are: any of them, all behind one another, one without the others, some of one.

In: `PostingList`s and masks of documents. Out: `PostingList`s. Most documents are told by lanes; those
where the first places of two words are not side by side are looked at one by one.
"""

from array import array
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import chain
from operator import or_

from reader.search.store.lanes import Lanes, Mask
from reader.search.store.posting_block import ABSENT, MOST
from reader.search.store.postings import AT_ONCE, PLACE, Positions, PostingList, StillWanted, nothing, seen
from reader.search.store.schema import OTHER, SLOT


def any_of(lanes: Lanes, founds: Iterable[PostingList], check: StillWanted) -> PostingList:
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
    few = PostingList(lanes, _positions_of_any(parts), few=merged, exact=all(part.exact for part in parts))
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

    return PostingList(lanes, few.positions, exact=few.exact).set_lanes(lambda: counts, lambda: slots, firsts)


def _positions_of_any(parts: Sequence[PostingList]) -> Positions:
    def positions(docs: Sequence[int]) -> Iterable[int]:
        return chain.from_iterable(part.positions(there) for part in parts if (there := part.among(docs)))

    return positions


def behind_one_another(
    founds: Sequence[PostingList],
    steps: Sequence[int],
    check: StillWanted,
    within: Mask | None = None,
    *,
    exact: bool = False,
) -> PostingList:
    """Where each stands so many steps behind the first. `exact` looks at every document, so that counts are right."""
    lanes = founds[0].lanes
    docs = founds[0].docs if within is None else founds[0].docs & within
    slots = founds[0].slots
    for found in founds[1:]:
        docs &= found.docs
        slots &= found.slots
    docs &= lanes.where(slots)
    order = sorted(range(len(founds)), key=lambda n: len(founds[n]))

    def positions(some: Sequence[int]) -> set[int]:
        return chained([founds[n].positions for n in order], [steps[n] for n in order], some)

    if not docs:
        return nothing(lanes)
    told, left = 0, docs
    if not exact:
        told = docs
        for found, step in zip(founds[1:], steps[1:], strict=True):
            told &= lanes.behind(founds[0].firsts, found.firsts, step)
        left = (docs ^ told) & reduce(or_, map(_several_times, founds))
    counts = founds[0].counts
    for found in founds[1:]:
        counts = lanes.least(counts, found.counts)
    return completed(founds[0], positions, counts, slots, told, left, check)


def _several_times(found: PostingList) -> Mask:
    """Where a word may be more than once; elsewhere its first position is the only one."""
    return found.lanes.where(found.counts ^ found.lanes.ones)


def chained(words: Sequence[Positions], steps: Sequence[int], docs: Sequence[int]) -> set[int]:
    """Where each word is so many steps away from the first; the rarest word first is the quickest."""
    at = steps[0]
    starts = set(words[0](docs))
    for word, step in zip(words[1:], steps[1:], strict=True):
        if not starts:
            return starts
        if len(starts) < len(docs):
            docs = sorted({position >> 32 for position in starts})
        starts = set(map((step - at).__add__, starts)).intersection(word(docs))
        at = step
    return set(map((-at).__add__, starts)) if at else starts


def completed(
    head: PostingList, positions: Positions, counts: int, slots: int, told: Mask, left: Mask, check: StillWanted
) -> PostingList:
    """What is `told` by lanes, and of the documents that are `left` those where `positions` has something.

    `head` has the first positions of those that are told.
    """
    lanes = head.lanes
    docs = lanes.docs(left)
    few: dict[int, tuple[int, int, int]] = {}
    for start in range(0, len(docs), AT_ONCE):
        check()
        part = docs[start : start + AT_ONCE]
        few.update(seen(positions(part), part))
    rest = PostingList(lanes, positions, few=few)
    if not told:
        return rest
    counts, slots = lanes.only(counts, told) | rest.counts, lanes.only(slots, told) | rest.slots

    def firsts() -> int:
        column = _only_in(head, lanes.where(counts))
        for doc, (_, _, first) in few.items():
            column[doc] = first
        return lanes.wide(column)

    return PostingList(lanes, positions, exact=False).set_lanes(lambda: counts, lambda: slots, firsts)


def in_slot(found: PostingList, slot: int | None, check: StillWanted) -> PostingList:
    """What was found in one slot of the text; None is all of it."""
    if slot is None:
        return found
    lanes, bit = found.lanes, found.lanes.ones << slot

    low = slot * SLOT
    high = low + SLOT if slot < OTHER else 1 << 32

    def positions(docs: Sequence[int]) -> list[int]:
        return [position for position in found.positions(docs) if low <= position & PLACE < high]

    there = (found.slots >> slot) & lanes.ones
    told = there & ~lanes.where(found.slots ^ bit) if found.exact else 0
    inside = completed(found, positions, found.counts, bit, told, there ^ told, check)
    inside.exact = True
    return inside


def some(found: PostingList, docs: Mask) -> PostingList:
    """What was found in some of the documents."""
    lanes = found.lanes
    if found.few is not None:
        wanted = set(lanes.docs(docs & found.docs))
        few = {doc: values for doc, values in found.few.items() if doc in wanted}
        return PostingList(lanes, found.positions, few=few, exact=found.exact)
    counts, slots = lanes.only(found.counts, docs), lanes.only(found.slots, docs)
    return PostingList(lanes, found.positions, exact=found.exact).set_lanes(
        lambda: counts, lambda: slots, lambda: lanes.wide(_only_in(found, lanes.where(counts)))
    )


def _only_in(found: PostingList, docs: Mask) -> "array[int]":
    """First positions, in some of the documents."""
    column = found.lanes.numbers(found.firsts)
    for doc in found.lanes.docs(found.docs & ~docs):
        column[doc] = ABSENT
    return column


def _beside(found: PostingList, others: Sequence[tuple[PostingList, int]]) -> Mask:
    """Where the first of one of the others is so many positions from a word's first."""
    there = 0
    for other, offset in others:
        one, two = (found, other) if offset >= 0 else (other, found)
        there |= found.lanes.behind(one.firsts, two.firsts, abs(offset))
    return there


def without(found: PostingList, barred: Sequence[tuple[PostingList, int]], check: StillWanted) -> PostingList:
    """Where a word stands and none of the others does, each so many positions from it."""

    def positions(docs: Sequence[int]) -> set[int]:
        left = set(found.positions(docs))
        for other, offset in barred:
            if there := other.among(docs):
                left.difference_update(map((-offset).__add__, other.positions(there)))
                rest = {position >> 32 for position in left}
                docs = list(filter(rest.__contains__, docs))
        return left

    lanes = found.lanes
    others = any_of(lanes, [other for other, _ in barred], check)
    both = found.docs & others.docs
    if not both:
        return found
    # More often there than all others together: somewhere it stands alone, and where is not asked.
    more = both & lanes.where(found.counts ^ lanes.least(found.counts, others.counts))
    left = both & ~more & ~(_beside(found, barred) & ~_several_times(found))
    rest = completed(found, positions, found.counts, found.slots, found.docs ^ both, left, check)
    counts = lanes.only(rest.counts, lanes.ones ^ more) | lanes.only(found.counts, more)
    slots = lanes.only(rest.slots, lanes.ones ^ more) | lanes.only(found.slots, more)
    return PostingList(lanes, positions, exact=False).set_lanes(lambda: counts, lambda: slots, lambda: rest.firsts)
