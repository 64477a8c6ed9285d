"""What is said of a file whose version can't be so, and what a migration that fails leaves behind."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.marks.migrations import APPLICATION_ID, file_of, migrate, version_of
from reader.marks.store import MarkStore
from reader.marks.troubles import DamagedStoreError, ForeignFileError


def changed(store: MarkStore, pragma: str) -> sqlite3.Connection:
    """The file of a store, one of its numbers changed."""
    store.close()
    db = sqlite3.connect(store.path, isolation_level=None)
    db.execute(f"PRAGMA {pragma}")
    return db


def test_a_store_with_the_number_of_another_program_is_damaged_and_says_which(store: MarkStore) -> None:
    with closing(changed(store, "application_id = 7")) as db, pytest.raises(DamagedStoreError) as told:
        version_of(db, 9)
    assert str(told.value) == f"The marks in {store.path} are damaged (the number 7 marks no such file)."


def test_just_our_tables_are_enough_to_know_it_and_one_less_is_not(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as db:
        for table in ("bookmarks", "reads", "notes"):
            db.execute(f"CREATE TABLE {table} (key)")
        with pytest.raises(ForeignFileError):
            version_of(db, 9)
        db.execute("CREATE TABLE snapshots (key)")
        with pytest.raises(DamagedStoreError):
            version_of(db, 9)


@pytest.mark.parametrize("version", [-3, 0])
def test_a_version_that_no_store_has_is_damage_and_is_named(store: MarkStore, version: int) -> None:
    with closing(changed(store, f"user_version = {version}")) as db, pytest.raises(DamagedStoreError) as told:
        version_of(db, 9)
    assert str(told.value) == f"The marks in {store.path} are damaged (they say they are of version {version})."


def test_a_migration_that_fails_leaves_no_transaction_and_nothing_of_it() -> None:
    def half(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE half (a)")
        raise RuntimeError("the power went")

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        with pytest.raises(RuntimeError, match="the power went"):
            migrate(db, [half], lambda old, new: None)
        assert not db.in_transaction
        assert db.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
        assert version_of(db, 1) == 0


def test_a_database_without_a_file_has_a_name_all_the_same() -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        assert file_of(db) == "memory"


def test_the_number_of_the_program_is_what_files_have_had_since_the_first(store: MarkStore) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
