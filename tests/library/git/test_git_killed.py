"""A fetch that is killed, wherever that is: the next one is whole, and nothing half is left."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from reader.base.git_address import GitAddress
from reader.library.git.fetch import fetch
from tests.command_line import ROOT
from tests.library.git.git_servers import Blog, over_git
from tests.library.git.test_git_half_answers import names

FETCH = """
import sys
from pathlib import Path
from reader.base.git_address import GitAddress
from reader.library.git.fetch import fetch
fetch(GitAddress(sys.argv[1]), Path(sys.argv[2]), progress=lambda done: print(done, flush=True))
"""
AFTER = (1, 60_000, 380_000)  # bytes


def posts(month: int) -> dict[str, str | None]:
    """Nine posts that no pack makes small."""
    chance = random.Random(month)
    return {
        f"_posts/2025-{month:02}-{day:02}-a.md": f"# {day}\n{chance.randbytes(45_000).hex()}" for day in range(1, 10)
    }


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    made = Blog(tmp_path / "blog")
    made.commit(posts(1))
    return made


def kill_after(bytes_: int, address: str, copy: Path) -> None:
    """Begin to fetch in a process of its own, and kill it when so many bytes have come."""
    words = [sys.executable, "-c", FETCH, address, str(copy)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        assert any(int(line) >= bytes_ for line in child.stdout)
        child.kill()


def leftovers(copies: Path) -> list[str]:
    """All but the copy and its indexed packs."""
    packs = copies / "copy.git" / "objects" / "pack"
    whole = {pack.name for pack in packs.glob("*.pack") if pack.with_suffix(".idx").exists()}
    half = [path.name for path in packs.iterdir() if path.suffix != ".idx" and path.name not in whole]
    return half + [path.name for path in copies.iterdir() if path.name != "copy.git"]


def test_a_first_fetch_that_is_killed_is_made_whole_by_the_next(blog: Blog, tmp_path: Path) -> None:
    for number, after in enumerate(AFTER):
        copies = tmp_path / f"copies-{number}"
        with over_git(blog) as address:
            kill_after(after, address, copies / "copy.git")
            assert fetch(GitAddress(address), copies / "copy.git")
        assert leftovers(copies) == []
        assert len(names(GitAddress(address), copies / "copy.git")) == 9


def test_a_later_fetch_that_is_killed_leaves_the_posts_there_were_and_the_next_brings_the_others(
    blog: Blog, tmp_path: Path
) -> None:
    copies = tmp_path / "copies"
    with over_git(blog) as address:
        fetch(GitAddress(address), copies / "copy.git")
        blog.commit(posts(2))
        for after in AFTER:
            kill_after(after, address, copies / "copy.git")
            assert len(names(GitAddress(address), copies / "copy.git")) == 9
        assert fetch(GitAddress(address), copies / "copy.git")
    assert leftovers(copies) == []
    assert len(names(GitAddress(address), copies / "copy.git")) == 18


@pytest.mark.parametrize("left", ["refs/heads/reader.lock", "HEAD.lock", "objects/pack/tmp7.pack", "../copy.git.half"])
def test_what_a_killed_fetch_left_is_in_nobodys_way_and_goes(blog: Blog, tmp_path: Path, left: str) -> None:
    copy = tmp_path / "copies" / "copy.git"
    with over_git(blog) as address:
        fetch(GitAddress(address), copy)
        blog.commit(posts(2))
        if left.endswith(".half"):
            (copy / left).mkdir()
        else:
            (copy / left).write_bytes(b"")
        assert fetch(GitAddress(address), copy)
    assert leftovers(copy.parent) == [] and not (copy / left).exists()
    assert len(names(GitAddress(address), copy)) == 18
