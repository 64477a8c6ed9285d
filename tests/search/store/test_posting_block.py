"""A block of postings says in its columns what the positions that it was made of say."""

from array import array

import pytest

from reader.search.store.posting_block import ABSENT, PostingBlock, columns
from reader.search.store.schema import SLOT

Texts = dict[int, list[int]]


def block(texts: Texts) -> PostingBlock:
    """A block of documents with the positions of a term in each."""
    counts = array("I", map(len, texts.values()))
    return columns(array("I", texts), counts, array("I", [place for places in texts.values() for place in places]))


def sparse(places: list[int]) -> Texts:
    """Documents far from one another with the same positions."""
    return dict.fromkeys(range(10, 1000, 50), places)


@pytest.mark.parametrize("inner", [[1], [2], [1, 2], [1, 2, 3, 4]])
def test_a_document_has_the_term_in_every_slot_of_its_positions_and_in_no_other(inner: list[int]) -> None:
    places = [slot * SLOT + 7 for slot in (0, *inner, 5)]
    made = block({10: [6 * SLOT], 500: places, 990: [3 * SLOT]})
    assert list(made.slots) == [1 << 6, sum(1 << slot for slot in (0, *inner, 5)), 1 << 3]
    first = block({10: places, 500: [4 * SLOT]})
    assert list(first.slots) == [made.slots[1], 1 << 4]


def test_a_dense_block_has_an_entry_for_every_document_of_its_range() -> None:
    made = block({10: [3], 12: [SLOT, SLOT + 1], 13: [2 * SLOT]})
    assert (made.is_dense, made.low, len(made)) == (True, 10, 3)
    assert list(made.counts) == [1, 0, 2, 1]
    assert list(made.slots) == [1, 0, 2, 4]
    assert list(made.firsts) == [3, ABSENT, SLOT, 2 * SLOT]


@pytest.mark.parametrize("first", [0, 3 * SLOT + 5, 5 * SLOT + 65_535])
def test_first_positions_take_two_bytes_each_and_in_the_longest_texts_four(first: int) -> None:
    many = 1 + len(range(10, 1000, 50))
    short = block({1: [SLOT + 1], **sparse([first])})
    assert list(short.firsts) == [SLOT + 1, *[first] * (many - 1)]
    assert isinstance(short.begun, tuple) and len(short.begun[0]) == many >= len(short.begun[1])
    long = block({1: [9 * SLOT + 1], **sparse([first])})
    assert list(long.firsts) == [9 * SLOT + 1, *[first] * (many - 1)]
    assert isinstance(long.begun, bytes) and len(long.begun) == 4 * many


@pytest.mark.parametrize("asked", [[60], [110, 960], [60, 61], [5, 60], [960, 2000], [61], [5, 2000]])
def test_of_some_documents_the_positions_are_told_of_those_that_have_the_term(asked: list[int]) -> None:
    texts = {doc: [doc, doc + 1] for doc in range(10, 1000, 50)}
    found = block(texts).positions(asked, array("I", texts))
    assert [(at >> 32, at & 0xFFFFFFFF) for at in found] == [
        (doc, place) for doc in asked for place in texts.get(doc, [])
    ]


@pytest.mark.parametrize("most", [2, 40])
@pytest.mark.parametrize("asked", [[12], [10, 14], [13, 14], [21, 22, 30], [9], [14, 300]])
def test_of_some_documents_of_a_dense_block_too(asked: list[int], most: int) -> None:
    texts = {doc: list(range(doc, doc + (most if doc == 14 else 2))) for doc in range(10, 32, 2)}
    made = block(texts)
    assert made.is_dense
    found = made.positions(asked, range(10, 31))
    assert [(at >> 32, at & 0xFFFFFFFF) for at in found] == [
        (doc, place) for doc in asked for place in texts.get(doc, [])
    ]


def test_of_many_documents_all_positions_are_told() -> None:
    texts = sparse([1, 2, SLOT])
    made = block(texts)
    found = made.positions([10, 60, 110, 160, 210, 260, 310], array("I", texts))
    assert [(at >> 32, at & 0xFFFFFFFF) for at in found] == [(doc, at) for doc in texts for at in texts[doc]]
    assert made.is_open
    made.release()
    assert not made.is_open
    assert made[1] == array("I", [1, 2, SLOT]).tobytes()


@pytest.mark.parametrize("many", [1, 30, 31, 32, 300])
def test_how_often_is_kept_to_31_and_every_position_all_the_same(many: int) -> None:
    made = block({5: [1], 6: list(range(many)), 900: [2]})
    assert list(made.counts) == [1, min(many, 31), 1]
    assert [len(made[at]) // 4 for at in range(3)] == [1, many, 1]
