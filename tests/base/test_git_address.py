"""Addresses of Git repositories as people paste them."""

import pytest

from reader.base.errors import ReaderError
from reader.base.git_address import GitAddress, read_address

HERE = "https://github.com/owner/name"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://github.com/owner/name", GitAddress(HERE)),
        ("  github.com/owner/name/ ", GitAddress(HERE)),
        ("www.github.com/owner/name", GitAddress(HERE)),
        ("https://github.com/owner/name.git", GitAddress(f"{HERE}.git")),
        ("https://github.com/owner/name/tree/gh-pages", GitAddress(HERE, "gh-pages")),
        ("https://github.com/owner/name/tree/main/_posts/ko", GitAddress(HERE, "main", "_posts/ko")),
        ("https://github.com/owner/name/blob/main/_posts/2025-01-02-a.md", GitAddress(HERE, "main", "_posts")),
        ("https://github.com/owner/name/tree/main/%EA%B8%80", GitAddress(HERE, "main", "글")),
        ("https://gitlab.com/a/b/c/-/tree/main/x", GitAddress("https://gitlab.com/a/b/c", "main", "x")),
        ("https://codeberg.org/a/b/src/branch/main/x", GitAddress("https://codeberg.org/a/b", "main", "x")),
        ("git@github.com:owner/name.git", GitAddress("ssh://git@github.com/owner/name.git")),
        ("ssh://git@host.example:2222/~/posts.git", GitAddress("ssh://git@host.example:2222/~/posts.git")),
        ("git://127.0.0.1:9418/posts", GitAddress("git://127.0.0.1:9418/posts")),
        ("file:///srv/posts.git/", GitAddress("file:///srv/posts.git")),
        ("https://someone.github.io", GitAddress("https://github.com/someone/someone.github.io")),
        ("someone.github.io/daily/2025", GitAddress("https://github.com/someone/someone.github.io")),
        ("https://someone.codeberg.page/x", GitAddress("https://codeberg.org/someone/pages")),
    ],
)
def test_a_pasted_address_is_a_repository(text: str, address: GitAddress):
    assert read_address(text) == address


@pytest.mark.parametrize("text", ["posts", "/home/me/posts", "~/posts", "C:\\posts", "C:/posts", "./a:b", "글/posts"])
def test_a_path_is_no_address(text: str):
    assert read_address(text) is None


@pytest.mark.parametrize(
    "address",
    [GitAddress(HERE), GitAddress(HERE, "main", "_posts/한 글"), GitAddress("ssh://git@h.example/a", "a/b&c=d#e")],
)
def test_what_is_kept_is_read_again(address: GitAddress):
    assert read_address(str(address)) == address


@pytest.mark.parametrize(
    "text",
    ["https://me:secret@host.example/a", "https://token@host.example/a", "ftp://host.example/a", "https://github.com/"],
)
def test_what_cannot_be_kept_is_said(text: str):
    with pytest.raises(ReaderError) as refused:
        read_address(text)
    assert "secret" not in str(refused.value)
    assert "token" not in str(refused.value)


def test_an_address_is_shown_without_what_only_programs_need():
    assert (
        GitAddress("https://github.com/owner/name.git", "main", "_posts").shown == "github.com/owner/name/_posts (main)"
    )


def test_every_branch_has_a_copy_of_its_own():
    names = {GitAddress(HERE).file_name, GitAddress(HERE, "main").file_name, GitAddress(f"{HERE}2").file_name}
    assert len(names) == 3
    assert GitAddress(HERE, "", "a").file_name != ""
    assert all(name.isascii() and "/" not in name for name in names)
