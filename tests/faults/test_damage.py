"""Bytes changed by the disk, in every file of a profile: told, made again, or without consequence; never a traceback.

A mark may be lost to a changed byte, but not in silence: what then is said names the file it was moved to.
"""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command_line import CommandLine, Said
from tests.factories import paper, post, write_post

KEY, OTHER = "2501.00001", "2501.00002"
NOTE = "아주 소중한 메모, precious"
LOOKING: tuple[tuple[str, ...], ...] = (
    ("list",),
    ("note", KEY),
    ("label",),
    ("search", "토큰"),
    ("sync",),
    ("note", KEY),
    ("list",),
    ("search", "토큰"),
    ("backup",),
    ("export", "--format", "md", "--bookmarked", "-o", "{}/out.md"),
    ("sync",),
    ("list",),
)


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with a little of everything, and a backup."""
    place = tmp_path_factory.mktemp("healthy")
    write_post(
        place / "posts",
        "2025-01-02-a.md",
        post([paper(1), paper(2, "A Second", link=f"https://arxiv.org/abs/{OTHER}")]),
    )
    whole = CommandLine(place / "profile")
    for words in (
        ("sync", place / "posts"),
        ("bookmark", KEY, OTHER),
        ("note", KEY, NOTE),
        ("label", KEY, "읽을것"),
        ("search", "토큰"),
        ("backup",),
    ):
        assert whole.process(*words).code == 0
    return whole.profile


@pytest.fixture
def damaged(healthy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], CommandLine]:
    """A fresh copy of the profile, as often as asked."""

    def copy() -> CommandLine:
        shutil.rmtree(tmp_path / "profile", ignore_errors=True)
        shutil.copytree(healthy, tmp_path / "profile")
        return CommandLine(tmp_path / "profile", capsys)

    return copy


def files_of(profile: Path) -> list[Path]:
    return sorted(path for path in profile.rglob("*") if path.is_file() and path.stat().st_size)


def change_a_byte(path: Path, chance: random.Random) -> str:
    raw = bytearray(path.read_bytes())
    at = chance.randrange(len(raw))
    raw[at] = chance.choice([0xFF, raw[at] ^ 1 << chance.randrange(8), chance.randrange(256)])
    path.write_bytes(raw)
    return f"{path.name}, byte {at}"


def cut(path: Path, chance: random.Random) -> str:
    raw = path.read_bytes()
    length = chance.choice([0, 1, chance.randrange(len(raw))])
    path.write_bytes(raw[:length])
    return f"{path.name}, cut to {length}"


def look(program: CommandLine, what: str) -> str:
    """Use the program for a while; returns "lost" where the note is gone, and that was told, else "kept"."""
    said: list[tuple[str, Said]] = []
    for words in LOOKING:
        said.append((words[0], program(*(word.format(program.profile) for word in words))))
        assert "Traceback" not in said[-1][1].err, (what, words)
        assert said[-1][1].code in (0, 1), (what, words)
    assert said[-1][1].code == 0, (what, said[-1][1].err)  # two syncs mend whatever can be made again
    assert KEY in said[-1][1].out, what
    told = any("damaged" in each.err for _, each in said)
    kept = all(NOTE in each.out for name, each in said if name == "note" and each.code == 0)
    assert kept or told, (what, "lost without a word")
    return "kept" if kept else "lost"


def rounds(
    damaged: Callable[[], CommandLine], change: Callable[[Path, random.Random], str], seed: int, times: int
) -> None:
    chance = random.Random(seed)
    for _ in range(times):
        program = damaged()
        look(program, change(chance.choice(files_of(program.profile)), chance))


@pytest.mark.parametrize(("change", "seed"), [(change_a_byte, 1), (cut, 2)])
def test_a_few_changed_bytes_are_noticed_or_mended(damaged, change, seed):
    rounds(damaged, change, seed, 5)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_two_thousand_changed_bytes_are_noticed_or_mended(damaged, seed):
    rounds(damaged, change_a_byte, 100 + seed, 100)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_two_hundred_truncations_are_noticed_or_mended(damaged, seed):
    rounds(damaged, cut, 200 + seed, 20)


FILES = (  # the first few in the suite
    "config/settings.json",
    "data/marks.sqlite",
    "cache/catalogue.sqlite",
    "config/searches.json",
    "config/window.json",
    "config/uses.json",
    "cache/catalogue.sqlite.left",
    "cache/index.owner",
    "cache/index/manifest.json",
    "cache/index/manifest.json.new",
    "cache/brackets.json",
    "cache/learnt.json",
    "cache/reader.log",
    "cache/sync.lock",
    "data/marks.sqlite-wal",
    "data/backups/marks-2026-11-28T000000Z.sqlite",
)


@pytest.mark.parametrize("name", [*FILES[:3], *(pytest.param(name, marks=pytest.mark.slow) for name in FILES[3:])])
def test_a_pipe_in_place_of_a_file_keeps_nobody_waiting(damaged, name):
    """Each command in a process of its own, which would be killed after a while."""
    program = damaged()
    path = program.profile / name
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    for words in (("sync",), ("search", "토큰"), ("note", KEY, "more"), ("backup",), ("restore", "latest")):
        said = program.process(*words)
        assert "Traceback" not in said.err, (words, said.err)
        assert said.code in (0, 1), (words, said.err)
