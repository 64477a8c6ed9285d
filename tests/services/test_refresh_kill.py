"""kill -9 in the middle of a sync, at moments over the whole of it: the next sync is whole without being asked."""

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from reader.base.paths import ProfilePaths
from reader.library.listing import Listing
from reader.library.scope import Scope
from reader.posts.model import PaperKey
from reader.search.request import SearchRequest
from reader.services.profile import Profile
from reader.services.refresh import refresh
from reader.services.search import find
from tests.command_line import CommandLine, environment
from tests.factories import age, numbered, post, write_post

POSTS = 40
PAPERS = 5
QUERIES = ("접는다", "Number", "2503", '"정확도가 69.8%로"', "고친", "title:Paper is:bookmarked")
WRITER = Path(__file__).parents[1] / "marks" / "mark_writer.py"


@dataclass
class Library:
    """Folders of posts with what a sync that nobody cuts off makes of them."""

    folder: Path
    profile: Path
    chance: random.Random
    version: int = 0
    moments: list[float] = field(default_factory=list)  # seconds a sync ran before it was killed

    def change(self) -> None:
        """Give the next sync work of all kinds: new posts, rewritten ones, some that are gone."""
        self.version += 1
        for number in range(POSTS):
            name = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}-{number}.md"
            if self.version > 1 and self.chance.random() < 0.4:
                if self.chance.random() < 0.2:
                    (self.folder / name).unlink(missing_ok=True)
                continue
            sections = {"Method": f"{self.version}번째로 고친 글을 접는다.", "Results": "정확도가 69.8%로 올랐다."}
            text = post(numbered(PAPERS, f"25{number:02}", sections=sections), date=f"2025-{number % 12 + 1:02}-01")
            age(write_post(self.folder, name, text), 60 * self.version)

    def add(self, *profiles: Path) -> None:
        """Make the folder a source of profiles."""
        for folder in profiles:
            with Profile(ProfilePaths.of(folder)) as profile:
                profile.make_folders()
                profile.settings.add_sources([self.folder])

    def bookmark(self) -> None:
        """Mark some papers and write notes to them, as the window does."""
        with Profile(ProfilePaths.of(self.profile)) as profile:
            listing = profile.listing
            keys = [row.key for row in listing.rows(listing.ids(Scope()))]
            for key in self.chance.sample(keys, min(5, len(keys))):
                profile.marks.set_bookmark(key, True)
                profile.marks.set_note(key, f"메모 {self.version}")
                profile.remember([key])

    def kill_a_sync(self, seconds: float) -> bool:
        """Whether it was killed before it had ended."""
        process = CommandLine(self.profile).start("sync", "--json", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        ended = process.poll()
        process.kill()
        _, errors = process.communicate()
        assert ended in (None, 0), errors.decode()
        self.moments.append(seconds)
        return ended is None


def whole_run(folder: Path, profile: Path) -> float:
    """Seconds that a sync takes from its start as a process."""
    begin = time.monotonic()
    CommandLine(profile).process("sync", folder)
    return time.monotonic() - begin


def state_of(profile: Profile) -> tuple[list[Any], list[Any]]:
    """What lists and searches say of a library."""
    listing: Listing = profile.listing
    rows = listing.rows(listing.ids(Scope()))
    found = []
    for query in QUERIES:
        hits = find(profile.index, listing, SearchRequest(query, snippets=0, partial=False), marks=profile.marks)
        found.append((query, hits.total, sorted((hit.key, hit.sections) for hit in hits.papers)))
    counts = [listing.counts(kind) for kind in ("day", "month", "year", "tag")]
    return [(row.key, row.title, row.day, row.number, row.gone) for row in rows], [*found, counts, listing.totals()]


def marks_of(profile: Profile) -> dict[PaperKey, tuple[object, str]]:
    marks = profile.marks
    keys = marks.keys("bookmarked") | marks.keys("noted")
    return {key: (marks.marks_of(key).bookmarked, marks.marks_of(key).note) for key in keys}


def check(library: Library, never_killed: Path, before: dict[PaperKey, tuple[object, str]]) -> None:
    """After a kill: one sync makes of the profile what it would be if nothing had happened."""
    with Profile(ProfilePaths.of(library.profile)) as killed:
        assert marks_of(killed) == before
        refresh(killed)
        assert marks_of(killed) == before
        with closing(sqlite3.connect(killed.places.catalogue)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert db.execute("PRAGMA foreign_key_check").fetchall() == []
            assert db.execute("SELECT COUNT(*) FROM appearances WHERE NOT indexed").fetchone() == (0,)
        with Profile(ProfilePaths.of(never_killed)) as other:
            for key, (_, note) in before.items():
                if not other.marks.marks_of(key).bookmarked:
                    other.marks.set_bookmark(key, True)
                other.marks.set_note(key, note)
            refresh(other)
            rows, found = state_of(killed)
            assert (rows, found) == state_of(other)
            assert sorted(row[0] for row in rows) == [key for key, _ in found[0][2]]  # each says what is asked for


def kill_again_and_again(tmp_path: Path, kills: int, seed: int) -> Library:
    library = Library(tmp_path / "글", tmp_path / "killed", random.Random(seed))
    never_killed = tmp_path / "never killed"
    library.change()
    library.add(library.profile, never_killed)
    longest = whole_run(library.folder, tmp_path / "measured")
    cut_off = 0
    for kill in range(kills):
        # One moment of every part of the run, so that the end is met as surely as the beginning.
        cut_off += library.kill_a_sync(longest * (kill % 10 + library.chance.random()) / 10)
        with Profile(ProfilePaths.of(library.profile)) as profile:
            before = marks_of(profile)
        check(library, never_killed, before)
        library.bookmark()
        library.change()
    assert cut_off > kills / 3, (cut_off, kills, longest)  # enough to mean something
    return library


def test_twelve_kills_leave_what_the_next_sync_makes_whole(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 12, seed=12)


@pytest.mark.slow
def test_fifty_kills_leave_what_the_next_sync_makes_whole(tmp_path: Path) -> None:
    library = kill_again_and_again(tmp_path, 50, seed=50)
    print(f"killed after {min(library.moments):.2f} to {max(library.moments):.2f} s")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Path]:
    """Another process that writes bookmarks and notes all the while; the file it says them in."""
    said = tmp_path / "said.txt"
    data = ProfilePaths.of(tmp_path / "killed").data
    with said.open("wb") as out:
        words = [sys.executable, WRITER, data / "marks.sqlite", data / "backups", "w", "0"]
        process = subprocess.Popen(words, stdout=out, stderr=subprocess.PIPE, env=environment({}))
    yield said
    process.kill()
    _, errors = process.communicate()
    assert process.returncode == -9, errors.decode()


def test_a_sync_killed_while_notes_are_written_costs_no_note(tmp_path: Path, writer: Path) -> None:
    library = Library(tmp_path / "글", tmp_path / "killed", random.Random(3))
    library.change()
    library.add(library.profile)
    longest = whole_run(library.folder, tmp_path / "measured")
    for part in (0.5, 0.7, 0.9):
        library.kill_a_sync(longest * part)
        told = writer.read_text().rpartition("\n")[0].splitlines()
        with Profile(ProfilePaths.of(library.profile)) as profile:
            bookmarks = {line.split()[1] for line in told if line.startswith("bookmark ")}
            assert bookmarks and bookmarks <= profile.marks.keys("bookmarked")
            newest = dict(line.split()[1:] for line in told if line.startswith("note "))
            for key, number in newest.items():
                text = profile.marks.marks_of(PaperKey(key)).note
                assert int(text.split()[0]) >= int(number)
        library.change()
    with Profile(ProfilePaths.of(library.profile)) as profile:
        refresh(profile)
        assert profile.listing.totals().posts == len(list(library.folder.iterdir()))
