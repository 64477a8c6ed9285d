"""What the field is up to, in the real window and in its parts."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.across.ranges import Range
from reader.across.trends import Day, Repeated, RisingTerm, Trends
from reader.posts.model import PaperKey
from reader.ui.across.field.days import DayModel
from reader.ui.across.field.field_view import FieldView
from reader.ui.across.field.heat_map import strength
from reader.ui.session.places import ALL, LAST_POSTS, NEW, NOTED, READ, UNREAD, WEEK, Place
from reader.ui.widgets.theme import Look
from reader.ui.window.across.kept_keys import KeptKeys
from reader.ui.window.across.place_range import range_of
from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import key_of, press

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def shown(window: MainWindow, qtbot: QtBot) -> FieldView:
    press(window, "G", "F")
    qtbot.waitUntil(lambda: window.across.fielding.stage.is_on and not window.across.job.is_busy)
    return window.across.fielding.view


def test_the_page_stands_in_the_place_of_list_and_page_and_escape_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    view = shown(window, qtbot)
    assert view.isVisible()
    assert not window.papers.isVisible()
    assert view.map.count() == 3
    press(window, "Esc")
    qtbot.waitUntil(window.papers.isVisible)  # the key may have been kept for the view
    assert not window.across.is_wide


def test_its_hint_goes_with_it_and_other_words_stay(window: MainWindow, qtbot: QtBot) -> None:
    shown(window, qtbot)
    assert "Esc goes back" in window.status.message()
    press(window, "Esc")
    qtbot.waitUntil(window.papers.isVisible)
    assert window.status.message() == ""
    shown(window, qtbot)
    window.status.show_message("Copied")
    press(window, "Esc")
    qtbot.waitUntil(window.papers.isVisible)
    assert window.status.message() == "Copied"


def _of_many_parts() -> Trends:
    term = RisingTerm("diffusion", 5, 1, 2.0, "diffusion")
    repeated = (Repeated(PaperKey("2501.00001"), "A paper", 2, ("2025-02-04", "2025-02-03"), "key"),)
    return Trends("all", 9, 4, "", (Day("2025-02-04", 9, 1, "date:2025-02-04"),), (term,), (term,), repeated, ())


def test_on_a_wide_screen_a_short_calendar_leaves_its_room_to_the_lists(look: Look, qtbot: QtBot) -> None:
    view = FieldView(look)
    qtbot.addWidget(view)
    view.resize(2300, 900)
    view.show()
    view.show_trends(_of_many_parts(), "All papers")
    qtbot.waitUntil(lambda: view.rising.width() > 0)
    QApplication.sendPostedEvents()
    assert view.map.needed <= view.map.width() < 300 < view.rising.width() < 640


def test_it_is_about_the_place_and_follows_it(window: MainWindow, qtbot: QtBot) -> None:
    view = shown(window, qtbot)
    window.browsing.show_place(Place("day", "2025-02-04"))
    qtbot.waitUntil(lambda: view.map.count() == 1)
    day = view.map.days.days[date(2025, 2, 4)]
    assert (day.papers, day.read) == (4, 0)


def test_of_new_papers_it_is_about_these_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.session.set_new({key_of(2), key_of(5)})
    window.browsing.show_place(NEW)
    view = shown(window, qtbot)
    assert {day.isoformat(): each.papers for day, each in view.map.days.days.items()} == {
        "2025-02-03": 1,
        "2025-02-04": 1,
    }


def test_a_day_leads_to_its_search(window: MainWindow, qtbot: QtBot) -> None:
    view = shown(window, qtbot)
    view.go_to_section(0)
    press(window, "K", "Return")
    qtbot.waitUntil(lambda: window.state.place == Place("search", "date:2025-02-03"))
    assert window.papers.isVisible()
    assert not window.across.fielding.stage.is_on


def test_j_goes_through_all_lines_from_list_to_list(window: MainWindow, qtbot: QtBot) -> None:
    view = shown(window, qtbot)
    terms = tuple(RisingTerm(name, 3, 1, 2.0, name) for name in ("agent", "diffusion"))
    seen_twice = Repeated(PaperKey("2501.00001"), "Folding", 2, (), "2501.00001")
    days = (Day("2025-02-04", 4, 0, ""),)
    view.show_trends(Trends("all", 4, 9, "2025-01-01..2025-01-31", days, terms, (), (seen_twice,), ()), "All")
    view.go_to_section(0)
    reached = []
    for _ in range(4):
        press(window, "J")
        table = next(table for table in view.tables if table.hasFocus())
        reached.append((view.tables.index(table), table.currentIndex().row()))
    assert reached == [(1, 0), (1, 1), (3, 0), (3, 0)]
    press(window, "[")
    assert view.rising.hasFocus(), "a part without lines is passed over"


def test_another_view_of_many_papers_takes_its_place(window: MainWindow, qtbot: QtBot) -> None:
    shown(window, qtbot)
    press(window, "G", "T")
    qtbot.waitUntil(lambda: window.across.tabling.stage.is_on)
    assert not window.across.fielding.stage.is_on
    press(window, "Esc")
    assert window.papers.isVisible()


def test_an_empty_place_says_so_in_every_part(window: MainWindow, qtbot: QtBot) -> None:
    window.browsing.show_place(Place("bookmarked"))
    view = shown(window, qtbot)
    assert all(table.isHidden() for table in view.tables)


def test_a_screen_reader_hears_every_day() -> None:
    model = DayModel()
    model.show([Day("2025-12-22", 5, 3, "date:2025-12-22"), Day("2025-12-30", 2, 0, "date:2025-12-30")], ENGLISH)
    assert (model.rowCount(), model.columnCount()) == (7, 2)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 0), role).replace("(s)", "s") == "Mon, Dec 22, 2025, 5 papers, 3 read"
    assert model.data(model.index(2, 0), role) == "Wed, Dec 24, 2025: no papers"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Week of Mon, Dec 29"
    assert model.at(model.index(1, 1)) == Day("2025-12-30", 2, 0, "date:2025-12-30")


def test_a_day_far_from_the_others_makes_no_endless_calendar() -> None:
    model = DayModel()
    model.show([Day("0001-01-01", 1, 0, ""), Day("2025-12-30", 2, 0, "")], ENGLISH)
    assert model.columnCount() == 522
    assert model.day_at(model.index(1, 521)) == date(2025, 12, 30)


def test_more_papers_are_painted_stronger_and_never_too_strong_for_words() -> None:
    steps = [strength(papers, 20, under_text=False) for papers in range(21)]
    assert steps[0] == 0
    assert steps == sorted(steps)
    assert strength(20, 20, under_text=True) < 0.4


def test_every_place_is_a_range() -> None:
    today = date(2025, 12, 24)
    assert range_of(ALL, today) == Range()
    assert range_of(UNREAD, today) == Range(unread=True)
    assert range_of(NOTED, today) == Range(search="is:noted")
    assert range_of(READ, today) == Range(search="is:read")
    assert range_of(WEEK, today) == Range("2025-12-22", "2025-12-28")
    assert range_of(LAST_POSTS, today) == Range(posts=7)
    assert range_of(Place("month", "2025-12"), today) == Range("2025-12", "2025-12")
    assert range_of(Place("tag", "llm"), today) == Range(tag="llm")
    assert range_of(Place("label", "논문"), today) == Range(label="논문")
    assert range_of(Place("search", "이미지 생성"), today) == Range(search="이미지 생성")
    assert range_of(Place("undated"), today) == Range("none", "none")


@pytest.mark.parametrize("stands", [True, False])
def test_escape_before_all_is_there_gives_up_and_leaves_what_can_be_seen(
    stands: bool, window: MainWindow, qtbot: QtBot
) -> None:
    shown(window, qtbot)
    given_up: list[bool] = []
    keys = window.findChild(KeptKeys)
    assert isinstance(keys, KeptKeys)
    keys.keep(lambda: given_up.append(True), lambda: stands)
    press(window, "Esc")
    assert given_up == [True]
    assert window.papers.isVisible() is stands
