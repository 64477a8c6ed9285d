"""The benchmark sheet without a window: chart and table are about the same value."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.across.sheet.sheet_view import SheetView
from reader.ui.widgets.theme import Look
from tests.ui.across.sheet.test_chart import values
from tests.ui.layouts import rows_of

SAID = values((date(2025, 1, 1), "GenEval에서 60.0%를 달성했다."), (date(2025, 1, 11), "GenEval에서 80.0%를 달성했다."))


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> SheetView:
    made = SheetView(look)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    made.show_values("GenEval", SAID)
    return made


def test_a_row_is_stressed_on_the_chart_and_a_point_leads_to_its_row(view: SheetView) -> None:
    view.grid.setCurrentIndex(view.model.index(1, 0))
    assert view.chart._current == 1
    view.chart.chosen.emit(0)
    assert view.grid.currentIndex().row() == 0
    assert view.chart._current == 0


def test_how_many_values_of_how_many_papers_there_are_is_said_above(view: SheetView) -> None:
    assert view._band.title == "GenEval"
    assert view._band._detail.text().replace("(s)", "s") == "2 values · 2 papers"
    assert view._export.isEnabled()
    view.show_values("MMLU", [])
    assert view._band._detail.text().replace("(s)", "s") == "0 values · 0 papers"
    assert not view._export.isEnabled()


def test_band_and_what_it_is_about_fill_the_view(view: SheetView) -> None:
    found = rows_of(view)
    assert (found.margins, found.spacing, found.stretches) == ((0, 0, 0, 0), 0, [0, 1])
    assert found.parts[0] is view._band
    full = view.chart.parentWidget()
    assert full is not None
    assert rows_of(full) == ((0, 0, 0, 0), 0, [view.chart, view.grid], [0, 1])
    assert view.focusProxy() is view.grid
    names = (view.field.accessibleName(), view.field.placeholderText(), view.grid.accessibleName())
    assert names == ("Metric or benchmark", "Metric or benchmark", "Values of a benchmark")
    assert (view._offered.text(), view._export.text()) == ("Choose", "Export…")


def test_keys_and_heads_ask(view: SheetView, qtbot: QtBot) -> None:
    view.grid.setCurrentIndex(view.model.index(1, 0))
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view.grid, Qt.Key.Key_Return)
    assert opened.args == [view.model.values[1]]
    view.field.setText("  FID ")
    with qtbot.waitSignal(view.name_wanted) as wanted:
        QTest.keyClick(view.field, Qt.Key.Key_Return)
    assert wanted.args == ["FID"]
    view.field.setText(" ")
    with qtbot.assertNotEmitted(view.name_wanted):
        QTest.keyClick(view.field, Qt.Key.Key_Return)
    view.grid.horizontalHeader().sectionClicked.emit(1)
    assert (view.model.order, view.grid.currentIndex().row()) == (("value", True), 0)
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view.grid, Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.export_requested):
        view._export.click()


def test_models_have_a_column_only_where_a_value_names_one(view: SheetView) -> None:
    assert view.grid.isColumnHidden(2) is not any(value.model for value in view.model.values)
    named = [value._replace(model="Folder-7B") for value in view.model.values]
    view.show_values("FID", named)
    assert not view.grid.isColumnHidden(2)
    view.show_values("FID", [value._replace(model="") for value in named])
    assert view.grid.isColumnHidden(2)


def test_titles_and_sentences_share_the_room_until_a_person_makes_it_otherwise(view: SheetView) -> None:
    paper = view.grid.columnWidth
    view.resize(900, 600)
    QApplication.processEvents()
    assert paper(3) == (view.grid.viewport().width() - sum(paper(n) for n in range(3))) // 2
    view.resize(500, 600)
    QApplication.processEvents()
    assert paper(3) == 200
    view.resize(2400, 600)
    QApplication.processEvents()
    assert paper(3) == 560
    view.resize(1200, 600)
    QApplication.processEvents()
    assert paper(3) == (view.grid.viewport().width() - sum(paper(n) for n in range(3))) // 2
    view.grid.setColumnWidth(3, 400)
    view.resize(2400, 600)
    QApplication.processEvents()
    assert paper(3) == 400


def test_in_a_low_window_the_chart_leaves_room_for_values(view: SheetView) -> None:
    QApplication.processEvents()
    assert view.chart.height() == 170
    view.resize(900, 400)
    QApplication.processEvents()
    assert view.chart.height() == 133


def test_the_field_of_the_name_is_narrower_where_the_band_has_little_room(view: SheetView) -> None:
    QApplication.processEvents()
    assert view.field.width() == 220
    view.resize(440, 600)
    QApplication.processEvents()
    assert 90 <= view.field.width() < 220
    assert view.field.geometry().right() < view._offered.x(), "no button covers it"
