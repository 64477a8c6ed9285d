"""Earlier texts of a note: when they were written, how they begin, and one of them brought back."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.marks.model import NoteVersion
from reader.ui.notes.note_versions import VersionsDialog

WRITTEN = datetime(2026, 1, 5, 12, 30, tzinfo=UTC)
VERSIONS = (
    NoteVersion("\n\n  first line\nsecond", WRITTEN, False),
    NoteVersion("x" * 100, WRITTEN, True),
    NoteVersion("", WRITTEN, False),
)
LOCAL = f"{WRITTEN.astimezone():%Y-%m-%d %H:%M}"


@pytest.fixture
def restored() -> list[str]:
    return []


@pytest.fixture
def dialog(page: QWidget, restored: list[str]) -> VersionsDialog:
    made = VersionsDialog(VERSIONS, restored.append, page)
    made.show()
    return made


def back(dialog: VersionsDialog) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == "Restore")


def test_each_says_when_it_was_written_and_how_it_begins(dialog: VersionsDialog) -> None:
    found = dialog.findChild(QListWidget)
    assert [found.item(row).text() for row in range(3)] == [
        f"{LOCAL}\nfirst line",
        f"{LOCAL} · from another window\n{'x' * 60}",
        f"{LOCAL}\n",
    ]


def test_the_newest_is_shown_first_and_any_other_when_it_is_chosen(dialog: VersionsDialog) -> None:
    found, text = dialog.findChild(QListWidget), dialog.findChild(QPlainTextEdit)
    assert found.currentRow() == 0
    assert text.toPlainText() == VERSIONS[0].text
    assert text.isReadOnly()
    found.setCurrentRow(1)
    assert text.toPlainText() == VERSIONS[1].text
    assert text.accessibleName() == "Text of the version"


def test_the_chosen_one_is_brought_back(dialog: VersionsDialog, restored: list[str]) -> None:
    dialog.findChild(QListWidget).setCurrentRow(1)
    back(dialog).click()
    assert restored == [VERSIONS[1].text]


def test_a_double_click_brings_one_back_and_closing_none(
    page: QWidget, dialog: VersionsDialog, restored: list[str], qtbot: QtBot
) -> None:
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close).click()
    assert restored == []
    other = VersionsDialog(VERSIONS, restored.append, page)
    other.show()
    found = other.findChild(QListWidget)
    found.setCurrentRow(1)
    found.itemDoubleClicked.emit(found.item(1))
    assert restored == [VERSIONS[1].text]


def test_without_versions_it_is_said_and_nothing_can_be_brought_back(page: QWidget, restored: list[str]) -> None:
    dialog = VersionsDialog((), restored.append, page)
    dialog.show()
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "There are no earlier versions yet."
    assert not back(dialog).isEnabled()
    dialog.accept()
    assert restored == []


def test_list_and_text_stand_side_by_side_below_their_explanation(dialog: VersionsDialog) -> None:
    found, text = dialog.findChild(QListWidget), dialog.findChild(QPlainTextEdit)
    [words] = [each for each in dialog.findChildren(QLabel) if each.wordWrap()]
    assert words.text().startswith("What a note said is kept")
    assert (dialog.width(), dialog.height()) == (680, 420)
    assert words.geometry().bottom() < found.geometry().top()
    assert found.geometry().right() < text.geometry().left()
    assert 1.3 < text.width() / found.width() < 1.7
    assert found.geometry().bottom() < dialog.findChild(QDialogButtonBox).geometry().top()
    assert dialog.windowTitle() == "Earlier versions of this note"


def test_the_times_stand_apart(dialog: VersionsDialog) -> None:
    assert dialog.findChild(QListWidget).spacing() == 4
    text = dialog.findChild(QPlainTextEdit)
    assert (text.isReadOnly(), text.accessibleName()) == (True, "Text of the version")
