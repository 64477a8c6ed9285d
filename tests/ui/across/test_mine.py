"""Highlights and notes of all papers as one list, and what was read when, in the real window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reader.ui.session.places import READ
from reader.ui.window.across.mine_view import MineView
from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import key_of, press


def mark(window: MainWindow) -> None:
    marks = window.session.marks
    marks.add_highlight(key_of(3), "limitations", "짧은 글에서는", "한계 3: ", " 이득이", "green", "긴 글에서는")
    marks.set_note(key_of(5), "# 다시 볼 것\n\n- 표 2")
    window.session.set_read([key_of(4), key_of(9)], True)


def opened(window: MainWindow, qtbot: QtBot, keys: str) -> MineView:
    press(window, keys)
    qtbot.waitUntil(lambda: window.across.mining.stage.is_on)
    return window.across.mining.view


def texts(view: MineView) -> list[str]:
    return [row.text for row in view.rows._rows if row.id]


def test_highlights_corrections_and_notes_of_all_papers_are_listed(window: MainWindow, qtbot: QtBot) -> None:
    mark(window)
    view = opened(window, qtbot, "G, E")
    assert view.isVisible()
    assert sorted(texts(view)) == ["다시 볼 것\u2028표 2", "짧은 글에서는\u2028→ 긴 글에서는"]
    press(window, "Esc")
    assert not window.across.mining.stage.is_on
    assert window.view.isVisible()


def test_enter_opens_the_paper_at_the_words(window: MainWindow, qtbot: QtBot) -> None:
    mark(window)
    view = opened(window, qtbot, "G, E")
    view.field.setText("긴 글")
    assert len(texts(view)) == 1
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    QTest.keyClick(view.rows, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert window.state.key == key_of(3)
    qtbot.waitUntil(lambda: window.view._browser.textCursor().selectedText() == "짧은 글에서는")


def test_digits_group_otherwise_and_j_passes_the_headings(window: MainWindow, qtbot: QtBot) -> None:
    mark(window)
    view = opened(window, qtbot, "G, E")
    press(window, "2")
    assert [row.text for row in view.rows._rows if not row.id] == ["Paper Number 5", "Paper Number 3"]
    before = view.rows.current_id()
    press(window, "J")
    assert view.rows.current_id() not in ("", before)
    press(window, "3")
    assert [row.text for row in view.rows._rows if not row.id] == ["Green", "Notes"]


def test_what_was_read_is_listed_by_day_and_one_leads_back_to_a_paper(window: MainWindow, qtbot: QtBot) -> None:
    mark(window)
    view = opened(window, qtbot, "G, Y")
    assert sorted(texts(view)) == ["Paper Number 4", "Paper Number 9"]
    view.rows.setCurrentRow(1)
    chosen = texts(view)[0]
    press(window, "Return")
    assert window.state.record is not None
    assert window.state.record.title == chosen


def test_what_was_read_is_counted_as_it_is_narrowed(window: MainWindow, qtbot: QtBot) -> None:
    mark(window)
    view = opened(window, qtbot, "G, Y")
    assert "2 papers" in {label.text() for label in view.findChildren(QLabel)}
    view.field.setText("number 9")
    assert texts(view) == ["Paper Number 9"]
    assert "1 paper" in {label.text() for label in view.findChildren(QLabel)}


def test_what_was_read_is_a_place_with_the_paper_read_last_on_top(window: MainWindow, qtbot: QtBot) -> None:
    for number in (9, 4, 6):
        window.session.set_read([key_of(number)], True)
    window.browsing.show_place(READ)
    assert window.browsing.listed_keys() == [key_of(6), key_of(4), key_of(9)]
    assert window.papers.header.sort.text() == "Read last"
    assert window.tree.chosen() == READ
    press(window, "G, T")
    qtbot.waitUntil(lambda: window.across.tabling.stage.is_on)
    assert [row.key for row in window.across.tabling.view.model.table.rows] == [key_of(6), key_of(4), key_of(9)]


def test_the_list_follows_marks_and_says_how_to_begin(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, qtbot, "G, E")
    assert texts(view) == []
    assert "press H" in view.rows._empty
    window.session.save_note(key_of(1), "새 메모", "")
    qtbot.waitUntil(lambda: texts(view) == ["새 메모"])


def test_it_is_exported(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    mark(window)
    opened(window, qtbot, "G, E")
    for form in ("md", "html"):
        with qtbot.waitSignal(window.across.taking_out.told):
            window.across.taking_out.write(window.across.mining._text(), form, tmp_path / f"mine.{form}")
    assert "> My correction: 긴 글에서는" in (tmp_path / "mine.md").read_text("utf-8")
