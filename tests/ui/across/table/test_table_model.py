"""The table of many papers as a model: columns, cells, heads."""

from PySide6.QtCore import QModelIndex, Qt

from reader.across.passages import Lensed
from reader.across.table import Table, table_of
from reader.ui.across.table.table_model import TableModel
from tests.across.summaries import appearance

ROLE = Qt.ItemDataRole
COLUMNS: tuple[Lensed, ...] = ("method", "limitations")


def table(sort: str = "") -> Table:
    said = {"Method": "접는다.", "Results": "GenEval에서 80.0%를 달성했다.", "Limitations": "정보 부족"}
    return table_of(
        [appearance("Folding", said), appearance("Weaving", {"Method": "짠다."}, number=2, day=None)], COLUMNS, sort
    )


def shown(number: str = "") -> TableModel:
    model = TableModel()
    model.show(table(f"number:{number}" if number else ""), number)
    return model


def cells(model: TableModel) -> list[list[str]]:
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def heads(model: TableModel) -> list[str]:
    return [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]


def test_title_and_day_stand_in_front_of_the_sections() -> None:
    model = shown()
    assert model.columns() == ["title", "day", "method", "limitations"]
    assert heads(model) == ["Title", "Date", "Method", "Limitations"]
    assert cells(model) == [["Folding", "2025-01-02", "접는다.", "–"], ["Weaving", "–", "짠다.", "–"]]


def test_the_number_it_is_sorted_by_has_a_column_under_its_name() -> None:
    model = shown("GenEval")
    assert heads(model) == ["Title", "Date", "GenEval", "Method", "Limitations"]
    number = model.table.rows[0].number
    assert number is not None
    assert [row[2:4] for row in cells(model)] == [[number.label, "접는다."], ["–", "짠다."]]


def test_rows_are_known_and_others_are_not() -> None:
    model = shown()
    assert [row.title if (row := model.row(n)) else None for n in (-1, 0, 1, 2)] == [None, "Folding", "Weaving", None]
    model.table = model.table._replace(rows=(model.table.rows[0]._replace(title=""),))
    assert model.text(0, 0) == model.table.rows[0].key


def test_a_cell_holds_no_others_and_says_its_words_alone() -> None:
    assert (TableModel().rowCount(), TableModel().columnCount()) == (0, 2)
    model = shown()
    first = model.index(0, 0)
    assert (model.rowCount(first), model.columnCount(first)) == (0, 0)
    assert model.data(first, ROLE.AccessibleTextRole) == "Folding"
    assert model.data(first, ROLE.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, ROLE.ToolTipRole) is None


def test_of_what_is_missing_a_tool_tip_and_screen_readers_say_why() -> None:
    model = shown("GenEval")
    unknown, dateless, valueless, sectionless = (model.index(*at) for at in ((0, 4), (1, 1), (1, 2), (1, 4)))
    for cell, why in (
        (unknown, "Its summary says “not enough information” and no more."),
        (dateless, "Without a date"),
        (valueless, "Its results give no such number."),
        (sectionless, "Its summary has no such section."),
    ):
        assert [model.data(cell, role) for role in (ROLE.ToolTipRole, ROLE.AccessibleTextRole)] == [why, why]
        assert model.text(cell.row(), cell.column()) == ""
