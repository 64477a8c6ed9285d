"""The palette in a real window: what it offers, what its keys do, and where the keyboard is then."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.walk.acts import act
from tests.ui.walk.desk import Desk
from tests.ui.walk.library import ChangingLibrary, key_of


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    library = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    library.write("2025-02-03", [1, 2, 3, 4])
    library.write("2025-02-02", [5, 6, 7])
    library.profile.settings.set("read_after", 600.0)
    library.sync()
    made = Desk(library)
    made.press("Ctrl+K")
    qtbot.waitUntil(lambda: bool(made.window.quick_open._library.entries))
    yield made
    made.close()


def offered(desk: Desk) -> list[str]:
    model = desk.window.quick_open.palette.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_while_nothing_is_typed_places_and_commands_are_offered_with_their_keys(desk: Desk) -> None:
    assert offered(desk)[:3] == ["All papers", "Unread", "Bookmarks"]
    model = desk.window.quick_open.palette.model
    entries = [model.entry(row) for row in range(model.rowCount())]
    assert any(entry and entry.kind == "command" and entry.hint == "F5" for entry in entries)


def test_a_paper_is_opened_and_the_keyboard_is_where_it_was(desk: Desk) -> None:
    desk.type(key_of(6))
    assert desk.window.state.key == key_of(1)
    desk.press("Return")
    assert desk.window.state.key == key_of(6)
    assert desk.window.papers.table.hasFocus()


def test_a_place_is_listed_and_comes_first_the_next_time(desk: Desk) -> None:
    desk.type("2025-02-02")
    desk.press("Return")
    assert str(desk.window.state.place) == "day:2025-02-02"
    desk.press("Ctrl+K")
    assert "2" in offered(desk)[0]
    assert desk.window.quick_open.palette.model.entry(0).target == "day:2025-02-02"  # type: ignore[union-attr]


def test_a_command_does_what_its_key_does(desk: Desk) -> None:
    desk.type(">bookm")
    desk.press("Return")
    assert desk.window.session.marks.keys("bookmarked") == {key_of(1)}


def test_words_nothing_fits_are_searched_for(desk: Desk) -> None:
    desk.type("빙하")
    desk.press("Up")
    desk.press("Return")
    assert str(desk.window.state.place) == "search:빙하"


def test_a_syllable_being_composed_narrows_and_enter_waits_for_it(desk: Desk) -> None:
    desk.compose("빙")
    assert offered(desk)[-1] == "Search the library for “빙”"
    desk.press("Tab")
    assert desk.window.quick_open.palette.isVisible()


@pytest.mark.parametrize("key", ["Esc", "Ctrl+K"])
def test_it_closes_and_gives_the_keyboard_back(desk: Desk, key: str) -> None:
    desk.press(key)
    assert not desk.window.quick_open.palette.isVisible()
    assert desk.window.papers.table.hasFocus()
    desk.press("J")
    assert desk.window.state.key == key_of(2)


@pytest.mark.parametrize("begin", ["/", "E"])
def test_it_opens_from_text_fields_too_and_goes_back_to_them(desk: Desk, begin: str) -> None:
    desk.press("Esc")
    act(desk, begin)
    writer = desk.window.focusWidget()
    desk.press("Ctrl+K")
    assert desk.window.quick_open.palette.isVisible()
    desk.press("Esc")
    assert desk.window.focusWidget() is writer


def test_a_click_beside_it_closes_it_and_one_on_a_row_opens_that(desk: Desk) -> None:
    palette = desk.window.quick_open.palette
    row = palette.rows.visualRect(palette.model.index(1, 0)).center()
    desk.click(palette.rows.viewport(), row)
    assert str(desk.window.state.place) == "unread"
    desk.press("Ctrl+K")
    desk.click(palette, QPoint(4, palette.height() - 4), Qt.MouseButton.LeftButton)
    assert not palette.isVisible()


def test_arrow_keys_go_round(desk: Desk) -> None:
    desk.press("Up")
    rows = desk.window.quick_open.palette.rows
    assert rows.currentIndex().row() == rows.model().rowCount() - 1
    desk.press("Down")
    assert rows.currentIndex().row() == 0
