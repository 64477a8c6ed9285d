"""Panes that make room for one another, and tabs, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.session.places import Place
from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import key_of


def test_what_is_wide_takes_the_place_of_list_and_page_and_gives_it_back(window: MainWindow) -> None:
    panes, wide = window.panes, QWidget()
    for _ in range(2):
        panes.show_wide(wide)
        assert (wide.isVisible(), window.papers.isVisible(), window.view.isVisible()) == (True, False, False)
        panes.show_usual()
        assert (wide.isVisible(), window.papers.isVisible(), window.view.isVisible()) == (False, True, True)


def test_while_one_reads_tree_and_list_are_away(window: MainWindow) -> None:
    seen = []
    for on in (True, False):
        window.panes.set_reading_mode(on)
        seen.append((window.tree.isVisible(), window.papers.isVisible(), window.view.isVisible()))
    assert seen == [(False, False, True), (True, True, True)]


def test_the_unread_are_told_beside_how_many_there_are(window: MainWindow, qtbot: QtBot) -> None:
    session, browsing = window.session, window.browsing
    unread = session.count_unread(window.state.place)
    assert unread == 12
    assert browsing.counting.told().replace("(s)", "s") == "12 papers · 12 unread"


def test_the_first_paper_of_the_list_is_the_newest_ones_first(window: MainWindow) -> None:
    assert window.papers.first_key() == key_of(1)
    assert [window.papers.key_at(row) for row in (-1, 0, 11, 12)] == [None, key_of(1), key_of(12), None]


def test_only_papers_whose_marks_put_them_elsewhere_stay_for_a_while(window: MainWindow) -> None:
    assert window.state.key == key_of(1)
    assert window.browsing._staying.keys() == set()


def test_a_search_is_asked_again_in_another_order_and_its_list_counts_for_itself(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(window.papers, "set_detail", told.append)
    list(window.browsing.counting._counted())
    assert len(told) == 1
    window.browsing.show_place(Place("search", "GenEval"))
    qtbot.waitUntil(lambda: window.state.place.kind == "search")
    with qtbot.waitSignal(window.browsing.answer_outdated):
        window.browsing._take_sort("date")
    assert window.browsing.search_sort == "date"
    told.clear()
    list(window.browsing.counting._counted())
    assert told == []


def test_notes_below_the_lens_stand_in_its_column(window: MainWindow, qtbot: QtBot) -> None:
    columns: list[tuple[int | None, int]] = []
    reading = window.panes.reading
    assert reading._notes is not None
    reading._notes.set_column = lambda left, width: columns.append((left, width))  # type: ignore[method-assign]
    window.across.toggle_lens()
    lens = window.across.lensing.view
    qtbot.waitUntil(lambda: lens.isVisible() and lens.canvas.width() > 0)
    for width in (1100, 900):
        window.resize(width, 700)
        qtbot.waitUntil(lambda: columns[-1:] == [lens.column])
    window.across.toggle_lens()
    assert columns[-1] == window.view.column


@pytest.mark.parametrize("view", ["toggle_table", "toggle_field", "toggle_mine", "compare", "toggle_lens"])
def test_escape_leaves_a_view_with_the_keyboard_in_the_sidebar_too(window: MainWindow, qtbot: QtBot, view: str) -> None:
    window.papers.table.select_rows([0, 1])
    getattr(window.across, view)()
    page = window.view
    qtbot.waitUntil(lambda: not page.isVisible())
    window.tree.setFocus()
    qtbot.waitUntil(window.tree.hasFocus)
    qtbot.keyClick(window.tree, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert not window.across.is_wide
