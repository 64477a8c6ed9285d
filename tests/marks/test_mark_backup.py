"""Backups, damaged files, and the way back."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime

import pytest

from reader.base.errors import ReaderError
from reader.marks import restoring
from reader.marks.backup import backups_in
from reader.marks.migrations import MIGRATIONS
from reader.marks.restoring import restore
from reader.marks.troubles import DamagedStoreError, FailedDiskError, NewerStoreError

A, B = "2512.17909", "2512.17910"


def add_labels(db):
    db.execute("ALTER TABLE bookmarks ADD COLUMN label TEXT")


def garbage(path):
    path.write_bytes(b"not a database at all " * 500)


def pages_overwritten(path):
    raw = bytearray(path.read_bytes())
    raw[4096 * 2 : 4096 * 8] = b"\xa5" * (4096 * 6)
    path.write_bytes(raw)


def cut_short(path):
    path.write_bytes(path.read_bytes()[: 4096 * 3])


def full_of_marks(store):
    store.set_read([f"paper {number}" for number in range(2000)], True)
    store.set_bookmark(A, True)
    store.set_note(A, "precious")


def test_a_backup_is_one_sound_file_with_all_that_is_marked(store, backups, clock):
    full_of_marks(store)
    made = store.backup()
    assert [file.name for file in backups.iterdir()] == ["marks-2026-11-03T101500Z.sqlite"]
    (backup,) = backups_in(backups)
    assert (backup.path, backup.at, backup.reason) == (made, clock.now, "")
    assert made.read_bytes()[18:20] == b"\x01\x01"  # not in WAL mode: to be read from a read-only disk too
    with closing(sqlite3.connect(made)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM reads").fetchone() == (2000,)


def test_two_backups_in_one_second_are_two(store, backups):
    first, second = store.backup(), store.backup()
    assert [backup.path for backup in backups_in(backups)] == [second, first]


def test_a_backup_to_a_named_file_replaces_it(store, tmp_path):
    to = tmp_path / "mine.sqlite"
    to.write_text("what was there")
    store.set_bookmark(A, True)
    assert store.backup(to) == to
    with closing(sqlite3.connect(to)) as db:
        assert db.execute("SELECT key FROM bookmarks").fetchall() == [(A,)]


def test_a_backup_that_can_not_be_made_leaves_nothing_behind(store, backups):
    backups.write_text("a file where the folder should be")
    with pytest.raises(ReaderError):
        store.backup()
    assert backups.read_text() == "a file where the folder should be"


def test_other_files_in_the_backup_folder_are_no_backups(store, backups):
    store.backup()
    (backups / "marks-old.sqlite").touch()
    (backups / ".marks-2026-11-03T101500Z.sqlite.77.half").touch()
    assert len(backups_in(backups)) == 1


def test_half_a_backup_of_a_killed_program_is_removed_later(store, backups):

    backups.mkdir()
    old, young = backups / ".marks-x.sqlite.77.half", backups / ".marks-x.sqlite.78.half"
    for half in (old, young):
        half.touch()
    os.utime(old, (0, 0))
    store.backup()
    assert not old.exists()
    assert young.exists()


@pytest.mark.parametrize("damage", [garbage, pages_overwritten, cut_short])
def test_a_damaged_store_is_moved_aside_whole_and_the_way_back_is_named(opened, path, backups, clock, damage):
    store = opened()
    full_of_marks(store)
    backup = store.backup()
    store.close()
    damage(path)
    before = path.read_bytes()
    clock.move(days=1)

    with pytest.raises(DamagedStoreError) as caught:
        opened()

    aside = path.with_name("marks-damaged-2026-11-04T101500Z.sqlite")
    assert aside.read_bytes() == before
    assert not path.exists()
    assert (caught.value.moved_to, caught.value.backup) == (aside, backup)
    assert str(aside) in str(caught.value)
    assert str(backup) in str(caught.value)
    assert "\n" not in str(caught.value)

    assert restore(backup, path, backups, clock=clock) is None
    assert opened().marks_of(A).note == "precious"
    assert aside.read_bytes() == before


def test_a_damaged_store_opened_to_read_stays_where_it_is(opened, path):
    opened().close()
    garbage(path)
    with pytest.raises(DamagedStoreError) as caught:
        opened(read_only=True)
    assert caught.value.moved_to is None
    assert [file.name for file in path.parent.iterdir()] == ["marks.sqlite"]


def test_after_a_damaged_store_was_moved_aside_the_program_can_start_anew(opened, path):
    opened().close()
    garbage(path)
    with pytest.raises(DamagedStoreError, match="no backup yet"):
        opened()
    store = opened()
    store.set_bookmark(A, True)
    assert store.keys("bookmarked") == {A}


def test_damage_met_while_open_is_told(opened, path):
    store = opened()
    full_of_marks(store)
    store.close()
    store = opened()
    pages_overwritten(path)
    with pytest.raises(DamagedStoreError, match="Start the program again"):
        store.keys("read")


def test_a_log_without_its_store_is_not_thrown_away(opened, path):
    store = opened()
    store.set_note(A, "precious")
    log = path.with_name(f"{path.name}-wal").read_bytes()
    store.close()
    path.unlink()
    path.with_name(f"{path.name}-wal").write_bytes(log)
    with pytest.raises(DamagedStoreError, match="missing"):
        opened()
    (aside,) = path.parent.glob("marks-damaged-*-wal")
    assert aside.read_bytes() == log


def test_an_emptied_store_is_not_taken_for_a_new_one(opened, path):
    store = opened()
    store.backup()
    store.close()
    path.write_bytes(b"")
    with pytest.raises(DamagedStoreError, match="empty"):
        opened()


def test_a_store_whose_making_was_interrupted_is_made_again(opened, path):
    path.parent.mkdir(parents=True)
    path.touch()
    store = opened()
    store.set_bookmark(A, True)
    assert store.keys("bookmarked") == {A}


def test_restoring_keeps_what_was_there_and_open_windows_see_it(opened, path, backups, clock):
    window = opened()
    window.set_bookmark(A, True)
    backup = window.backup()
    clock.move(hours=1)
    window.set_bookmark(B, True)
    version = window.data_version()

    before = restore(backup, path, backups, clock=clock)

    assert window.data_version() != version
    assert window.keys("bookmarked") == {A}
    window.set_note(A, "still writes to the same file")
    assert opened().keys("noted") == {A}
    assert [made.reason for made in backups_in(backups)] == ["before-restore", ""]
    restore(before, path, backups, clock=clock)
    assert window.keys("bookmarked") == {A, B}


def test_an_older_backup_is_migrated_on_its_way_back(opened, path, backups, clock):
    store = opened()
    store.set_bookmark(A, True)
    backup = store.backup()
    store.close()
    newer = (*MIGRATIONS, add_labels)
    store = opened(migrations=newer)
    store.set_bookmark(B, True)
    old_bytes = backup.read_bytes()
    restore(backup, path, backups, clock=clock, migrations=newer)
    assert store._db.execute("SELECT key, label FROM bookmarks").fetchall() == [(A, None)]
    assert store._db.execute("PRAGMA user_version").fetchone() == (len(newer),)
    assert backup.read_bytes() == old_bytes


def test_a_store_is_restored_where_there_is_none(opened, path, backups, clock):
    store = opened()
    store.set_bookmark(A, True)
    backup = store.backup()
    store.close()
    path.unlink()
    assert restore(backup, path, backups, clock=clock) is None
    assert opened().keys("bookmarked") == {A}


def test_a_damaged_store_is_set_aside_by_a_restore(opened, path, backups, clock):
    store = opened()
    store.set_bookmark(A, True)
    backup = store.backup()
    store.close()
    garbage(path)
    aside = restore(backup, path, backups, clock=clock)
    assert aside.read_bytes().startswith(b"not a database")
    assert opened().keys("bookmarked") == {A}


@pytest.mark.parametrize("trouble", [DamagedStoreError, FailedDiskError])
def test_what_looks_damaged_once_is_looked_at_again_and_stays_in_its_place(
    opened, path, backups, clock, monkeypatch, trouble
):
    store = opened()
    backup = store.backup()
    store.close()
    really, asked = restoring.keep_before, []

    def keep_before(*given):
        asked.append(given)
        if len(asked) == 1:
            raise trouble("one read failed")
        return really(*given)

    monkeypatch.setattr(restoring, "keep_before", keep_before)
    assert restore(backup, path, backups, clock=clock) in {made.path for made in backups_in(backups)}
    assert not list(path.parent.glob("*damaged*"))


def test_a_bad_backup_is_refused_and_the_store_stays(opened, path, backups, clock, tmp_path):
    store = opened()
    store.set_bookmark(A, True)
    newer = tmp_path / "newer.sqlite"
    store.backup(newer)
    with closing(sqlite3.connect(newer)) as db:
        db.execute("PRAGMA user_version = 99")
    damaged = tmp_path / "damaged.sqlite"
    garbage(damaged)
    for bad, family in ((newer, NewerStoreError), (damaged, DamagedStoreError), (tmp_path / "none", ReaderError)):
        with pytest.raises(family, match=str(bad)) as caught:
            restore(bad, path, backups, clock=clock)
        assert "Start the program again" not in str(caught.value)  # said of the store, not of a backup
    assert store.keys("bookmarked") == {A}
    assert backups_in(backups) == []


def test_backup_names_say_the_time_in_utc(store, clock):
    clock.now = datetime.fromisoformat("2026-11-04T01:00:00+09:00")
    assert store.backup().name == "marks-2026-11-03T160000Z.sqlite"
