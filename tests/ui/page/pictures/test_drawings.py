"""Pictures decoded beside the window: known after a while, killed when they take too long."""

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from reader.ui.page.pictures import drawings as room
from reader.ui.page.pictures.decoding import Wanted
from reader.ui.page.pictures.drawings import Drawings, drawings

FRAME = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">{}</svg>'
ENDLESS = FRAME.format(f'<path stroke="red" d="M0 0{" L9 9 L0 50" * 16_000}"/>')


@pytest.fixture
def drawer(qtbot: QtBot) -> Drawings:
    return Drawings()


@pytest.fixture
def red(tmp_path: Path) -> Wanted:
    path = tmp_path / "red.svg"
    path.write_text(FRAME.format('<rect width="40" height="30" fill="#ff0000"/>'))
    return Wanted(str(path), None, 680, 2.0)


def asked(qtbot: QtBot, drawer: Drawings, *wanted: Wanted) -> list[QImage | None]:
    """What comes of some pictures."""
    with qtbot.waitSignal(drawer.drawn, timeout=60_000):
        assert [drawer.get(each) for each in wanted] == [(None, False)] * len(wanted)
        assert drawer.waiting
    assert not drawer.waiting
    answers = [drawer.get(each) for each in wanted]
    assert all(is_known for _, is_known in answers)
    return [image for image, _ in answers]


def test_a_picture_is_known_after_a_while_and_another_when_its_file_is(qtbot, drawer, red, tmp_path):
    empty = tmp_path / "empty.png"
    empty.touch()
    image, none = asked(qtbot, drawer, red, Wanted(str(empty), None, 680, 1.0))
    assert none is None
    assert image is not None
    assert (image.width(), image.height(), image.devicePixelRatio()) == (80, 60, 2.0)
    assert image.pixelColor(40, 30) == QColor("#ff0000")
    Path(red.path).write_text(FRAME.format("<rect/>") + " ")
    assert drawer.get(red) == (None, False)
    drawer.forget()


def test_one_that_takes_too_long_does_not_keep_the_others(qtbot, drawer, red, tmp_path):
    """The processor's time of the child is bounded by the system."""
    slow = tmp_path / "slow.svg"
    slow.write_text(ENDLESS)
    none, image = asked(qtbot, drawer, Wanted(str(slow), 680, 680, 2.0), red)
    assert (none, image is None) == (None, False)


def test_one_that_never_comes_is_given_up(qtbot, drawer, red, tmp_path, monkeypatch):
    monkeypatch.setattr(drawer._patience, "start", lambda: type(drawer._patience).start(drawer._patience, 3_000))
    os.mkfifo(tmp_path / "pipe.svg")
    none, image = asked(qtbot, drawer, Wanted(str(tmp_path / "pipe.svg"), None, 680, 1.0), red)
    assert (none, image is None) == (None, False)


def test_a_page_has_no_more_pixels_than_there_is_room_for(qtbot, drawer, red, monkeypatch):
    monkeypatch.setattr(room, "_MOST_BYTES", 30_000)
    images = asked(qtbot, drawer, red, red._replace(width=39), red._replace(width=38))
    assert [image is None for image in images] == [False, True, True]


def test_a_process_that_cannot_be_started_is_waited_for_no_longer(qtbot, drawer, red, tmp_path, monkeypatch):
    monkeypatch.setattr(room, "child_command", lambda: [str(tmp_path / "no program")])
    assert asked(qtbot, drawer, red) == [None]


def test_who_shows_another_page_waits_for_none(drawer, red):
    drawer.get(red)
    drawer.forget()
    assert not drawer.waiting


def test_the_application_has_one(qapp):
    assert drawings() is drawings()
    assert drawings().parent() is qapp
