"""Two states of marks made one: again and in any order the same, the newest of every field."""

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.marks.backup import backups_in
from reader.marks.merging import Difference, compared, joined, joined_row
from reader.marks.model import Label, Revisit, SavedSearch
from reader.marks.store import MarkStore
from reader.marks.tables import TABLES, kept_versions

A, B = "2512.17909", "2512.17910"
TODAY = date(2026, 11, 21)


@pytest.fixture
def laptops(tmp_path, clock):
    """Two stores of one person."""
    stores = [MarkStore(tmp_path / name / "marks.sqlite", tmp_path / name / "backups", clock=clock) for name in "xy"]
    yield stores
    for store in stores:
        store.close()


def exchange(x, y):
    """Both carry what they have to the other."""
    from_x, from_y = x.portable(), y.portable()
    x.merge(from_y)
    y.merge(from_x)
    assert x.portable() == y.portable()


def test_everything_that_was_made_on_one_is_on_both(laptops, clock):
    x, y = laptops
    x.set_bookmark(A, True)
    x.set_note(A, "메모")
    x.set_revisit([A], TODAY)
    x.set_label([A], "label", True)
    highlight = x.add_highlight(A, "method", "words", "", "", "pink")
    x.save_search("name", "query")
    x.set_snapshot(A, "{}")
    y.set_read([B], True)
    exchange(x, y)
    assert y.marks_of(A) == x.marks_of(A)
    assert y.marks_of(A).labels == ("label",)
    assert y.highlights_of(A) == (highlight,)
    assert y.saved_searches() == (SavedSearch("name", "query"),)
    assert y.revisits() == (Revisit(A, TODAY, 0),)
    assert y.snapshots() == {A: "{}"}
    assert x.keys("read") == {B}


def test_what_was_taken_back_later_stays_taken_back(laptops, clock):
    x, y = laptops
    x.set_bookmark(A, True)
    exchange(x, y)
    clock.move(minutes=1)
    y.set_bookmark(A, False)
    exchange(x, y)
    assert x.keys("bookmarked") == set()


def test_of_one_field_the_newest_wins_and_the_other_fields_stay(laptops, clock):
    x, y = laptops
    x.add_label("label", "red")
    exchange(x, y)
    clock.move(minutes=1)
    x.recolour_label("label", "green")
    clock.move(minutes=1)
    y.set_label([A], "label", True)
    exchange(x, y)
    assert x.labels() == (Label("label", "green", 1),)


def test_a_label_used_after_it_was_removed_elsewhere_is_there_again(laptops, clock):
    x, y = laptops
    x.set_label([A], "label", True)
    exchange(x, y)
    clock.move(minutes=1)
    x.remove_label("label")
    clock.move(minutes=1)
    y.set_label([B], "label", True)
    exchange(x, y)
    assert x.labelled("label") == {B}


def test_a_label_removed_after_it_was_used_elsewhere_is_gone(laptops, clock):
    x, y = laptops
    x.set_label([A], "label", True)
    exchange(x, y)
    y.set_label([B], "label", True)
    clock.move(minutes=1)
    x.remove_label("label")
    exchange(x, y)
    assert x.labels() == ()
    assert y.labels_of(B) == ()
    x.add_label("label", "blue")
    assert x.labelled("label") == set()


def test_of_two_notes_the_newer_wins_and_the_older_is_a_version(laptops, clock):
    x, y = laptops
    x.set_note(A, "older")
    clock.move(minutes=1)
    y.set_note(A, "newer")
    report = x.merge(y.portable())
    assert report.note_conflicts == (A,)
    assert report.differences["noted"] == Difference(changed=(A,))
    y.merge(x.portable())
    for store in laptops:
        assert store.note(A).text == "newer"
        assert [(version.text, version.displaced) for version in store.note_versions(A)] == [("older", True)]


def test_the_same_words_highlighted_on_both_are_one_highlight(laptops, clock):
    x, y = laptops
    x.add_highlight(A, "method", "words", "before", "after", "green")
    clock.move(minutes=1)
    newer = y.add_highlight(A, "method", "words", "before", "after", "pink")
    exchange(x, y)
    assert x.highlights_of(A) == y.highlights_of(A) == (newer,)


def test_a_note_removed_later_is_removed_and_kept_as_a_version(laptops, clock):
    x, y = laptops
    x.set_note(A, "text")
    exchange(x, y)
    clock.move(minutes=1)
    y.set_note(A, "")
    exchange(x, y)
    assert x.note(A) is None
    assert [version.text for version in x.note_versions(A)] == ["text"]


def test_merging_twice_says_that_nothing_changed_and_makes_one_backup(laptops):
    x, y = laptops
    y.set_bookmark(A, True)
    assert x.merge(y.portable()).differences["bookmarked"] == Difference(added=(A,))
    assert x.merge(y.portable()).is_empty
    assert [backup.reason for backup in backups_in(x.path.parent / "backups")] == ["before-merge"]


def test_a_clock_that_was_set_back_makes_no_change_old(laptops, clock):
    x, y = laptops
    x.set_bookmark(A, True)
    exchange(x, y)
    clock.move(days=-400)
    x.set_bookmark(A, False)
    x.set_note(A, "first")
    clock.move(days=-400)
    x.set_note(A, "second")
    exchange(x, y)
    assert y.keys("bookmarked") == set()
    assert y.note(A).text == "second"


def test_twenty_versions_of_a_note_are_kept(laptops, clock):
    for store in laptops:
        for number in range(15):
            clock.move(hours=1)
            store.set_note(A, f"{store.path.parent.name} {number}")
    exchange(*laptops)
    versions = laptops[0].note_versions(A)
    assert [version.text for version in versions] == [
        *(f"y {number}" for number in range(13, -1, -1)),
        *(f"x {number}" for number in range(14, 8, -1)),
    ]
    assert laptops[1].note_versions(A) == versions


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (("2026-11-01", "t1"), (None, "t2"), (None, "t2")),
        ((None, "t1"), ("2026-11-01", "t1"), ("2026-11-01", "t1")),
        (("2026-11-02", "t1"), ("2026-11-01", "t1"), ("2026-11-02", "t1")),
        (("2026-11-01", "t1"), ("2026-11-01", "t1"), ("2026-11-01", "t1")),
    ],
    ids=["newer", "of one instant what holds", "of one instant and both hold", "alike"],
)
def test_of_two_states_of_a_cell_both_sides_choose_the_same(one, other, kept):
    assert joined_row(TABLES["bookmarks"], one, other) == kept
    assert joined_row(TABLES["bookmarks"], other, one) == kept


# Any two, any three

stamps = st.integers(0, 3).map(lambda n: f"2026-11-0{n + 1}T00:00:00.000000+00:00")
KINDS = {
    "key": st.sampled_from([A, B]),
    "name": st.sampled_from(["one", "둘"]),
    "text": st.sampled_from(["a", "b", "가"]),
    "note": st.sampled_from(["", "a", "b", "가", "🙂"]),
    "instant": stamps,
    "stamp": st.just("") | stamps,
    "day": st.sampled_from(["2026-11-21", "2026-11-22"]),
    "step": st.integers(0, 2),
    "flag": st.integers(0, 1),
    "watch": st.sampled_from(["watch", "mute"]),
    "names": st.sampled_from(["same", "other"]),
    "term": st.sampled_from(["a", "b"]),
    "label colour": st.sampled_from(["red", "green"]),
    "highlight colour": st.sampled_from(["yellow", "pink"]),
}


def values(columns):
    return st.tuples(*(st.none() | KINDS[column.kind] if column.optional else KINDS[column.kind] for column in columns))


def as_in_a_store(state):
    """No version of a note is newer than the note."""
    notes = state["notes"]
    versions = {
        identity: row
        for identity, row in state["note_versions"].items()
        if (identity[0],) in notes and row[-1] <= notes[identity[0],][-1]
    }
    return {**state, "note_versions": kept_versions(versions, notes)}


states = st.fixed_dictionaries(
    {name: st.dictionaries(values(table.identity), values(table.rest), max_size=3) for name, table in TABLES.items()}
).map(as_in_a_store)


@given(states, states, states)
@settings(max_examples=150)
def test_merging_is_idempotent_and_its_order_does_not_matter(a, b, c):
    assert joined(a, a) == a
    assert joined(a, b) == joined(b, a)
    assert joined(joined(a, b), b) == joined(a, b)
    assert joined(joined(a, b), c) == joined(a, joined(b, c))


@given(states, states)
@settings(max_examples=50, deadline=None)
def test_a_store_holds_what_was_merged_into_it(a, b):
    with tempfile.TemporaryDirectory() as folder, MarkStore(Path(folder, "m.sqlite"), Path(folder, "backups")) as store:
        store.merge(a)
        assert store.portable() == a
        report = store.merge(b)
        assert store.portable() == joined(a, b)
        assert report.differences == compared(a, joined(a, b)).differences
        assert store.merge(a).is_empty
        assert store._db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_backup_says_what_it_would_change(laptops, clock):
    x, _ = laptops
    x.set_bookmark(A, True)
    before = x.portable()
    clock.move(minutes=1)
    x.set_bookmark(A, False)
    x.set_bookmark(B, True)
    x.set_note(A, "text")
    assert compared(x.portable(), before).differences["bookmarked"] == Difference(added=(A,), removed=(B,))
    assert compared(x.portable(), before).differences["noted"] == Difference(removed=(A,))
    assert compared(before, before).is_empty


def test_stamps_rise_also_within_one_microsecond(store, clock):
    for on in (True, False, True):
        store.set_bookmark(A, on)
    assert datetime.fromisoformat(store.portable()["bookmarks"][A,][1]) == clock.now + timedelta(microseconds=2)
