"""The benchmark sheet in the real window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.across.sheet.sheet_view import SheetView
from reader.ui.across.taking_out import benchmark_text
from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import key_of, press


@pytest.fixture
def sheet(window: MainWindow, qtbot: QtBot) -> SheetView:
    press(window, "G", "B")
    view = window.across.benchmarking.view
    assert view.field.hasFocus(), "the first time it asks for a name"
    view.field.setText("GenEval")
    press(window, "Return")
    qtbot.waitUntil(lambda: bool(view.model.values))
    return view


def rows(sheet: SheetView, column: str) -> list[str]:
    return [sheet.model.text(row, column) for row in range(sheet.model.rowCount())]


def test_all_values_are_listed_newest_first_and_drawn(sheet: SheetView) -> None:
    assert rows(sheet, "date") == ["2025-02-04"] * 4 + ["2025-02-03"] * 4 + ["2025-01-02"] * 4
    assert "GenEval 61.5 → 71.5 %" in rows(sheet, "value")
    assert len(sheet.chart.points) == 12
    assert sheet.chart.isVisible()
    assert sheet.chart.accessibleName().endswith(" from 71.5 to 82.5")


def test_it_is_sorted_by_a_column_and_the_other_way_round(sheet: SheetView) -> None:
    sheet.go_to_section(1)
    assert rows(sheet, "value")[0] == "GenEval 72.5 → 82.5 %"
    sheet.go_to_section(1)
    assert rows(sheet, "value")[0] == "GenEval 61.5 → 71.5 %"


def test_a_row_leads_to_its_sentence(window: MainWindow, sheet: SheetView, qtbot: QtBot) -> None:
    sheet.go_to_section(1)
    press(window, "J", "Return")
    assert window.papers.isVisible()
    assert window.state.key == key_of(11)
    qtbot.waitUntil(lambda: "71.5%에서 81.5%로" in window.view._browser.textCursor().selectedText())


def test_a_name_that_nobody_gives_a_value_of_is_said_so(window: MainWindow, sheet: SheetView, qtbot: QtBot) -> None:
    window.across.benchmarking.ask("MMLU")
    qtbot.waitUntil(lambda: sheet.name == "MMLU")
    assert not sheet.grid.isVisible()
    assert "MMLU" in sheet._empty.accessibleName()


def test_it_is_exported_for_a_spreadsheet(window: MainWindow, sheet: SheetView, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.across.taking_out.told):
        window.across.taking_out.write(benchmark_text(sheet.name), "csv", tmp_path / "g.csv")
    lines = (tmp_path / "g.csv").read_text("utf-8").splitlines()
    assert lines[0].lstrip("\ufeff").startswith("key,title,model")
    assert len(lines) == 13
