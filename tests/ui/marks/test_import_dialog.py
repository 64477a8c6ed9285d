"""Importing from the window: nothing is changed before the person has seen what would be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.marks.import_dialog import ImportDialog
from reader.ui.window.window import MainWindow
from tests.factories import numbered, post, write_post

KEY = PaperKey("2501.00001")


@pytest.fixture
def window(qtbot: QtBot, profile: Path, tmp_path: Path) -> Iterator[MainWindow]:
    write_post(tmp_path / "posts", "2025-01-02-daily.md", post(numbered(3)))
    assert run(["sync", "--profile", str(profile), str(tmp_path / "posts")]) == 0
    _, made = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light", remembers=False))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready and made.state.key is not None)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def dialog(window: MainWindow) -> ImportDialog:
    window.actions_["import"].trigger()
    [dialog] = window.findChildren(ImportDialog)
    return dialog


def looked(dialog: ImportDialog, path: Path, qtbot: QtBot) -> str:
    with qtbot.waitSignal(dialog.job.finished, timeout=20_000):
        dialog.take(path)
    return dialog.look.toPlainText()


def test_a_list_is_looked_at_and_then_imported(
    window: MainWindow, dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("arXiv:2501.00001\nhttps://arxiv.org/abs/2406.00009\nUnknown Title\n", "utf-8")
    assert not dialog.import_button.isEnabled()
    words = looked(dialog, listed, qtbot)
    assert "New bookmarks  1\n  Paper Number 1 of 2501" in words
    assert "in no post here  1\n  2406.00009" in words
    assert "Not understood  1\n  Unknown Title" in words
    assert window.session.marks.keys("bookmarked") == set()
    with qtbot.waitSignals([dialog.marks_merged], timeout=20_000):
        dialog.import_button.click()
    assert window.session.marks.keys("bookmarked") == {KEY, "2406.00009"}
    assert window.session.signs(KEY).bookmarked
    dialog.reject()


def test_notes_of_a_vault_come_back(
    window: MainWindow, dialog: ImportDialog, qtbot: QtBot, profile: Path, tmp_path: Path
) -> None:
    vault = tmp_path / "vault"
    assert run(["--profile", str(profile), "export", "--format", "md", "-o", str(vault)]) == 0
    path = next(vault.glob("2501.00001*"))
    path.write_text(
        path.read_text("utf-8").replace("## Introduction", "## Note\n\nfrom there\n\n## Introduction"), "utf-8"
    )
    assert "Notes  +1\n  + Paper Number 1" in looked(dialog, vault, qtbot)
    with qtbot.waitSignal(dialog.marks_merged, timeout=20_000):
        dialog.import_button.click()
    assert window.session.marks.marks_of(KEY).note == "from there"
    assert not dialog.import_button.isEnabled()
    dialog.reject()


def test_a_file_that_is_none_is_refused_in_words(dialog: ImportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(dialog.job.failed, timeout=20_000) as failed:
        dialog.take(tmp_path / "nothing")
    assert "cannot be read" in failed.args[0]
    assert not dialog.import_button.isEnabled()
    dialog.reject()


def test_a_name_changed_after_the_look_cannot_be_imported(dialog: ImportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("2501.00001\n", "utf-8")
    looked(dialog, listed, qtbot)
    assert dialog.import_button.isEnabled()
    dialog.place.setText(str(tmp_path))
    assert not dialog.import_button.isEnabled()
    assert dialog.look.toPlainText() == ""
    dialog.reject()


@pytest.mark.parametrize("onto", ["dialog", "window"])
def test_a_file_can_be_dropped_on_it_and_on_the_window(
    onto: str, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("2501.00001\n", "utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(listed))])
    none, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, dropped, none, no_key)
    if onto == "window":
        window.dropEvent(event)
    else:
        window.actions_["import"].trigger()
        window.findChild(ImportDialog).dropEvent(event)
    [dialog] = window.findChildren(ImportDialog)
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=20_000)
    dialog.reject()
