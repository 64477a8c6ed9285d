"""Tabs in the window: by the middle button and by keys, each with its paper, place and way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.services.profile import Profile
from reader.ui.session.places import ALL, BOOKMARKED
from reader.ui.window.window import MainWindow
from tests.ui.walk.library import ChangingLibrary


@pytest.fixture
def library(tmp_path: Path) -> ChangingLibrary:
    made = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    made.write("2025-02-03", [1, 2, 3, 4, 5])
    made.sync()
    return made


@pytest.fixture
def windows() -> Iterator[list[MainWindow]]:
    made: list[MainWindow] = []
    yield made
    for window in made:
        window.close()
        window.deleteLater()


def opened(library: ChangingLibrary, qtbot: QtBot, windows: list[MainWindow], *, remembers: bool = False) -> MainWindow:
    profile = Profile(library.profile.places)
    _, window = build(profile, Shown(language="en", theme="light", remembers=remembers))
    windows.append(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.is_ready)
    window.papers.table.setFocus()
    return window


@pytest.fixture
def window(library: ChangingLibrary, qtbot: QtBot, windows: list[MainWindow]) -> MainWindow:
    return opened(library, qtbot, windows)


def at_row(window: MainWindow, row: int) -> QPoint:
    table = window.papers.table
    return table.visualRect(table.model().index(row, 0)).center()


def titles(window: MainWindow) -> list[str]:
    bar = window.tabbing.bar
    return [bar.tabText(number) for number in range(bar.count())]


def test_the_middle_button_opens_a_paper_in_a_tab_behind(window: MainWindow, qtbot: QtBot) -> None:
    keys, before = window.browsing.listed_keys(), window.state.key
    qtbot.mouseClick(window.papers.table.viewport(), Qt.MouseButton.MiddleButton, pos=at_row(window, 2))
    assert window.state.key == before
    assert titles(window) == [window.session.title_of(keys[0]), window.session.title_of(keys[2])]
    assert window.tabbing.bar.isVisible()
    window.actions_["next_tab"].trigger()
    assert (window.state.key, window.papers.current_key()) == (keys[2], keys[2])
    window.actions_["next_tab"].trigger()
    assert window.state.key == keys[0]


def test_control_enter_goes_on_in_another_tab_and_leaves_the_paper_where_it_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    keys = window.browsing.listed_keys()
    qtbot.keyClick(window.papers.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.actions_["next_paper"].trigger()
    assert [tab.here.key for tab in window.going.tabs.tabs if tab.here] == keys[:2]
    window.actions_["back"].trigger()
    assert window.state.key == keys[0]


def test_the_papers_selected_are_opened_in_their_order_and_the_tabs_are_written_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, asked = window.browsing.listed_keys(), []
    window.actions_["select_all"].trigger()
    title_of = window.session.title_of
    monkeypatch.setattr(window.session, "title_of", lambda key: asked.append(key) or title_of(key))
    window.tabbing.open_selected()
    assert [tab.here.key for tab in window.going.tabs.tabs if tab.here] == keys
    assert asked == keys


def test_a_whole_library_is_not_opened_in_tabs(library: ChangingLibrary, window: MainWindow, qtbot: QtBot) -> None:
    library.write("2025-02-04", list(range(10, 27)))
    library.sync()
    window.session.look_at_library()
    qtbot.waitUntil(lambda: len(window.browsing.listed_keys()) == 22)
    window.actions_["select_all"].trigger()
    window.tabbing.open_selected()
    assert len(window.going.tabs.tabs) == 1
    assert window.status.message() == "At most twenty papers are opened in tabs at once"


def test_each_tab_has_a_place_of_its_own(window: MainWindow) -> None:
    keys = window.browsing.listed_keys()
    window.session.toggle_bookmark([keys[3]])
    window.tabbing.open_behind(keys[1])
    window.actions_["go_bookmarked"].trigger()
    window.state.open(keys[3])
    assert window.state.place == BOOKMARKED
    window.actions_["previous_tab"].trigger()
    assert (window.state.place, window.state.key) == (ALL, keys[1])
    window.actions_["previous_tab"].trigger()
    assert (window.state.place, window.state.key) == (BOOKMARKED, keys[3])


def test_a_closed_tab_comes_back_and_the_last_one_stays(window: MainWindow) -> None:
    keys = window.browsing.listed_keys()
    window.tabbing.open_behind(keys[1])
    window.actions_["next_tab"].trigger()
    window.actions_["close_tab"].trigger()
    assert (window.state.key, window.tabbing.bar.isVisible()) == (keys[0], False)
    window.actions_["close_tab"].trigger()
    assert window.isVisible()
    assert "only tab" in window.status.message()
    window.actions_["reopen_tab"].trigger()
    assert (window.state.key, window.tabbing.bar.isVisible()) == (keys[1], True)


def test_a_tab_is_closed_by_its_cross_and_by_the_middle_button(window: MainWindow, qtbot: QtBot) -> None:
    keys = window.browsing.listed_keys()
    window.tabbing.open_behind(keys[1])
    window.tabbing.open_behind(keys[2])
    bar = window.tabbing.bar
    cross = bar.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert isinstance(cross, QToolButton)
    cross.click()
    assert titles(window) == [window.session.title_of(key) for key in (keys[0], keys[1])]
    qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(0).center())
    assert window.state.key == keys[1]
    assert not bar.isVisible()


def test_tabs_are_there_again_at_the_next_start(
    library: ChangingLibrary, qtbot: QtBot, windows: list[MainWindow]
) -> None:
    first = opened(library, qtbot, windows, remembers=True)
    keys = first.browsing.listed_keys()
    first.tabbing.open_behind(keys[2])
    first.tabbing.open_behind(keys[1])
    first.actions_["next_tab"].trigger()
    names = titles(first)
    first.close()
    again = opened(library, qtbot, windows, remembers=True)
    assert (titles(again), again.tabbing.front, again.state.key) == (names, 1, keys[1])


def test_a_paper_that_is_gone_takes_its_tab_along(library: ChangingLibrary, window: MainWindow, qtbot: QtBot) -> None:
    keys = window.browsing.listed_keys()
    window.tabbing.open_behind(keys[4])
    library.write("2025-02-03", [1, 2, 3, 4])
    library.sync()
    window.session.look_at_library()
    window.actions_["next_tab"].trigger()
    assert window.state.key in window.browsing.listed_keys()
    assert len(window.going.tabs.tabs) == 1
