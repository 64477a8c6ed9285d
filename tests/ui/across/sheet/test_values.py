"""The values of a benchmark as a table: cells, heads, order."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt

from reader.ui.across.sheet.values import COLUMNS, ValueModel
from tests.ui.across.sheet.test_chart import values

ROLE = Qt.ItemDataRole
SAID = values(
    (date(2025, 1, 1), "GenEval에서 60.0%를 달성했다."),
    (date(2025, 1, 11), "GenEval에서 80.0%를 달성했다."),
    (None, "GenEval에서 70.0%를 달성했다."),
)


@pytest.fixture
def model() -> ValueModel:
    made = ValueModel()
    made.show(SAID)
    return made


def heads(model: ValueModel) -> list[str]:
    return [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]


def titles(model: ValueModel) -> list[str]:
    return [model.text(row, "paper") for row in range(model.rowCount())]


def test_a_row_says_day_value_model_paper_and_sentence(model: ValueModel) -> None:
    model.values[0] = model.values[0]._replace(model="FoldNet")
    cells = [model.data(model.index(0, column)) for column in range(5)]
    assert cells == ["2025-01-11", SAID[1].figure.label, "FoldNet", "Paper 2", "GenEval에서 80.0%를 달성했다."]
    tips = [model.data(model.index(0, column), ROLE.ToolTipRole) for column in range(5)]
    assert tips == cells
    assert model.data(model.index(0, 0), ROLE.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)
    assert model.text(2, "date") == ""
    model.values[0] = model.values[0]._replace(title="")
    assert model.text(0, "paper") == model.values[0].key


def test_the_column_that_it_is_sorted_by_has_a_sign(model: ValueModel) -> None:
    assert heads(model) == ["Date ▾", "Value", "Model", "Paper", "Sentence"]
    model.sort_by("date")
    assert heads(model) == ["Date ▴", "Value", "Model", "Paper", "Sentence"]
    model.sort_by("paper")
    assert heads(model) == ["Date", "Value", "Model", "Paper ▴", "Sentence"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, ROLE.ToolTipRole) is None


def test_each_column_has_its_order_and_turns_around_at_the_second_time(model: ValueModel) -> None:
    found = {"date": titles(model)}
    for column in COLUMNS[1:]:
        model.sort_by(column)
        found[column] = titles(model)
    assert found["date"] == ["Paper 2", "Paper 1", "Paper 3"]
    assert found["value"] == ["Paper 2", "Paper 3", "Paper 1"]
    assert found["paper"] == ["Paper 1", "Paper 2", "Paper 3"]
    assert found["sentence"] == ["Paper 1", "Paper 3", "Paper 2"]
    model.sort_by("sentence")
    assert titles(model) == ["Paper 2", "Paper 3", "Paper 1"]
