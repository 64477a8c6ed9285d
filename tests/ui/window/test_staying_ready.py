"""A window that is closed and stays ready: it is there again at once, with all as it was; quitting ends it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.services.profile import Profile
from reader.ui.window.window import MainWindow
from tests.ui.walk.library import ChangingLibrary


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    library = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    library.write("2025-02-03", [1, 2, 3])
    library.sync()
    _, made = build(Profile(library.profile.places), Shown(language="en", theme="light"))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready, timeout=20_000)
    yield made
    made.quit()
    made.deleteLater()


def test_by_itself_a_closed_window_is_the_end(window: MainWindow) -> None:
    assert window.settings.get("stay_ready") is False
    assert window.close()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_window_that_stays_is_hidden_and_comes_back_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    window.settings.set("stay_ready", True)
    window.papers.step(1)
    open_paper = window.state.key
    assert not window.close()
    assert window.isHidden()
    window.come_forward()
    assert window.isVisible()
    assert window.state.key == open_paper
    window.papers.step(1)
    assert window.state.key != open_paper


def test_what_is_written_is_kept_and_dialogs_are_closed(window: MainWindow, qtbot: QtBot) -> None:
    window.settings.set("stay_ready", True)
    window.actions_["note"].trigger()
    window.notes.editor.insertPlainText("not lost")
    window.actions_["own_names"].trigger()
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QDialog)), timeout=20_000)
    window.close()
    assert not any(dialog.isVisible() for dialog in window.findChildren(QDialog))
    key = window.state.key
    assert key is not None
    note = window.session.marks.note(key)
    assert note is not None and note.text == "not lost"
    qtbot.waitUntil(window.session.profile.places.state.is_file)


def test_quitting_ends_it(window: MainWindow) -> None:
    window.settings.set("stay_ready", True)
    window.actions_["quit"].trigger()
    assert window.isHidden()
    assert window.is_ending
