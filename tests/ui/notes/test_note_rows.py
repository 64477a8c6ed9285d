"""The lists of the notes pane, when their rows become others."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.notes.note_rows import NoteRow, NoteRows
from reader.ui.widgets.theme import Look
from tests.ui.pictures import box, is_painted_anew, picture

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


def test_a_screen_reader_is_told_words_and_detail(shown: NoteRows) -> None:
    shown.set_rows([NoteRow("", "Papers"), NoteRow("a", "낱말", "어제"), NoteRow("b", "낱말")], "")
    told = [shown.item(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(3)]
    assert told == ["Papers", "낱말. 어제", "낱말"]
    assert not shown.item(0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_without_rows_muted_words_stand_in_the_column(shown: NoteRows, qapp: QApplication) -> None:
    look = Look(qapp, "light")
    shown.set_sides(40, 30)
    shown.set_rows([], "아직 없다")
    seen = picture(shown.viewport())
    assert box(seen, seen.rect(), look.colour("text"), 20).isEmpty()
    words = box(seen, seen.rect(), look.colour("muted"), 20)
    assert 40 <= words.left() <= 43
    assert look.px(5) <= words.top() <= look.px(5) + 8
    shown.set_rows([], "")
    seen = picture(shown.viewport())
    assert box(seen, seen.rect(), look.colour("muted"), 20).isEmpty()


def test_a_colour_stands_in_front_of_the_words_it_is_about(shown: NoteRows, qapp: QApplication) -> None:
    look = Look(qapp, "light")
    shown.set_rows([NoteRow("a", "낱말", ground="#00ff00", line="#0000ff"), NoteRow("b", "낱말")], "")
    seen = picture(shown.viewport())
    first, second = (shown.visualRect(shown.model().index(n, 0)) for n in range(2))
    bar = box(seen, QRect(0, first.top(), 34, first.height()), "#0000ff", 100)
    assert (abs(bar.left() - 24) <= 1, 5 <= bar.width() <= 7) == (True, True)
    inside = box(seen, QRect(0, first.top(), 34, first.height()), "#00ff00", 4)
    assert (inside.left(), inside.top(), inside.width()) == (25, first.top() + look.px(5) + 3, 3)
    assert abs(first.bottom() - inside.bottom() - (inside.top() - first.top())) <= 1
    words = [box(seen, each, look.colour("text"), 60).left() for each in (first, second)]
    assert words[0] - words[1] == look.px(14)


def test_titles_are_muted_and_higher_behind_other_rows(shown: NoteRows, qapp: QApplication) -> None:
    look = Look(qapp, "light")
    shown.set_rows([NoteRow("", "Papers"), NoteRow("a", "낱말"), NoteRow("", "Notes")], "")
    heights = [shown.visualRect(shown.model().index(n, 0)).height() for n in range(3)]
    assert heights == [look.px(21 + 2), look.px(21) + 2 * look.px(5), look.px(21 + 12)]
    seen = picture(shown.viewport())
    title = shown.visualRect(shown.model().index(0, 0))
    assert not box(seen, title, look.colour("muted"), 20).isEmpty()


def test_keys_and_clicks_are_about_a_row_and_not_about_titles(shown: NoteRows, qtbot: QtBot) -> None:
    shown.set_rows([NoteRow("", "Papers"), NoteRow("a", "낱말"), NoteRow("b", "다른 낱말")], "")
    shown.choose("a")
    with qtbot.waitSignal(shown.activated_row) as activated:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert activated.args == ["a"]
    with qtbot.waitSignal(shown.key_pressed) as pressed:
        QTest.keyClick(shown, Qt.Key.Key_Q)
    assert pressed.args == ["a", Qt.Key.Key_Q.value]
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert shown.current_id() == "b"
    with qtbot.waitSignal(shown.escaped):
        QTest.keyClick(shown, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(shown.activated_row):
        at = shown.visualRect(shown.model().index(0, 0)).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_another_column_or_look_is_painted_at_once(shown: NoteRows) -> None:
    assert is_painted_anew(shown.viewport(), lambda: shown.set_sides(60, 60))
    assert is_painted_anew(shown.viewport(), lambda: shown.set_rows(ROWS[:2], ""))


def test_what_stands_at_the_right_is_cut_only_where_the_words_need_its_room(shown: NoteRows) -> None:
    shown.resize(700, 200)
    title = "A title that takes more than a third of the column"
    short, long = NoteRow("a", "짧은 말", title), NoteRow("b", "아주 긴 말이다. " * 20, title)
    shown.set_rows([short, long], "")
    assert shown._painter._detail(short) == title
    assert shown._painter._detail(long).endswith("…")
    assert shown._painter._block(shown.model().index(0, 0)).lines == 1
    far = short._replace(detail=title * 4)
    width = QFontMetrics(shown._look.font(-1)).horizontalAdvance(shown._painter._detail(far))
    assert width <= (shown.viewport().width() - sum(shown.sides)) / 2, "half of the column at most"
