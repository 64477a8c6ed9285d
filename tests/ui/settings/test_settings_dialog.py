"""The settings: pages in one dialog, applied at once, found by words, in the language and keys of the moment."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.services.profile import Profile
from reader.ui.settings.key_field import KeyField
from reader.ui.settings.row import SettingRow
from reader.ui.settings.settings_dialog import SettingsDialog
from reader.ui.settings.stepper import Stepper
from reader.ui.widgets.language import use_language
from reader.ui.widgets.tick_box import TickBox
from reader.ui.window.window import MainWindow
from tests.ui.walk.library import ChangingLibrary

LIBRARY, READING, LANGUAGE, KEYS, SEARCH = range(5)
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def library(tmp_path: Path) -> ChangingLibrary:
    made = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    made.write("2025-02-03", [1, 2, 3])
    made.sync()
    return made


@pytest.fixture
def window(library: ChangingLibrary, qtbot: QtBot) -> Iterator[MainWindow]:
    _, made = build(Profile(library.profile.places), Shown(language="en", theme="light", remembers=False))
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: made.is_ready)
    made.sync_job.start = lambda: None  # type: ignore[method-assign]  # no process in these tests
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def opened(window: MainWindow) -> Callable[[int], SettingsDialog]:
    def at(page: int) -> SettingsDialog:
        window.actions_["settings"].trigger()
        dialog = window.findChildren(SettingsDialog)[-1]
        dialog.show_page(page)
        return dialog

    return at


def rows(dialog: SettingsDialog) -> list[SettingRow]:
    return [row for row in dialog.findChildren(SettingRow) if row.isVisible()]


def row_of(dialog: SettingsDialog, words: str) -> SettingRow:
    return next(row for row in rows(dialog) if words in row.name.text().replace("\u200b", ""))


def inside(row: SettingRow, kind: type[W]) -> W:
    return row.findChildren(kind)[0]


def test_a_setting_is_applied_at_once_and_kept(window: MainWindow, opened: Callable[[int], SettingsDialog]) -> None:
    dialog = opened(READING)
    size = inside(row_of(dialog, "Size of the text"), Stepper)
    for _ in range(4):
        size.more.click()
    assert window.settings.get("text_size") == 20.0
    assert window.view._typography.size == 20.0
    inside(row_of(dialog, "Unread again"), TickBox).click()
    assert window.settings.get("unread_when_rewritten") is True
    for name, value in (("typeface", "system"), ("line_height", "open"), ("line_width", "narrow")):
        choice = dialog.findChild(QWidget, name)
        choice.setCurrentIndex(choice.findData(value))  # type: ignore[attr-defined]  # a Chooser
        assert window.settings.get(name) == value
    assert (window.view._typography.line, window.view._typography.column) == (132, 560)
    assert window.view._typography.families


def test_a_dense_list_shows_more_papers(window: MainWindow, opened: Callable[[int], SettingsDialog]) -> None:
    before = window.papers.table.row_height()
    choice = opened(READING).findChild(QWidget, "density")
    choice.setCurrentIndex(1)  # type: ignore[attr-defined]  # a Chooser
    assert window.papers.table.row_height() < before


def test_the_field_finds_settings_of_every_page(opened: Callable[[int], SettingsDialog]) -> None:
    dialog = opened(LIBRARY)
    dialog.field.setText("words mean")
    assert [row.name.text() for row in rows(dialog)] == ["Find words that mean the same"]
    dialog.field.setText("bookmark")
    assert "Bookmark" in [row.name.text() for row in rows(dialog)]
    dialog.field.setText("xyzzy")
    assert rows(dialog) == []
    assert any(label.isVisible() and "No setting" in label.text() for label in dialog.findChildren(QLabel))
    dialog.field.clear()
    assert "Fetch repositories every" in [row.name.text() for row in rows(dialog)]


def test_down_goes_from_the_field_to_the_pages_or_to_the_first_setting_found(
    opened: Callable[[int], SettingsDialog], qtbot: QtBot
) -> None:
    dialog = opened(READING)
    dialog.field.setFocus()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.list

    dialog.field.setFocus()
    dialog.field.setText("spacing")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    focus = dialog.focusWidget()
    assert focus is not None
    assert row_of(dialog, "spacing").isAncestorOf(focus)

    dialog.field.setFocus()
    dialog.field.setText("xyzzyplugh")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.field


def test_another_language_is_spoken_by_the_dialog_too(
    opened: Callable[[int], SettingsDialog], qapp: QApplication, qtbot: QtBot
) -> None:
    dialog = opened(LANGUAGE)
    use_language(qapp, "ko")
    qtbot.waitUntil(lambda: [row.name.text() for row in rows(dialog)] == ["언어"])
    assert dialog.windowTitle() == "설정"
    use_language(qapp, "en")


def test_every_control_is_named_for_screen_readers(opened: Callable[[int], SettingsDialog]) -> None:
    dialog = opened(LIBRARY)
    dialog.field.setText("e")  # every page is made
    nameless = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or (isinstance(widget, QPushButton) and widget.text()))
        and not isinstance(widget.parent(), QDoubleSpinBox)
    ]
    assert nameless == []


def test_a_key_that_is_free_is_taken_and_the_tip_says_it(
    window: MainWindow, opened: Callable[[int], SettingsDialog], qtbot: QtBot
) -> None:
    dialog = opened(KEYS)
    field = inside(row_of(dialog, "Section lens"), KeyField)
    field.click()
    qtbot.keyClick(field, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: field.text() == "V")
    assert window.settings.get("keys") == {"lens": ["V"]}
    assert "(V)" in window.actions_.tip("lens")
    dialog.accept()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.papers.table.setFocus()
    qtbot.keyClick(window.papers.table, Qt.Key.Key_V)
    assert window.across.lensing.is_on
    usual = next(b for b in row_of(opened(KEYS), "Section lens").findChildren(QPushButton) if b.text() == "Usual")
    usual.click()
    assert window.settings.get("keys") == {}


def test_a_key_in_use_is_said_whose_it_is_and_can_be_taken_over(
    window: MainWindow, opened: Callable[[int], SettingsDialog], qtbot: QtBot
) -> None:
    row = row_of(opened(KEYS), "Section lens")
    field = inside(row, KeyField)
    field.click()
    jamo = QKeyEvent(QEvent.Type.KeyPress, ord("ㅠ"), Qt.KeyboardModifier.NoModifier, "ㅠ")  # the key of B
    QApplication.sendEvent(field, jamo)
    qtbot.waitUntil(lambda: any("“Bookmark”" in label.text() for label in row.findChildren(QLabel)))
    assert window.settings.get("keys") == {}
    next(button for button in row.findChildren(QPushButton) if "Take it" in button.text()).click()
    assert window.settings.get("keys") == {"bookmark": [], "lens": ["B"]}
    assert not window.actions_["bookmark"].shortcuts()


def test_escape_leaves_the_keys_alone_and_del_takes_them(
    window: MainWindow, opened: Callable[[int], SettingsDialog], qtbot: QtBot
) -> None:
    dialog = opened(KEYS)
    field = inside(row_of(dialog, "Section lens"), KeyField)
    field.click()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), dialog.isVisible(), window.settings.get("keys")) == ("L", True, {})
    field.click()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert (field.text(), window.settings.get("keys")) == ("—", {"lens": []})


def test_two_strokes_in_a_row_are_one_key(
    window: MainWindow, opened: Callable[[int], SettingsDialog], qtbot: QtBot
) -> None:
    field = inside(row_of(opened(KEYS), "Section lens"), KeyField)
    field.click()
    qtbot.keyClick(field, Qt.Key.Key_V)
    qtbot.keyClick(field, Qt.Key.Key_L)
    assert window.settings.get("keys") == {"lens": ["V, L"]}


def test_a_source_is_paused_and_removed_with_a_word_on_its_marks(
    window: MainWindow,
    library: ChangingLibrary,
    opened: Callable[[int], SettingsDialog],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.session.toggle_bookmark(window.browsing.listed_keys()[:2])
    dialog = opened(LIBRARY)
    row = row_of(dialog, str(library.folder))
    assert "1 post" in row.help.text()
    row.findChildren(QPushButton)[0].click()
    assert window.settings.is_paused(library.folder)
    window.session.library_changed.emit()
    row = row_of(dialog, str(library.folder))
    assert "paused" in row.help.text()
    said: list[str] = []

    def answer(box: QMessageBox) -> int:
        said.append(box.informativeText())
        box.buttons()[0].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    row.findChildren(QPushButton)[1].click()
    assert "2 papers with marks" in said[0]
    assert window.settings.sources == []


def test_tab_goes_into_the_page_before_it_comes_to_the_button_below_the_list(
    opened: Callable[[int], SettingsDialog],
) -> None:
    dialog = opened(LANGUAGE)
    choice = dialog.findChild(QWidget, "language")
    behind = [dialog.list]
    while (following := behind[-1].nextInFocusChain()) is not dialog.list:
        behind.append(following)  # type: ignore[arg-type]  # any widget
    [close] = [each for each in behind if isinstance(each, QPushButton) and each.text() == "Close"]
    assert behind.index(choice) < behind.index(close)  # type: ignore[arg-type]


def test_the_page_of_privacy_says_that_pictures_are_fetched(opened: Callable[[int], SettingsDialog]) -> None:
    dialog = opened(LIBRARY)
    dialog.field.setText("pictures")
    told = row_of(dialog, "Computers that posts take pictures from")
    assert any("only of sources with “Web pictures”" in label.text() for label in told.findChildren(QLabel))
