"""Watching folders: what is told, what is passed over, and what nobody can watch."""

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

from reader.library import watching
from reader.library.watching import changes, may_matter, place_of


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "LOOK_MS", 200)
    monkeypatch.setattr(watching, "_QUIET_MS", 50)


@contextmanager
def watched(folders: Iterable[Path]) -> Iterator["Queue[bool]"]:
    """What is told of the folders, from the moment they are watched."""
    stop, told = threading.Event(), Queue[bool]()

    def listen() -> None:
        for each in changes(folders, stop):
            told.put(each)

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        assert told.get(timeout=20) is False  # it stands
        yield told
    finally:
        stop.set()
        thread.join(20)


def is_told(told: "Queue[bool]", looks: int = 100) -> bool:
    """Whether a change is told before so many looks found none."""
    return any(told.get(timeout=20) for _ in range(looks))


class TestWhatIsTold:
    def test_a_post_that_is_saved_renamed_or_deleted_is_told(self, tmp_path: Path) -> None:
        with watched([tmp_path]) as told:
            (tmp_path / "a.md").write_text("글")
            assert is_told(told)
            (tmp_path / "a.md").rename(tmp_path / "b.md")
            assert is_told(told)
            (tmp_path / "b.md").unlink()
            assert is_told(told)

    def test_a_new_folder_is_told(self, tmp_path: Path) -> None:
        with watched([tmp_path]) as told:
            (tmp_path / "2025").mkdir()
            assert is_told(told)

    def test_an_editors_own_files_are_not_told(self, tmp_path: Path) -> None:
        with watched([tmp_path]) as told:
            for name in (".a.md.swp", "a.md~", "a.md.tmp", "4913", ".#a.md", "#a.md#", "a.md.part", "picture.png"):
                (tmp_path / name).write_text("x")
            assert not is_told(told, looks=3)

    def test_a_storm_of_files_is_told_a_few_times_and_not_once_for_each(self, tmp_path: Path) -> None:
        with watched([tmp_path]) as told:
            for number in range(1000):
                (tmp_path / f"{number}.md").write_text("글")
            assert is_told(told)
            rest = [told.get(timeout=20) for _ in range(3)]
            assert not rest[-1]


class TestWhatCannotBeWatched:
    def test_a_folder_that_is_not_there_hinders_no_other(self, tmp_path: Path) -> None:
        with watched([tmp_path / "away", tmp_path]) as told:
            (tmp_path / "a.md").write_text("글")
            assert is_told(told)

    def test_where_the_system_watches_no_more_folders_the_time_is_still_told(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = watching.watch

        def full(*paths: str, **given: object) -> object:
            if paths:
                raise OSError(28, "No space left on device")
            return real(**given)  # type: ignore[arg-type]

        monkeypatch.setattr(watching, "watch", full)
        with watched([tmp_path]) as told:
            (tmp_path / "a.md").write_text("글")
            assert not is_told(told, looks=3)

    @pytest.mark.skipif(os.name != "posix", reason="links without rights are POSIX's")
    def test_a_link_to_itself_has_no_place(self, tmp_path: Path) -> None:
        (tmp_path / "loop").symlink_to("loop")
        assert place_of(tmp_path / "loop") is None
        assert place_of(tmp_path) == (tmp_path.stat().st_dev, tmp_path.stat().st_ino)


@pytest.mark.parametrize(
    ("name", "matters"),
    [
        ("2025-01-02-a.md", True),
        ("A.MARKDOWN", True),
        ("page.html", True),
        ("_config.yml", True),
        ("hugo.toml", True),
        ("a (conflicted copy 2025-01-02).md", True),
        ("a.sync-conflict-20250102-101112-ABCDEFG.md", True),
        (".a.md", False),
        ("a.md.crdownload", False),
        ("a.png", False),
    ],
)
def test_what_may_matter_is_told_by_its_name(name: str, matters: bool) -> None:
    assert may_matter(f"/글/{name}", is_folder=False) is matters


def test_a_folder_matters_whatever_its_name_but_a_hidden_one() -> None:
    assert may_matter("/글/png", is_folder=True) and not may_matter("/글/.git", is_folder=True)
