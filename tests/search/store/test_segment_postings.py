"""The postings of a term in several segments are those of each, at its place among all documents, but the deleted."""

from array import array

import pytest

from reader.search.store.lanes import Lanes
from reader.search.store.posting_block import ABSENT, columns
from reader.search.store.schema import SLOT
from reader.search.store.segment_postings import Part, SegmentPostings

LANES = Lanes(40)
TEXTS = {3: [5], 4: [1, SLOT + 2], 6: [2 * SLOT], 20: [7], 30: [0, 1, 2], 39: [SLOT]}
DENSE, SPARSE = {3, 4, 6}, {20, 30, 39}


def part(base: int, docs: list[int]) -> Part:
    """These documents as a block of a segment that begins at `base`."""
    inside = array("I", [doc - base for doc in docs])
    places = array("I", [place for doc in docs for place in TEXTS[doc]])
    steps = [b - a for a, b in zip([0, *inside], inside, strict=False)]
    return Part(base, steps, columns(inside, array("I", [len(TEXTS[doc]) for doc in docs]), places))


def postings(*deleted: int) -> SegmentPostings:
    """Two segments, of which one has the term in most of its documents."""
    parts = [part(2, sorted(DENSE)), part(12, sorted(SPARSE))]
    assert [each.block.is_dense for each in parts] == [True, False]
    return SegmentPostings(LANES, LANES.ones & ~LANES.mask(deleted), parts, [], lambda: None)


@pytest.mark.parametrize("deleted", [(), (4,), (3, 30), (0, 10), (39,)])
def test_document_by_document_and_in_lanes_the_same_is_said(deleted: tuple[int, ...]) -> None:
    found = postings(*deleted)
    there = {doc: places for doc, places in TEXTS.items() if doc not in deleted}
    wanted = {
        doc: (len(places), sum({1 << place // SLOT for place in places}), places[0]) for doc, places in there.items()
    }
    assert found.few() == wanted
    none = (0, 0, ABSENT)
    counts, slots = LANES.column(found.counts()), LANES.column(found.slots())
    firsts = LANES.numbers(found.firsts())
    assert [*zip(counts, slots, firsts, strict=True)] == [wanted.get(doc, none) for doc in range(40)]


def test_positions_are_those_of_the_documents_that_are_asked_for() -> None:
    for asked in ([20], [3, 39], [6, 20, 30], sorted(TEXTS)):
        found = {(at >> 32, at & 0xFFFFFFFF) for at in postings().positions(asked)}
        wanted = {(doc, place) for doc in asked for place in TEXTS[doc]}
        assert {entry for entry in found if entry[0] in asked} == wanted
    assert len(postings(4)) == len(TEXTS)
