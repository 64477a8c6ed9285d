"""Which panes stand side by side at which width, and where the keyboard is when they change."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.services.profile import Profile
from reader.ui.window.arranged.arrangement import arranged, notes_stand_beside
from reader.ui.window.remembering import sizes_of
from tests.ui.walk.acts import act
from tests.ui.walk.desk import Desk
from tests.ui.walk.library import ChangingLibrary

WIDE, NARROW, TURNS = 1280, 800, 600


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    library = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    library.write("2025-02-03", [1, 2, 3, 4])
    library.write("2025-02-02", [5, 6, 7])
    library.profile.settings.set("read_after", 600.0)
    library.sync()
    desk = Desk(library)
    yield desk
    desk.close()


def at(desk: Desk, width: int) -> None:
    desk.window.resize(width, 600)
    desk.settle()


def test_widths_choose_the_arrangement_and_larger_text_needs_more() -> None:
    assert [arranged(width).name for width in (699, 700, 999, 1000)] == ["turns", "narrow", "narrow", "wide"]
    assert arranged(1200, scale=1.5).tree_folded
    assert [notes_stand_beside(width) for width in (1079, 1080)] == [False, True]


@pytest.mark.parametrize("wrong", ["wide", [1, "2"], [True, 2], [-1, 3], None])
def test_sizes_that_are_none_are_left_out(wrong: object) -> None:
    assert sizes_of({"wide": wrong, "below": [1, 2]}) == {"below": [1, 2]}


def test_narrow_the_tree_is_a_drawer_that_closes_when_a_place_is_chosen(desk: Desk) -> None:
    at(desk, WIDE)
    assert desk.window.tree.isVisible()
    at(desk, NARROW)
    assert not desk.window.tree.isVisible()
    act(desk, "Ctrl+B")
    assert desk.window.tree.hasFocus()
    act(desk, "place unread")
    assert str(desk.window.state.place) == "unread"
    assert not desk.window.tree.isVisible()
    assert desk.window.papers.table.hasFocus()
    at(desk, WIDE)
    assert desk.window.tree.isVisible()


@pytest.mark.parametrize("key", ["Esc", "Return", "Ctrl+B", "F6"])
def test_the_drawer_closes_by_keys_and_the_keyboard_goes_to_the_list(desk: Desk, key: str) -> None:
    at(desk, NARROW)
    act(desk, "Ctrl+B")
    act(desk, key)
    assert not desk.window.tree.isVisible()
    assert desk.window.papers.table.hasFocus()


def test_left_from_the_list_opens_the_drawer_and_choosing_by_arrows_keeps_it(desk: Desk) -> None:
    at(desk, NARROW)
    act(desk, "Left")
    act(desk, "Down")
    assert desk.window.tree.hasFocus()
    assert str(desk.window.state.place) == "unread"


def test_list_and_page_take_turns_with_a_way_back(desk: Desk) -> None:
    at(desk, TURNS)
    view, papers = desk.window.view, desk.window.papers
    assert papers.isVisible()
    assert not view.isVisible()
    act(desk, "J")
    assert papers.isVisible()
    act(desk, "Return")
    assert view.isVisible()
    assert not papers.isVisible()
    assert view._browser.hasFocus()
    act(desk, "J")
    assert view.isVisible()
    act(desk, "Esc")
    assert papers.table.hasFocus()
    act(desk, "click 3")
    assert view.isVisible()
    desk.click(desk.window.toolbar.back, desk.window.toolbar.back.rect().center())
    assert papers.isVisible()
    act(desk, "/")
    act(desk, "type 빙하")
    assert papers.isVisible()
    assert desk.window.toolbar.search.field.hasFocus()


def test_the_reading_mode_shows_the_page_alone(desk: Desk) -> None:
    at(desk, WIDE)
    act(desk, "F")
    assert shown(desk) == {"view"}
    assert desk.window.actions_["reading_mode"].isChecked()
    act(desk, "J")
    assert shown(desk) == {"view"}
    assert not desk.window.notes.isVisible()
    act(desk, "E")
    assert desk.window.notes.isVisible()
    act(desk, "Esc")
    act(desk, "Esc")
    assert shown(desk) == {"tree", "papers", "view"}
    assert not desk.window.actions_["reading_mode"].isChecked()


def shown(desk: Desk) -> set[str]:
    panes: dict[str, QWidget] = {name: getattr(desk.window, name) for name in ("tree", "papers", "view")}
    return {name for name, pane in panes.items() if pane.isVisible()}


def test_an_empty_note_is_one_line_until_somebody_writes(desk: Desk) -> None:
    at(desk, WIDE)
    notes = desk.window.notes
    line = notes.height()
    assert line < 60
    act(desk, "E")
    assert notes.height() > 2 * line
    assert notes.editor.hasFocus()
    act(desk, "Esc")
    act(desk, "wait")
    assert desk.window.view._browser.hasFocus()
    assert notes.height() == line
    act(desk, "E")
    act(desk, "type 빙하")
    act(desk, "Esc")
    act(desk, "wait")
    assert notes.height() > 2 * line
    act(desk, "J")
    assert notes.height() == line


def test_wide_enough_the_notes_stand_beside_the_text_which_is_centred(desk: Desk) -> None:
    at(desk, 2000)
    notes, view = desk.window.notes, desk.window.view
    assert notes.mapTo(desk.window, notes.rect().topLeft()).x() > view.mapTo(desk.window, view.rect().topRight()).x()
    left, width = view.column
    assert abs(left - (view.width() - left - width)) <= 1
    at(desk, WIDE)
    assert notes.mapTo(desk.window, notes.rect().topLeft()).y() > view.height()


def test_narrow_and_wide_keep_sizes_of_their_own(desk: Desk) -> None:
    at(desk, WIDE)
    panes = desk.window.panes
    panes._columns.moveSplitter(300, 1)
    at(desk, NARROW)
    panes._columns.moveSplitter(350, 2)
    at(desk, WIDE)
    assert panes._columns.sizes()[0] == 300
    at(desk, NARROW)
    assert panes._columns.sizes()[1] == 350
    assert panes.sizes()["wide"][0] == 300


def test_a_wider_window_gives_its_room_to_the_text(desk: Desk) -> None:
    at(desk, WIDE)
    before = desk.window.panes._columns.sizes()
    at(desk, WIDE + 400)
    assert desk.window.panes._columns.sizes() == [*before[:2], before[2] + 400, 0]


def test_esc_in_the_results_leaves_the_search(desk: Desk) -> None:
    act(desk, "/")
    act(desk, "type 빙하")
    act(desk, "Return")
    assert desk.window.papers.table.hasFocus()
    desk.press("Esc")
    assert str(desk.window.state.place) == "all"
    assert desk.window.focusWidget() is desk.window.papers.table


def test_the_whole_window_grows_with_the_text_and_comes_back_as_it_was(desk: Desk) -> None:
    at(desk, WIDE)
    window = desk.window
    measured = [window.toolbar, window.papers.header, window.status, window.notes]
    before = [widget.height() for widget in measured]
    rows = window.papers.table.rowHeight(0)
    for _ in range(6):
        act(desk, "Ctrl+=")
    act(desk, "wait")
    assert all(widget.height() > 1.2 * height for widget, height in zip(measured, before, strict=True))
    assert window.papers.table.rowHeight(0) > 1.2 * rows
    assert window.panes.arrangement.tree_folded  # there is less room for larger text
    act(desk, "Ctrl+0")
    act(desk, "wait")
    assert [widget.height() for widget in measured] == before
    assert window.view.scroll_position() == 0.0


def test_sections_of_the_tree_fold_by_a_click_and_by_keys_and_stay_so(desk: Desk) -> None:
    at(desk, WIDE)
    tree = desk.window.tree
    dates = next(index for index in tree._model.section_indexes() if tree._model.line(index).name == "dates")
    desk.click(tree.viewport(), tree.visualRect(dates).center())
    assert tree.folded_sections() == ["dates"]
    act(desk, "rewrite 2025-02-03 1 2 3 4 20")
    act(desk, "wait")
    assert not tree.isExpanded(dates)
    act(desk, "place range:last:7")
    tree.setFocus()
    act(desk, "Down")
    assert tree.currentIndex() == dates
    act(desk, "Right")
    assert tree.folded_sections() == []
    act(desk, "Down")
    act(desk, "-")
    assert tree.folded_sections() == ["dates"]


def test_a_window_that_begins_narrow_answers_at_once(tmp_path: Path, qtbot: QtBot, desk: Desk) -> None:
    at(desk, TURNS)
    profile = Profile(desk.library.profile.places)
    _, window = build(profile, Shown(language="en", theme="light", remembers=False))
    window.resize(TURNS, 600)
    window.show()
    window.resize(TURNS, 600)
    qtbot.waitUntil(lambda: window.is_ready)
    assert not window.view.isVisible()
    window.close()
    window.deleteLater()


def test_a_paper_behind_the_list_is_not_being_read(desk: Desk) -> None:
    at(desk, TURNS)
    desk.window.reading._attention.begin(0.0)
    assert desk.window.reading._attention._clock.isValid() is False
    desk.window.panes.show_page()
    assert desk.window.reading._attention._clock.isValid()


def test_in_a_low_window_a_note_leaves_the_text_three_quarters_unless_a_person_moved_the_line(desk: Desk) -> None:
    window = desk.window
    window.notes.editor.insertPlainText("A line.")
    at(desk, NARROW)
    reading = window.panes.reading
    assert window.notes.height() == reading.height() // 4
    window.resize(NARROW, 900)
    desk.settle()
    assert window.notes.height() == 176
    reading.set_sizes({"below": [240]})
    at(desk, NARROW)
    assert window.notes.height() == 240
