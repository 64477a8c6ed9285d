"""Stores in folders that are not there yet, migrations that fail in memory, and keys that are no ASCII."""

import sqlite3
from pathlib import Path

import pytest

from reader.marks.migrations import MIGRATIONS
from reader.marks.opening import open_store_to_read
from reader.marks.rekeying import _renamed
from reader.marks.store import MarkStore


def test_the_first_mark_makes_the_folders_down_to_the_store_for_the_person_alone(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "marks.sqlite"
    with MarkStore(path, path.parent / "backups") as store:
        store.set_bookmark("2512.17909", True)  # type: ignore[arg-type]  # a key
    assert path.exists()
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_migration_that_fails_on_the_copy_in_memory_says_so_and_leaves_the_file(store: MarkStore) -> None:
    def fails(db: sqlite3.Connection) -> None:
        raise RuntimeError("no such luck")

    store.close()
    before = store.path.read_bytes()
    with pytest.raises(RuntimeError, match="no such luck"):
        open_store_to_read(store.path, store.path.parent / "backups", (*MIGRATIONS, fails))
    assert store.path.read_bytes() == before


def test_the_last_known_text_of_a_paper_takes_its_new_key_whatever_letters_the_old_one_has() -> None:
    kept = '{"key": "https://논문.example/가", "title": "https://논문.example/가"}'
    assert _renamed(kept, "https://논문.example/가", "2512.17909") == (
        '{"key": "2512.17909", "title": "https://논문.example/가"}'
    )
