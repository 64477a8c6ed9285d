"""The line of tabs without a window: names, what is chosen and closed."""

import pytest
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.widgets.theme import Look
from reader.ui.window.arranged.paper_tabs import PaperTabs


@pytest.fixture
def tabs(look: Look, page: QWidget) -> PaperTabs:
    made = PaperTabs(look)
    made.setParent(page)
    made.resize(600, 34)
    made.show_tabs(["Folding", "Q & A", "Weaving"], 1)
    made.show()
    return made


def cross(tabs: PaperTabs, number: int) -> QToolButton:
    button = tabs.tabButton(number, QTabBar.ButtonPosition.RightSide)
    assert isinstance(button, QToolButton)
    return button


def test_tabs_have_the_titles_of_their_papers(tabs: PaperTabs) -> None:
    assert [tabs.tabText(n) for n in range(3)] == ["Folding", "Q && A", "Weaving"]
    assert [tabs.tabToolTip(n) for n in range(3)] == ["Folding", "Q & A", "Weaving"]
    assert [tabs.accessibleTabName(n) for n in range(3)] == ["Folding", "Q & A", "Weaving"]
    assert tabs.currentIndex() == 1
    tabs.show_tabs(["Weaving"], 0)
    assert (tabs.count(), tabs.tabText(0)) == (1, "Weaving")


def test_each_cross_closes_its_own_tab_the_first_too(tabs: PaperTabs, qtbot: QtBot) -> None:
    for number in range(3):
        button = cross(tabs, number)
        assert (button.toolTip(), button.accessibleName()) == ("Close the tab", "Close the tab")
        with qtbot.waitSignal(tabs.close_requested) as closed:
            button.click()
        assert closed.args == [number]


def test_a_tab_chosen_by_a_person_is_told_and_what_is_shown_is_not(tabs: PaperTabs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tabs.chosen) as chosen:
        tabs.setCurrentIndex(2)
    assert chosen.args == [2]
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.show_tabs(["Folding", "Weaving"], 0)


def test_only_tabs_that_have_changed_are_written_anew(tabs: PaperTabs, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    write = tabs.setTabText
    monkeypatch.setattr(tabs, "setTabText", lambda number, text: written.append(number) or write(number, text))
    last = cross(tabs, 2)
    tabs.show_tabs(["Q & A", "Weaving"], 0)
    assert (written, cross(tabs, 1)) == ([], last)
    tabs.show_tabs(["Q & A", "Sorting", "Weaving"], 0)
    assert (written, cross(tabs, 2)) == ([1], last)
    assert [tabs.tabText(n) for n in range(3)] == ["Q && A", "Sorting", "Weaving"]
    tabs.show_tabs(["Q & A", "Sorting", "Looms"], 0)
    assert written == [1, 2]
