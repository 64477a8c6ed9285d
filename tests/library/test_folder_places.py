"""Which folder a source was is kept, and stays what it was while something is in the way."""

import os
from pathlib import Path

import pytest

from reader.library.folder_places import folder_sources, note_places
from reader.library.sync import SyncReport
from reader.posts.model import Remark


def report(*hidden: Path, **found: tuple[int, int]) -> SyncReport:
    made = SyncReport()
    made.folders = {Path("/", name): place for name, place in found.items()}
    made.warnings = [(str(path), Remark(0, "unreadable", "gone")) for path in hidden]
    return made


def known(kept: Path, *folders: Path) -> list[tuple[int, int] | None]:
    return [source._was for source in folder_sources(kept, folders)]


A, B = Path("/a"), Path("/b")


def test_each_folder_is_known_again(tmp_path: Path) -> None:
    kept = tmp_path / "places.json"
    note_places(kept, [A, B], report(a=(1, 2), b=(3, 4)))
    assert known(kept, B, A) == [(3, 4), (1, 2)]


def test_one_that_something_is_in_the_way_of_stays_what_it_was(tmp_path: Path) -> None:
    kept = tmp_path / "places.json"
    note_places(kept, [A, B], report(a=(1, 2), b=(3, 4)))
    note_places(kept, [A, B], report(A, a=(7, 7), b=(5, 5)))
    assert known(kept, A, B) == [(1, 2), (5, 5)]


def test_a_folder_that_is_no_source_any_more_is_forgotten_and_a_new_one_that_was_not_seen_is_unknown(
    tmp_path: Path,
) -> None:
    kept = tmp_path / "places.json"
    note_places(kept, [A], report(a=(1, 2)))
    note_places(kept, [B], report())
    assert known(kept, A, B) == [None, None]


def test_what_is_known_is_not_written_again(tmp_path: Path) -> None:
    kept = tmp_path / "places.json"
    note_places(kept, [A], report(a=(1, 2)))
    os.utime(kept, (1, 1))
    note_places(kept, [A], report(a=(1, 2)))
    assert kept.stat().st_mtime == 1


@pytest.mark.parametrize("content", [b"", b"[]", b'{"/a": 7}', b'{"/a": ["x", 1]}', b"\xff"])
def test_a_file_that_another_program_wrote_says_nothing(tmp_path: Path, content: bytes) -> None:
    kept = tmp_path / "places.json"
    kept.write_bytes(content)
    assert known(kept, A) == [None]


def test_the_empty_folder_that_a_disk_leaves_behind_is_said_to_be_one(tmp_path: Path) -> None:
    kept = tmp_path / "places.json"
    folder = tmp_path / "posts"
    folder.mkdir()
    was = SyncReport()
    was.folders = {folder: (0, 0)}
    note_places(kept, [folder], was)
    (source,) = folder_sources(kept, [folder])
    assert source.scan(set()).unreadable == [("", "an empty folder is in its place")]
