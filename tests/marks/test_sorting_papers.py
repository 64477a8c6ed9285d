"""Sorting new papers: read, and kept, put off or let go, in one step of undo."""

from datetime import date

from reader.marks.model import PaperKey
from reader.marks.store import MarkStore
from tests.marks.conftest import FakeClock

A, B = PaperKey("2512.17909"), PaperKey("2512.17910")
DUE = date(2026, 11, 9)


def marked(store: MarkStore) -> tuple[set[PaperKey], set[PaperKey], set[PaperKey]]:
    return set(store.keys("read")), set(store.keys("bookmarked")), set(store.keys("revisit"))


def test_what_is_let_go_is_read_and_nothing_else(store: MarkStore) -> None:
    store.sort_papers([A, B])
    assert marked(store) == ({A, B}, set(), set())


def test_what_is_kept_is_bookmarked_and_what_is_put_off_comes_back_for_the_first_time(store: MarkStore) -> None:
    store.sort_papers([A], bookmark=True)
    store.sort_papers([B], due=DUE)
    assert marked(store) == ({A, B}, {A}, {B})
    revisit = store.marks_of(B).revisit
    assert revisit is not None
    assert (revisit.due, revisit.step) == (DUE, 0)


def test_marks_that_were_there_stay_as_they_were_and_undo_takes_back_the_new_ones_alone(
    store: MarkStore, clock: FakeClock
) -> None:
    store.set_bookmark(A, True)
    since = store.marks_of(A).bookmarked
    clock.move(hours=1)
    store.sort_papers([A, B], bookmark=True)
    assert store.marks_of(A).bookmarked == since
    undone = store.undo()
    assert undone is not None
    assert (undone.kind, undone.keys) == ("sorted", frozenset({A, B}))
    assert marked(store) == (set(), {A}, set())


def test_a_search_that_is_forgotten_comes_back_with_its_query_and_is_said_to_be_one(store: MarkStore) -> None:
    store.save_search("FID", "fid<2")
    store.remove_search("FID")
    undone = store.undo()
    assert undone is not None
    assert (undone.kind, undone.names) == ("searches", ("FID",))
    assert store.saved_searches()[0].query == "fid<2"
