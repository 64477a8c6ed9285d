"""The table in the real window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.across.table.table_view import TableView
from reader.ui.session.places import Place
from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import key_of, press


def shown(window: MainWindow, qtbot: QtBot) -> TableView:
    press(window, "G", "T")
    qtbot.waitUntil(lambda: window.across.tabling.stage.is_on)
    return window.across.tabling.view


def titles(view: TableView) -> list[str]:
    return [view.model.text(row, 0).removeprefix("Paper Number ") for row in range(view.model.rowCount())]


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.across.job.is_waiting("table"))


def test_what_is_listed_is_shown_as_rows_with_sections_as_columns(window: MainWindow, qtbot: QtBot) -> None:
    view = shown(window, qtbot)
    assert not window.papers.isVisible()
    assert view.model.columns() == ["title", "day", "goal", "results", "limitations"]
    assert titles(view) == [str(n) for n in range(1, 13)]
    assert "61.5%" in view.model.text(0, 3)
    assert view.model.text(1, 4) == "", "nothing known is an empty cell"


def test_the_current_row_is_the_open_paper(window: MainWindow, qtbot: QtBot) -> None:
    view = shown(window, qtbot)
    press(window, "J", "J", "B")
    assert window.state.key == view.current_key == key_of(3)
    assert window.session.marks.keys("bookmarked") == {key_of(3)}
    press(window, "Up")
    assert window.state.key == key_of(2)
    press(window, "Esc")
    assert window.papers.isVisible()
    assert window.papers.current_key() == key_of(2)


def test_enter_opens_a_row_in_place(window: MainWindow, qtbot: QtBot) -> None:
    view = shown(window, qtbot)
    usual = view.grid.rowHeight(0)
    press(window, "Return")
    assert view.grid.rowHeight(0) > usual
    press(window, "Return")
    assert view.grid.rowHeight(0) == usual


def test_it_is_sorted_by_title_date_and_number(window: MainWindow, qtbot: QtBot) -> None:
    view = shown(window, qtbot)
    view.sort_by("date")
    settled(window, qtbot)
    assert titles(view)[0] == "9"
    view.sort_by("-number:GenEval")
    settled(window, qtbot)
    assert titles(view)[:2] == ["12", "11"]
    assert view.model.headerData(2, Qt.Orientation.Horizontal) == "GenEval"
    assert view.model.text(0, 2) == "GenEval 72.5 → 82.5 %"
    view._sort_by_column(2)
    settled(window, qtbot)
    assert titles(view)[0] == "1"


def test_other_columns_keep_the_widths_of_those_that_stay(window: MainWindow, qtbot: QtBot) -> None:
    view = shown(window, qtbot)
    view.grid.setColumnWidth(0, 222)
    view._set_column("method", True)
    settled(window, qtbot)
    assert view.model.columns() == ["title", "day", "goal", "method", "results", "limitations"]
    assert view.grid.columnWidth(0) == 222


def test_all_columns_are_in_sight_where_there_is_room(window: MainWindow, qtbot: QtBot) -> None:
    grid = shown(window, qtbot).grid
    assert abs(grid.columnWidth(4) - grid.columnWidth(2)) <= 2
    assert grid.horizontalHeader().length() == grid.viewport().width()
    window.resize(1800, 800)
    QApplication.processEvents()
    assert abs(grid.columnWidth(4) - grid.columnWidth(2)) <= 2
    window.resize(1000, 800)
    QApplication.processEvents()
    assert grid.horizontalHeader().length() > grid.viewport().width()
    assert grid.columnWidth(4) == grid.columnWidth(2)


def test_what_a_wide_window_gave_the_last_column_is_no_width_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(2400, 800)
    view = shown(window, qtbot)
    view.grid.setColumnWidth(0, 222)
    view.sort_by("date")
    settled(window, qtbot)
    window.resize(1280, 800)
    QApplication.processEvents()
    view.sort_by("title")
    settled(window, qtbot)
    assert view.grid.columnWidth(0) == 222
    assert view.grid.horizontalHeader().length() == view.grid.viewport().width()


def test_it_follows_the_place(window: MainWindow, qtbot: QtBot) -> None:
    view = shown(window, qtbot)
    window.browsing.show_place(Place("day", "2025-02-03"))
    settled(window, qtbot)
    assert titles(view) == ["5", "6", "7", "8"]


def test_it_is_copied_and_exported(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    view = shown(window, qtbot)
    with qtbot.waitSignal(window.across.tabling.told):
        view.copy_requested.emit()
    assert QApplication.clipboard().text().startswith("| Title | Date | Goal |")
    with qtbot.waitSignal(window.across.taking_out.told):
        window.across.taking_out.write(window.across.tabling._text(), "csv", tmp_path / "t.csv")
    with qtbot.waitSignal(window.across.taking_out.told, timeout=30_000):
        window.across.taking_out.write(window.across.tabling._text(), "pdf", tmp_path / "t.pdf", is_broad=True)
    assert (tmp_path / "t.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "t.csv").read_text("utf-8").count("Paper Number") == 12
