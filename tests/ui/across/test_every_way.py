"""Each view of many papers by each way there is: its key, the menu by mouse, the palette, the table of keys, the guide
to the keyboard, and the command line.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from reader.ui.actions.action_table import ACTIONS
from reader.ui.actions.actions import action_text, key_text
from reader.ui.session.places import UNREAD
from reader.ui.window.window import MainWindow
from tests.command_line import ROOT, CommandLine
from tests.ui.across.test_lens import press

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")  # menus, offscreen

Shown = Callable[[MainWindow], bool]
SPECS = {spec.name: spec for spec in ACTIONS}
SOON = 20_000  # ms


class View(NamedTuple):
    shown: Shown
    commands: tuple[tuple[str, ...], ...] = ()  # that print the same
    selected: int = 1  # papers that have to be selected


def dialog_open(_window: MainWindow) -> bool:
    return any(isinstance(widget, QDialog) and widget.isVisible() for widget in QApplication.topLevelWidgets())


VIEWS = {
    "lens": View(
        lambda window: window.across.lensing.is_on,
        tuple(("lens", "limitations", "all", "--format", form) for form in ("md", "html", "json")),
    ),
    "table": View(
        lambda window: window.across.tabling.stage.is_on,
        tuple(("table", "2025-02", "--format", form) for form in ("md", "csv", "html", "json")),
    ),
    "compare": View(
        lambda window: window.across.comparing.stage.is_on,
        (("compare", "2501.00001", "2501.00003"), ("compare", "2501.00001", "2501.00003", "--json")),
        selected=2,
    ),
    "field": View(
        lambda window: window.across.fielding.stage.is_on, (("trends", "2025-02"), ("trends", "2025-02", "--json"))
    ),
    "benchmark": View(
        lambda window: window.across.benchmarking.stage.is_on,
        (("benchmark", "GenEval"), ("benchmark", "GenEval", "--json"), ("benchmark", "GenEval", "--format", "csv")),
    ),
    "mine": View(
        lambda window: window.across.mining.stage.is_on and not window.across.mining.view.is_history,
        (*(("mine", "--format", form) for form in ("md", "html", "json")), ("mine", "--json")),
    ),
    "history": View(
        lambda window: window.across.mining.stage.is_on and window.across.mining.view.is_history,
        (("history",), ("history", "--json")),
    ),
    "sort": View(lambda window: window.state.place == UNREAD),
    "watch": View(dialog_open, (("words",), ("words", "--json"))),
}
ALSO = (
    "changes",
    "correct",
    "show_folded",
    "keep_next",
    "later_next",
    "skip_next",
    "read_above",
    "go_week",
    "go_month",
)
"""What goes with these views and is shown by no view of its own."""

COMMANDS = [command for view in VIEWS.values() for command in view.commands]
COMMANDS += [("numbers", "2501.00001"), ("numbers", "2501.00001", "--json")]


def selected(window: MainWindow, name: str) -> MainWindow:
    if VIEWS[name].selected > 1:
        press(window, "Shift+J")
    assert not VIEWS[name].shown(window)
    return window


@pytest.mark.parametrize("name", VIEWS)
def test_its_key_shows_it(window: MainWindow, qtbot: QtBot, name: str) -> None:
    press(selected(window, name), SPECS[name].keys[0])
    qtbot.waitUntil(lambda: VIEWS[name].shown(window), timeout=SOON)


@pytest.mark.parametrize("name", VIEWS)
def test_a_click_in_the_menu_shows_it(window: MainWindow, qtbot: QtBot, name: str) -> None:
    selected(window, name)
    menu = window.menus.by_name[SPECS[name].menu]
    menu.popup(QPoint(0, 0))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(window.actions_[name]).center())
    qtbot.waitUntil(lambda: VIEWS[name].shown(window), timeout=SOON)


@pytest.mark.parametrize("name", VIEWS)
def test_the_palette_shows_it(window: MainWindow, qtbot: QtBot, name: str) -> None:
    selected(window, name)
    press(window, "Ctrl+K")
    palette = window.quick_open.palette
    qtbot.waitUntil(lambda: bool(window.quick_open._library.entries), timeout=SOON)
    QTest.keyClicks(palette.field, f">{SPECS[name].text.removesuffix('…')}")
    qtbot.waitUntil(lambda: (entry := palette.model.entry(0)) is not None and entry.target == name, timeout=SOON)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: VIEWS[name].shown(window), timeout=SOON)


def test_the_table_of_keys_and_the_guide_name_each(window: MainWindow) -> None:
    press(window, "?")
    (dialog,) = (each for each in window.findChildren(QDialog) if each.isVisible())
    told = {label.text() for label in dialog.findChildren(QLabel)}
    guide = (ROOT / "docs" / "keyboard.md").read_text("utf-8")
    for name in (*VIEWS, *ALSO):
        spec = SPECS[name]
        assert action_text(spec) in told, name
        assert "  ·  ".join(map(key_text, spec.keys)) in told, name
        assert f"| {spec.text.removesuffix('…')} |" in guide, name
    dialog.close()


def test_each_stands_in_a_menu() -> None:
    assert all(SPECS[name].menu for name in (*VIEWS, *ALSO))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_prints_it(synced: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]) -> None:
    said = CommandLine(synced, capsys)(*command)
    assert said.code == 0, said.err
    if "json" in " ".join(command):
        assert said.json is not None
