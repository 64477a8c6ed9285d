"""`sync` with Git repositories: fetched, read without a checkout, followed, and kept while their server is away."""

import json
import os
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from reader.base.git_address import read_address
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from tests.command_line import CommandLine
from tests.factories import paper, post
from tests.library.git.git_servers import Blog, answering, over_git, over_http


def of_day(number: int, title: str = "") -> str:
    day = f"2025-01-{number:02d}"
    link = f"https://arxiv.org/abs/2501.{number:05d}"
    return post([paper(1, title or f"Study {number}", link)], date=f"{day} 08:15:00")


def name_of(number: int) -> str:
    return f"_posts/2025-01-{number:02d}-daily.md"


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    made = Blog(tmp_path / "blog")
    made.commit({name_of(1): of_day(1), name_of(2): of_day(2), "_config.yml": "title: a\n", "README.md": "# no post\n"})
    return made


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path / "profile", capsys)


def titles(command: CommandLine) -> list[str]:
    return sorted(each["title"] for each in command("list", "--json").json["papers"])


def _local(blog: Blog) -> AbstractContextManager[str]:
    return nullcontext(blog.folder.as_uri())


@pytest.mark.parametrize("served", [over_git, over_http, _local], ids=["git", "http", "file"])
def test_a_repository_is_read_and_followed(
    blog: Blog, command: CommandLine, served: Callable[[Blog], AbstractContextManager[str]]
) -> None:
    with served(blog) as address:
        said = command("sync", address, "--json").json
        assert (said["posts"], said["papers"], said["repositories"][0]["changed"]) == (2, 2, True)
        assert "README.md" in {Path(each["path"]).name for each in said["passed_over"]}
        again = command("sync", "--json").json
        assert (again["reread"], again["repositories"][0]["changed"]) == (0, False)
        blog.commit({name_of(3): of_day(3), name_of(2): None, name_of(1): of_day(1, "Rewritten")})
        later = command("sync", "--json").json
        assert (later["added"], later["updated"], later["removed"], later["reread"]) == (1, 1, 1, 2)
        assert titles(command) == ["Rewritten", "Study 3"]


def test_history_that_was_written_anew_is_followed(blog: Blog, command: CommandLine) -> None:
    first = blog.repository.head()
    with over_git(blog) as address:
        blog.commit({name_of(3): of_day(3)})
        command("sync", address)
        blog.go_back(first)
        blog.commit({name_of(4): of_day(4)})
        assert command("sync", "--json").json["removed"] == 1
        assert titles(command) == ["Study 1", "Study 2", "Study 4"]


def test_a_branch_and_a_folder_of_it(blog: Blog, command: CommandLine, tmp_path: Path) -> None:
    blog.repository.refs[b"refs/heads/other"] = blog.commit({"notes/a.md": of_day(7), "notes/.hidden/b.md": of_day(8)})
    address = read_address(blog.folder.as_uri())
    assert address is not None
    command("sync", str(address._replace(branch="other", folder="notes")))
    assert titles(command) == ["Study 7"]
    wrong = command("sync", str(address._replace(branch="nowhere")), "--json").json["repositories"][1]
    assert "no branch 'nowhere'. There are: main, other" in wrong["trouble"]
    lost = command("sync", str(address._replace(folder="gone")), "--json").json
    assert any("no folder 'gone'" in each["message"] for each in lost["warnings"])
    assert titles(command) == ["Study 7"]


def test_a_server_that_is_away_takes_nothing(blog: Blog, command: CommandLine) -> None:
    with over_git(blog) as address:
        command("sync", address)
        command("bookmark", "2501.00001")
    said = command("sync", "--json")
    told = said.json["repositories"][0]
    assert (said.code, told["offline"], told["fetched"] is not None) == (0, True, True)
    assert "cannot be reached" in told["trouble"]
    assert titles(command) == ["Study 1", "Study 2"]
    assert "Its posts are as of 2" in command("sync").out


def test_a_repository_that_was_never_fetched_is_no_loss(command: CommandLine) -> None:
    said = command("sync", "git://127.0.0.1:9/blog", "--json")
    assert (said.code, said.json["posts"], said.json["repositories"][0]["fetched"]) == (0, 0, None)


def test_offline_contacts_nothing(blog: Blog, command: CommandLine) -> None:
    with over_git(blog) as address:
        command("sync", address)
        blog.commit({name_of(3): of_day(3)})
        assert command("sync", "--offline", "--json").json["added"] == 0
        assert command("sync", "--due", "--json").json["added"] == 0
        assert command("sync", "--json").json["added"] == 1


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<html>hi!",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/x-git-upload-pack-advertisement\r\n\r\n001e# service=git-upl",
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/elsewhere\r\nContent-Length: 0\r\n\r\n",
        b"SSH-2.0-nonsense\r\n",
    ],
)
def test_a_server_that_answers_wrongly_is_said_in_words(
    answer: bytes, blog: Blog, command: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    with answering(answer) as address:
        command("sync", blog.folder.as_uri())
        said = command("sync", f"{address}/blog", "--json")
    told = said.json["repositories"][1]
    assert said.code == 0
    assert told["trouble"].endswith((".", "again."))
    assert "(" not in told["trouble"].replace("(git credential)", "")  # no value of Python's
    assert titles(command) == ["Study 1", "Study 2"]


def test_half_a_copy_is_no_copy(blog: Blog, command: CommandLine, tmp_path: Path) -> None:
    command("sync", blog.folder.as_uri())
    [copy] = (tmp_path / "profile" / "cache" / "git").glob("*.git")
    (copy / "HEAD").unlink()
    blog.commit({name_of(3): of_day(3)})
    assert command("sync", "--json").json["added"] == 1
    assert titles(command) == ["Study 1", "Study 2", "Study 3"]


def test_a_repository_taken_from_the_library_takes_its_posts_along(
    blog: Blog, command: CommandLine, tmp_path: Path
) -> None:
    command("sync", blog.folder.as_uri())
    profile = Profile(ProfilePaths.of(tmp_path / "profile"))
    [address] = profile.settings.repositories
    profile.settings.remove_repository(address)
    profile.close()
    assert command("sync", "--json").json["removed"] == 2


def test_a_password_in_an_address_is_refused_and_kept_nowhere(command: CommandLine, tmp_path: Path) -> None:
    said = command("sync", "https://me:hunter2@host.example/a")
    assert said.code == 1
    assert "credential helper" in said.complaint
    kept = subprocess.run(["grep", "-r", "hunter2", str(tmp_path)], capture_output=True, text=True, check=False)
    assert kept.stdout == ""


def test_what_git_knows_of_passwords_is_asked(
    blog: Blog, command: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = tmp_path / "asked"
    helper = tmp_path / "helper"
    helper.write_text(f"#!/bin/sh\ncat > {asked}\necho username=me\necho password=wrong\n")
    helper.chmod(0o755)
    (tmp_path / "gitconfig").write_text(f"[credential]\n\thelper = {helper}\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    refused = b"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n"
    with answering(refused) as address:
        said = command("sync", f"{address}/blog", "--json").json["repositories"][0]
    assert "not accepted" in said["trouble"]
    assert "host=127.0.0.1" in asked.read_text()
    assert "wrong" not in json.dumps(said)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_where_the_time_of_a_fetch_is_kept_keeps_nobody_waiting(
    blog: Blog, command: CommandLine, tmp_path: Path
) -> None:
    command("sync", blog.folder.as_uri())
    kept = (tmp_path / "profile" / "cache" / "git").glob("*.json")
    [state] = (path for path in kept if not path.name.endswith(".pictures.json"))
    state.unlink()
    os.mkfifo(state)
    assert command("sync", "--offline", "--json").json["repositories"][0]["fetched"] is None
