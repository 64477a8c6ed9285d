"""A full disk, a folder that can't be written, a file somebody else holds: told, and nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.marks import connection
from reader.marks.store import MarkStore

A, B = "2512.17909", "2512.17910"
NOBODY = 65534
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


@pytest.mark.parametrize(("free", "said"), [(10**9, "check the disk"), (0, "disk is full")])
def test_a_file_that_can_not_be_opened_is_told_by_how_full_the_disk_is(opened, path, monkeypatch, free, said):
    """With no room left SQLite can't make the files beside the store, and may say no more than 'I/O error'."""
    path.mkdir(parents=True)
    usage = shutil.disk_usage(path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=free))
    with pytest.raises(ReaderError, match=said):
        opened()


IN_A_CLOSED_FOLDER = f"""
import os, sys
from pathlib import Path
from reader.errors import ReaderError
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
