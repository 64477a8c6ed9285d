"""What a person says instead of words of a summary: a highlight with words of their own."""

import pytest

from reader.base.errors import ReaderError
from reader.marks.merging import compared, joined
from reader.marks.model import UndoneMark
from reader.marks.portable import read_zip, write_zip
from reader.marks.store import MarkStore

A = "2512.17909"
PLACE = (A, "results", "14B", "매개변수는 ", "이다.")


def said(store):
    return [(each.quotation, each.colour, each.correction) for each in store.highlights_of(A)]


@pytest.fixture
def laptops(opened, tmp_path, clock):
    other = MarkStore(tmp_path / "other.sqlite", tmp_path / "backups", clock=clock)
    yield opened(), other
    other.close()


def test_words_are_highlighted_and_corrected_in_one_step_that_undo_takes_back(store, opened):
    made = store.add_highlight(*PLACE, "yellow", " 14억이\n맞다 ")
    assert made.correction == "14억이 맞다"
    assert opened().highlights_of(A) == (made,)
    assert store.undo() == UndoneMark("corrected", frozenset({A}), on=False, made=True)
    assert store.highlights_of(A) == ()
    store.redo()
    assert store.highlights_of(A) == (made,)


def test_a_correction_is_changed_and_taken_back_and_the_highlight_stays(store):
    made = store.add_highlight(*PLACE, "yellow")
    store.correct_highlight(made.id, "14억")
    store.correct_highlight(made.id, "1.4B")
    assert said(store) == [("14B", "yellow", "1.4B")]
    store.correct_highlight(made.id, "")
    assert said(store) == [("14B", "yellow", "")]
    assert store.undo() == UndoneMark("corrected", frozenset({A}), on=True, made=False)
    assert said(store) == [("14B", "yellow", "1.4B")]


def test_another_colour_leaves_the_correction(store):
    made = store.add_highlight(*PLACE, "yellow", "14억")
    store.recolour_highlight(made.id, "blue")
    store.add_highlight(*PLACE, "pink")
    assert said(store) == [("14B", "pink", "14억")]


def test_a_removed_highlight_takes_its_correction_with_it_and_undo_brings_both_back(store):
    made = store.add_highlight(*PLACE, "yellow", "14억")
    store.remove_highlight(made.id)
    store.undo()
    assert said(store) == [("14B", "yellow", "14억")]
    store.remove_highlight(made.id)
    store.add_highlight(*PLACE, "yellow")
    assert said(store) == [("14B", "yellow", "")]


def test_what_is_not_there_cannot_be_corrected(store):
    with pytest.raises(ReaderError, match="no longer there"):
        store.correct_highlight("never was", "words")


def test_corrections_are_carried_to_another_computer(store, opened, tmp_path):
    store.add_highlight(*PLACE, "yellow", "14억")
    write_zip(store, tmp_path / "marks.zip")
    assert read_zip(tmp_path / "marks.zip")["highlights"] == store.portable()["highlights"]


def test_of_colour_and_correction_each_the_newest_wins(laptops, clock):
    x, y = laptops
    identity = x.add_highlight(*PLACE, "yellow").id
    y.add_highlight(*PLACE, "yellow")
    clock.move(hours=1)
    x.correct_highlight(identity, "14억")
    clock.move(hours=1)
    y.recolour_highlight(identity, "blue")
    (row,) = joined(x.portable(), y.portable())["highlights"].values()
    assert (row[6], row[8]) == ("blue", "14억")


def test_a_correction_made_after_the_highlight_was_removed_elsewhere_keeps_it(laptops, clock):
    x, y = laptops
    identity = x.add_highlight(*PLACE, "yellow").id
    y.add_highlight(*PLACE, "yellow")
    y.remove_highlight(identity)
    clock.move(hours=1)
    x.correct_highlight(identity, "14억")
    (row,) = joined(x.portable(), y.portable())["highlights"].values()
    assert (row[6], row[8]) == ("yellow", "14억")


def test_what_a_restore_changes_names_papers_whose_correction_is_another(store):
    made = store.add_highlight(*PLACE, "yellow")
    before = store.portable()
    store.correct_highlight(made.id, "14억")
    assert compared(before, store.portable()).differences["highlighted"].changed == (A,)
    store.correct_highlight(made.id, "")
    assert compared(before, store.portable()).is_empty
