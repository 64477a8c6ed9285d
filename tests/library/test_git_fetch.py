"""Fetching: what comes is counted as it comes, and stopped when it is too much or no longer wanted."""

import random
from pathlib import Path

import pytest

from reader.base.git_address import GitAddress
from reader.library import git_fetch
from reader.library.git_fetch import CancelledError, FetchError, fetch
from tests.library.git_servers import Blog, over_git


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """A repository of a megabyte that does not compress."""
    made = Blog(tmp_path / "blog")
    noise = random.Random(7)
    made.commit({f"{number}.md": noise.randbytes(64 << 10).hex() for number in range(8)})
    return made


def test_bytes_are_counted_while_they_come(blog: Blog, tmp_path: Path) -> None:
    told: list[int] = []
    with over_git(blog) as address:
        assert fetch(GitAddress(address), tmp_path / "copy.git", progress=told.append)
        assert told == sorted(told)
        assert len(told) > 10
        assert told[-1] > 500_000
        again: list[int] = []
        assert not fetch(GitAddress(address), tmp_path / "copy.git", progress=again.append)
        assert max(again) < 10_000


def test_a_fetch_is_cancelled_in_the_middle_and_leaves_nothing(blog: Blog, tmp_path: Path) -> None:
    told: list[int] = []
    with over_git(blog) as address, pytest.raises(CancelledError):
        fetch(GitAddress(address), tmp_path / "copy.git", progress=told.append, cancelled=lambda: sum(told) > 100_000)
    assert told[-1] < 500_000
    assert [path.name for path in tmp_path.iterdir()] == ["blog"]


def test_what_never_ends_is_ended(blog: Blog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_fetch, "_MOST_BYTES", 200_000)
    with over_git(blog) as address, pytest.raises(FetchError, match="larger than"):
        fetch(GitAddress(address), tmp_path / "copy.git")
    assert not (tmp_path / "copy.git").exists()
