"""Several words put together say of every document what its positions say, read one by one.

A word is a set of places here: (document, slot, where in the slot). `sought` makes postings of them, either document by
document, as rare words are kept, or in lanes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.match.postings_algebra import any_of, behind_one_another, in_slot, some, without
from reader.search.store.lanes import Lanes
from reader.search.store.posting_block import ABSENT, MOST
from reader.search.store.postings import PostingList, of_positions
from reader.search.store.schema import SLOT
from reader.search.store.segment import Cancelled

DOCUMENTS = 5
LANES = Lanes(DOCUMENTS)
Place = tuple[int, int]  # document, position

places = st.sets(
    st.tuples(
        st.integers(0, DOCUMENTS - 1),
        st.builds(lambda slot, at: slot * SLOT + at, st.integers(0, 7), st.integers(0, 4)),
    ),
    max_size=14,
)
words = st.tuples(places, st.booleans())


def unwatched() -> None:
    """A search that is always wanted."""


def sought(word: tuple[set[Place], bool]) -> PostingList:
    """The postings of a word: document by document, or in lanes."""
    found, is_rare = word
    few = of_positions(LANES, [(doc << 32) + place for doc, place in sorted(found)])
    if is_rare:
        return few
    return PostingList(LANES, few.positions).set_lanes(lambda: few.counts, lambda: few.slots, lambda: few.firsts)


def said(found: PostingList) -> set[Place]:
    """Every place that postings name."""
    docs = LANES.docs(found.docs)
    return {(at >> 32, at & 0xFFFFFFFF) for at in found.positions(docs) if at >> 32 in docs}


def by_document(found: Iterable[Place]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = defaultdict(list)
    for doc, place in sorted(found):
        places[doc].append(place)
    return places


def holds(found: PostingList, truth: set[Place], *, count: Callable[[list[int]], int] = len) -> None:
    """Documents, sections, first places, counts and positions are those of the truth."""
    expected = by_document(truth)
    assert list(found) == sorted(expected)
    assert len(found) == len(expected)
    assert said(found) == truth
    docs = list(range(DOCUMENTS))
    slots = [sum({1 << min(place // SLOT, 6) for place in expected.get(doc, [])}) for doc in docs]
    assert found.sections(docs, unwatched) == slots
    assert LANES.docs(found.titled & found.docs) == [doc for doc in docs if slots[doc] & 1] or not found.exact
    assert found.among(docs) == sorted(expected)
    for doc in docs:
        assert found.count(doc) <= MOST
        if doc in expected:
            assert found.at(doc) == expected[doc]
            assert 1 <= found.count(doc) <= max(count(expected[doc]), 1)
            assert LANES.numbers(found.firsts)[doc] == expected[doc][0]
        else:
            assert (found.count(doc), LANES.numbers(found.firsts)[doc]) == (0, ABSENT)


@given(st.lists(words, max_size=4))
def test_any_of_several_words_is_where_one_of_them_is(several: list[tuple[set[Place], bool]]) -> None:
    found = any_of(LANES, [sought(word) for word in several], unwatched)
    truth = set[Place]().union(*(word for word, _ in several))
    every = [place for word, _ in several for _, place in word]
    holds(found, truth, count=lambda there: sum(map(every.count, there)))


@given(st.lists(words, min_size=2, max_size=3), st.data(), st.booleans())
def test_words_behind_one_another_are_where_each_is_so_far_from_the_first(
    several: list[tuple[set[Place], bool]], data: st.DataObject, exact: bool
) -> None:
    steps = [0, *(data.draw(st.integers(-2, 3)) if exact else data.draw(st.integers(0, 3)) for _ in several[1:])]
    within = data.draw(st.none() | st.sets(st.integers(0, DOCUMENTS - 1)))
    mask = None if within is None else LANES.mask(within)
    found = behind_one_another([sought(word) for word in several], steps, unwatched, mask, exact=exact)
    truth = {
        (doc, at)
        for doc, at in several[0][0]
        if all((doc, at + step) in word for (word, _), step in zip(several, steps, strict=True))
        and (within is None or doc in within)
    }
    counts = [len(by_document(several[0][0])[doc]) for doc in range(DOCUMENTS)]
    holds(found, truth, count=lambda there: len(there) if exact else max(counts))


@given(words, st.integers(0, 6))
def test_a_word_in_one_section_is_where_it_is_in_that_section(word: tuple[set[Place], bool], slot: int) -> None:
    found = in_slot(sought(word), slot, unwatched)
    truth = {(doc, at) for doc, at in word[0] if min(at // SLOT, 6) == slot}
    everywhere = by_document(word[0])
    holds(found, truth, count=lambda there: max(map(len, everywhere.values())))
    assert in_slot(found, None, unwatched) is found


@given(words, st.sets(st.integers(0, DOCUMENTS - 1)))
def test_a_word_in_some_documents_is_where_it_is_in_those(word: tuple[set[Place], bool], docs: set[int]) -> None:
    found = some(sought(word), LANES.mask(docs))
    holds(found, {(doc, at) for doc, at in word[0] if doc in docs})


@given(words, st.lists(st.tuples(words, st.integers(-1, 2)), max_size=3))
def test_a_word_without_others_is_where_none_of_them_is_so_far_from_it(
    word: tuple[set[Place], bool], others: list[tuple[tuple[set[Place], bool], int]]
) -> None:
    found = without(sought(word), [(sought(other), offset) for other, offset in others], unwatched)
    truth = {(doc, at) for doc, at in word[0] if not any((doc, at + offset) in other for (other, _), offset in others)}
    everywhere = by_document(word[0])
    assert list(found) == sorted(by_document(truth))
    assert said(found) == truth
    assert all(1 <= found.count(doc) <= len(everywhere[doc]) for doc in found)
    slots = [sum({1 << min(at // SLOT, 6) for at in by_document(truth).get(doc, [])}) for doc in range(DOCUMENTS)]
    assert found.sections(range(DOCUMENTS), unwatched) == slots


@pytest.mark.parametrize("is_rare", [True, False])
def test_more_than_31_times_count_as_31(is_rare: bool) -> None:
    often = {(1, at) for at in range(40)}
    one, other = sought((often, is_rare)), sought(({(1, 100 + at) for at in range(20)}, is_rare))
    assert (one.count(1), any_of(LANES, [one, other], unwatched).count(1)) == (31, 31)


@pytest.mark.parametrize("work", [any_of, behind_one_another])
def test_a_search_that_is_not_wanted_any_more_is_left(work: Callable[..., PostingList]) -> None:
    def leave() -> None:
        raise Cancelled

    founds: Sequence[PostingList] = [sought(({(1, 1), (1, 5)}, True)), sought(({(1, 3), (1, 7)}, True))]
    with pytest.raises(Cancelled):
        work(LANES, founds, leave) if work is any_of else work(founds, [0, 1], leave)


@pytest.mark.parametrize("is_rare", [True, False])
@pytest.mark.parametrize(
    "other, offset, stays", [(3, -1, False), (5, -1, True), (5, 1, False), (3, 1, True), (4, 0, False), (6, 0, True)]
)
def test_a_word_that_is_there_once_stays_unless_another_is_beside_it(
    other: int, offset: int, stays: bool, is_rare: bool
) -> None:
    found = without(sought(({(1, 4)}, is_rare)), [(sought(({(1, other)}, is_rare)), offset)], unwatched)
    assert said(found) == ({(1, 4)} if stays else set())


@pytest.mark.parametrize("is_rare", [True, False])
@pytest.mark.parametrize(
    "one, other, begins",
    [({4}, {1, 5}, {4}), ({1, 4}, {5}, {4}), ({4}, {5}, {4}), ({4}, {1}, set()), ({4}, {1, 7}, set())],
)
def test_words_are_side_by_side_at_their_first_places_or_at_later_ones(
    one: set[int], other: set[int], begins: set[int], is_rare: bool
) -> None:
    founds = [sought(({(1, at) for at in places}, is_rare)) for places in (one, other)]
    assert said(behind_one_another(founds, [0, 1], unwatched)) == {(1, at) for at in begins}


@pytest.mark.parametrize("is_rare", [True, False])
def test_words_behind_one_another_are_in_the_sections_where_they_are_so_and_not_where_they_are_apart(
    is_rare: bool,
) -> None:
    one, other = {(1, SLOT), (1, 2 * SLOT)}, {(1, SLOT + 1), (1, 2 * SLOT + 9)}
    found = behind_one_another([sought((one, is_rare)), sought((other, is_rare))], [0, 1], unwatched)
    assert found.sections([1], unwatched) == [1 << 1]
