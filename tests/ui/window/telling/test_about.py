"""The small window about the program, and the report it copies."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader import __version__
from reader.base.paths import ProfilePaths
from reader.ui.widgets.theme import Look
from reader.ui.window.telling.about import show_about


def opened(page: QWidget, look: Look, profile: Path) -> QDialog:
    show_about(page, look, ProfilePaths.of(profile))
    [dialog] = page.findChildren(QDialog)
    return dialog


def test_it_says_the_version_where_marks_are_and_what_it_is_made_of(page: QWidget, look: Look, tmp_path: Path) -> None:
    dialog = opened(page, look, tmp_path)
    assert dialog.windowTitle() == "About Daily Papers Reader"
    said = "\n".join(label.text().replace("\u200b", "") for label in dialog.findChildren(QLabel))
    assert f"Daily Papers Reader {__version__}" in said
    assert f"Bookmarks and notes are in:\n{ProfilePaths.of(tmp_path).data}" in said
    assert "PySide " in said


def test_the_report_is_copied_and_the_button_says_so(page: QWidget, look: Look, tmp_path: Path) -> None:
    dialog = opened(page, look, tmp_path)
    [copy] = [button for button in dialog.findChildren(QPushButton) if button.text() == "Copy report"]
    copy.click()
    assert copy.text() == "Copied"
    report = QGuiApplication.clipboard().text()
    assert report.startswith(f"Daily Papers Reader {__version__}, Python ")
    assert "\n\nThe end of the log:\n" in report


def test_it_closes_for_good_with_the_keyboard_on_its_button(
    page: QWidget, look: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(page, look, tmp_path)
    close = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)
    assert dialog.focusWidget() is close
    close.click()
    qtbot.waitUntil(lambda: not page.findChildren(QDialog), timeout=20_000)
