"""What is asked of all documents at once is what one would find by asking them one by one."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.store.lanes import Lanes, repeated

COUNTS = st.integers(0, 31)
BITS = st.integers(0, 127)
FIRSTS = st.one_of(st.integers(0, 40), st.integers(0, 0x7EFFFFFF), st.just(0x7F000000))


def columns(entries: st.SearchStrategy[int], many: int = 2, most: int = 40) -> st.SearchStrategy[list[list[int]]]:
    """Some columns, all of the same length."""
    return st.lists(st.tuples(*[entries] * many), max_size=most).map(
        lambda rows: [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in range(many)]
    )


def wide(lanes: Lanes, column: list[int]) -> int:
    return lanes.wide(array("I", column))


@given(columns(COUNTS))
def test_counts_are_added_up_to_31_and_the_smaller_of_two_is_told(both: list[list[int]]) -> None:
    one, other = both
    lanes = Lanes(len(one))
    first, second = lanes.lanes(bytes(one)), lanes.lanes(bytes(other))
    assert list(lanes.column(lanes.sum(first, second))) == [min(a + b, 31) for a, b in zip(one, other, strict=True)]
    assert list(lanes.column(lanes.least(first, second))) == list(map(min, one, other))


@given(columns(BITS, 1), st.data())
def test_a_mask_has_the_documents_that_are_not_0_and_keeps_the_lanes_of_its_own(
    column: list[list[int]], data: st.DataObject
) -> None:
    (entries,) = column
    lanes = Lanes(len(entries))
    packed = lanes.lanes(bytes(entries))
    assert lanes.docs(lanes.where(packed)) == [doc for doc, entry in enumerate(entries) if entry]
    docs = sorted(data.draw(st.sets(st.sampled_from(range(len(entries)))))) if entries else []
    mask = lanes.mask(docs)
    assert lanes.docs(mask) == docs
    assert list(lanes.column(lanes.only(packed, mask))) == [e if doc in docs else 0 for doc, e in enumerate(entries)]


@pytest.mark.parametrize("docs", [[], [0], [999], [3, 500], list(range(0, 1000, 3)), list(range(1000))])
def test_few_documents_of_many_are_found_as_many_are(docs: list[int]) -> None:
    lanes = Lanes(1000)
    assert lanes.docs(lanes.mask(docs)) == docs


@given(columns(FIRSTS), st.integers(0, 20))
def test_where_a_place_is_so_many_steps_behind_another_and_which_is_the_lower(
    both: list[list[int]], steps: int
) -> None:
    one, other = both
    lanes = Lanes(len(one))
    behind = lanes.behind(wide(lanes, one), wide(lanes, other), steps)
    assert lanes.docs(behind) == [doc for doc, (a, b) in enumerate(zip(one, other, strict=True)) if b == a + steps]
    assert list(lanes.numbers(lanes.lower(wide(lanes, one), wide(lanes, other)))) == list(map(min, one, other))


@given(st.lists(st.integers(0, 5), max_size=12))
def test_numbers_that_stand_in_several_places_are_all_marked(numbers: list[int]) -> None:
    lanes = Lanes(len(numbers))
    assert lanes.docs(repeated(lanes, numbers)) == [n for n, each in enumerate(numbers) if numbers.count(each) > 1]
