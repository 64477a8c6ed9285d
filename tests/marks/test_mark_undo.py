"""Undo and redo of the last marks."""

import pytest

from reader.base.errors import ReaderError
from reader.marks.model import UndoneMark

A, B, C = "2512.17909", "2512.17910", "2512.17911"


def test_undoing_nothing_is_nothing(store):
    assert store.undo() is None
    assert store.redo() is None
    assert not store.can_undo


def test_a_bookmark_taken_back_by_mistake_returns_with_its_time(store, clock):
    since = clock.now
    store.set_bookmark(A, True)
    clock.move(days=3)
    store.set_bookmark(A, False)
    assert store.undo() == UndoneMark("bookmarked", frozenset({A}), on=True, made=False)
    assert store.marks_of(A).bookmarked == since


def test_marking_many_as_read_is_one_step_and_touches_only_those_it_changed(store):
    store.set_read([A], True, undoable=False)
    store.set_read([A, B, C], True)
    assert store.undo() == UndoneMark("read", frozenset({B, C}), on=False, made=True)
    assert store.keys("read") == {A}
    assert store.redo() == UndoneMark("read", frozenset({B, C}), on=True, made=True)
    assert store.keys("read") == {A, B, C}


def test_a_removed_note_returns(store):
    store.set_note(A, "regretted")
    store.set_note(A, " ")
    assert store.undo() == UndoneMark("noted", frozenset({A}), on=True, made=False)
    assert store.note(A).text == "regretted"
    assert store.redo() == UndoneMark("noted", frozenset({A}), on=False, made=False)
    assert store.note(A) is None


def test_what_the_program_marked_by_itself_is_not_undone(store):
    store.set_bookmark(A, True)
    store.set_read([A], True, undoable=False)
    assert store.undo().kind == "bookmarked"
    assert store.keys("read") == {A}


def test_steps_go_back_one_by_one_and_forward_again(store):
    store.set_bookmark(A, True)
    store.set_bookmark(B, True)
    store.set_read([C], True)
    assert [store.undo().keys for _ in range(3)] == [{C}, {B}, {A}]
    assert store.kept_keys() == set()
    assert [store.redo().keys for _ in range(3)] == [{A}, {B}, {C}]
    assert store.keys("bookmarked") == {A, B}


def test_a_new_mark_forgets_what_was_undone(store):
    store.set_bookmark(A, True)
    store.undo()
    store.set_bookmark(B, True)
    assert not store.can_redo
    assert store.redo() is None


def test_undo_leaves_what_another_window_has_marked_since(opened, clock):
    mine, other = opened(), opened()
    mine.set_read([A, B], True)
    other.set_read([A], False)
    clock.move(seconds=1)
    other.set_read([A], True)
    assert mine.undo() == UndoneMark("read", frozenset({B}), on=False, made=True)
    assert mine.keys("read") == {A}
    assert mine.redo() == UndoneMark("read", frozenset({B}), on=True, made=True)


def test_undo_passes_over_a_removal_that_was_written_over(store):
    store.set_bookmark(A, True)
    store.set_note(A, "old")
    store.set_note(A, "")
    store.set_note(A, "new")
    assert store.undo().kind == "bookmarked"
    assert store.note(A).text == "new"


def test_an_undo_that_can_not_be_saved_can_be_tried_again(store):
    store.set_bookmark(A, True)
    store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(ReaderError):
        store.undo()
    store._db.execute("PRAGMA query_only = OFF")
    assert store.undo() == UndoneMark("bookmarked", frozenset({A}), on=False, made=True)


def test_a_mark_that_could_not_be_saved_is_not_undone(store):
    store.set_bookmark(A, True)
    store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(ReaderError):
        store.set_bookmark(B, True)
    store._db.execute("PRAGMA query_only = OFF")
    assert store.undo().keys == {A}


def test_what_was_done_can_be_forgotten(store):
    store.set_bookmark(A, True)
    store.set_bookmark(B, True)
    store.undo()
    store.forget_changes()
    assert (store.undo(), store.redo()) == (None, None)
    assert store.keys("bookmarked") == {A}
