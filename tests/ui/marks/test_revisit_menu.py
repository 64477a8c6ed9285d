"""When papers come back: the menu with its days, and the calendar that begins today."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QDialogButtonBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.marks.revisit import quick_choices
from reader.ui.marks.revisit_menu import DayDialog, DueChoices, again_words, fill_revisit_menu
from reader.ui.session.dates import short_day
from reader.ui.widgets.theme import Look

TODAY = date(2025, 12, 30)  # a Tuesday
SOON = TODAY + timedelta(days=3)


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    made = QMenu()
    made.setLocale(QLocale("en_US"))
    qtbot.addWidget(made)
    return made


def words(menu: QMenu) -> list[str]:
    return ["---" if each.isSeparator() else each.text().split("\t")[0] for each in menu.actions()]


def trigger(menu: QMenu, text: str) -> None:
    next(each for each in menu.actions() if each.text().startswith(text)).trigger()


def test_a_paper_without_a_day_is_offered_four_a_calendar_and_nothing_to_drop(menu: QMenu, look: Look) -> None:
    chosen: list[date | None] = []
    fill_revisit_menu(menu, look, TODAY, [None], chosen.append)
    assert menu.title() == "Revisit"
    assert words(menu) == [
        "Tomorrow",
        "In 3 days",
        "Next week",
        "Next month",
        "---",
        "Another day…",
        "---",
        "No longer revisit",
    ]
    assert not menu.actions()[-1].isEnabled()
    assert menu.activeAction() is menu.actions()[0]
    assert not menu.actions()[5].icon().isNull()
    for text in ("Tomorrow", "In 3 days", "Next week", "Next month"):
        trigger(menu, text)
    assert chosen == [day for _, day in quick_choices(TODAY)]
    assert chosen[:2] == [date(2025, 12, 31), SOON]
    days = [each.text().split("\t")[1] for each in menu.actions()[:4]]
    assert days == [short_day(day, menu.locale()) for day in chosen if day]


def test_the_day_that_all_have_is_said_first_and_can_be_dropped(menu: QMenu, look: Look) -> None:
    chosen: list[date | None] = []
    fill_revisit_menu(menu, look, TODAY, [SOON, SOON], chosen.append)
    assert words(menu)[:2] == [f"Revisit on {short_day(SOON, menu.locale())}", "---"]
    assert not menu.actions()[0].isEnabled()
    trigger(menu, "No longer revisit")
    assert chosen == [None]


@pytest.mark.parametrize("held", [[SOON, None], [SOON, TODAY], []])
def test_where_days_differ_none_is_said(menu: QMenu, look: Look, held: list[date | None]) -> None:
    fill_revisit_menu(menu, look, TODAY, held, lambda _: None)
    assert words(menu)[0] == "Tomorrow"
    assert menu.actions()[-1].isEnabled() == bool(held)


def test_what_is_due_is_offered_again_first(menu: QMenu, look: Look) -> None:
    done: list[str] = []
    due = DueChoices(SOON, lambda: done.append("finish"), lambda: done.append("put off"))
    fill_revisit_menu(menu, look, TODAY, [TODAY], lambda _: None, due)
    assert words(menu)[2:5] == ["Again in 3 days", "Done", "---"]
    assert menu.activeAction() is menu.actions()[2]
    assert menu.actions()[2].text().endswith(f"\t{short_day(SOON, menu.locale())}")
    trigger(menu, "Again")
    trigger(menu, "Done")
    assert done == ["put off", "finish"]


def test_when_a_paper_comes_again_is_said_in_days() -> None:
    locale = QLocale("en_US")
    assert again_words(None, TODAY, locale) == ("Again later", "")
    assert again_words(TODAY + timedelta(1), TODAY, locale) == (
        "Again tomorrow",
        short_day(TODAY + timedelta(1), locale),
    )
    assert again_words(SOON, TODAY, locale) == ("Again in 3 days", short_day(SOON, locale))


@pytest.fixture
def dialog(look: Look, page: QWidget) -> DayDialog:
    made = DayDialog(page, look, TODAY, SOON)
    made.setLocale(QLocale("en_US"))
    made.show()
    return made


def test_the_calendar_begins_at_the_day_and_says_it_on_its_button(dialog: DayDialog) -> None:
    ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    assert dialog.windowTitle() == "Revisit on"
    assert dialog.day() == SOON
    assert ok.text() == short_day(SOON, QLocale())  # before the dialog was told another locale
    dialog.calendar.setSelectedDate(QDate(2026, 2, 3))
    assert dialog.day() == date(2026, 2, 3)
    assert ok.text() == short_day(date(2026, 2, 3), dialog.locale())
    assert dialog.calendar.geometry().bottom() < dialog.findChild(QDialogButtonBox).geometry().top()


def test_no_day_before_today_can_be_chosen(dialog: DayDialog) -> None:
    dialog.calendar.setSelectedDate(QDate(2025, 12, 1))
    assert dialog.day() >= TODAY
    assert dialog.calendar.minimumDate() == QDate(2025, 12, 30)
    assert dialog.calendar.maximumDate() == QDate(2035, 12, 31)


def test_today_is_underlined_and_sundays_are_red(dialog: DayDialog, look: Look) -> None:
    assert dialog.calendar.dateTextFormat(QDate(2025, 12, 30)).fontUnderline()
    for day in Qt.DayOfWeek:
        colour = dialog.calendar.weekdayTextFormat(day).foreground().color()
        assert colour == look.colour("accent" if day == Qt.DayOfWeek.Sunday else "text")
    header = dialog.calendar.headerTextFormat()
    assert header.foreground().color() == look.colour("muted")
    assert header.background().color() == look.colour("field")
    assert (dialog.calendar.minimumWidth(), dialog.calendar.minimumHeight()) == (330, 250)


@pytest.mark.parametrize(
    ("name", "first"), [("ko_KR", Qt.DayOfWeek.Sunday), ("de_DE", Qt.DayOfWeek.Monday), ("en_US", Qt.DayOfWeek.Sunday)]
)
def test_a_week_begins_as_in_the_persons_calendars(name: str, first: Qt.DayOfWeek, look: Look, page: QWidget) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        made = DayDialog(page, look, TODAY, SOON)
        assert made.calendar.firstDayOfWeek() == first
    finally:
        QLocale.setDefault(before)


def test_enter_on_a_day_takes_it(dialog: DayDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.calendar.activated.emit(QDate(2026, 1, 5))


@pytest.mark.parametrize("which", ["Ok", "Cancel"])
def test_the_buttons_take_the_day_or_leave_it(dialog: DayDialog, qtbot: QtBot, which: str) -> None:
    buttons = dialog.findChild(QDialogButtonBox)
    with qtbot.waitSignal(dialog.accepted if which == "Ok" else dialog.rejected):
        buttons.button(QDialogButtonBox.StandardButton[which]).click()


@pytest.mark.parametrize(("held", "offered"), [([None, SOON], SOON), ([None], quick_choices(TODAY)[0][1])])
def test_the_calendar_begins_at_a_day_that_one_of_the_papers_has(
    look: Look, page: QWidget, held: list[date | None], offered: date
) -> None:
    menu = QMenu(page)
    chosen: list[date | None] = []
    fill_revisit_menu(menu, look, TODAY, held, chosen.append)
    trigger(menu, "Another day")
    [dialog] = page.findChildren(DayDialog)
    assert dialog.day() == offered
    dialog.accept()
    assert chosen == [offered]
