"""A list of the field's page: what its cells say, how wide they are, and how it is gone through."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.across.field.lines import Line, LineTable
from reader.ui.widgets.theme import Look
from tests.ui.pictures import box, picture

HEADS = ("Benchmark", "Date")
LINES = (Line(("FoldBench", "2025-12-26"), 1.0, "foldbench"), Line(("NoteBench", "2025-11-02"), 0.5, "notebench"))


@pytest.fixture
def table(look: Look, page: QWidget) -> LineTable:
    made = LineTable(look, page)
    made.setGeometry(10, 10, 400, 300)
    made.show_lines(HEADS, LINES)
    made.show()
    return made


def test_it_is_as_high_as_its_lines_and_no_date_is_cut(table: LineTable, look: Look) -> None:
    assert table.height() == look.px(24) + 2 * look.px(27)
    assert table.count() == 2
    date = QFontMetrics(look.font(0)).horizontalAdvance("2025-12-26")
    assert table.columnWidth(1) >= date + 2 * look.px(8)
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
    table.show_lines(("Term", "Papers"), (Line(("folding", "3"), 1.0, "folding"),))
    head = QFontMetrics(look.font(-1)).horizontalAdvance("Papers")
    assert table.columnWidth(1) == head + 2 * look.px(8), "no head is cut"
    table.show_lines(("Term", "z"), (Line(("folding", "3"), 1.0, "folding"),))
    assert table.columnWidth(1) == look.px(48), "numbers stand below one another, however short"


def test_heads_are_smaller_than_lines_under_the_style_sheet_and_in_another_theme(
    table: LineTable, look: Look, qapp: QApplication
) -> None:
    for _ in range(2):
        for widget in (table.horizontalHeader(), table.horizontalHeader().viewport()):
            assert widget.font().pixelSize() == look.px(12)
        look.toggle()
        table.take_size()


def test_cells_and_heads_say_what_they_were_given(table: LineTable) -> None:
    model = table.model()
    said = [[model.index(row, column).data() for column in range(2)] for row in range(2)]
    assert said == [list(line.cells) for line in LINES]
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(2)] == list(HEADS)
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_bar_behind_the_words_is_as_long_as_the_share(table: LineTable, look: Look) -> None:
    shown, tinted = picture(table.viewport()), look.colour("page")
    first, second = (table.visualRect(table.model().index(row, 0)) for row in range(2))
    accent = look.colour("accent")
    mixed = [round(a * 0.13 + b * 0.87) for a, b in zip(accent.getRgb()[:3], tinted.getRgb()[:3], strict=True)]
    bar = f"#{mixed[0]:02x}{mixed[1]:02x}{mixed[2]:02x}"
    whole, half = box(shown, first, bar, 4), box(shown, second, bar, 4)
    assert abs(whole.width() - first.width()) <= 2
    assert abs(half.width() - second.width() / 2) <= 2


def test_keys_go_through_it_and_enter_and_a_click_search(table: LineTable, qtbot: QtBot) -> None:
    reached: list[bool] = []
    chosen: list[str] = []
    table.reached.connect(lambda: reached.append(True))
    table.chosen.connect(chosen.append)
    table.begin()
    table.begin()
    assert (table.currentIndex().row(), len(reached)) == (0, 1)
    assert table.step(1)
    assert not table.step(1)
    assert (table.currentIndex().row(), len(reached)) == (1, 2)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(table, key)
    assert table.step(-1)
    assert not table.step(-1)
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(0, 1)).center()
    )
    assert chosen == ["notebench", "notebench", "foldbench"]


def test_without_lines_nothing_is_reached(table: LineTable) -> None:
    table.show_lines(HEADS, ())
    table.begin()
    assert not table.currentIndex().isValid()
    assert not table.step(1)
