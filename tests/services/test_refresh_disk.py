"""A disk that fills up, or may not be written, while a sync goes on: it is told in a line and nothing is lost."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.base import log
from tests.command_line import CommandLine, tree_of
from tests.factories import numbered, post, write_post

MOUNTED_KB = 6000
POSTS = 60


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        mount("-t", "tmpfs", "-o", f"size={MOUNTED_KB}k", "none", disk)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no rights to mount a small disk")
    yield disk
    log.start(tmp_path)  # and no longer on the disk
    subprocess.run(["umount", disk], check=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(POSTS):
        write_post(tmp_path / "글", f"{number:02}.md", post(numbered(5, f"25{number:02}")))
    return tmp_path / "글"


@pytest.fixture
def room(disk: Path) -> Callable[[int], None]:
    """Leaves so many kilobytes free."""
    filler = disk / "filler"

    def leave(kilobytes: int) -> None:
        filler.unlink(missing_ok=True)
        free = shutil.disk_usage(disk).free - kilobytes * 1024
        if kilobytes < MOUNTED_KB and free > 0:
            filler.write_bytes(bytes(free))

    return leave


def mount(*words: object) -> None:
    subprocess.run(["mount", *map(str, words)], check=True, capture_output=True)


# What the whole of it needs is about two megabytes.
def test_a_disk_that_fills_up_anywhere_is_told_and_with_room_all_is_whole(
    disk: Path, folder: Path, room: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    command = CommandLine(disk / "profile", capsys)
    told = 0
    for kilobytes in (0, 250, 700, 1200):
        room(kilobytes)
        said = command("sync", folder)
        told += said.code
        if said.code:
            assert said.complaint
        room(MOUNTED_KB)
        assert command("sync", folder, "--json").json["posts"] == POSTS
        assert command("list", "--json").json["total"] == POSTS * 5
        assert command("search", "접는다", "--json").json["total"] == POSTS * 5
        with closing(sqlite3.connect(disk / "profile" / "cache" / "catalogue.sqlite")) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        shutil.rmtree(disk / "profile" / "cache")
    assert told > 2


def test_marks_of_before_stay_when_the_disk_is_full(
    disk: Path, folder: Path, room: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    command = CommandLine(disk / "profile", capsys)
    command("sync", folder)
    command("bookmark", "2501.00001")
    command("note", "2501.00002", "메모")
    write_post(folder, "new.md", post(numbered(200, "2601")))
    room(0)
    assert command("sync").complaint
    said = command.process("sync", "--events")
    assert (said.code, said.lines[-1]["event"]) == (1, "failed")
    assert command("note", "2501.00003", "이 메모에는 자리가 없다. " * 9000).complaint
    room(MOUNTED_KB)
    assert command("list", "--bookmarked", "--json").json["total"] == 1
    assert command("note", "2501.00002").out == "메모\n"
    assert command("sync", "--json").json["papers"] == POSTS * 5 + 200


def test_a_disk_that_may_not_be_written_can_be_read(
    disk: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = CommandLine(disk / "profile", capsys)
    command("sync", folder)
    command("bookmark", "2501.00001")
    log.start(tmp_path)
    mount("-o", "remount,ro", disk)
    before = tree_of(disk)
    assert command("list", "--json").json["total"] == POSTS * 5
    assert command("list", "--bookmarked", "--json").json["total"] == 1
    assert command("search", "접는다", "--json").json["total"] == POSTS * 5
    assert command("show", "2501.00001", "--json").json["bookmarked"]
    for words in (["sync"], ["bookmark", "2501.00002"], ["note", "2501.00002", "메모"]):
        assert command(*words).complaint
    assert tree_of(disk) == before
