"""The label menu: what is typed narrows it, and Enter takes the first."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from reader.marks.model import Label
from reader.ui.marks.label_menu import LabelMenu
from reader.ui.widgets.theme import Look

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")  # menus, offscreen

LABELS = tuple(Label(name, "blue", 1) for name in ("3d", "later", "latest", "다시", "읽을 것", "태그"))


class Opened:
    """The menu for one paper, and what became of it."""

    def __init__(self, qtbot: QtBot) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.set: list[tuple[str, bool]] = []
        self.made: list[str] = []
        self.menu = LabelMenu(self.window)
        self.menu.fill(
            Look(app, "light"), LABELS, {"later": 1}, 1, lambda name, on: self.set.append((name, on)), self.made.append
        )
        self.menu.popup(QPoint(5, 5))

    def shown(self) -> list[str]:
        return [action.text() for action in self.menu.actions() if action.isVisible() and action.isCheckable()]

    def press(self, *keys: Qt.Key | str) -> None:
        handle = self.menu.windowHandle()
        assert handle is not None
        for key in keys:
            QTest.keyClick(handle, key)  # type: ignore[call-overload]  # a key or a letter

    def compose(self, syllable: str, commit: str = "") -> None:
        event = QInputMethodEvent(syllable, [])
        event.setCommitString(commit)
        focus = QApplication.focusWidget()
        assert focus is not None
        QApplication.sendEvent(focus, event)


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot)


def test_what_is_typed_leaves_the_labels_that_have_it(opened: Opened) -> None:
    assert opened.shown() == ["3d", "later", "latest", "다시", "읽을 것", "태그"]
    opened.press("l", "a")
    assert opened.shown() == ["later", "latest"]
    opened.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert len(opened.shown()) == 6


def test_enter_takes_the_first_and_closes(opened: Opened) -> None:
    opened.press("3", Qt.Key.Key_Return)
    assert (opened.set, opened.menu.isVisible()) == ([("3d", True)], False)


def test_enter_takes_one_off_that_is_on(opened: Opened) -> None:
    opened.press("l", Qt.Key.Key_Return)
    assert opened.set == [("later", False)]


@pytest.mark.parametrize(
    ("syllable", "left"), [("ㅇ", ["읽을 것"]), ("일", ["읽을 것"]), ("택", ["태그"]), ("다", ["다시"])]
)
def test_a_syllable_being_composed_narrows_it(syllable: str, left: list[str], opened: Opened) -> None:
    opened.compose(syllable)
    assert opened.shown() == left


def test_hangul_by_an_input_method_then_enter(opened: Opened) -> None:
    for syllable in "읽을":
        opened.compose(syllable)
        opened.compose("", commit=syllable)
    opened.press(Qt.Key.Key_Space)
    assert opened.menu.field.text() == "읽을 "
    opened.press(Qt.Key.Key_Return)
    assert opened.set == [("읽을 것", True)]


def test_hangul_typed_with_the_keyboard_set_to_latin(opened: Opened) -> None:
    opened.press(*"xorm")
    assert opened.shown() == ["태그"]


def test_arrows_go_through_what_is_left_and_space_ticks_it(opened: Opened) -> None:
    opened.press("l", Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert (opened.set, opened.menu.isVisible()) == ([("latest", True)], True)
    opened.press("a")
    assert opened.menu.field.text() == "la"


def test_space_ticks_before_anything_is_typed(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Space)
    assert opened.set == [("3d", True)]
    assert (opened.menu.isVisible(), opened.menu.field.text()) == (True, "")


def test_enter_on_a_name_that_no_label_has_makes_it(opened: Opened) -> None:
    opened.press(*"new", Qt.Key.Key_Return)
    assert (opened.made, opened.set) == (["new"], [])


def test_escape_closes_and_changes_nothing(opened: Opened) -> None:
    opened.press("l", Qt.Key.Key_Escape)
    assert (opened.set, opened.made, opened.menu.isVisible()) == ([], [], False)
