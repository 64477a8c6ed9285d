"""The pictures of the whole window: every scene can be set, looks like itself alone, and is left again."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.gallery.scenes import SCENES
from reader.ui.gallery.screens import Wanted, draw, name_of, sheet
from tests.factories import post, write_post
from tests.ui.walk.library import ChangingLibrary


@pytest.fixture
def profile_folder(tmp_path: Path) -> Path:
    library = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    for number, day in enumerate(("2025-11-05", "2025-11-06", "2025-11-07")):
        library.write(day, [4 * number + each for each in range(1, 5)])
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill("green")
    picture.save(str(library.folder / "green.png"))
    head = "layout: post\ntitle: 그림\ndate: 2025-11-04 08:15:00\ntags: [essay]"
    write_post(library.folder, "2025-11-04-picture.md", post(["![초록](green.png)"], head=head))
    library.sync()
    folder = library.profile.places.profile
    library.profile.close()
    assert folder is not None
    return folder


def wanted(profile: Path, folder: Path, *scenes: str) -> Wanted:
    folder.mkdir()
    return Wanted(profile, folder, scenes, [(800, 600)], ["dark"], ["en"])


def test_a_scene_is_drawn_at_its_size_and_stands_in_the_sheet(profile_folder: Path, tmp_path: Path) -> None:
    asked = wanted(profile_folder, tmp_path / "out", "settings-reading")
    assert draw(asked) == ["settings-reading"]
    picture = QImage(str(asked.whole / name_of("settings-reading", (800, 600), "dark", "en")))
    assert (picture.width(), picture.height()) == (800, 600)
    assert sheet(asked, "settings-reading").toImage().pixelColor(40, 300).lightness() < 60


def test_a_picture_of_a_page_is_drawn_when_it_is_decoded(profile_folder: Path, tmp_path: Path) -> None:
    asked = wanted(profile_folder, tmp_path / "out", "enlarged")
    draw(asked)
    shown = QImage(str(asked.whole / name_of("enlarged", (800, 600), "dark", "en")))
    assert abs(shown.pixelColor(400, 280).green() - QColor("green").green()) < 8


def test_what_is_open_beside_the_window_is_not_in_its_picture(
    profile_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.setStyleSheet("background: white")
    other.resize(640, 480)
    other.show()
    asked = wanted(profile_folder, tmp_path / "out", "settings-reading")
    draw(asked)
    assert sheet(asked, "settings-reading").toImage().pixelColor(40, 300).lightness() < 60


@pytest.mark.parametrize("papers", [0, 1])
def test_views_of_many_papers_are_drawn_of_few_as_well(tmp_path: Path, papers: int) -> None:
    library = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    if papers:
        library.write("2025-11-07", [1])
    library.sync()
    folder = library.profile.places.profile
    library.profile.close()
    assert folder is not None
    names = ["lens", "compare", "benchmark-values", "sorting"]
    asked = wanted(folder, tmp_path / "out", *names)
    assert draw(asked) == names
    assert len(list(asked.whole.iterdir())) == len(names)


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu that would take keys and come to the front
@pytest.mark.slow  # every dialog and view of the window, one after another
def test_every_scene_looks_like_itself_alone(profile_folder: Path, tmp_path: Path) -> None:
    asked = wanted(profile_folder, tmp_path / "out")
    names = draw(asked)
    pictures = {name: QImage(str(asked.whole / name_of(name, (800, 600), "dark", "en"))) for name in names}
    assert len(names) == len(SCENES) + 1
    for name, picture in pictures.items():
        alike = [other for other, one in pictures.items() if other != name and one == picture]
        assert not alike, f"{name} looks like {alike}"
