"""Keys pressed while a view is on its way: for the view, never for what still stands on the screen."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.base.errors import ReaderError
from reader.ui.session.across_job import Knowing
from reader.ui.session.places import BOOKMARKED
from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import key_of, press


@pytest.fixture
def hold(window: MainWindow) -> Iterator[Callable[[], Callable[[], None]]]:
    """Lets the thread that answers wait; what it gives lets it go on."""
    locks: list[threading.Event] = []

    def begin() -> Callable[[], None]:
        lock, began = threading.Event(), threading.Event()
        locks.append(lock)

        def question(_known: Knowing) -> Iterator[object]:
            began.set()
            lock.wait(30)
            return iter(())

        window.across.job.ask(f"held {len(locks)}", question, lambda _: None)
        assert began.wait(30)
        return lock.set

    yield begin
    for lock in locks:
        lock.set()


Hold = Callable[[], Callable[[], None]]


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.across.job.is_busy)
    QApplication.processEvents()


def test_enter_behind_my_highlights_opens_what_was_highlighted(window: MainWindow, qtbot: QtBot, hold: Hold) -> None:
    window.session.marks.add_highlight(key_of(5), "limitations", "짧은 글에서는", "한계 5: ", " 이득이", "green")
    go_on = hold()
    press(window, "G, E", "Return")
    assert window.papers.table.hasFocus(), "Enter in the list goes to the page"
    go_on()
    qtbot.waitUntil(lambda: window.state.key == key_of(5))
    assert not window.across.is_wide


def test_enter_behind_the_table_opens_its_row_in_place(window: MainWindow, qtbot: QtBot, hold: Hold) -> None:
    go_on = hold()
    press(window, "G, T", "J", "J", "Return")
    assert window.state.key == key_of(1)
    go_on()
    settled(window, qtbot)
    grid = window.across.tabling.view.grid
    assert window.state.key == key_of(3)
    assert grid.rowHeight(2) > grid.rowHeight(1), "the row one went to is open"
    assert window.across.tabling.stage.is_on


def test_arrows_and_a_mark_behind_the_table_are_about_its_row(window: MainWindow, qtbot: QtBot, hold: Hold) -> None:
    go_on = hold()
    press(window, "G, T", "Down", "B")
    assert not window.session.marks.keys("bookmarked")
    go_on()
    settled(window, qtbot)
    assert window.session.marks.keys("bookmarked") == {key_of(2)}


def test_enter_behind_the_field_looks_for_its_line(window: MainWindow, qtbot: QtBot, hold: Hold) -> None:
    go_on = hold()
    press(window, "G, F", "J", "Return")
    assert window.papers.table.hasFocus()
    go_on()
    qtbot.waitUntil(lambda: window.state.place.kind != "all")
    assert not window.across.is_wide


def test_keys_behind_a_comparison_are_its_own(window: MainWindow, qtbot: QtBot, hold: Hold) -> None:
    press(window, "C", "J")
    go_on = hold()
    press(window, "C", "K")
    assert window.state.key == key_of(2), "the list does not step"
    go_on()
    settled(window, qtbot)
    view = window.across.comparing.view
    assert (view.keys[view.current], window.state.key) == (key_of(1), key_of(1))


def test_esc_ends_the_wait_and_nothing_is_done(window: MainWindow, qtbot: QtBot, hold: Hold) -> None:
    go_on = hold()
    press(window, "G, T", "J", "B", "Esc", "J")
    assert window.state.key == key_of(2), "from here on the list has the keys"
    go_on()
    settled(window, qtbot)
    assert not window.across.is_wide
    assert not window.session.marks.keys("bookmarked")


def test_a_question_that_fails_does_nothing_with_the_keys(
    window: MainWindow, qtbot: QtBot, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_given: object) -> object:
        raise ReaderError("The disk is gone.")

    monkeypatch.setattr("reader.services.across.reading.table", failing)
    go_on = hold()
    press(window, "G, T", "J", "B")
    with qtbot.waitSignal(window.across.failed) as failed:
        go_on()
    assert failed.args == ["The disk is gone."]
    settled(window, qtbot)
    assert window.state.key == key_of(1)
    assert not window.session.marks.keys("bookmarked")
    press(window, "J")
    assert window.state.key == key_of(2), "the list has the keys again"


def test_a_second_view_takes_the_place_of_the_first(window: MainWindow, qtbot: QtBot, hold: Hold) -> None:
    go_on = hold()
    press(window, "G, T", "B", "G, E", "J")
    go_on()
    settled(window, qtbot)
    assert window.across.mining.stage.is_on
    assert not window.session.marks.keys("bookmarked"), "that was for the table"
    assert not window.across.tabling.stage.is_on


def test_who_asks_once_more_waits_on(window: MainWindow, qtbot: QtBot, hold: Hold) -> None:
    go_on = hold()
    press(window, "G, T", "J", "G, T", "J")
    go_on()
    settled(window, qtbot)
    assert window.across.tabling.stage.is_on
    assert window.state.key == key_of(3)


@pytest.mark.parametrize("has_highlights", [True, False])
def test_enter_behind_what_was_read_is_not_about_the_highlights_still_shown(
    window: MainWindow, qtbot: QtBot, hold: Hold, has_highlights: bool
) -> None:
    window.session.set_read([key_of(4)], True)
    if has_highlights:
        window.session.marks.add_highlight(key_of(5), "limitations", "짧은 글에서는", "한계 5: ", " 이득이", "green")
    press(window, "G, E")
    settled(window, qtbot)
    go_on = hold()
    press(window, "G, Y", "Return")
    assert window.across.mining.stage.is_on
    assert window.state.key == key_of(1)
    go_on()
    qtbot.waitUntil(lambda: window.state.key == key_of(4))


def test_what_is_on_or_off_is_not_said_before_it_is_done(window: MainWindow, qtbot: QtBot, hold: Hold) -> None:
    go_on = hold()
    press(window, "G, T", "F", "Esc")
    assert not window.actions_["reading_mode"].isChecked()
    press(window, "G, T", "F")
    go_on()
    settled(window, qtbot)
    assert window.panes.is_reading_mode()
    assert window.actions_["reading_mode"].isChecked()


def test_who_searches_meanwhile_types_in_the_field(window: MainWindow, qtbot: QtBot, hold: Hold) -> None:
    go_on = hold()
    press(window, "G, T", "/")
    press(window, "G", "B", "J")
    assert window.toolbar.search.query() == "gbj"
    go_on()
    settled(window, qtbot)
    assert not window.across.is_wide


def test_who_clicks_into_the_search_field_is_not_torn_out_of_it(window: MainWindow, qtbot: QtBot, hold: Hold) -> None:
    go_on = hold()
    press(window, "G, T")
    QTest.mouseClick(window.toolbar.search.field, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    go_on()
    settled(window, qtbot)
    assert not window.across.is_wide


def test_another_list_chosen_meanwhile_is_the_one_in_the_table(window: MainWindow, qtbot: QtBot, hold: Hold) -> None:
    window.session.toggle_bookmark([key_of(6)])
    go_on = hold()
    press(window, "G, T")
    window.browsing.show_place(BOOKMARKED)
    go_on()
    settled(window, qtbot)
    model = window.across.tabling.view.model
    assert [model.text(row, 0) for row in range(model.rowCount())] == ["Paper Number 6"]


def test_a_window_that_is_closed_waits_for_nothing(window: MainWindow, hold: Hold) -> None:
    go_on = hold()
    press(window, "G, T", "J")
    go_on()
    window.close()
    assert not window.across.job.is_busy
