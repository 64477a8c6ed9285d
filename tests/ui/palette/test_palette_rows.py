"""The rows of the palette: what they say, and how they are painted."""

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from reader.services.quick_open.finder import Entry
from reader.ui.palette.palette_rows import ROW, FoundModel, FoundRows
from reader.ui.widgets.theme import Look
from tests.ui.pictures import box, picture

ENTRIES = [
    Entry("command", "open", "Open a folder", "open", "O"),
    Entry("date", "month:2025-12", "December 2025", "2025-12", "7"),
    Entry("tag", "tag:llm", "llm", "llm", ""),
]


@pytest.fixture
def model(page: QWidget) -> FoundModel:
    made = FoundModel(page)
    made.set_entries(ENTRIES)
    return made


@pytest.fixture
def rows(look: Look, model: FoundModel, page: QWidget) -> FoundRows:
    made = FoundRows(look, model, page)
    made.resize(400, 200)
    made.show()
    QApplication.processEvents()
    return made


def test_a_row_is_its_words_and_a_screen_reader_hears_the_hint_too(model: FoundModel) -> None:
    cells = [model.index(row, 0) for row in range(3)]
    assert [model.data(cell) for cell in cells] == ["Open a folder", "December 2025", "llm"]
    heard = [model.data(cell, Qt.ItemDataRole.AccessibleTextRole) for cell in cells]
    assert heard == ["Open a folder, O", "December 2025, 7", "llm"]
    assert model.data(cells[0], Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(cells[0]) == 0
    assert [model.entry(row) for row in (-1, 0, 3)] == [None, ENTRIES[0], None]


def test_the_chosen_row_has_a_ground_within_the_edges(rows: FoundRows, model: FoundModel, look: Look) -> None:
    rows.setCurrentIndex(model.index(1, 0))
    seen = picture(rows.viewport())
    row = rows.visualRect(model.index(1, 0))
    assert row.height() == look.px(ROW)
    assert box(seen, seen.rect(), look.colour("chosen"), 2) == row.adjusted(6, 0, -6, 0)


def test_words_stand_behind_an_icon_and_before_the_hint(
    rows: FoundRows, model: FoundModel, look: Look, page: QWidget
) -> None:
    seen = picture(page)  # the list has no ground of its own
    for row in range(3):
        where = rows.visualRect(model.index(row, 0)).adjusted(6, 0, -6, 0)
        icon = box(seen, QRect(where.left(), where.top(), look.px(30), where.height()), look.colour("muted"), 60)
        words = box(seen, where, look.colour("text"), 60)
        assert look.px(9) <= icon.left() - where.left() <= look.px(16)
        assert look.px(34) <= words.left() - where.left() <= look.px(34) + 3
        hint = box(seen, where.adjusted(where.width() - 60, 0, 0, 0), look.colour("muted"), 60)
        assert hint.isEmpty() == (ENTRIES[row].hint == "")
        assert hint.right() <= where.right() - look.px(10)


def test_it_never_has_the_keyboard(rows: FoundRows) -> None:
    assert rows.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert rows.hasMouseTracking()
    assert rows.uniformItemSizes()
