"""What a look at a store says where the file is damaged or the disk fails."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.marks.connection import first_damage, look
from reader.marks.migrations import MIGRATIONS
from reader.marks.store import MarkStore
from reader.marks.troubles import DamagedStoreError, FailedDiskError


class Answering:
    """A connection whose check says what a test wants it to."""

    def __init__(self, answer: str, file: Path) -> None:
        self._answers = {"PRAGMA quick_check(1)": (answer,), "PRAGMA database_list": (0, "main", str(file))}

    def execute(self, query: str) -> "Answering":
        self._row = self._answers[query]
        return self

    def fetchone(self) -> tuple[object, ...]:
        return self._row


def test_a_disk_that_fails_while_it_is_read_is_said_with_its_number(tmp_path: Path) -> None:
    db = Answering("unable to get the page. error code=266", tmp_path / "marks.sqlite")
    with pytest.raises(FailedDiskError, match=r"\(error 266\)") as told:
        first_damage(db, "quick_check")  # type: ignore[arg-type]  # it answers as one does
    assert str(tmp_path / "marks.sqlite") in str(told.value)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CORRUPT_INDEX])
def test_a_page_that_is_no_page_is_damage_and_the_last_line_says_what(tmp_path: Path, code: int) -> None:
    db = Answering(f"*** in database main ***\nPage 4: error code={code}", tmp_path / "marks.sqlite")
    assert first_damage(db, "quick_check") == f"Page 4: error code={code}"  # type: ignore[arg-type]  # as above


def test_a_store_without_one_of_its_tables_is_damaged_and_says_which(store: MarkStore) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as db:
        db.execute("DROP TABLE highlights")
    with pytest.raises(DamagedStoreError) as told:
        look(store.path, MIGRATIONS)
    assert str(told.value) == f"The marks in {store.path} are damaged (there is no table highlights)."


def test_a_file_that_is_no_database_is_damaged_and_sqlite_says_why(tmp_path: Path) -> None:
    path = tmp_path / "marks.sqlite"
    path.write_bytes(b"not a database at all " * 500)
    with pytest.raises(DamagedStoreError) as told:
        look(path, MIGRATIONS)
    assert str(told.value) == f"The marks in {path} are damaged (file is not a database)."
