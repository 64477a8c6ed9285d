"""What the manifest says of an index: which files it has, and whether they are what was written."""

import json
import os
from pathlib import Path

import pytest

from reader.search.index import Index
from reader.search.store import manifest, writer
from reader.search.store.manifest import Manifest, read, whole, with_files, write
from tests.search.documents import document, documents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "store-1").mkdir()
    for name in ("a", "b"):
        (tmp_path / "store-1" / name).write_bytes(name.encode() * 1000)
    return tmp_path


def made(folder: Path) -> Manifest:
    return with_files(Manifest(3, 2, "store-1", 7), folder, ["a", "b"])


def test_it_is_read_as_it_was_written(folder: Path) -> None:
    assert read(folder) is None
    write(folder, made(folder))
    assert read(folder) == made(folder)
    assert [path.name for path in folder.iterdir() if path.name.startswith("manifest")] == ["manifest.json"]


def test_every_file_is_on_the_disk_whole_before_the_manifest_names_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited_for: list[tuple[int, int]] = []

    def fsync(file: int) -> None:
        status = os.fstat(file)
        waited_for.append((status.st_ino, status.st_size))

    monkeypatch.setattr(os, "fsync", fsync)
    write(folder, made(folder))
    written = (folder / "store-1" / "a", folder / "store-1" / "b", folder / manifest.NAME)
    assert waited_for == [(path.stat().st_ino, path.stat().st_size) for path in written]


def test_what_a_killed_writer_left_does_not_hinder_the_next(folder: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "manifest.json.new")
    write(folder, made(folder))
    assert read(folder) == made(folder)


@pytest.mark.parametrize("change", [{"version": "0.0.little"}, {"store": ""}])
def test_one_of_another_version_or_without_files_does_not_count(folder: Path, change: dict[str, str]) -> None:
    write(folder, made(folder)._replace(**change))
    assert read(folder) is None


@pytest.mark.parametrize("left_out", ["store", "files"])
def test_one_that_does_not_say_which_files_there_are_does_not_count(folder: Path, left_out: str) -> None:
    write(folder, made(folder))
    said = json.loads((folder / manifest.NAME).read_bytes())
    del said[left_out]
    (folder / manifest.NAME).write_text(json.dumps(said), encoding="utf-8")
    assert read(folder) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_its_place_is_none(folder: Path) -> None:
    os.mkfifo(folder / manifest.NAME)
    assert read(folder) is None


def test_a_file_is_taken_for_the_same_by_its_size_and_times_and_else_by_its_bytes(folder: Path) -> None:
    seen, path = made(folder), folder / "store-1" / "a"
    assert whole(folder, seen) and whole(folder, seen, every_byte=True)
    os.utime(path, (1, 1))
    assert whole(folder, seen)
    path.write_bytes(b"a" * 999 + b"x")
    assert not whole(folder, seen)
    path.write_bytes(b"a" * 999)
    assert not whole(folder, seen)
    path.unlink()
    assert not whole(folder, seen)


def test_only_reading_every_byte_notices_what_changed_no_time(folder: Path) -> None:
    seen, path = made(folder), folder / "store-1" / "a"
    path.write_bytes(b"a" * 999 + b"x")
    status = path.stat()
    forged = seen.files["a"]._replace(modified=status.st_mtime_ns, changed=status.st_ctime_ns)
    lied = seen._replace(files={**seen.files, "a": forged})
    assert whole(folder, lied)
    assert not whole(folder, lied, every_byte=True)


def test_files_that_are_known_are_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = made(folder)
    hashed: list[str] = []
    digest = manifest._digest
    monkeypatch.setattr(manifest, "_digest", lambda path: hashed.append(path.name) or digest(path))
    (folder / "store-1" / "c").write_bytes(b"c")
    after = with_files(before, folder, ["a", "c"])
    assert hashed == ["c"]
    assert after.files == {"a": before.files["a"], "c": after.files["c"]}


# Files of an index


def test_files_of_other_generations_go_with_the_next_but_one(index: Index) -> None:
    index.apply(add=[document("1", "One")])
    first = {path.name for path in index.folder.rglob("*") if path.is_file()}
    index.apply(add=[document("1", "Two")])
    found = read(index.folder)
    assert found is not None
    there = {path.name for path in (index.folder / found.store).iterdir()}
    assert there > found.files.keys()  # those that a reader has just begun to open
    index.apply(add=[document("2", "Three")])
    left = {path.name for path in (index.folder / found.store).iterdir()}
    assert not (first - set(found.files) - {manifest.NAME}) & left


def test_a_new_beginning_takes_the_old_store_and_what_lies_in_it_away(index: Index) -> None:
    index.apply(add=documents())
    before = read(index.folder)
    assert before is not None
    (index.folder / before.store / "left" / "deep").mkdir(parents=True)
    (index.folder / before.store / "left" / "deep" / "x").write_text("x")
    (index.folder / "store-not").write_text("a file is no store")
    index.clear()
    after = read(index.folder)
    assert after is not None
    assert (after.documents, after.generation > before.generation) == (0, True)
    assert {path.name for path in index.folder.iterdir() if path.name.startswith("store")} == {after.store, "store-not"}


def test_a_folder_left_in_the_store_is_swept(index: Index) -> None:
    index.apply(add=documents())
    found = read(index.folder)
    assert found is not None
    (index.folder / found.store / "temporary").mkdir()
    (index.folder / found.store / "temporary" / "x").write_text("x")
    writer.sweep(index.folder, found)
    assert {path.name for path in (index.folder / found.store).iterdir()} == set(found.files)
    assert index.is_whole()
