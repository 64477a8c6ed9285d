"""A byte that the disk changed is noticed, whatever it says now; one that it only failed to give once is no damage."""

import errno
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.marks import connection
from reader.marks.checksums import first_bad_row
from reader.marks.restoring import preview, restore
from reader.marks.store import MarkStore
from reader.marks.troubles import DamagedStoreError, FailedDiskError
from tests.marks.conftest import fill

A, B = "2512.17909", "2512.17910"
VERSION_2, VERSION_3 = (Path(__file__).with_name(f"version-{number}.sql") for number in (2, 3))


def change(path, old, new):
    """As a disk does it: other bytes, of the same length."""
    raw = path.read_bytes()
    assert old in raw
    assert len(old) == len(new)
    path.write_bytes(raw.replace(old, new, 1))


def ask(path, statement):
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(statement)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


@pytest.fixture
def kept(opened, path):
    """A store that was closed, and a backup of it."""
    with opened() as store:
        fill(store)
        store.set_note(A, "precious words")
        return store.backup()


DAMAGE = {
    "other text": lambda path: change(path, b"precious words", b"precious woods"),
    "no text": lambda path: change(path, b"precious words", b"precious w\xffrds"),
    "another day": lambda path: change(path, b"2026-11-22", b"9026-11-22"),
    "another paper": lambda path: change(path, b"2512.17909", b"2512.17908"),
    "one byte": lambda path: path.write_bytes(b"S"),
    "nothing": lambda path: path.write_bytes(b""),
    "no tables": lambda path: path.write_bytes(tableless()),
    "a table less": lambda path: ask(path, "DROP TABLE bookmarks"),
    "version -3": lambda path: ask(path, "PRAGMA user_version = -3"),
    "version 0": lambda path: ask(path, "PRAGMA user_version = 0"),
    "another kind of file": lambda path: ask(path, "PRAGMA application_id = 77"),
}


def tableless():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute("CREATE TABLE one (two TEXT)")
        db.execute("DROP TABLE one")
        return db.serialize()


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_set_aside_and_the_newest_good_backup_is_named(kept, opened, path, kind):
    DAMAGE[kind](path)
    damaged = path.read_bytes()
    with pytest.raises(DamagedStoreError):
        opened(read_only=True)
    with pytest.raises(DamagedStoreError) as caught:
        opened()
    assert caught.value.moved_to.read_bytes() == damaged
    assert caught.value.backup == kept
    assert str(kept) in str(caught.value)


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_restore_never_needs_the_old_store(kept, opened, path, backups, kind):
    DAMAGE[kind](path)
    if kind not in ("nothing", "no tables"):  # of these it can be read that there is nothing
        assert preview(kept, path).differences["noted"].added == (A,)
    restore(kept, path, backups)
    assert opened().note(A).text == "precious words"


@pytest.mark.parametrize("kind", DAMAGE)
def test_no_backup_is_made_of_a_damaged_store(kept, opened, path, backups, kind):
    DAMAGE[kind](path)
    with pytest.raises(DamagedStoreError):
        opened()
    assert list(backups.iterdir()) == [kept]


def test_a_damaged_backup_is_passed_over(kept, opened, path, clock):
    clock.move(hours=1)
    with opened() as store:
        newer = store.backup()
    change(newer, b"precious words", b"precious woods")
    DAMAGE["no text"](path)
    with pytest.raises(DamagedStoreError) as caught:
        opened()
    assert caught.value.backup == kept


def test_what_changes_while_a_store_is_open_is_in_no_backup_of_it(kept, opened, path, backups):
    store = opened()
    DAMAGE["other text"](path)
    with pytest.raises(DamagedStoreError, match="not as it was written"):
        store.backup()
    assert list(backups.iterdir()) == [kept]


def test_every_row_has_its_checksum_whatever_wrote_it(store, opened, tmp_path, clock):
    fill(store)
    store.watch_word("확산", "watch")
    store.judge_pair("종이 접기", "paper folding", "same")
    store.set_note(A, "one text")
    clock.move(hours=1)
    store.set_note(A, "another text")
    store.undo()
    store.put_off([A], clock.now.date())
    store.rename_label("label", "이름", "green")
    with MarkStore(tmp_path / "other.sqlite", tmp_path / "backups", clock=clock) as other:
        other.set_note(A, "elsewhere")
        other.set_bookmark(B, True)
        store.merge(other.portable())
    assert first_bad_row(store._db) == ""
    with closing(sqlite3.connect(store.path)) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            rows, checked = db.execute(f"SELECT count(*), count(checksum) FROM {table}").fetchone()
            assert rows == checked > 0, table


def test_a_restored_zip_has_its_checksums(store, path, backups, tmp_path):
    from reader.marks.portable import write_zip

    fill(store)
    write_zip(store, tmp_path / "marks.zip")
    restore(tmp_path / "marks.zip", path, backups)
    assert first_bad_row(store._db) == ""


@pytest.mark.parametrize("sql", [VERSION_2, VERSION_3])
def test_a_store_of_this_version_or_the_last_is_opened_with_its_checksums(opened, path, sql):
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as db:
        db.executescript(sql.read_text(encoding="utf-8"))
    store = opened()
    assert store.keys("bookmarked") == {A}
    assert first_bad_row(store._db) == ""


def test_text_that_is_none_is_damage_in_a_store_without_checksums_too(opened, path):
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as db:
        db.executescript(VERSION_2.read_text(encoding="utf-8"))
    change(path, "제안하는".encode(), "제안하".encode() + b"\xed\xff\xff")
    with pytest.raises(DamagedStoreError):
        opened()


def test_a_disk_that_fails_once_is_no_damage(kept, opened, monkeypatch):
    answers = iter(["Tree 5 page 5: unable to get the page"])
    real = connection.first_damage
    monkeypatch.setattr(connection, "first_damage", lambda *given: next(answers, None) or real(*given))
    assert opened().note(A).text == "precious words"


def test_a_disk_that_fails_is_told_and_nothing_is_moved(kept, opened, path, backups, monkeypatch):
    def fail(_db, _pragma):
        raise connection.failed_disk(path, "error 266")

    before = path.read_bytes()
    monkeypatch.setattr(connection, "first_damage", fail)
    with pytest.raises(FailedDiskError, match="disk failed"):
        opened()
    assert path.read_bytes() == before
    assert {file.name for file in path.parent.iterdir()} >= {backups.name, path.name}
    assert not list(path.parent.glob("*damaged*"))


def test_damage_is_not_believed_where_the_file_can_not_be_read_to_its_end(kept, opened, path, monkeypatch):
    def fail(_path):
        raise OSError(errno.EIO, "Input/output error", str(path))

    monkeypatch.setattr(connection, "first_damage", lambda *_: "a page that is none")
    monkeypatch.setattr(connection, "_read_through", fail)
    with pytest.raises(FailedDiskError):
        opened()
    assert path.exists()


def test_a_clock_that_is_thousands_of_years_fast_marks_nothing(store, clock):
    clock.now = datetime(9999, 1, 1, tzinfo=UTC)
    with pytest.raises(ReaderError, match="clock"):
        store.set_bookmark(A, True)
    assert store.keys("bookmarked") == set()


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_told_at_once(path, opened, make):
    path.parent.mkdir(parents=True)
    make(path)
    for read_only in (True, False):
        with pytest.raises(ReaderError, match="is no file"):
            opened(read_only=read_only)
