"""The first page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.widgets.theme import Look
from reader.ui.window.sources.welcome import Welcome
from reader.ui.window.sources.welcome_button import WelcomeButton
from tests.ui.pictures import is_painted_anew


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> Welcome:
    made = Welcome(Look(qapp, "light"))
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def _drop(page: Welcome, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)


def test_both_ways_in_are_a_click_away(page: Welcome, qtbot: QtBot) -> None:
    folder, sample = page.findChildren(WelcomeButton)
    with qtbot.waitSignal(page.folder_requested):
        qtbot.mouseClick(folder, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.sample_requested):
        qtbot.keyClick(sample, Qt.Key.Key_Space)


def test_a_folder_dropped_is_told(page: Welcome, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "논문 모음"
    folder.mkdir()
    with qtbot.waitSignal(page.folder_dropped) as told:
        _drop(page, folder)
    assert told.args == [str(folder)]


def test_a_file_dropped_is_not(page: Welcome, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("x")
    with qtbot.assertNotEmitted(page.folder_dropped):
        _drop(page, file)


def test_another_look_is_painted_at_once(page: Welcome) -> None:
    assert is_painted_anew(page, page._look.changed.emit)
