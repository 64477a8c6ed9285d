"""A first fetch over a line that breaks again and again goes on where it was, with servers that allow it."""

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dulwich.errors import GitProtocolError

from reader.base.git_address import GitAddress
from reader.library.git import fetch as git_fetch
from reader.library.git.fetch import fetch
from reader.library.git.server import CancelledError, FetchError
from tests.library.git.git_servers import Blog, Served, breaking_off, over_git, over_gits_own, over_gits_own_http
from tests.library.git.test_git_half_answers import names

POSTS = 30
WHOLE = 300_000  # bytes, a little less than the posts take
FIRST, LATER = 200_000, 80_000

pytestmark = [
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
    pytest.mark.skipif(os.name != "posix", reason="a socket is no process's input there"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # dulwich leaves its end open
]


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    chance = random.Random(1)
    made = Blog(tmp_path / "blog")
    made.commit({f"_posts/2025-01-{day:02}-a.md": chance.randbytes(10_000).hex() for day in range(1, POSTS + 1)})
    return made


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(git_fetch, "_AT_ONCE", 5)
    monkeypatch.setattr(git_fetch, "_MUCH", 100_000)
    return tmp_path / "copies" / "copy.git"


def tries_until_whole(address: str, copy: Path, most: int) -> int:
    """How often it was tried; each try after the first has too few bytes for the whole."""
    for number in range(most):
        with breaking_off(address, LATER if number else FIRST) as way:
            try:
                fetch(GitAddress(way), copy)
            except FetchError:
                continue
            return number + 1
    return 0


@pytest.mark.parametrize("served", [over_gits_own, over_gits_own_http])
def test_what_came_before_the_line_broke_is_not_fetched_again(blog: Blog, copy: Path, served: Served) -> None:
    with served(blog, without_texts=True) as address:
        assert 3 < tries_until_whole(address, copy, 12) < 12
    assert len(names(GitAddress(address), copy)) == POSTS
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_a_newer_commit_meanwhile_is_what_is_fetched(blog: Blog, copy: Path) -> None:
    with over_gits_own(blog, without_texts=True) as address:
        assert tries_until_whole(address, copy, 3) == 0
        blog.commit({"_posts/2025-02-01-b.md": "# new", "_posts/2025-01-01-a.md": None})
        assert fetch(GitAddress(address), copy)
        assert not fetch(GitAddress(address), copy)
    found = names(GitAddress(address), copy)
    assert "_posts/2025-02-01-b.md" in found and len(found) == POSTS


@pytest.mark.parametrize("allows", [True, False])
@pytest.mark.parametrize("served", [over_gits_own, over_gits_own_http])
def test_what_was_cancelled_is_whole_when_it_is_wanted_again(
    blog: Blog, copy: Path, allows: bool, served: Served
) -> None:
    """A server that sends no files by their names sends all of them once more."""
    came = 0

    def count(done: int) -> None:
        nonlocal came
        came = done

    with served(blog, without_texts=allows) as address:
        with pytest.raises(CancelledError):
            fetch(GitAddress(address), copy, progress=count, cancelled=lambda: came > FIRST)
        assert [path.name for path in copy.parent.iterdir()] == [f"{copy.name}.half"]
        assert fetch(GitAddress(address), copy)
    assert len(names(GitAddress(address), copy)) == POSTS
    assert came < WHOLE  # of the first try


def test_half_a_copy_that_is_none_is_begun_anew(blog: Blog, copy: Path) -> None:
    half = copy.with_name(f"{copy.name}.half")
    half.mkdir(parents=True)
    (half / "HEAD").write_text("nothing of Git's")
    with over_git(blog) as address:
        assert fetch(GitAddress(address), copy)
    assert len(names(GitAddress(address), copy)) == POSTS


def test_the_server_that_sends_no_texts_by_name_sends_all(blog: Blog, copy: Path) -> None:
    copy.with_name(f"{copy.name}.half").mkdir(parents=True)
    with over_gits_own(blog, without_texts=False) as address:
        assert fetch(GitAddress(address), copy)
    assert len(names(GitAddress(address), copy)) == POSTS


def refusing(monkeypatch: pytest.MonkeyPatch, why: Exception) -> None:
    """From now on whoever is asked for files by their names answers so."""
    ask = git_fetch.ask

    def asked(*given: Any) -> Any:
        if len(given) == 4 and given[3]({}) != []:
            raise why
        return ask(*given)

    monkeypatch.setattr(git_fetch, "ask", asked)


@pytest.fixture
def cut(blog: Blog, copy: Path) -> Iterator[str]:
    """The address of a blog of which half a copy is here."""
    with over_gits_own(blog, without_texts=True) as address:
        assert tries_until_whole(address, copy, 1) == 0
        yield address


def test_a_server_that_knows_no_names_of_files_is_asked_for_the_whole(
    cut: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing(monkeypatch, GitProtocolError("upload-pack: not our ref 12"))
    assert fetch(GitAddress(cut), copy)
    assert len(names(GitAddress(cut), copy)) == POSTS


def test_a_step_that_never_comes_leaves_no_half_copy_so_that_the_next_fetch_is_a_first_one(
    cut: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing(monkeypatch, GitProtocolError("something else"))
    with pytest.raises(FetchError, match="something else"):
        fetch(GitAddress(cut), copy)
    assert list(copy.parent.iterdir()) == []
