"""Fetching: what comes is counted as it comes, and stopped when it is too much or no longer wanted."""

import errno
import gc
import random
import socket
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from http.client import BadStatusLine, RemoteDisconnected
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from dulwich.client import HTTPUnauthorized, SSHGitClient
from dulwich.errors import GitProtocolError, HangupException, NotGitRepository
from dulwich.repo import Repo
from urllib3.exceptions import MaxRetryError, NewConnectionError, ProtocolError, SSLError

from reader.base.git_address import GitAddress
from reader.library.git import fetch as git_fetch
from reader.library.git import server as git_server
from reader.library.git.fetch import fetch
from reader.library.git.server import CancelledError, FetchError
from tests.library.git.git_servers import Blog, answering, over_git, over_http


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """A repository of a megabyte that does not compress."""
    made = Blog(tmp_path / "blog")
    noise = random.Random(7)
    made.commit({f"{number}.md": noise.randbytes(64 << 10).hex() for number in range(8)})
    return made


def _local(blog: Blog) -> AbstractContextManager[str]:
    return nullcontext(blog.folder.as_uri())


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
    monkeypatch.setattr(git_server, "_MOST_BYTES", 200_000)
    with over_git(blog) as address, pytest.raises(FetchError, match="larger than"):
        fetch(GitAddress(address), tmp_path / "copy.git")
    assert not (tmp_path / "copy.git").exists()


def newest(copy: Path) -> bytes:
    with Repo(str(copy)) as repository:
        tip: bytes = repository.refs.read_loose_ref(git_fetch.TIP)
        return tip


@pytest.mark.parametrize("served", [over_git, over_http, _local], ids=["git", "http", "file"])
def test_the_copy_follows_the_branch_and_says_whether_it_changed(
    tmp_path: Path, served: Callable[[Blog], AbstractContextManager[str]]
) -> None:
    blog, copy = Blog(tmp_path / "blog"), tmp_path / "deep" / "copy.git"
    first = blog.commit({"a.md": "a"})
    with served(blog) as url:
        address = GitAddress(url)
        assert fetch(address, copy)
        assert newest(copy) == first
        assert not fetch(address, copy)
        second = blog.commit({"a.md": "b"})
        assert fetch(address, copy)
        assert newest(copy) == second
    assert [path.name for path in copy.parent.iterdir()] == ["copy.git"]


def test_history_is_not_fetched(blog: Blog, tmp_path: Path) -> None:
    first = blog.repository.head()
    blog.commit({"a.md": "a"})
    with over_git(blog) as url:
        fetch(GitAddress(url), tmp_path / "copy.git")
    with Repo(str(tmp_path / "copy.git")) as repository:
        assert first not in repository.object_store


def test_another_branch_than_the_repositorys_own(tmp_path: Path) -> None:
    blog, copy = Blog(tmp_path / "blog"), tmp_path / "copy.git"
    own = blog.commit({"a.md": "a"})
    other = blog.commit({"b.md": "b"})
    blog.repository.refs[b"refs/heads/other"] = other
    blog.go_back(own)
    url = blog.folder.as_uri()
    fetch(GitAddress(url, "other"), copy)
    assert newest(copy) == other
    with pytest.raises(FetchError, match=r"/blog \(x\): there is no branch 'x'\. There are: main, other\.$"):
        fetch(GitAddress(url, "x"), copy)
    assert newest(copy) == other
    assert fetch(GitAddress(url), copy)
    assert newest(copy) == own


def test_a_repository_without_commits_or_branches_is_said(tmp_path: Path) -> None:
    blog = Blog(tmp_path / "blog")
    with pytest.raises(FetchError, match=r"/blog has no commits yet\.$"):
        fetch(GitAddress(blog.folder.as_uri()), tmp_path / "copy.git")
    with pytest.raises(FetchError, match=r"There are: none\.$"):
        fetch(GitAddress(blog.folder.as_uri(), "x"), tmp_path / "copy.git")
    assert not (tmp_path / "copy.git").exists()


def test_a_copy_of_many_small_fetches_or_a_broken_one_is_made_anew(
    blog: Blog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, copy = GitAddress(blog.folder.as_uri()), tmp_path / "copy.git"
    fetch(address, copy)
    monkeypatch.setattr(git_fetch, "_MOST_PACKS", 2)
    packs = []
    for number in range(4):
        blog.commit({"a.md": f"{number}"})
        fetch(address, copy)
        packs.append(len(list((copy / "objects" / "pack").glob("*.pack"))))
    assert packs == [2, 3, 1, 2]
    (copy / "HEAD").unlink()
    assert not fetch(address, copy) or newest(copy)
    assert (copy / "HEAD").is_file()


@pytest.mark.parametrize(
    ("error", "words", "is_offline"),
    [
        (ConnectionRefusedError(111, "Connection refused"), "cannot be reached: Connection refused.", True),
        (socket.gaierror(-2, "Name or service not known"), "cannot be reached: Name or service not known.", True),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), "cannot be reached: Network is unreachable.", True),
        (OSError(errno.ENOSPC, "No space left"), "The copy of example.org/a could not be written: No space", False),
        (NotGitRepository("a"), "There is no Git repository at example.org/a. Check the address.", False),
        (HangupException(), "example.org/a ended the connection before all was there.", True),
        (TimeoutError(), "example.org/a ended the connection before all was there.", True),
        (HTTPUnauthorized(None, "u"), "example.org/a: the name or password that Git keeps for it is not acc", False),
        (
            SSLError("x: certificate has expired"),
            "has no certificate that can be trusted: certificate has expired.",
            False,
        ),
        (MaxRetryError(None, "u", NewConnectionError(None, "a: refused")), "cannot be reached: refused.", True),  # type: ignore[arg-type]  # no pool
        (MaxRetryError(None, "u", SSLError("self-signed")), "no certificate that can be trusted: self-signed.", False),  # type: ignore[arg-type]  # no pool
        (
            MaxRetryError(None, "u", NewConnectionError(None, "a: [Errno 111] refused")),
            "cannot be reached: refused.",
            True,
        ),  # type: ignore[arg-type]  # no pool
        (
            MaxRetryError(None, "u", ProtocolError("Connection aborted.", BadStatusLine("\x85"))),  # type: ignore[arg-type]  # no pool
            "does not answer as a Git server: what it says is no HTTP.",
            False,
        ),
        (ProtocolError("Connection aborted.", RemoteDisconnected("gone")), "cannot be reached: gone.", True),
        (GitProtocolError("Length of pkt read 08c6 does not match length prefix 2005"), "before all was there.", True),
        (GitProtocolError("Invalid pkt-line length prefix: b'00f'"), "before all was there.", True),
        (GitProtocolError("Invalid pkt-line length prefix: b'<htm'"), "as a Git server: b'<htm'.", False),
        (GitProtocolError("unexpected: 404"), "does not answer as a Git server: 404.", False),
        (ValueError(""), "does not answer as a Git server: ValueError.", False),
        (ValueError("one\ntwo"), "does not answer as a Git server: one.", False),
        (ValueError("x" * 999), f"does not answer as a Git server: {'x' * 160}.", False),
        (ValueError("outer", KeyError("inner.")), "does not answer as a Git server: 'inner.'.", False),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_whatever_goes_wrong_is_said_in_a_sentence(
    error: Exception, words: str, is_offline: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(git_fetch, "_clone", fail)
    before = socket.getdefaulttimeout()
    with pytest.raises(FetchError) as raised:
        fetch(GitAddress("https://example.org/a.git"), tmp_path / "copy.git")
    said = str(raised.value)
    assert words in said
    assert said.startswith(
        ("example.org/a ", "example.org/a: ", "There is no Git repository", "The copy of example.org/a ")
    )
    assert raised.value.is_offline is is_offline
    assert socket.getdefaulttimeout() == before


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # dulwich leaves its end open
def test_a_server_that_hangs_is_left_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_server, "_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = GitAddress(f"git://127.0.0.1:{server.getsockname()[1]}/blog")
        with pytest.raises(FetchError) as raised:
            fetch(address, tmp_path / "copy.git")
    assert raised.value.is_offline
    del raised
    gc.collect()


def credentials(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> Path:
    """A credential helper of Git's that does this; returns where it writes what it was asked."""
    asked, helper = folder / "asked", folder / "helper"
    helper.write_text(f"#!/bin/sh\ncat > {asked}\n{script}\n")
    helper.chmod(0o755)
    (folder / "gitconfig").write_text(f"[credential]\n\thelper = {helper}\n\tuseHttpPath = true\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / "gitconfig"))
    return asked


@pytest.mark.parametrize(
    ("script", "known"),
    [("echo username=me; echo password=a=b", ("me", "a=b")), ("echo password=p", None), ("exit 0", None)],
)
def test_a_name_and_password_are_asked_of_git(
    script: str, known: tuple[str, str] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = credentials(monkeypatch, tmp_path, script)
    found = git_server.ask_git(GitAddress("https://example.org:8443/owner/a.git"))
    assert found == known
    assert {"protocol=https", "host=example.org:8443", "path=owner/a.git"} <= set(asked.read_text().splitlines())


@pytest.mark.parametrize(
    ("script", "known"),
    [
        ("echo password=p; exit 1", None),
        ("echo username=me", None),
        ("echo password=p", ("", "p")),
        ("echo username=me; echo password=", None),
    ],
)
def test_a_git_that_fails_or_knows_no_password_gives_none(
    script: str, known: tuple[str, str] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git = tmp_path / "git"
    git.write_text(f"#!/bin/sh\n{script}\n")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert git_server.ask_git(GitAddress("https://example.org/a")) == known


def test_without_git_nobody_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert git_server.ask_git(GitAddress("https://example.org/a")) is None


def test_a_password_that_git_knows_opens_the_repository(
    blog: Blog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    credentials(monkeypatch, tmp_path, "echo username=me; echo password=right")
    with over_http(blog, password="me:right") as url:
        assert fetch(GitAddress(url), tmp_path / "copy.git")
    with over_http(blog, password="me:other") as url, pytest.raises(FetchError, match="not accepted"):
        fetch(GitAddress(url), tmp_path / "copy.git")
    credentials(monkeypatch, tmp_path, "exit 0")
    with over_http(blog, password="me:other") as url, pytest.raises(FetchError, match="Store them once with Git"):
        fetch(GitAddress(url), tmp_path / "copy.git")


def test_nobody_is_asked_for_the_password_of_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIT_SSH_COMMAND", raising=False)
    watch = git_server.Watch(lambda _: None, lambda: False)
    client, path = git_server._client(GitAddress("ssh://git@example.org/a/b"), None, watch)
    assert isinstance(client, SSHGitClient)
    assert client.ssh_command == "ssh -o BatchMode=yes -o ConnectTimeout=15"
    assert path.endswith("a/b")
    monkeypatch.setenv("GIT_SSH_COMMAND", "ssh -v")
    other, _ = git_server._client(GitAddress("ssh://git@example.org/a/b"), None, watch)
    assert isinstance(other, SSHGitClient)
    assert other.ssh_command == "ssh -v"


@pytest.mark.parametrize(
    "answer",
    [
        b"401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
        b"404 Not Found\r\nContent-Length: 9\r\n\r\nnothing",
        b"302 Found\r\nLocation: http://127.0.0.1:9/elsewhere\r\nContent-Length: 0\r\n\r\n",
        b"200 OK\r\nContent-Length: 9\r\n\r\n<html>hi!",
    ],
    ids=["401", "404", "302", "200"],
)
def test_a_failure_that_is_kept_keeps_no_line_to_the_server(
    answer: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_server, "ask_git", lambda _: None)
    with answering(b"HTTP/1.1 " + answer) as address:
        with pytest.raises(FetchError) as told:
            fetch(GitAddress(f"{address}/blog"), tmp_path / "copy.git")
        assert not _lines_to(address)
    assert told.value.__cause__


def test_a_fetch_that_ends_well_leaves_no_line_either(blog: Blog, tmp_path: Path) -> None:
    with over_http(blog) as address:
        fetch(GitAddress(address), tmp_path / "copy.git")
        assert not _lines_to(address)


def _lines_to(address: str) -> list[socket.socket]:
    port = urlsplit(address).port
    sockets = [one for one in gc.get_objects() if isinstance(one, socket.socket) and one.fileno() >= 0]
    return [one for one in sockets if one.getsockname()[1] != port and one.getpeername()[1] == port]
