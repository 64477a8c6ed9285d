"""A full disk, a folder that can't be written, a file somebody else holds: told, and nothing lost."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.marks import connection
from reader.marks.backup import daily_backup
from reader.marks.restoring import restore
from reader.marks.store import MarkStore
from tests.marks.acknowledged import Acknowledged

A, B = "2512.17909", "2512.17910"
NOBODY = 65534
WRITER = Path(__file__).with_name("mark_writer.py")
is_root = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A file system of one megabyte."""
    if not is_root or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no small disk here: {mounted.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def fill(store):
    """Write notes until one is refused; returns those that were saved and the error."""
    saved = {}
    for number in range(10_000):
        try:
            store.set_note(f"paper {number}", f"{number} " * 1000)
        except ReaderError as error:
            return saved, error
        saved[f"paper {number}"] = f"{number} " * 1000
    raise AssertionError("the disk never was full")


def check(path, saved):
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert dict(db.execute("SELECT key, text FROM notes")) == saved


def test_a_full_disk_is_told_and_keeps_every_saved_note(small_disk):
    path = small_disk / "marks.sqlite"
    with MarkStore(path, small_disk / "backups") as store:
        filler = small_disk / "filler"
        filler.write_bytes(bytes(200_000))
        saved, error = fill(store)
        assert "disk is full" in str(error)
        assert len(saved) > 5
        assert {key: store.note(key).text for key in store.keys("noted")} == saved
        with pytest.raises(ReaderError, match="disk is full"):
            store.set_note("one more", "kept by the editor " * 1000)
        with pytest.raises(ReaderError, match="disk is full"):
            store.backup()
        assert [file.name for file in (small_disk / "backups").iterdir()] == []
        filler.unlink()
        store.set_note("one more", "kept by the editor " * 1000)
    check(path, {**saved, "one more": "kept by the editor " * 1000})


def fill_up_again_and_again(disk: Path, times: int, seed: int) -> Acknowledged:
    """A writer of every kind of mark runs into the end of the disk; then there is a little room again, and so on."""
    chance = random.Random(seed)
    path, filler = disk / "marks.sqlite", disk / "filler"
    acknowledged = Acknowledged()
    for time in range(times):
        filler.write_bytes(bytes(chance.randrange(50_000, 500_000)))
        first = str(time * 100_000)
        writer = subprocess.run(
            [sys.executable, WRITER, path, disk / "backups", "w", first],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert writer.returncode == 0, writer.stderr
        acknowledged.take(writer.stdout)
        filler.unlink()
        acknowledged.check(path, disk / "backups")
        assert not list((disk / "backups").glob(".*"))  # no half copy stays
        shutil.rmtree(disk / "backups", ignore_errors=True)
        with closing(sqlite3.connect(path)) as db:  # room for the next
            for table in ("reads", "note_versions", "snapshots"):
                db.execute(f"DELETE FROM {table}")
            db.commit()
            db.execute("VACUUM")
        acknowledged.reads.clear()
        assert len(acknowledged.told) == time + 1
        assert "disk is full" in acknowledged.told[-1]
    return acknowledged


def test_a_disk_that_fills_up_three_times_loses_no_acknowledged_mark(small_disk):
    acknowledged = fill_up_again_and_again(small_disk, 3, seed=3)
    assert min(len(acknowledged.highlights), len(acknowledged.labels), len(acknowledged.revisits)) > 10


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_a_disk_that_fills_up_ten_times_loses_no_acknowledged_mark(small_disk, seed):
    fill_up_again_and_again(small_disk, 10, seed)


def test_a_merge_that_does_not_fit_changes_nothing(small_disk, tmp_path):
    with MarkStore(tmp_path / "large.sqlite", tmp_path / "backups") as large:
        for number in range(300):
            large.set_note(f"paper {number}", f"{number} " * 1000)
        theirs = large.portable()
    with MarkStore(small_disk / "marks.sqlite", small_disk / "backups") as store:
        store.set_bookmark(A, True)
        before = store.portable()
        with pytest.raises(ReaderError, match="disk is full"):
            store.merge(theirs)
        assert store.portable() == before
        store.set_bookmark(B, True)
    with closing(sqlite3.connect(small_disk / "marks.sqlite")) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_restore_that_does_not_fit_changes_nothing(small_disk, tmp_path):
    with MarkStore(tmp_path / "large.sqlite", tmp_path / "backups") as large:
        for number in range(300):
            large.set_note(f"paper {number}", f"{number} " * 1000)
        backup = large.backup()
    path = small_disk / "marks.sqlite"
    with MarkStore(path, small_disk / "backups") as store:
        store.set_bookmark(A, True)
        before = store.portable()
        with pytest.raises(ReaderError, match="disk is full"):
            restore(backup, path, small_disk / "backups")
        assert store.portable() == before
    with pytest.raises(ReaderError, match="disk is full"):
        daily_backup(tmp_path / "large.sqlite", small_disk / "other")
    assert not list((small_disk / "other").glob("*"))


def test_a_store_on_a_full_disk_opens_or_says_why_and_is_whole_once_there_is_room(small_disk):
    path = small_disk / "marks.sqlite"
    filler = small_disk / "filler"
    with MarkStore(path, small_disk / "backups") as store:
        filler.write_bytes(bytes(400_000))
        saved, _ = fill(store)
    with pytest.raises(OSError), filler.open("ab") as file:  # not a byte left
        for _ in range(1_000):
            file.write(bytes(4096))
            file.flush()
    try:
        with MarkStore(path, small_disk / "backups") as store:
            assert store.keys("noted") == set(saved)
    except ReaderError as error:
        assert "disk is full" in str(error)
    with MarkStore(path, small_disk / "backups", read_only=True) as store:
        assert store.keys("noted") == set(saved)
    filler.unlink()
    with MarkStore(path, small_disk / "backups") as store:
        store.set_note("one more", "text")
    check(path, {**saved, "one more": "text"})


def test_a_store_that_may_not_grow_keeps_what_it_has(store, path):
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages + 40}")
    saved, error = fill(store)
    assert "disk is full" in str(error)
    assert len(saved) > 5
    store.close()
    check(path, saved)


def test_many_read_marks_that_do_not_fit_are_none(store):
    store.set_read([A], True)
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(ReaderError, match="disk is full"):
        store.set_read([f"paper {number}" for number in range(5000)], True)
    assert store.keys("read") == {A}
    assert store.undo().keys == {A}


@pytest.mark.parametrize(("free", "said"), [(10**9, "can't be written"), (0, "disk is full")])
def test_a_file_that_can_not_be_opened_is_told_by_how_full_the_disk_is(opened, path, monkeypatch, free, said):
    """With no room left SQLite can't make the files beside the store, and may say no more than 'I/O error'."""
    path.parent.mkdir(parents=True)
    path.symlink_to("nowhere/marks.sqlite")
    usage = shutil.disk_usage(path.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=free))
    with pytest.raises(ReaderError, match=said):
        opened()


IN_A_CLOSED_FOLDER = f"""
import os, sys
from pathlib import Path
from reader.base.errors import ReaderError
from reader.marks.store import MarkStore
if os.geteuid() == 0:  # permissions hold root from nothing; all is imported by now
    os.setgid({NOBODY})
    os.setuid({NOBODY})
path = Path(sys.argv[1])
for read_only in (False, True):
    try:
        with MarkStore(path, path.parent / "backups", read_only=read_only) as store:
            print("opened", sorted(store.keys("bookmarked")))
            store.set_bookmark("another", True)
            print("marked")
    except ReaderError as error:
        print("told", error)
"""


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder with a store in it that the reader of it may not write."""
    outer = Path(tempfile.mkdtemp())  # not below pytest's own folder, which only its owner may enter
    outer.chmod(0o755)
    folder = outer / "data"
    folder.mkdir()
    with MarkStore(folder / "marks.sqlite", folder / "backups") as store:
        store.set_bookmark(A, True)
    (folder / "marks.sqlite").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(outer)


def in_a_closed_folder(path):
    """What a process without rights says: a line for opening to write, then for opening to read and for writing."""
    if sys.platform == "win32":
        pytest.skip("Windows keeps files in a read-only folder writable")
    run = subprocess.run([sys.executable, "-c", IN_A_CLOSED_FOLDER, path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_a_folder_that_can_not_be_written_is_told_and_its_marks_can_still_be_read(closed_folder):
    before = {file.name: file.read_bytes() for file in closed_folder.iterdir()}
    said = in_a_closed_folder(closed_folder / "marks.sqlite")
    assert said[0].startswith("told")
    assert "can't be written" in said[0]
    assert str(closed_folder) in said[0]
    assert said[1] == f"opened {[A]}"
    assert "can't be written" in said[2]
    assert {file.name: file.read_bytes() for file in closed_folder.iterdir()} == before


def test_a_folder_that_can_not_be_made_is_told(closed_folder):
    said = in_a_closed_folder(closed_folder / "deeper" / "marks.sqlite")
    assert said[0].startswith("told")
    assert "Permission denied" in said[0]
    assert said[1] == "opened []"


def test_a_store_somebody_holds_for_long_is_told_and_can_be_tried_again(opened, monkeypatch):
    monkeypatch.setattr(connection, "_BUSY_SECONDS", 0.05)
    mine, other = opened(), opened()
    other._db.execute("BEGIN IMMEDIATE")
    with pytest.raises(ReaderError, match="Try again in a moment"):
        mine.set_bookmark(A, True)
    other._db.execute("COMMIT")
    mine.set_bookmark(A, True)
    assert other.keys("bookmarked") == {A}
