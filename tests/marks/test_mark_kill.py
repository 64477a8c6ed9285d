"""kill -9 at random moments: the next start is whole, and has every mark that was acknowledged."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from reader.marks.store import MarkStore
from tests.marks.acknowledged import Acknowledged

WRITER = Path(__file__).with_name("mark_writer.py")


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
    acknowledged.check(path, folder / "backups")
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
        acknowledged.take(writer.kill_after(chance.uniform(0, 0.4)))
        check(folder, acknowledged)
    assert acknowledged.told == []
    return acknowledged


def assert_of_every_kind(acknowledged: Acknowledged, least: int) -> None:
    assert min(len(acknowledged.bookmarks), len(acknowledged.revisits), len(acknowledged.highlights)) > least
    assert min(len(acknowledged.labels), len(acknowledged.reads)) > least
    assert len(acknowledged.notes) > 2
    assert acknowledged.searches
    assert acknowledged.undone


def test_fifteen_kills_lose_no_acknowledged_mark(tmp_path):
    acknowledged = kill_again_and_again(tmp_path, 15, seed=15)
    assert_of_every_kind(acknowledged, 5)  # enough was written to mean something


@pytest.mark.slow
def test_two_hundred_kills_lose_no_acknowledged_mark(tmp_path):
    acknowledged = kill_again_and_again(tmp_path, 200, seed=200)
    assert_of_every_kind(acknowledged, 200)


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
