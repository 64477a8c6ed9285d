"""The limits of a fetch, at the limit and beside it, and what a server may say of its branches."""

import errno
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from dulwich.objects import Blob, Commit, ObjectID, Tree
from dulwich.refs import Ref
from dulwich.repo import Repo

from reader.base.git_address import GitAddress
from reader.library.git import fetch as git_fetch
from reader.library.git import server as git_server
from reader.library.git.fetch import fetch
from reader.library.git.objects import DamagedCopyError, is_damaged, newest, read_object
from reader.library.git.pictures import note_pictures
from reader.library.git.server import CancelledError, FetchError, Watch, in_words
from tests.library.git.git_servers import Blog

_MEGABYTE = 1 << 20
_TIP = b"1" * 40


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    made = Blog(tmp_path / "blog")
    made.commit({"a.md": "a"})
    return made


@pytest.fixture
def copy(blog: Blog, tmp_path: Path) -> Path:
    """The blog, fetched."""
    fetch(GitAddress(blog.folder.as_uri()), tmp_path / "copy.git")
    return tmp_path / "copy.git"


@pytest.mark.parametrize(("packs", "stays"), [(40, True), (41, False)])
def test_forty_packs_may_be_built_upon(blog: Blog, copy: Path, packs: int, stays: bool) -> None:
    (pack,) = (copy / "objects" / "pack").glob("*.pack")
    for number in range(packs - 1):
        for part in (pack, pack.with_suffix(".idx")):
            shutil.copy(part, part.with_name(f"pack-{number:040}{part.suffix}"))
    fetch(GitAddress(blog.folder.as_uri()), copy)
    assert (len(list((copy / "objects" / "pack").glob("*.pack"))) == packs) is stays


@pytest.mark.parametrize(("came", "stays"), [(_MEGABYTE - 1, False), (_MEGABYTE, True)])
def test_what_is_worth_going_on_with_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, came: int, stays: bool
) -> None:
    def ask(_address: GitAddress, _repository: Repo, watch: Watch, *_: object) -> None:
        watch.count(came, "read")
        raise FetchError("cut")

    monkeypatch.setattr(git_fetch, "ask", ask)
    with pytest.raises(FetchError, match="cut"):
        fetch(GitAddress("https://example.org/a"), tmp_path / "a" / "b" / "copy.git")
    assert (tmp_path / "a" / "b" / "copy.git.half").exists() is stays


def test_a_commit_that_is_named_but_not_sent_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_fetch, "ask", lambda *_: SimpleNamespace(refs={b"HEAD": _TIP}, symrefs={}))
    with pytest.raises(FetchError) as error:
        fetch(GitAddress("https://example.org/a"), tmp_path / "copy.git")
    assert str(error.value) == "example.org/a did not send the newest state it names. Try again later."
    assert not (tmp_path / "copy.git").exists()


@pytest.mark.parametrize(
    ("refs", "symrefs"),
    [
        ({b"HEAD": _TIP, b"refs/heads/main": b"2" * 40}, {}),
        ({b"HEAD": _TIP}, {b"HEAD": b"refs/heads/gone"}),
        ({b"HEAD": None, b"refs/heads/main": _TIP}, {b"HEAD": b"refs/heads/main"}),
        ({b"refs/heads/main": _TIP}, {b"HEAD": b"refs/heads/main"}),
    ],
)
def test_the_newest_commit_is_that_of_head_or_of_the_branch_head_names(
    refs: Mapping[Ref, ObjectID | None], symrefs: Mapping[Ref, Ref]
) -> None:
    assert git_fetch._tip_of(GitAddress("https://example.org/a"), refs, symrefs) == _TIP


def test_an_object_of_another_kind_or_name_is_damage(copy: Path) -> None:
    with Repo(str(copy)) as repository:
        commit = newest(repository)
        assert read_object(repository, commit.tree, Tree).id == commit.tree
        with pytest.raises(DamagedCopyError, match=commit.tree.decode()):
            read_object(repository, commit.tree, Blob)
        with pytest.raises(DamagedCopyError, match=_TIP.decode()):
            read_object(repository, _TIP, Commit)


def test_an_object_that_is_stored_under_the_name_of_another_is_damage(copy: Path) -> None:
    named = Blob.from_string(b"what was sent")
    stored = Blob.from_string(b"what the disk has")
    with Repo(str(copy)) as repository:
        repository.object_store.add_object(stored)
        there, wanted = (copy / "objects" / each[:2] / each[2:] for each in (stored.id.decode(), named.id.decode()))
        wanted.parent.mkdir(exist_ok=True)
        there.rename(wanted)
        with pytest.raises(DamagedCopyError):
            read_object(repository, named.id, Blob)


def test_the_note_of_damage_is_a_file_of_that_name(copy: Path) -> None:
    assert not is_damaged(copy)
    (copy / "damaged").touch()
    assert is_damaged(copy)


def test_a_picture_whose_name_is_no_utf8_is_noted(blog: Blog, copy: Path, tmp_path: Path) -> None:
    picture, tree = Blob.from_string(b"a picture"), Tree()
    tree.add(b"\xff.png", 0o100644, picture.id)
    with Repo(str(copy)) as repository:
        commit = newest(repository).copy()
        commit.tree = tree.id
        for each in (picture, tree, commit):
            repository.object_store.add_object(each)
        repository.refs[git_fetch.TIP] = commit.id
    note_pictures(copy, tmp_path / "pictures.json", [".png"])
    assert picture.id.decode() in (tmp_path / "pictures.json").read_text()


def test_what_came_is_counted_from_nothing_and_what_went_is_not() -> None:
    told: list[int] = []
    watch = Watch(told.append, lambda: False)
    watch.count(3, "read")
    watch.count(5, "write")
    watch.count(1, "read")
    assert told == [3, 4]


def test_whatever_goes_over_the_line_asks_whether_to_go_on() -> None:
    watch = Watch(lambda _: None, lambda: True)
    for ask in (watch.look, lambda: watch.count(1, "write"), lambda: watch.count(1, "read")):
        with pytest.raises(CancelledError):
            ask()


@pytest.mark.parametrize(
    "number",
    [
        errno.ENETUNREACH,
        errno.EHOSTUNREACH,
        errno.ENETDOWN,
        errno.EHOSTDOWN,
        errno.ETIMEDOUT,
        errno.ECONNREFUSED,
        errno.ECONNRESET,
    ],
)
def test_a_server_out_of_reach_is_no_fault(number: int) -> None:
    error = OSError("away")
    error.errno = number
    with pytest.raises(FetchError, match="cannot be reached") as found, in_words(GitAddress("https://example.org/a")):
        raise error
    assert found.value.is_offline


def test_a_helper_has_ten_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def run(_words: list[str], **how: object) -> object:
        asked.update(how)
        return SimpleNamespace(returncode=1, stdout="")

    monkeypatch.setattr(git_server.subprocess, "run", run)
    assert git_server.ask_git(GitAddress("https://example.org/a")) is None
    assert asked["timeout"] == 10
