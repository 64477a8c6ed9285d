"""Panes that make room for one another, and tabs, in the window."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.window.window import MainWindow


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
    assert browsing._told_detail.replace("(s)", "s") == "12 papers · 12 unread"
