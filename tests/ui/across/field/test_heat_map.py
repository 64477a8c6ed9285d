"""The calendar of the field's page: its months, its squares, its keys."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.across.trends import Day
from reader.ui.across.field.heat_map import HeatMap
from reader.ui.widgets.theme import Look
from tests.ui.pictures import at, box, is_near, picture

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def weeks(first: date, count: int) -> list[Day]:
    """A paper each Monday, unread."""
    return [Day((first + timedelta(days=7 * n)).isoformat(), 1, 0, f"week {n}") for n in range(count)]


def shown(look: Look, page: QWidget, days: list[Day], width: int = 690) -> HeatMap:
    made = HeatMap(look, page)
    made.days.show(days, ENGLISH)
    made.resize(width, made.height())
    made.take_size()
    made.show()
    return made


def month_in(look: Look, made: HeatMap, week: int, until: int) -> QRect:
    """Where words stand above some weeks."""
    header = made.horizontalHeader()
    left = header.sectionViewportPosition(week)
    room = QRect(left, 0, (until - week) * header.defaultSectionSize(), header.height())
    return box(picture(header), room, look.colour("muted"), by=90)


def test_the_first_month_and_every_january_stand_with_their_year(look: Look, page: QWidget) -> None:
    made = shown(look, page, weeks(date(2024, 12, 9), 9), width=800)
    assert [week for week in range(9) if made.days.month_beginning_in(week)] == [0, 3, 7]
    metrics = QFontMetrics(look.font(-2))
    for week, until, words in ((0, 3, "December 2024"), (3, 7, "January 2025"), (7, 8, "February")):
        ink = month_in(look, made, week, until)
        assert abs(ink.left() - made.horizontalHeader().sectionViewportPosition(week)) <= 3
        assert abs(ink.width() - metrics.horizontalAdvance(words)) <= 5


def test_a_month_without_room_for_its_words_is_left_out(look: Look, page: QWidget) -> None:
    made = shown(look, page, weeks(date(2024, 12, 9), 12))
    assert made.days.month_beginning_in(11) == date(2025, 3, 1)
    assert not month_in(look, made, 11, 14).isEmpty()
    made.resize(look.px(46) + 12 * look.px(17), made.height())
    assert month_in(look, made, 11, 12).isEmpty()
    assert not month_in(look, made, 7, 10).isEmpty()


def test_many_weeks_are_squares_and_few_have_numbers(look: Look, page: QWidget) -> None:
    few, many = shown(look, page, weeks(date(2024, 12, 9), 10)), shown(look, page, weeks(date(2024, 12, 9), 11))
    assert few.count() == 10
    assert (few.columnWidth(0), few.rowHeight(0)) == (look.px(74), look.px(30))
    assert (many.columnWidth(0), many.rowHeight(0)) == (look.px(17), look.px(17))
    for made in (few, many):
        assert made.height() == 7 * made.rowHeight(0) + look.px(22) + look.px(12)
        assert made.verticalHeader().width() == look.px(46)


def test_the_newest_weeks_are_in_sight_where_not_all_fit(look: Look, page: QWidget) -> None:
    made = shown(look, page, weeks(date(2024, 1, 1), 60), width=400)
    bar = made.horizontalScrollBar()
    assert bar.value() == bar.maximum() > 0
    assert made.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    made.resize(look.px(46) + 60 * look.px(17), made.height())
    assert made.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_what_is_read_is_grey_from_below(look: Look, page: QWidget) -> None:
    made = shown(look, page, [Day("2024-12-09", 4, 2, "one"), *weeks(date(2024, 12, 16), 11)])
    seen = picture(made.viewport())
    cell = made.visualRect(made.days.index(0, 0))
    upper, lower = (at(seen, cell.left() + 6, cell.top() + y) for y in (3, 11))
    assert upper != lower
    empty = made.visualRect(made.days.index(3, 0))
    assert is_near(at(seen, empty.left() + 6, empty.top() + 6), look.colour("chrome"))
    assert is_near(at(seen, cell.right(), cell.top() + 6), look.colour("page")), "a space between two days"


def test_the_chosen_day_has_a_ring_while_the_keyboard_is_here(look: Look, page: QWidget) -> None:
    made = shown(look, page, weeks(date(2024, 12, 9), 3))
    made.begin()
    cell = made.visualRect(made.currentIndex())
    assert box(picture(made.viewport()), cell, look.colour("focus")).isEmpty()
    made.setFocus()
    ring = box(picture(made.viewport()), cell, look.colour("focus"))
    assert ring == cell.adjusted(1, 1, -4, -4)


def test_keys_and_clicks_go_from_day_to_day_and_to_its_search(look: Look, page: QWidget, qtbot: QtBot) -> None:
    made = shown(look, page, weeks(date(2024, 12, 9), 3))
    reached: list[date] = []
    made.reached.connect(lambda: reached.append(made.days.day_at(made.currentIndex())))
    made.begin()
    assert not made.step(1)
    assert made.step(-1)
    assert made.step(-1)
    assert not made.step(-1)
    assert made.step(1)
    assert reached == [date(2024, 12, day) for day in (23, 16, 9, 16)]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(made.chosen) as chosen:
            QTest.keyClick(made, key)
        assert chosen.args == ["week 1"]
    with qtbot.waitSignal(made.chosen) as chosen:
        spot = made.visualRect(made.days.index(0, 2)).center()
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args == ["week 2"]
    QTest.keyClick(made, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(made.chosen):
        QTest.keyClick(made, Qt.Key.Key_Return)


def test_without_days_there_is_nothing_to_go_to(look: Look, page: QWidget) -> None:
    made = shown(look, page, [])
    made.begin()
    assert not made.step(1)
    assert not made.currentIndex().isValid()


def test_days_of_the_week_stand_beside_the_middle_of_their_squares(look: Look, page: QWidget) -> None:
    made = shown(look, page, weeks(date(2024, 12, 9), 3))
    header = made.verticalHeader()
    seen = picture(header)
    for row in range(7):
        room = QRect(0, header.sectionViewportPosition(row), header.width(), header.sectionSize(row))
        ink = box(seen, room, look.colour("muted"), by=90)
        cell = made.visualRect(made.days.index(row, 0))
        assert abs(ink.left() - look.px(8)) <= 2
        assert abs(ink.center().y() - (cell.top() + (cell.height() - 3) / 2)) <= 2
    words = QFontMetrics(look.font(-2)).horizontalAdvance("Mon")
    first = box(seen, QRect(0, 0, header.width(), header.sectionSize(0)), look.colour("muted"), by=90)
    assert abs(first.width() - words) <= 3
