"""A list of the field's page: its numbers, its bar, its keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.ui.across.field.lines import Line, LineModel, LineTable
from reader.ui.widgets.theme import Look
from tests.ui.pictures import at, box, is_near, picture

HEADS = ("Term", "Papers")
LINES = [Line(("agent", "12"), 1.0, "agent"), Line(("diffusion", "6"), 0.5, "diffusion"), Line(("x", "1"), 0, "x")]
ROLE = Qt.ItemDataRole


@pytest.fixture
def table(look: Look, page: QWidget) -> LineTable:
    made = LineTable(look, page)
    made.show_lines(HEADS, LINES)
    made.resize(300, made.height())
    made.show()
    return made


def test_every_cell_has_its_words_and_the_first_of_a_line_a_tool_tip() -> None:
    model = LineModel()
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    model.show(HEADS, LINES)
    cells = [[model.index(row, column) for column in range(2)] for row in range(3)]
    assert [[model.data(cell) for cell in row] for row in cells] == [["agent", "12"], ["diffusion", "6"], ["x", "1"]]
    tips = [[model.data(cell, ROLE.ToolTipRole) for cell in row] for row in cells]
    assert tips == [["agent", None], ["diffusion", None], ["x", None]]
    assert model.data(cells[0][0], ROLE.DecorationRole) is None
    assert (model.rowCount(cells[0][0]), model.columnCount(cells[0][0])) == (0, 0)
    assert model.data(model.index(9, 0)) is None


def test_heads_stand_above_their_numbers() -> None:
    model = LineModel()
    model.show(HEADS, LINES)
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(n, across) for n in (-1, 0, 1, 2)] == [None, "Term", "Papers", None]
    assert [model.headerData(n, across, ROLE.TextAlignmentRole) for n in range(2)] == [
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    ]
    assert model.headerData(0, across, ROLE.ToolTipRole) is None
    assert model.headerData(0, down) is None


def test_words_stand_at_the_left_and_numbers_at_the_right(look: Look, table: LineTable) -> None:
    seen, side = picture(table), look.px(8)
    row = table.visualRect(table.model().index(2, 0)), table.visualRect(table.model().index(2, 1))
    top = look.px(24)
    word = box(seen, row[0].translated(0, top), look.colour("text"), by=60)
    number = box(seen, row[1].translated(0, top), look.colour("muted"), by=60)
    assert side <= word.left() <= side + 3
    assert 0 <= table.width() - 1 - side - number.right() <= 4


def test_the_current_line_is_stressed_while_the_keyboard_is_here(look: Look, table: LineTable) -> None:
    table.setCurrentIndex(table.lines.index(2, 0))
    spot = 150, look.px(24) + 2 * look.px(27) + 3
    assert is_near(at(picture(table), *spot), look.colour("page"))
    table.setFocus()
    assert is_near(at(picture(table), *spot), look.colour("selected"))
