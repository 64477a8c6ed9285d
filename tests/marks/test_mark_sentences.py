"""What is said when marks cannot be kept or read, and what a store answers about many papers at once."""

import errno
import json
import sqlite3
import zipfile
from datetime import date
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.marks.merging import Difference, compared
from reader.marks.migrations import APPLICATION_ID, version_of
from reader.marks.portable import MEMBER, read_zip
from reader.marks.troubles import ForeignFileError, NewerStoreError, explained, is_damage, primary_code

A, B, C = "2512.17909", "2512.17910", "2512.17911"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_with_what_to_do(number: int) -> None:
    with pytest.raises(ReaderError) as told, explained(Path("/a/marks.sqlite")):
        raise OSError(number, "no room")
    assert str(told.value) == (
        "The disk is full: this was not saved, and nothing in /a/marks.sqlite was lost. Make room, then try again."
    )


def test_another_fault_of_a_file_names_the_file_and_the_reason() -> None:
    with pytest.raises(ReaderError) as told, explained(Path("/a/marks.sqlite")):
        raise OSError(errno.EACCES, "Permission denied", "/b/backup")
    assert str(told.value) == "/b/backup: Permission denied. No mark was lost."
    with pytest.raises(ReaderError) as told, explained(Path("/a/marks.sqlite")):
        raise OSError("odd")
    assert str(told.value) == "/a/marks.sqlite: odd. No mark was lost."


def test_a_fault_of_the_programs_own_is_no_fault_of_the_world() -> None:
    error = sqlite3.OperationalError("no such table")
    error.sqlite_errorcode = sqlite3.SQLITE_ERROR
    with pytest.raises(sqlite3.OperationalError), explained(Path("/a/marks.sqlite")):
        raise error
    assert not is_damage(error)
    assert primary_code(sqlite3.OperationalError("of Python's own")) is None


def test_a_file_of_another_program_is_left_alone_with_words(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE theirs (x)")
    with pytest.raises(ForeignFileError) as told:
        version_of(db, 9)
    assert str(told.value) == f"{path} is not a file of marks; it was left alone. Move it away and start again."
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 10")
    with pytest.raises(NewerStoreError, match=r"^The marks in .*version 10, known here: 9\)\. They were left alone"):
        version_of(db, 9)
    assert version_of(db, 10) == 10
    db.close()


def test_a_label_that_is_not_there_is_named(store) -> None:  # type: ignore[no-untyped-def]  # a fixture
    for change in (
        lambda: store.rename_label("없는 것", "새 것"),
        lambda: store.recolour_label("없는 것", "green"),
        lambda: store.remove_label("없는 것"),
    ):
        with pytest.raises(ReaderError) as told:
            change()
        assert str(told.value) == "There is no label '없는 것'."


def test_notes_with_a_word_are_found_the_latest_first(store, clock) -> None:  # type: ignore[no-untyped-def]  # fixtures
    for key, text in ((A, "확산 모델"), (B, "Diffusion"), (C, "확산과 diffusion")):
        store.set_note(key, text)
        clock.move(hours=1)
    assert list(store.notes_with("확산").items()) == [(C, "확산과 diffusion"), (A, "확산 모델")]
    assert list(store.notes_with("Diffusion")) == [B]
    assert list(store.notes_with("diffusion", "모델")) == [C, A]
    assert store.notes_with("없는 말") == {}


def test_each_kind_of_mark_has_its_papers(store) -> None:  # type: ignore[no-untyped-def]  # a fixture
    store.set_bookmark(A, True)
    store.set_label([B], "label", True)
    store.set_revisit([C], date(2026, 11, 22))
    kinds = {
        kind: set(store.keys(kind)) for kind in ("bookmarked", "read", "noted", "revisit", "labelled", "highlighted")
    }
    assert kinds == {
        "bookmarked": {A},
        "read": set(),
        "noted": set(),
        "revisit": {C},
        "labelled": {B},
        "highlighted": set(),
    }


def test_a_day_taken_away_is_no_day_any_more(store, clock) -> None:  # type: ignore[no-untyped-def]  # fixtures
    empty = store.portable()
    store.set_revisit([A], date(2026, 11, 22))
    clock.move(hours=1)
    with_day = store.portable()
    store.set_revisit([A], None)
    assert compared(empty, store.portable()).differences["revisit"] == Difference()
    assert compared(with_day, store.portable()).differences["revisit"] == Difference(removed=(A,))


def test_a_zip_that_is_encrypted_or_holds_no_json_is_told(tmp_path: Path) -> None:
    path = tmp_path / "marks.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(MEMBER, "no JSON")
    with pytest.raises(ReaderError) as told:
        read_zip(path)
    assert str(told.value).startswith(f"{MEMBER} in {path} is no JSON text (")
    raw = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(signature) + offset] |= 1
    path.write_bytes(raw)
    with pytest.raises(ReaderError) as told:
        read_zip(path)
    assert str(told.value) == f"{path} is encrypted. Carry the file that the program made."


@pytest.mark.parametrize(
    ("key", "why"), [("a\0b", "key is no key"), ("", "key is no key"), ("k" * 9999, "key is no key")]
)
def test_a_key_that_no_paper_has_is_refused(tmp_path: Path, key: str, why: str) -> None:
    path = tmp_path / "marks.zip"
    row = {"key": key, "since": None, "changed": "2026-11-03T00:00:00+00:00"}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(MEMBER, json.dumps({"format": "daily-papers-marks", "version": 1, "reads": [row]}))
    with pytest.raises(ReaderError, match=why):
        read_zip(path)
