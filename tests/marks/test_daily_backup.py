"""One backup a local day, 14 days and 12 months of them, and a look at what going back would change."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reader.base.errors import ReaderError
from reader.marks.backup import Backup, backups_in, daily_backup, superfluous
from reader.marks.merging import Difference
from reader.marks.restoring import preview, read_backup, restore
from reader.marks.revisit import local_day

A, B = "2512.17909", "2512.17910"
SEOUL = ZoneInfo("Asia/Seoul")


@pytest.fixture
def daily(store, path, backups, clock):
    return lambda: daily_backup(path, backups, clock=clock, zone=SEOUL)


def days(backups):
    return [local_day(backup.at, SEOUL) for backup in backups_in(backups) if backup.reason == "daily"]


def test_the_first_use_of_a_day_makes_a_backup_and_the_next_none(store, daily, backups, clock):
    store.set_bookmark(A, True)
    made = daily()
    assert daily() is None
    assert made.name == "marks-2026-11-03T101500Z-daily.sqlite"
    with closing(sqlite3.connect(made)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT key FROM bookmarks").fetchall() == [(A,)]


def test_a_day_begins_at_local_midnight(daily, clock):
    clock.now = datetime(2026, 11, 3, 23, 59, 59, tzinfo=SEOUL)
    assert daily()
    clock.move(seconds=1)
    assert daily()
    clock.now = datetime(2026, 11, 4, 23, 59, tzinfo=SEOUL)
    assert daily() is None


def test_a_backup_asked_for_or_made_before_a_restore_is_not_the_days(store, daily):
    store.backup()
    assert daily()


def test_fourteen_days_and_twelve_months_are_kept():
    """A backup every day at noon, and what is superfluous taken away each day: as a person makes them."""
    kept: list[Backup] = []
    begin = datetime(2025, 1, 1, 12, tzinfo=SEOUL)
    for number in range(500):
        at = begin + timedelta(days=number)
        kept.insert(0, Backup(Path(str(number)), at.astimezone(UTC), "daily"))
        for gone in superfluous(kept, SEOUL):
            kept.remove(gone)
    last = begin.date() + timedelta(days=499)
    days = [local_day(backup.at, SEOUL) for backup in kept]
    assert days[:14] == [last - timedelta(days=number) for number in range(14)]
    assert len(days) == 25  # the last of these 14 days stands for the newest month as well
    assert {(day.year, day.month) for day in days} == {(2025, month) for month in range(6, 13)} | {
        (2026, month) for month in range(1, 6)
    }
    assert all((day + timedelta(days=1)).day == 1 for day in days[14:])


def test_months_without_use_do_not_count():
    """Two days of use in every second month: the 14 newest days, and the last day of each of the 12 newest months."""
    used = [date(2025 + month // 12, month % 12 + 1, day) for month in range(0, 40, 2) for day in (5, 20)]
    kept = [Backup(Path(str(day)), datetime(day.year, day.month, day.day, 3, tzinfo=UTC), "daily") for day in used]
    kept.reverse()
    gone = superfluous(kept, SEOUL)
    days = [local_day(backup.at, SEOUL) for backup in kept if backup not in gone]
    assert days == [*used[:-15:-1], *(day for day in used[-15:-25:-1] if day.day == 20)]
    assert len(days) == 14 + 5


def test_only_superfluous_daily_backups_are_taken_away(store, daily, backups, clock):
    by_hand = store.backup()
    for _ in range(16):
        assert daily()
        clock.move(days=1)
    assert len(days(backups)) == 14
    assert by_hand.exists()


def test_who_comes_back_after_a_year_finds_the_last_days_of_use(daily, backups, clock):
    for _ in range(5):
        daily()
        clock.move(days=1)
    clock.move(days=400)
    daily()
    assert len(days(backups)) == 6


def test_a_clock_gone_wrong_loses_no_backup(daily, backups, clock):
    for _ in range(3):
        daily()
        clock.move(days=1)
    right = clock.now
    clock.move(days=3650)
    daily()
    clock.now = right
    assert daily()
    assert len(days(backups)) == 5


def test_backups_before_a_merge_or_restore_do_not_fill_the_disk(store, path, backups, clock):
    backup = store.backup()
    for _ in range(20):
        clock.move(minutes=1)
        restore(backup, path, backups, clock=clock)
    assert [each.reason for each in backups_in(backups)].count("before-restore") == 14
    assert backup.exists()


def test_where_there_is_no_store_there_is_nothing_to_back_up(tmp_path):
    assert daily_backup(tmp_path / "none.sqlite", tmp_path / "backups") is None
    assert list(tmp_path.iterdir()) == []


def test_a_backup_that_can_not_be_made_is_told(daily, backups):
    backups.write_text("a file where the folder should be")
    with pytest.raises(ReaderError):
        daily()


def test_an_older_store_is_backed_up_as_it_is(store, daily, path):
    store._db.execute("PRAGMA user_version = 1")
    made = daily()
    with closing(sqlite3.connect(made)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)


# What would change


def test_a_preview_lists_what_would_change_and_changes_nothing(store, path, clock):
    store.set_bookmark(A, True)
    store.set_note(A, "old")
    store.set_revisit([A], date(2026, 11, 22))
    store.set_label([A], "label", True)
    store.watch_word("확산", "watch")
    store.judge_pair("종이 접기", "paper folding", "same")
    backup = store.backup()
    clock.move(hours=1)
    store.set_bookmark(A, False)
    store.set_bookmark(B, True)
    store.set_note(A, "new")
    store.put_off([A], date(2026, 11, 22))
    store.rename_label("label", "other")
    store.add_highlight(B, "method", "words", "", "", "pink")
    store.save_search("name", "query")
    store.forget_word("확산")
    store.judge_pair("종이 접기", "paper folding", "other")
    now = store.portable()
    assert preview(backup, path).differences == {
        "bookmarked": Difference(added=(A,), removed=(B,)),
        "read": Difference(),
        "noted": Difference(changed=(A,)),
        "revisit": Difference(changed=(A,)),
        "labelled": Difference(changed=(A,)),
        "highlighted": Difference(removed=(B,)),
        "labels": Difference(added=("label",), removed=("other",)),
        "searches": Difference(removed=("name",)),
        "watched": Difference(added=("확산",)),
        "names": Difference(changed=("paper folding | 종이 접기",)),
    }
    assert store.portable() == now


def test_after_a_restore_nothing_more_would_change(store, path, backups, clock):
    store.set_bookmark(A, True)
    backup = store.backup()
    store.set_bookmark(A, False)
    restore(backup, path, backups, clock=clock)
    assert preview(backup, path).is_empty
    assert read_backup(backup) == store.portable()


@pytest.mark.parametrize("there", ["nothing", "damage"])
def test_over_nothing_or_damage_everything_is_added(store, path, there):
    store.set_bookmark(A, True)
    backup = store.backup()
    store.close()
    path.unlink()
    if there == "damage":
        path.write_bytes(b"not a database at all " * 500)
    assert preview(backup, path).differences["bookmarked"] == Difference(added=(A,))


def test_a_backup_of_another_kind_is_refused(store, path, tmp_path):
    text = tmp_path / "marks.sqlite"
    text.write_text("no backup " * 100)
    with pytest.raises(ReaderError):
        preview(text, path)
    with pytest.raises(ReaderError, match="no backup"):
        preview(tmp_path / "missing.sqlite", path)


def test_a_backup_in_utc_is_of_its_local_day(daily, clock):
    clock.now = datetime(2026, 11, 3, 16, 0, tzinfo=UTC)
    daily()
    clock.now = datetime(2026, 11, 4, 14, 59, tzinfo=UTC)
    assert daily() is None
    clock.now = datetime(2026, 11, 4, 15, 0, tzinfo=UTC)
    assert daily()
