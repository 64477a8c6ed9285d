"""Pictures of posts are found in folders, taken out of repositories, and fetched only where a person asked for it."""

import io
import json
import os
import time
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.base.git_address import GitAddress, read_address
from reader.base.paths import ProfilePaths
from reader.commands import cli
from reader.network.http import Answer, Request, UnreachableError
from reader.services.fetching import Fetching
from reader.services.pictures import bringing
from reader.services.pictures.bringing import answer, ending_of, is_public, unpacked
from reader.services.pictures.finding import Absent, PictureFinder, address_of
from reader.services.profile import Profile
from reader.services.refresh import refresh
from tests.factories import numbered, post
from tests.library.git.git_servers import Blog

PNG = b"\x89PNG\r\n\x1a\n of a picture"
WEB = "https://pictures.example/a.png"
POST = "_posts/2025-01-02-a.md"


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    with Profile(ProfilePaths.of(tmp_path / "profile")) as opened:
        opened.make_folders()
        yield opened


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """A blog with a picture among its assets, one beside the post, and one above the folder of the source."""
    blog = Blog(tmp_path / "blog")
    for name in ("assets/그림 1.png", "_posts/beside.JPG", "site/assets/in.png", "site/_posts/b.md"):
        path = blog.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PNG + name.encode())
    (blog.folder / "link.png").symlink_to("/etc/passwd")
    blog.repository.get_worktree().stage(
        ["assets/그림 1.png", "_posts/beside.JPG", "site/assets/in.png", "site/_posts/b.md", "link.png"]
    )
    blog.commit({POST: post(numbered(1)), "notes.txt": "x"})
    return blog


def added(profile: Profile, blog: Blog, folder: str = "") -> GitAddress:
    """The blog as a source of the profile, fetched."""
    address = read_address(blog.folder.as_uri())
    assert address is not None
    address = address._replace(folder=folder)
    profile.settings.add_repositories([address])
    refresh(profile, fetching=Fetching.NOW)
    return address


def brought(profile: Profile, *absent: Absent) -> list[bool]:
    said = io.StringIO()
    answer(profile, [json.dumps(each) for each in absent], said)
    return [json.loads(line) for line in said.getvalue().splitlines()]


@pytest.mark.parametrize("named", ["/assets/그림 1.png", "/assets/%EA%B7%B8%EB%A6%BC%201.png", "../assets/그림 1.png"])
def test_a_picture_of_a_repository_is_taken_out_of_its_pack_when_it_is_wanted(
    profile: Profile, blog: Blog, named: str
) -> None:
    source, finder = str(added(profile, blog)), PictureFinder(profile)
    absent = finder.find(named, source, POST)
    assert isinstance(absent, Absent)
    assert not absent.is_web
    assert brought(profile, absent) == [True]
    found = finder.find(named, source, POST)
    assert isinstance(found, Path)
    assert found.read_bytes() == PNG + "assets/그림 1.png".encode()


def test_a_picture_beside_a_post_is_found_whatever_the_case_of_its_ending(profile: Profile, blog: Blog) -> None:
    absent = PictureFinder(profile).find("beside.JPG", str(added(profile, blog)), POST)
    assert isinstance(absent, Absent)
    assert absent.name.endswith(".jpg")


@pytest.mark.parametrize(
    "named", ["../../x.png", "/link.png", "/notes.txt", "/none.png", "C:\\a.png", "file:///etc/passwd", WEB, "", "#x"]
)
def test_what_is_no_picture_of_the_repository_is_none(profile: Profile, blog: Blog, named: str) -> None:
    assert PictureFinder(profile).find(named, str(added(profile, blog)), POST) is None


def test_nothing_outside_the_folder_of_the_source_is_found(profile: Profile, blog: Blog) -> None:
    source, finder = str(added(profile, blog, "site/_posts")), PictureFinder(profile)
    assert isinstance(finder.find("/assets/in.png", source, "b.md"), Absent)
    assert isinstance(finder.find("../assets/in.png", source, "b.md"), Absent)
    for named in ("../../assets/그림 1.png", "/../assets/그림 1.png", "/assets/그림 1.png", "../../_posts/beside.JPG"):
        assert finder.find(named, source, "b.md") is None


def test_what_a_new_commit_no_longer_has_goes(profile: Profile, blog: Blog) -> None:
    source, finder = str(added(profile, blog)), PictureFinder(profile)
    absent = finder.find("/assets/그림 1.png", source, POST)
    assert isinstance(absent, Absent)
    brought(profile, absent)
    old = finder.find("/assets/그림 1.png", source, POST)
    assert isinstance(old, Path)
    blog.commit({"assets/그림 1.png": "another"})
    refresh(profile, fetching=Fetching.NOW)
    assert not old.exists()
    assert isinstance(finder.find("/assets/그림 1.png", source, POST), Absent)


def test_pictures_of_a_source_that_is_removed_go(profile: Profile, blog: Blog) -> None:
    address = added(profile, blog)
    absent = PictureFinder(profile).find("beside.JPG", str(address), POST)
    assert isinstance(absent, Absent)
    brought(profile, absent)
    assert list(profile.places.pictures.rglob("*.jpg"))
    profile.settings.remove_repository(address)
    refresh(profile, fetching=Fetching.NOT)
    assert not list(profile.places.pictures.rglob("*.jpg"))


def test_those_not_looked_at_for_longest_go_when_there_are_too_many(
    profile: Profile, blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "_MOST_FILES", 1)
    source, finder = str(added(profile, blog)), PictureFinder(profile)
    first, second = (finder.find(name, source, POST) for name in ("beside.JPG", "/assets/그림 1.png"))
    assert isinstance(first, Absent)
    assert isinstance(second, Absent)
    brought(profile, first)
    (file,) = profile.places.pictures.rglob("*.jpg")
    os.utime(file, (time.time() - 9e6, time.time()))
    brought(profile, second)
    assert finder.find("beside.JPG", source, POST) == first
    assert isinstance(finder.find("/assets/그림 1.png", source, POST), Path)


def test_pruning_bears_with_what_another_process_writes_or_removes_just_then(profile: Profile, blog: Blog) -> None:
    source = str(added(profile, blog))
    absent = PictureFinder(profile).find("beside.JPG", source, POST)
    assert isinstance(absent, Absent)
    brought(profile, absent)
    (folder,) = profile.places.pictures.iterdir()
    being_written = folder / ".abc.png.12345.tmp"
    being_written.write_bytes(PNG)
    (folder / f".{absent.name}.12346.tmp").symlink_to("nowhere")  # listed, and gone when it is looked at
    bringing.prune(profile)
    assert being_written.exists()
    assert isinstance(PictureFinder(profile).find("beside.JPG", source, POST), Path)


def test_a_process_without_a_window_leaves_the_profile_as_it_is(profile: Profile, blog: Blog, tmp_path: Path) -> None:
    source = str(added(profile, blog))
    found = unpacked(profile, tmp_path)("beside.JPG", source, POST)
    assert found is not None
    assert found.parent == tmp_path
    assert not profile.places.pictures.exists()


def test_a_paper_shown_as_html_has_the_pictures_of_its_repository(
    profile: Profile, blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    blog.commit({"_posts/2025-01-04-page.md": "---\ntitle: A\n---\n\n![a](beside.JPG)\n"})
    added(profile, blog)
    place = str(profile.places.profile)
    assert cli.run(["--profile", place, "show", "_posts/2025-01-04-page.md", "--format", "html"]) == 0
    assert b64encode(PNG).decode()[:20] in capsys.readouterr().out


@pytest.mark.parametrize("name", ["../../../etc/passwd", "abc.txt", "0" * 40 + ".png", "x.png/../../y"])
def test_no_request_writes_anything_else(profile: Profile, blog: Blog, name: str) -> None:
    source = str(added(profile, blog))
    assert brought(profile, Absent(source, name)) == [False]
    assert not list(profile.places.pictures.rglob("*.*"))


class Web:
    """Servers that answer with these bytes, and what they were asked."""

    def __init__(self, content: bytes = PNG, status: int = 200) -> None:
        self.content, self.status, self.asked = content, status, list[str]()

    def __call__(self, request: Request, stopped: Any) -> Answer:
        self.asked.append(request.address)
        if self.status == 0:
            raise UnreachableError("nobody is there")
        return Answer(self.status, {}, self.content)


@pytest.fixture
def folder(profile: Profile, tmp_path: Path) -> Path:
    """A folder as a source."""
    (tmp_path / "posts").mkdir()
    profile.settings.add_sources([tmp_path / "posts"])
    return tmp_path / "posts"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Web:
    web = Web()
    monkeypatch.setattr("reader.network.http.fetch", web)
    monkeypatch.setattr(bringing, "is_public", lambda _host: True)
    return web


def test_a_picture_of_another_computer_is_none_until_the_person_says_so(
    profile: Profile, folder: Path, web: Web
) -> None:
    finder = PictureFinder(profile)
    assert finder.find(WEB, str(folder), "a.md") is None
    assert brought(profile, Absent(str(folder), WEB)) == [False]
    assert web.asked == []


@pytest.mark.parametrize("named", [WEB, "//pictures.example/a.png", "https://pictures.example/show?id=3"])
def test_one_that_the_person_wants_is_fetched_once_and_shown_offline(
    profile: Profile, folder: Path, web: Web, named: str
) -> None:
    profile.settings.show_web_pictures(folder, True)
    finder = PictureFinder(profile)
    absent = finder.find(named, str(folder), "a.md")
    assert isinstance(absent, Absent)
    assert absent.is_web
    assert brought(profile, absent) == [True]
    found = finder.find(named, str(folder), "a.md")
    assert isinstance(found, Path)
    assert found.read_bytes() == PNG
    assert len(web.asked) == 1
    profile.settings.show_web_pictures(folder, False)
    assert finder.find(named, str(folder), "a.md") is None
    refresh(profile, fetching=Fetching.NOT)
    assert not found.exists()


@pytest.mark.parametrize(("content", "status"), [(b"<html>no picture</html>", 200), (PNG, 404), (b"", 200)])
def test_what_is_no_picture_is_not_kept(profile: Profile, folder: Path, web: Web, content: bytes, status: int) -> None:
    web.content, web.status = content, status
    profile.settings.show_web_pictures(folder, True)
    assert brought(profile, Absent(str(folder), WEB)) == [False]
    assert not list(profile.places.pictures.rglob("*.*"))


def test_a_host_that_does_not_answer_is_not_asked_for_every_picture(profile: Profile, folder: Path, web: Web) -> None:
    web.status = 0
    profile.settings.show_web_pictures(folder, True)
    wanted = [Absent(str(folder), f"https://away.example/{number}.png") for number in range(40)]
    assert brought(profile, *wanted) == [False] * 40
    assert len(web.asked) < 10


def test_nothing_at_home_is_asked(profile: Profile, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    web = Web()
    monkeypatch.setattr("reader.network.http.fetch", web)
    profile.settings.show_web_pictures(folder, True)
    hosts = ("127.0.0.1", "localhost", "192.168.0.1", "10.1.2.3", "169.254.169.254", "[::1]", "0.0.0.0")
    assert brought(profile, *(Absent(str(folder), f"http://{host}/a.png") for host in hosts)) == [False] * len(hosts)
    assert web.asked == []
    assert is_public("8.8.8.8")


def test_the_kind_of_a_picture_is_told_by_its_bytes() -> None:
    assert ending_of(PNG) == ending_of(b"GIF89a") == ending_of(b"\xff\xd8\xff\xe0") == ".picture"
    assert ending_of(b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>') == ".svg"
    assert ending_of(b"%PDF-1.5") is None


def test_a_source_that_is_no_repository_is_none(tmp_path: Path) -> None:
    assert address_of(str(tmp_path)) is None
    assert address_of("git+https://host.example/a#branch=b") is not None
