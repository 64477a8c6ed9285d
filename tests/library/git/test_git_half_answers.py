"""Answers that break off, wherever that is, change nothing and are said in words; the next fetch is whole."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from reader.base.git_address import GitAddress
from reader.library.git.fetch import fetch
from reader.library.git.server import FetchError
from reader.library.git.source import GitSource
from tests.library.git.git_servers import Blog, breaking_off, over_git, over_http

AFTER = (0, 1, 3, 4, 30, 100, 170, 200, 250, 300, 400, 500, 700, 1_000, 2_000, 4_000)
SAID = (
    "ended the connection before all was there.",
    "cannot be reached: ",
    "does not answer as a Git server: ",  # where it breaks off within the heads of HTTP
    "did not send the newest state it names.",
    "has no commits yet.",
)


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    made = Blog(tmp_path / "blog")
    made.commit({f"_posts/2025-01-{day:02}-a.md": f"# {day}\n" + f"{day * 7919} " * 200 for day in range(1, 20)})
    return made


def names(address: GitAddress, copy: Path) -> list[str]:
    source = GitSource(address, copy)
    try:
        return [file.name for file in source.scan(set()).files if source.read(file)]
    finally:
        source.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # dulwich leaves its end open
@pytest.mark.parametrize("served", [over_git, over_http], ids=["git", "http"])
def test_a_first_fetch_that_breaks_off_leaves_nothing_and_the_next_is_whole(
    blog: Blog, tmp_path: Path, served: Callable[[Blog], AbstractContextManager[str]]
) -> None:
    copy, broken = tmp_path / "copies" / "copy.git", 0
    with served(blog) as address:
        for after in AFTER:
            with breaking_off(address, after) as way:
                try:
                    fetch(GitAddress(way), copy)
                except FetchError as error:
                    broken += 1
                    assert any(words in str(error) for words in SAID), str(error)
                    assert list(copy.parent.iterdir()) == []
                else:
                    break
        fetch(GitAddress(address), copy)
    assert broken > 8
    assert len(names(GitAddress(address), copy)) == 19


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # dulwich leaves its end open
@pytest.mark.parametrize("served", [over_git, over_http], ids=["git", "http"])
def test_a_later_fetch_that_breaks_off_leaves_the_copy_as_it_was(
    blog: Blog, tmp_path: Path, served: Callable[[Blog], AbstractContextManager[str]]
) -> None:
    copy, broken = tmp_path / "copies" / "copy.git", 0
    with served(blog) as address:
        fetch(GitAddress(address), copy)
        before = names(GitAddress(address), copy)
        blog.commit({"_posts/2025-02-01-b.md": "# new\n" + "words " * 300})
        for after in AFTER:
            with breaking_off(address, after) as way:
                try:
                    fetch(GitAddress(way), copy)
                except FetchError as error:
                    broken += 1
                    assert any(words in str(error) for words in SAID), str(error)
                    assert names(GitAddress(address), copy) == before
                else:
                    break
        fetch(GitAddress(address), copy)
    assert broken > 4
    assert len(names(GitAddress(address), copy)) == len(before) + 1
