"""The window has pictures brought by a child process, and shows them when they came."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reader.base.git_address import read_address
from reader.base.paths import ProfilePaths
from reader.posts.model import PaperKey
from reader.render.sheet import FilePicture
from reader.render.theme import LIGHT
from reader.services.fetching import Fetching
from reader.services.profile import Profile
from reader.services.refresh import refresh
from reader.ui.page.pictures import picture_files as room
from reader.ui.page.pictures.picture_files import PictureFiles
from reader.ui.page.section_view import SectionView
from tests.library.git.git_servers import Blog

POST = "---\ntitle: A\n---\n\n![빨강](red.png)\n\n![먼](https://pictures.example/a.png)\n"


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    """A library of one post in a repository, with a picture beside it."""
    blog = Blog(tmp_path / "blog")
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(blog.folder / "red.png"))
    blog.repository.get_worktree().stage(["red.png"])
    blog.commit({"2025-01-02-a.md": POST})
    address = read_address(blog.folder.as_uri())
    assert address is not None
    with Profile(ProfilePaths.of(tmp_path / "profile")) as opened:
        opened.make_folders()
        opened.settings.add_repositories([address])
        refresh(opened, fetching=Fetching.NOW)
        yield opened


def shown(view: SectionView) -> list[FilePicture]:
    return [each for each in view._browser.pictures.values() if isinstance(each, FilePicture)]


def test_a_picture_of_a_repository_comes_into_the_page_that_is_open(qtbot: QtBot, profile: Profile) -> None:
    files = PictureFiles(profile, lambda: True)
    view = SectionView(LIGHT, files=lambda: files)
    qtbot.addWidget(view)
    record = profile.listing.record(PaperKey("2025-01-02-a.md"))
    assert record is not None
    view.show_paper(record)
    assert shown(view) == []
    qtbot.waitUntil(lambda: len(shown(view)) == 1, timeout=30_000)
    assert shown(view)[0].path.is_file()
    assert "pictures.example" in view._browser.toPlainText()  # its words: nobody asked for it


def test_on_a_metered_network_no_other_computer_is_asked(qtbot: QtBot, profile: Profile) -> None:
    (address,) = profile.settings.repositories
    profile.settings.show_web_pictures(address, True)
    record = profile.listing.record(PaperKey("2025-01-02-a.md"))
    assert record is not None
    files = PictureFiles(profile, lambda: False)
    assert files.find("https://pictures.example/a.png", record.appearances[0]) is None
    assert not files.waiting
    assert files.find("red.png", record.appearances[0]) is None  # but what is on this disk is brought
    with qtbot.waitSignal(files.came, timeout=30_000):
        assert files.waiting
    assert files.find("red.png", record.appearances[0]) is not None


def test_a_process_that_cannot_be_started_is_waited_for_no_longer(
    qtbot: QtBot, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = profile.listing.record(PaperKey("2025-01-02-a.md"))
    assert record is not None
    files = PictureFiles(profile, lambda: True)
    with monkeypatch.context() as changed:
        changed.setattr(room, "this_program", lambda: [str(profile.places.cache / "no program")])
        assert files.find("red.png", record.appearances[0]) is None
        assert files.waiting
        qtbot.waitUntil(lambda: not files.waiting)
    files.look_again()
    assert files.find("red.png", record.appearances[0]) is None
    with qtbot.waitSignal(files.came, timeout=30_000):
        assert files.waiting


def test_another_choice_of_the_person_writes_pages_again(qtbot: QtBot, profile: Profile) -> None:
    files = PictureFiles(profile, lambda: True)
    with qtbot.waitSignal(files.came):
        files.look_again()
