"""Adding a Git repository in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.base.errors import ReaderError
from reader.base.git_address import GitAddress
from reader.ui.widgets.theme import Look
from reader.ui.window.sources.repository_dialog import RepositoryDialog


@pytest.fixture
def added() -> list[GitAddress]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, added: list[GitAddress]) -> RepositoryDialog:
    made = RepositoryDialog(None, Look(qapp, "light"), added.append)
    made.open()
    return made


def test_an_address_as_it_is_pasted_is_added(dialog: RepositoryDialog, added: list[GitAddress], qtbot: QtBot) -> None:
    assert not dialog._ok.isEnabled()
    qtbot.keyClicks(dialog.address, "github.com/owner/name/tree/main/_posts")
    assert "github.com/owner/name/_posts (main)" in dialog._note.text()
    dialog._ok.click()
    assert added == [GitAddress("https://github.com/owner/name", "main", "_posts")]
    assert not dialog.isVisible()


@pytest.mark.parametrize(("typed", "said"), [("posts", "https://host"), ("https://me:x@host.example/a", "password")])
def test_what_cannot_be_added_is_said_and_stays(
    dialog: RepositoryDialog, added: list[GitAddress], typed: str, said: str
) -> None:
    dialog.address.setText(typed)
    dialog._ok.click()
    assert (added, dialog.isVisible()) == ([], True)
    assert said in dialog._note.text()
    assert dialog.address.text() == typed


def test_a_repository_that_the_library_refuses_is_said(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    def refuse(_address: GitAddress) -> None:
        raise ReaderError(f"The settings could not be saved in {tmp_path}.")

    dialog = RepositoryDialog(None, Look(qapp, "light"), refuse)
    dialog.open()
    dialog.address.setText("github.com/owner/name")
    dialog._ok.click()
    assert "could not be saved" in dialog._note.text()
    dialog.reject()
