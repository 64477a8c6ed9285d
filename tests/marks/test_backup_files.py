"""The files a backup is made of while it is made: hidden, swept when left over, on the disk before it counts."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.marks import backup
from reader.marks.backup import copy_checked, daily_backup, set_aside
from reader.marks.troubles import NewerStoreError


class Watched(sqlite3.Connection):
    """A connection that notes which files there are while it is copied."""

    seen: list[str]

    def backup(self, target, **options):  # type: ignore[no-untyped-def]  # as sqlite3 has it
        super().backup(target, **options)
        (file,) = [row[2] for row in target.execute("PRAGMA database_list")]
        self.seen = [each.name for each in Path(file).parent.iterdir()]


def test_half_a_copy_has_a_name_that_a_sweep_knows(tmp_path):
    to = tmp_path / "marks-x.sqlite"
    with closing(sqlite3.connect(":memory:", factory=Watched)) as db:
        db.execute("CREATE TABLE kept (a)")
        copy_checked(db, to)
    (half,) = [name for name in db.seen if name.endswith(".half")]
    assert half.startswith(".")
    left_over = tmp_path / half
    left_over.touch()
    os.utime(left_over, (0, 0))
    backup._sweep(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [to.name]


def test_a_half_that_another_program_sweeps_meanwhile_hinders_nothing(tmp_path):
    gone = tmp_path / ".marks-x.sqlite.77.half"
    gone.symlink_to(tmp_path / "nowhere")  # listed, and not there when it is looked at
    with closing(sqlite3.connect(":memory:")) as db:
        copy_checked(db, tmp_path / "marks-x.sqlite")
    assert (tmp_path / "marks-x.sqlite").exists()


@pytest.mark.parametrize("has_links", [True, False])
def test_a_copy_that_replaces_nothing_is_made_or_leaves_what_is_there(tmp_path, monkeypatch, has_links):
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(f"{self} {target}")

    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    to = tmp_path / "marks.sqlite"
    for said in ("first", "second"):
        with closing(sqlite3.connect(":memory:")) as db:
            db.execute("CREATE TABLE kept AS SELECT ? AS word", (said,))
            copy_checked(db, to, replace=False)
    with closing(sqlite3.connect(to)) as db:
        assert db.execute("SELECT word FROM kept").fetchall() == [("first",)]
    assert [file.name for file in tmp_path.iterdir()] == [to.name]


def test_the_store_of_a_newer_program_is_not_backed_up_by_this_one(store, backups, clock):
    store.set_note("2512.17909", "kept")
    store.close()
    with closing(sqlite3.connect(store.path)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerStoreError):
        daily_backup(store.path, backups, clock=clock)
    assert not list(backups.glob("*"))


def test_a_store_set_aside_is_so_on_the_disk_too(store, clock, monkeypatch):
    synced: list[Path] = []
    monkeypatch.setattr(backup, "_sync_folder", synced.append)
    store.set_note("2512.17909", "kept")
    store.close()
    aside = set_aside(store.path, clock.now)
    assert aside.exists()
    assert synced == [store.path.parent]
