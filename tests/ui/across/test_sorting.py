"""Sorting what is new, in the real window, by its keys."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import key_of, press


def test_twelve_papers_are_sorted_by_a_key_each(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "G", "S")
    assert window.state.key == key_of(1)
    for number, key in enumerate("XYXUXXXXXXXX", 1):
        assert window.state.key == key_of(number)
        press(window, key)
    marks, session = window.session.marks, window.session
    assert marks.keys("read") == {key_of(number) for number in range(1, 13)}
    assert marks.keys("bookmarked") == {key_of(2)}
    revisit = session.revisit(key_of(4))
    assert revisit is not None
    assert revisit.due == session.today() + timedelta(days=1)
    qtbot.waitUntil(lambda: window.papers.count() <= 1)


def test_one_undo_takes_a_paper_back_with_all_that_was_marked(window: MainWindow) -> None:
    press(window, "G", "S", "Y", "X", "Ctrl+Z")
    assert window.state.key == key_of(2)
    assert window.session.marks.keys("read") == {key_of(1)}
    press(window, "Ctrl+Z")
    assert window.state.key == key_of(1)
    assert not window.session.marks.keys("read")
    assert not window.session.marks.keys("bookmarked")
    press(window, "Ctrl+Y")
    assert window.session.marks.keys("bookmarked") == {key_of(1)}
    assert window.session.signs(key_of(1)).read


def test_what_was_marked_before_stays_when_sorting_is_undone(window: MainWindow) -> None:
    window.session.toggle_bookmark([key_of(1)])
    press(window, "G", "S", "Y", "Ctrl+Z")
    assert window.session.marks.keys("bookmarked") == {key_of(1)}
    assert not window.session.marks.keys("read")


def test_all_above_are_read_in_one_step(window: MainWindow) -> None:
    press(window, "J", "J", "J", "M")
    assert window.session.marks.keys("read") >= {key_of(1), key_of(2), key_of(3)}
    assert key_of(4) not in window.session.marks.keys("read")
    press(window, "Ctrl+Z")
    assert not window.session.marks.keys("read")


def test_what_a_search_found_is_sorted_as_well(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.search_job.found):
        window.search("Paper")
    qtbot.waitUntil(lambda: window.state.place.kind == "search" and window.papers.count() > 3)
    first = window.papers.current_key() or window.browsing.listed_keys()[0]
    window.papers.step(0 if window.state.key else 1)
    press(window, "Y")
    assert window.session.marks.keys("read") == {first}
    assert "to sort" in window.status.message()


def test_where_all_is_read_it_is_said_that_nothing_is_left(window: MainWindow) -> None:
    window.session.set_read([key_of(number) for number in range(1, 13)], True)
    press(window, "G", "S")
    assert "Nothing is left to sort here" in window.status.message()
