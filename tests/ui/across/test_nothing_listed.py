"""Views of many papers where there is nothing to show: a sentence, the keyboard in it, and the way back."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.session.places import NOTED
from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import key_of, press

SOON = 20_000  # ms


def test_a_table_of_nothing_is_a_sentence_and_escape_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    window.browsing.show_place(NOTED)
    window.papers.setFocus()
    press(window, "G, T")
    tabling = window.across.tabling
    qtbot.waitUntil(lambda: tabling.stage.is_on, timeout=SOON)
    view = tabling.view
    assert view.empty.isVisible()
    assert not view.grid.isVisible()
    assert not view._export.isEnabled()
    assert QApplication.focusWidget() is view.empty
    press(window, "Esc")
    assert not tabling.stage.is_on


def test_papers_that_come_take_the_place_of_the_sentence_in_the_table(window: MainWindow, qtbot: QtBot) -> None:
    window.browsing.show_place(NOTED)
    window.papers.setFocus()
    press(window, "G, T")
    tabling = window.across.tabling
    qtbot.waitUntil(lambda: tabling.stage.is_on, timeout=SOON)
    press(window, "W", "Ctrl+1")
    qtbot.waitUntil(tabling.view.grid.isVisible, timeout=SOON)
    assert not tabling.view.empty.isVisible()
    assert tabling.view._export.isEnabled()


def test_a_field_of_nothing_is_a_sentence_that_keeps_the_ranges(window: MainWindow, qtbot: QtBot) -> None:
    window.browsing.show_place(NOTED)
    window.papers.setFocus()
    press(window, "G, F")
    fielding = window.across.fielding
    qtbot.waitUntil(lambda: fielding.stage.is_on, timeout=SOON)
    assert fielding.view.empty.isVisible()
    assert QApplication.focusWidget() is fielding.view.empty
    assert fielding.view._ranges.isVisible()
    press(window, "Esc")
    qtbot.waitUntil(lambda: not fielding.stage.is_on, timeout=SOON)


def test_without_highlights_there_is_nothing_to_narrow_or_export(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "G, E")
    mining = window.across.mining
    qtbot.waitUntil(lambda: mining.stage.is_on, timeout=SOON)
    view = mining.view
    assert view.empty.isVisible()
    assert not view.field.isVisible()
    assert not view._export.isVisible()
    assert QApplication.focusWidget() is view.empty
    window.session.save_note(key_of(1), "새 메모", "")
    qtbot.waitUntil(view.rows.isVisible, timeout=SOON)
    assert QApplication.focusWidget() is view.rows
    press(window, "Esc")
    assert not mining.stage.is_on


def test_words_that_nothing_has_leave_the_field_to_take_them_back(window: MainWindow, qtbot: QtBot) -> None:
    window.session.save_note(key_of(1), "새 메모", "")
    press(window, "G, E")
    mining = window.across.mining
    qtbot.waitUntil(lambda: mining.stage.is_on, timeout=SOON)
    mining.view.field.setText("없는 말")
    assert mining.view.field.isVisible()
    assert "has these words" in mining.view.rows._empty
