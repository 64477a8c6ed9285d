"""Rows get their own heights as they come into sight, and one of them stays where it is."""

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from reader.ui.papers.row_heights import RowHeights


@pytest.fixture
def table(page: QWidget) -> QTableView:
    made = QTableView(page)
    made.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    made.setModel(QStringListModel([str(n) for n in range(40)], made))
    made.horizontalHeader().hide()
    made.verticalHeader().setMinimumSectionSize(1)
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.verticalHeader().setDefaultSectionSize(50)
    made.resize(300, 200)
    made.show()
    return made


def heights_of(table: QTableView, heights: dict[int, int]) -> tuple[RowHeights, list[int]]:
    measured: list[int] = []

    def height_of(row: int) -> int:
        measured.append(row)
        return heights.get(row, 50)

    return RowHeights(table.verticalHeader(), table.verticalScrollBar(), height_of), measured


def test_only_rows_in_sight_are_measured_and_each_once(table: QTableView) -> None:
    rows, measured = heights_of(table, {})
    assert not rows.fit(180)
    assert not rows.fit(180)
    assert measured == [0, 1, 2, 3]
    rows.forget()
    rows.fit(180)
    assert measured == [0, 1, 2, 3] * 2


def test_of_one_row_that_fills_the_view_no_other_is_measured(table: QTableView) -> None:
    table.verticalHeader().setDefaultSectionSize(500)
    rows, measured = heights_of(table, dict.fromkeys(range(40), 500))
    assert not rows.fit(180)
    assert measured == [0]


def test_rows_that_close_up_bring_others_into_sight(table: QTableView) -> None:
    rows, measured = heights_of(table, dict.fromkeys(range(40), 25))
    assert rows.fit(180)
    assert measured == list(range(8))
    assert [table.rowHeight(row) for row in (0, 7, 8)] == [25, 25, 50]


def test_a_row_stays_where_it_is(table: QTableView) -> None:
    rows, _ = heights_of(table, dict.fromkeys(range(40), 30))
    table.verticalScrollBar().setValue(500)
    before = table.rowViewportPosition(12)
    assert rows.fit(180, current=12)
    assert table.rowViewportPosition(12) == before


def test_without_rows_or_room_there_is_nothing_to_measure(table: QTableView) -> None:
    rows, measured = heights_of(table, {})
    assert not rows.fit(0)
    table.setModel(QStringListModel([], table))
    assert not rows.fit(180)
    assert measured == []
