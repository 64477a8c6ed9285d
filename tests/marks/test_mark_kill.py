"""kill -9 at random moments: the next start is whole, and has every mark that was acknowledged."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reader.marks.store import MarkStore

WRITER = Path(__file__).with_name("mark_writer.py")


@dataclass
class Acknowledged:
    """What the writers said they had saved."""

    bookmarks: set[str] = field(default_factory=set)
    notes: dict[str, int] = field(default_factory=dict)  # key → number the text begins with
    reads: set[str] = field(default_factory=set)
    lines: int = 0

    def take(self, said: str) -> None:
        for line in said[: said.rfind("\n") + 1].splitlines():
            self.lines += 1
            match line.split():
                case ["bookmark", key]:
                    self.bookmarks.add(key)
                case ["note", key, number]:
                    self.notes[key] = int(number)
                case ["read", key, count]:
                    self.reads |= {f"{key}-{of}" for of in range(int(count))}
                case _:
                    raise AssertionError(f"the writer said {line!r}")


class Writer:
    """A child process that writes, its acknowledgements going to a file."""

    def __init__(self, folder: Path, name: str, first: int) -> None:
        self._said = folder / f"said-{name}-{first}.txt"
        with self._said.open("wb") as out:
            self._process = subprocess.Popen(
                [sys.executable, WRITER, folder / "marks.sqlite", folder / "backups", name, str(first)],
                stdout=out,
                stderr=subprocess.PIPE,
            )

    def kill_after(self, seconds: float) -> str:
        """Returns what was acknowledged; the writer must not have ended by itself."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        ended = self._process.poll()
        self._process.kill()
        _, errors = self._process.communicate()
        assert ended is None, errors.decode()
        return self._said.read_text()

    def wait_for_a_line(self) -> None:
        until = time.monotonic() + 30
        while not self._said.stat().st_size:
            assert self._process.poll() is None, self._process.communicate()[1].decode()
            assert time.monotonic() < until, "the writer saved nothing in half a minute"
            time.sleep(0.002)


def check(folder: Path, acknowledged: Acknowledged) -> None:
    path = folder / "marks.sqlite"
    if not path.exists():
        assert acknowledged.lines == 0
        return
    with MarkStore(path, folder / "backups") as store:
        assert acknowledged.bookmarks <= store.keys("bookmarked")
        assert acknowledged.reads <= store.keys("read")
        for key, number in acknowledged.notes.items():
            text = store.note(key).text
            saved = int(text.split()[0])
            assert saved >= number  # a later one may be saved that was not acknowledged any more
            assert text == f"{saved} " + "note " * (saved % 300)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert not list(folder.glob("*damaged*"))
    for backup in (folder / "backups").glob("marks-*.sqlite"):
        with closing(sqlite3.connect(backup)) as db:
            assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
        backup.unlink()


def kill_again_and_again(folder: Path, kills: int, seed: int) -> Acknowledged:
    chance = random.Random(seed)
    acknowledged = Acknowledged()
    for kill in range(kills):
        writer = Writer(folder, "w", kill * 100_000)
        if kill % 3:  # every third at any moment of its start
            writer.wait_for_a_line()
        acknowledged.take(writer.kill_after(chance.uniform(0, 0.25)))
        check(folder, acknowledged)
    return acknowledged


def test_fifteen_kills_lose_no_acknowledged_mark(tmp_path):
    acknowledged = kill_again_and_again(tmp_path, 15, seed=15)
    assert len(acknowledged.bookmarks) > 20  # enough was written to mean something


@pytest.mark.slow
def test_two_hundred_kills_lose_no_acknowledged_mark(tmp_path):
    acknowledged = kill_again_and_again(tmp_path, 200, seed=200)
    assert len(acknowledged.bookmarks) > 400


@pytest.mark.slow
def test_fifty_kills_while_the_store_is_made_leave_one_that_opens(tmp_path):
    chance = random.Random(50)
    for number in range(50):
        folder = tmp_path / str(number)
        folder.mkdir()
        acknowledged = Acknowledged()
        acknowledged.take(Writer(folder, "w", 0).kill_after(chance.uniform(0.05, 0.2)))
        check(folder, acknowledged)
        with MarkStore(folder / "marks.sqlite", folder / "backups") as store:
            store.set_bookmark("still works", True)


def test_one_of_two_writers_is_killed_and_both_lose_nothing(tmp_path):
    acknowledged = Acknowledged()
    staying = Writer(tmp_path, "staying", 0)
    staying.wait_for_a_line()
    for kill in range(3):
        killed = Writer(tmp_path, "killed", kill * 100_000)
        killed.wait_for_a_line()
        acknowledged.take(killed.kill_after(0.1))
    acknowledged.take(staying.kill_after(0.1))
    check(tmp_path, acknowledged)
    assert {key.split("-")[0] for key in acknowledged.bookmarks} == {"staying", "killed"}
