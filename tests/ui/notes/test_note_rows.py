"""The lists of the notes pane, when their rows become others."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.notes.note_rows import NoteRow, NoteRows
from reader.ui.widgets.theme import Look

ROWS = [NoteRow(f"row {number}", "낱말 " * number) for number in range(8)]


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> NoteRows:
    rows = NoteRows(Look(qapp, "light"))
    qtbot.addWidget(rows)
    rows.resize(200, 200)
    with qtbot.waitExposed(rows):
        rows.show()
    rows.set_rows(ROWS, "")
    rows.choose("row 6")
    return rows


@pytest.mark.parametrize("left", [0, 1, 2, 7])
def test_fewer_rows_take_the_place_of_many(shown: NoteRows, left: int, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as raised:
        shown.set_rows(ROWS[:left], "nothing")
    assert raised == []
    assert shown.count() == left


def test_the_current_row_stays_by_what_it_stands_for(shown: NoteRows) -> None:
    shown.set_rows(ROWS[3:], "")
    assert shown.current_id() == "row 6"
    shown.set_rows(ROWS[:3], "")
    assert shown.current_id() == ""


def test_words_are_broken_anew_where_there_is_more_room(shown: NoteRows, qtbot: QtBot) -> None:
    def height() -> int:
        return shown.visualRect(shown.model().index(7, 0)).height()

    narrow = height()
    shown.resize(900, 200)
    qtbot.waitUntil(lambda: height() < narrow)
