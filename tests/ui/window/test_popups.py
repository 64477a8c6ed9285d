"""No key acts on the window below while a menu, a list or a dialog has the keyboard: each kind, with real keys."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.walk.acts import act
from tests.ui.walk.desk import Desk
from tests.ui.walk.library import ChangingLibrary, key_of
from tests.ui.walk.truth import is_covered

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")  # menus, offscreen


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    library = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    library.write("2025-02-03", [1, 2, 3, 4])
    library.sync()
    QApplication.clipboard().clear()  # else P pastes, by the menu's own letter, and closes it
    desk = Desk(library)
    yield desk
    desk.close()


def _click(widget: Callable[[Desk], QWidget]) -> Callable[[Desk], None]:
    return lambda desk: desk.click(widget(desk), widget(desk).rect().center())


def _menu_of(widget: Callable[[Desk], QWidget]) -> Callable[[Desk], None]:
    def ask(desk: Desk) -> None:
        at, asked = QPoint(60, 12), widget(desk)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, asked.mapToGlobal(at))
        QApplication.sendEvent(asked, event)
        desk.settle()

    return ask


def _list_of_a_chooser(desk: Desk) -> None:
    desk.window.searching.builder.open("", desk.window.searching._what_is_known())
    desk.window.papers.table.setFocus()
    desk.window.searching.builder.section.showPopup()
    desk.settle()


POPUPS: dict[str, Callable[[Desk], object]] = {
    "revisit menu": lambda desk: desk.press("Z"),
    "label menu": lambda desk: desk.press("T"),
    "menu of the papers": lambda desk: act(desk, "menu list 1"),
    "menu of a place": lambda desk: (act(desk, "Ctrl+B"), act(desk, "menu tree 1")),
    "menu of the page": lambda desk: act(desk, "menu page 5"),
    "main menu": lambda desk: desk.window.menus.main.popup(QPoint(20, 20)),
    "orders of the list": _click(lambda desk: desk.window.papers.header.sort),
    "menu of the search field": _menu_of(lambda desk: desk.window.toolbar.search.field),
    "menu of the note": _menu_of(lambda desk: desk.window.notes.editor.viewport()),
    "list of a chooser": _list_of_a_chooser,
    "settings": lambda desk: desk.press("Ctrl+,"),
    "keys": lambda desk: desk.press("?"),
    "palette": lambda desk: desk.press("Ctrl+K"),
    "export": lambda desk: desk.press("Ctrl+Shift+E"),
    "new label": lambda desk: desk.window.labelling.ask_for_label([]),
}


@pytest.mark.parametrize("name", POPUPS)
def test_keys_stay_in_what_covers_the_window(name: str, desk: Desk) -> None:
    POPUPS[name](desk)
    desk.settle()
    gc.collect()  # what only Qt holds is forgotten
    assert is_covered()
    for key in ("J", "K", "N", "B", "R", "G, P", "2", "Ctrl+2", "Shift+J"):
        desk.press(key)
    assert desk.pierced == []
    assert (desk.window.state.key, str(desk.window.state.place)) == (key_of(1), "all")
    assert desk.window.session.marks.keys("bookmarked") == set()


def test_the_keys_act_again_when_a_menu_is_closed(desk: Desk) -> None:
    for keys in ("Z", "J", "Esc", "J"):
        desk.press(keys)
    assert desk.window.state.key == key_of(2)


def test_letters_for_a_completion_list_are_written(desk: Desk) -> None:
    desk.press("/")
    desk.type("ta")
    assert desk.window.searching.completion.offered()
    desk.type("jbn")
    assert desk.window.toolbar.search.query() == "tajbn"
    assert (desk.window.state.key, desk.window.session.marks.keys("bookmarked")) == (key_of(1), set())


def test_letters_for_the_papers_offered_in_a_note_are_written(desk: Desk) -> None:
    desk.press("E")
    desk.type("[[Study")
    assert desk.window.state.key == key_of(1)
    desk.type("jb")
    assert desk.window.notes.text() == "[[Studyjb"
