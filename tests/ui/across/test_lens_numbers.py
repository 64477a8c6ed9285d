"""The numbers of Results in the lens: a strip below each title that leads to its sentence."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.ui.across.entry_page import EntryPage
from reader.ui.across.lens_view import LensView
from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import key_of, lens, press

__all__ = ["lens"]


@pytest.fixture
def results(window: MainWindow, lens: LensView, qtbot: QtBot) -> LensView:
    press(window, "3")
    qtbot.waitUntil(lambda: lens.is_settled)
    return lens


def page_of(lens: LensView, row: int) -> EntryPage:
    page = lens._rows.page(lens._rows.rows[row])
    assert page is not None
    return page


def lines(page: EntryPage) -> list[str]:
    return page.toPlainText().replace("\xa0", " ").splitlines()


def test_each_paper_has_its_numbers_above_its_results(results: LensView) -> None:
    assert lines(page_of(results, 0))[0] == "Paper Number 1"
    assert lines(page_of(results, 0))[2:] == ["GenEval 61.5 → 71.5 %", "GenEval에서 61.5%에서 71.5%로 올랐다."]
    assert "GenEval 63.5 → 73.5 %" in lines(page_of(results, 2))


def test_other_sections_have_none(window: MainWindow, results: LensView, qtbot: QtBot) -> None:
    press(window, "4")
    qtbot.waitUntil(lambda: results.is_settled)
    assert not any("→" in line for line in lines(page_of(results, 0)))


def test_a_number_leads_to_its_sentence_in_place(window: MainWindow, results: LensView) -> None:
    number, room = results.canvas.in_sight()[1]
    page = page_of(results, 1)
    at = page.rect_of(page.find("GenEval").selectionStart() + 3).center()
    spot = QPoint(room.left() + at.x(), room.top() + results._rows.above + at.y())
    results.gestures._hover(spot)
    assert results.canvas.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(results.canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    selected = results.gestures.selected_in(number)
    assert selected is not None
    assert selected.selectedText() == "GenEval에서 62.5%에서 72.5%로 올랐다."
    assert (window.across.lensing.is_on, window.state.key) == (True, key_of(2))


def test_numbers_are_no_words_of_the_summary(results: LensView) -> None:
    page = page_of(results, 0)
    [section] = page.sections()
    assert section.text.strip() == "GenEval에서 61.5%에서 71.5%로 올랐다."
