"""Bookmarks, read marks, notes and snapshots, on a real file."""

import sqlite3
import statistics
import time
from datetime import UTC, datetime, timedelta, timezone

import pytest

from reader.base.errors import ReaderError
from reader.marks.model import PaperMarks

A, B, C = "2512.17909", "https://openreview.net/forum?id=x", "_posts/2025-07-01-시험.md"


def test_an_unknown_paper_has_no_marks(store):
    assert store.marks_of(A) == PaperMarks()
    assert store.note(A) is None
    assert store.kept_keys() == set()


def test_a_bookmark_is_there_after_the_store_was_closed(opened, clock):
    first = opened()
    first.set_bookmark(A, True)
    first.close()
    assert opened().marks_of(A) == PaperMarks(bookmarked=clock.now)


def test_a_bookmark_keeps_its_time_when_it_is_set_again(store, clock):
    since = clock.now
    store.set_bookmark(A, True)
    clock.move(days=1)
    store.set_bookmark(A, True)
    assert store.marks_of(A).bookmarked == since


def test_a_bookmark_taken_back_is_gone(store):
    store.set_bookmark(A, True)
    store.set_bookmark(A, False)
    assert store.marks_of(A).bookmarked is None
    assert store.keys("bookmarked") == set()


def test_many_papers_are_marked_read_at_once(store, clock):
    store.set_read([A, B, A], True)
    assert store.keys("read") == {A, B}
    assert store.marks_of(B).read == clock.now


def test_papers_are_kept_for_a_bookmark_or_a_note_but_not_for_having_been_read(store):
    store.set_bookmark(A, True)
    store.set_note(B, "why")
    store.set_read([A, B, C], True)
    assert store.kept_keys() == {A, B}
    store.set_note(B, "")
    assert store.kept_keys() == {A}


@pytest.mark.parametrize(
    "text", ["# 메모\n\n- [ ] $x^2$ 🙂 <b>", " leading and trailing \n\n", "한글", "a\x00b", "'; --"]
)
def test_a_note_comes_back_to_the_letter(store, clock, text):
    store.set_note(A, text)
    note = store.note(A)
    assert note is not None
    assert (note.text, note.changed) == (text, clock.now)
    assert store.marks_of(A).note == text
    assert store.keys("noted") == {A}


def test_a_note_is_stored_with_one_kind_of_line_end(store):
    store.set_note("2501.00001", "one\r\ntwo\rthree\n")
    assert store.note("2501.00001").text == "one\ntwo\nthree\n"
    assert store.set_note("2501.00001", "four", base="one\r\ntwo\rthree\n") is None


def test_a_note_with_half_a_surrogate_pair_is_saved_all_the_same(store):
    store.set_note(A, "before \ud83d after, \ud83d\ude42")
    assert store.note(A).text == "before \ufffd after, 🙂"


@pytest.mark.parametrize("blank", ["", "  \n\t"])
def test_a_blank_note_is_no_note(store, blank):
    store.set_note(A, "something")
    store.set_note(A, blank)
    assert store.note(A) is None
    assert store.keys("noted") == set()


def test_instants_are_kept_in_utc_whatever_zone_the_clock_speaks(store, clock):
    clock.now = datetime(2026, 11, 3, 9, 0, 0, 123456, tzinfo=timezone(timedelta(hours=9)))
    store.set_bookmark(A, True)
    assert store.marks_of(A).bookmarked == datetime(2026, 11, 3, 0, 0, 0, 123456, tzinfo=UTC)


def test_a_clock_without_a_zone_is_a_bug_and_marks_nothing(store, clock):
    clock.now = datetime(2026, 11, 3)  # noqa: DTZ001 (the point of it)
    with pytest.raises(ValueError, match="zone"):
        store.set_bookmark(A, True)
    assert store.marks_of(A) == PaperMarks()


def test_snapshots_are_kept_beside_the_marks_and_replaced(store):
    store.set_snapshot(A, '{"title": "가"}')
    store.set_snapshots({A: '{"title": "나"}', B: "{}"})
    assert store.snapshots() == {A: '{"title": "나"}', B: "{}"}
    assert store.snapshots([A, C]) == {A: '{"title": "나"}'}
    assert store.kept_keys() == set()


def test_a_weak_snapshot_gives_way_to_every_other(store):
    store.set_snapshots({A: "name", B: "name"}, weak=True)
    store.set_snapshot(A, "text")
    store.set_snapshots({A: "another name"}, weak=True)
    assert store.snapshots() == {A: "text", B: "name"}
    theirs = store.portable()
    theirs["snapshots"] = {(B,): ("text of long ago", "2001-01-01T00:00:00.000000+00:00")}
    store.merge(theirs)
    assert store.snapshots([B]) == {B: "text of long ago"}


def test_of_many_snapshots_all_are_kept_or_none(store):
    with pytest.raises(sqlite3.IntegrityError):  # the caller's bug, so no ReaderError
        store.set_snapshots({A: "{}", B: None})
    assert store.snapshots() == {}
    store.set_snapshot(C, "{}")
    assert store.snapshots() == {C: "{}"}


def test_data_version_tells_what_others_changed_and_nothing_else(opened):
    mine, other = opened(), opened()
    before = mine.data_version()
    mine.set_bookmark(A, True)
    assert mine.data_version() == before
    other.set_bookmark(B, True)
    assert mine.data_version() != before
    assert mine.keys("bookmarked") == {A, B}


def test_saving_what_is_there_already_tells_nobody(opened, clock):
    mine, other = opened(), opened()
    other.set_note(A, "same")
    other.set_read([A], True)
    other.set_snapshot(A, "{}")
    before = mine.data_version()
    clock.move(seconds=1)
    other.set_note(A, "same")
    other.set_read([A], True)
    other.set_snapshot(A, "{}")
    assert mine.data_version() == before


def test_only_reading_makes_no_store(opened, path):
    store = opened(read_only=True)
    assert store.marks_of(A) == PaperMarks()
    assert store.snapshots() == {}
    assert not path.parent.exists()


def test_a_store_opened_to_read_sees_what_is_written_and_writes_nothing(opened):
    writer = opened()
    writer.set_bookmark(A, True)
    reader = opened(read_only=True)
    assert reader.keys("bookmarked") == {A}
    writer.set_bookmark(B, True)
    assert reader.keys("bookmarked") == {A, B}
    with pytest.raises(ReaderError, match="can't be written"):
        reader.set_bookmark(C, True)
    assert writer.keys("bookmarked") == {A, B}


def test_a_mark_among_ten_thousand_takes_under_ten_milliseconds(store):
    keys = [f"25{number:02}.{serial:05}" for number in range(10) for serial in range(1000)]
    store.set_read(keys, True)
    store.set_snapshots(dict.fromkeys(keys, "{}"))
    took = []
    for key in keys[:20]:
        start = time.perf_counter()
        store.set_bookmark(key, True)
        store.set_note(key, "note " * 200)
        took.append((time.perf_counter() - start) / 2)
    assert statistics.median(took) < 0.010


def test_every_commit_waits_for_the_disk(store):
    """A kill can't show this one: only a loss of power could."""
    settings = [store._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert settings == ["wal", 2]
    assert store._db.execute("PRAGMA foreign_keys").fetchone() == (1,)
