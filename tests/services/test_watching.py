"""A library that keeps itself up to date: what is saved in its folders is in it a moment later, and nothing is lost."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest

from reader.base.errors import ReaderError
from reader.base.paths import ProfilePaths
from reader.library import watching
from reader.services import refresh as refreshing
from reader.services.concepts import shipped_phrases
from reader.services.profile import Profile
from reader.services.refresh import Refreshed, refresh
from reader.services.watching import keep_up
from tests.factories import numbered, post, write_post


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "LOOK_MS", 200)
    monkeypatch.setattr(watching, "_QUIET_MS", 50)


class Kept:
    """A library of one folder that is kept up to date, with one post of two papers."""

    def __init__(self, tmp: Path) -> None:
        self.folder = tmp / "글"
        self.places = ProfilePaths.of(tmp / "profile")
        write_post(self.folder, "2025-01-02-a.md", post(numbered(2)))
        with Profile(self.places) as profile:
            profile.take_sources([self.folder])
        self.stop = threading.Event()
        self.rounds: Queue[Refreshed | ReaderError] = Queue()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        for done in keep_up(self.places, self.stop, lambda _: None):
            self.rounds.put(done)

    def until(self, holds: Callable[[Refreshed], bool]) -> Refreshed:
        """The first round of which it holds."""
        while True:
            done = self.rounds.get(timeout=20)
            if isinstance(done, Refreshed) and holds(done):
                return done

    def until_papers(self, count: int) -> Refreshed:
        return self.until(lambda done: done.papers == count)

    def until_calm(self) -> None:
        """The folders as they are now are watched: the second look after they were found is done."""
        self.until_papers(2)
        self.until_papers(2)

    def close(self) -> None:
        self.stop.set()
        self._thread.join(20)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    made = Kept(tmp_path)
    yield made
    made.close()


def lost(done: Refreshed) -> list[str]:
    return [path for path, remark in done.report.warnings if remark.code == "unreadable"]


def test_a_saved_file_is_in_the_library(kept: Kept) -> None:
    kept.until_calm()
    write_post(kept.folder, "2025-01-03-b.md", post(numbered(3, "2502")))
    assert kept.until_papers(5).report.added == 1


def test_what_the_index_needs_is_made_before_the_first_post_is_saved(tmp_path: Path) -> None:
    places = ProfilePaths.of(tmp_path / "profile")
    write_post(tmp_path / "posts", "2025-01-02-a.md", post(numbered(2)))
    with Profile(places) as profile:
        profile.take_sources([tmp_path / "posts"])
        refresh(profile)
    shipped_phrases.cache_clear()
    rounds = keep_up(places, threading.Event(), lambda _: None)
    next(rounds)
    assert shipped_phrases.cache_info().currsize == 1
    rounds.close()


def test_a_file_in_a_new_folder_below_is_in_the_library_and_so_is_the_next_one(kept: Kept) -> None:
    kept.until_calm()
    write_post(kept.folder / "2025" / "01", "b.md", post(numbered(3, "2502")))
    kept.until_papers(5)
    write_post(kept.folder / "2025" / "01", "c.md", post(numbered(1, "2503")))
    kept.until_papers(6)


def test_a_half_written_file_is_what_it_becomes(kept: Kept) -> None:
    kept.until_calm()
    text = post(numbered(3, "2502")).encode()
    with (kept.folder / "2025-01-03-b.md").open("wb") as file:
        for start in range(0, len(text), 100):
            file.write(text[start : start + 100])
            file.flush()
    kept.until_papers(5)


def test_a_rename_moves_the_post_and_rereads_it_alone(kept: Kept) -> None:
    kept.until_calm()
    (kept.folder / "2025-01-02-a.md").rename(kept.folder / "2025-01-03-b.md")
    done = kept.until(lambda done: bool(done.report.removed))
    assert (done.papers, done.report.added, done.report.reread) == (2, 1, 1)


def test_a_storm_of_a_thousand_files_is_all_there(kept: Kept) -> None:
    kept.until_calm()
    for number in range(1000):
        write_post(kept.folder, f"2025-02-02-{number:04}.md", post(["글"], f'title: "쪽 {number}"'))
    assert kept.until(lambda done: done.posts == 1001).papers == 2


def test_a_folder_that_goes_away_loses_nothing_and_is_noticed_when_it_is_back(kept: Kept) -> None:
    kept.until_calm()
    kept.folder.rename(kept.folder.with_name("weg"))
    done = kept.until(lambda done: bool(lost(done)))
    assert lost(done) == [str(kept.folder)] and (done.posts, done.report.removed) == (1, 0)
    write_post(kept.folder.with_name("weg"), "2025-01-03-b.md", post(numbered(3, "2502")))
    kept.folder.with_name("weg").rename(kept.folder)
    done = kept.until_papers(5)
    assert not lost(done)


def test_the_empty_folder_that_a_disk_leaves_behind_takes_no_paper(kept: Kept) -> None:
    kept.until_calm()
    kept.folder.rename(kept.folder.with_name("weg"))
    kept.folder.mkdir()
    done = kept.until(lambda done: bool(lost(done)))
    assert (done.papers, done.report.removed) == (2, 0)
    write_post(kept.folder, "2025-01-03-b.md", post(numbered(3, "2502")))  # it is a new one, then
    assert kept.until_papers(3).report.removed == 1


def test_a_folder_that_was_emptied_is_empty(kept: Kept) -> None:
    kept.until_calm()
    (kept.folder / "2025-01-02-a.md").unlink()
    kept.until_papers(0)


def test_a_source_that_is_added_elsewhere_is_watched_too(kept: Kept, tmp_path: Path) -> None:
    kept.until_calm()
    write_post(tmp_path / "more", "2025-01-03-b.md", post(numbered(3, "2502")))
    with Profile(kept.places) as profile:
        profile.settings.add_sources([tmp_path / "more"])
    kept.until_papers(5)
    write_post(tmp_path / "more", "2025-01-04-c.md", post(numbered(1, "2503")))
    kept.until_papers(6)


@pytest.mark.skipif(os.name != "posix", reason="pipes and links are POSIX's")
def test_pipes_and_links_in_circles_keep_nobody_waiting(kept: Kept) -> None:
    kept.until_calm()
    os.mkfifo(kept.folder / "pipe.md")
    (kept.folder / "loop").symlink_to("loop")
    (kept.folder / "again").symlink_to(kept.folder)
    write_post(kept.folder, "2025-01-03-b.md", post(numbered(3, "2502")))
    done = kept.until_papers(5)
    assert [Path(path).name for path in lost(done)] == ["loop"]


def test_a_conflict_copy_is_a_post_of_the_same_papers(kept: Kept) -> None:
    """Sync programs put it there because they do not know which one is right: both are shown, of the same papers."""
    kept.until_calm()
    write_post(kept.folder, "2025-01-02-a (conflicted copy 2025-01-03).md", post(numbered(2), date="2025-01-02"))
    done = kept.until(lambda done: done.posts == 2)
    assert (done.papers, done.appearances) == (2, 4)


def test_what_hinders_a_round_is_said_and_the_next_one_tries_again(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.until_calm()
    real = refreshing.fetch_all

    def refused(*_: object) -> object:
        monkeypatch.setattr(refreshing, "fetch_all", real)
        raise ReaderError("The disk is full.")

    monkeypatch.setattr(refreshing, "fetch_all", refused)
    write_post(kept.folder, "2025-01-03-b.md", post(numbered(3, "2502")))
    while not isinstance(hindered := kept.rounds.get(timeout=20), ReaderError):
        pass
    assert str(hindered) == "The disk is full."
    write_post(kept.folder, "2025-01-04-c.md", post(numbered(1, "2503")))
    kept.until_papers(6)
