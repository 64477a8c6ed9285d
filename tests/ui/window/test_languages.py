"""Another language is spoken at once, by everything in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.services.profile import Profile
from reader.ui.widgets.language import use_language
from reader.ui.window.window import MainWindow
from tests.ui.walk.library import ChangingLibrary


@pytest.fixture
def library(tmp_path: Path) -> ChangingLibrary:
    made = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    made.write("2025-02-03", [1, 2, 3])
    made.sync()
    return made


@pytest.fixture
def windows() -> Iterator[list[MainWindow]]:
    made: list[MainWindow] = []
    yield made
    for window in made:
        window.close()
        window.deleteLater()


def opened(library: ChangingLibrary, language: str, qtbot: QtBot, windows: list[MainWindow]) -> MainWindow:
    profile = Profile(library.profile.places)
    app, window = build(profile, Shown(language=language, theme="light", remembers=False))
    windows.append(window)
    window.resize(1280, 700)
    window.show()
    qtbot.waitUntil(lambda: window.is_ready)
    use_language(app, language)
    qtbot.wait(50)
    return window


def words_of(window: QWidget) -> set[str]:
    """Every text of the window's widgets and actions, their tool tips and their names for screen readers."""
    found: set[str] = set()
    for widget in window.findChildren(QWidget):
        found |= {widget.toolTip(), widget.accessibleName()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            found.add(widget.placeholderText())
        if isinstance(widget, QMenu):
            found.add(widget.title())
    for action in window.findChildren(QAction):
        found |= {action.text(), action.toolTip()}
    return found - {""}


@pytest.mark.parametrize(("begun", "spoken"), [("en", "ko"), ("ko", "en")])
def test_a_window_that_changes_its_language_says_what_one_begun_in_it_says(
    library: ChangingLibrary, qtbot: QtBot, windows: list[MainWindow], begun: str, spoken: str
) -> None:
    changed = opened(library, begun, qtbot, windows)
    changed.settings.set("language", begun)
    changed.handlers  # noqa: B018  # the preferences are made with them
    app = changed.look._app
    use_language(app, spoken)
    qtbot.wait(100)
    words = words_of(changed)
    changed.close()
    windows.remove(changed)
    changed.deleteLater()
    fresh = opened(library, spoken, qtbot, windows)
    assert words ^ words_of(fresh) == set()
