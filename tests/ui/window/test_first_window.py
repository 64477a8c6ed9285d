"""The window as it is composed, before anything of it is shown, and as it is first painted."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.window.window import MainWindow
from tests.factories import numbered, post, write_post

T = TypeVar("T")


def test_no_part_of_it_is_shown_as_a_window_of_its_own(qtbot: QtBot, profile: Path, tmp_path: Path) -> None:
    write_post(tmp_path / "posts", "2025-02-03-daily.md", post(numbered(3, "2502")))
    assert run(["sync", "--profile", str(profile), str(tmp_path / "posts")]) == 0
    before = set(QGuiApplication.topLevelWindows())
    _, window = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light", remembers=False))
    qtbot.addWidget(window)
    assert {each.objectName() for each in QGuiApplication.topLevelWindows() if each not in before} == set()
    window.show()
    qtbot.waitUntil(lambda: window.is_ready)
    shown = [each for each in QGuiApplication.topLevelWindows() if each not in before and each.isVisible()]
    assert shown == [window.windowHandle()]


class _FirstPaint(QObject):
    """Asks something once, when a widget is painted first."""

    def __init__(self, widget: QWidget, ask: Callable[[], None]) -> None:
        super().__init__(widget)
        self._ask: Callable[[], None] | None = ask
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and self._ask is not None:
            ask, self._ask = self._ask, None
            ask()
        return False


@pytest.fixture
def library(profile: Path, tmp_path: Path) -> Profile:
    write_post(tmp_path / "posts", "2025-02-03-daily.md", post(numbered(3, "2502")))
    assert run(["sync", "--profile", str(profile), str(tmp_path / "posts")]) == 0
    return Profile(ProfilePaths.of(profile))


def _window_on(library: Profile, qtbot: QtBot) -> MainWindow:
    _, window = build(library, Shown(language="en", theme="light", remembers=False))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    return window


def _place(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def _at_first_paint(window: MainWindow, qtbot: QtBot, ask: Callable[[], T]) -> T:
    """What is so when the page is painted first, in a window that is shown now."""
    seen: list[T] = []
    window.show()
    paint = _FirstPaint(window.view, lambda: seen.append(ask()))
    qtbot.waitUntil(lambda: window.is_ready)
    assert paint.parent() is window.view
    return seen[0]


def test_an_empty_note_comes_after_the_page_and_moves_nothing(library: Profile, qtbot: QtBot) -> None:
    window = _window_on(library, qtbot)

    def places() -> tuple[QRect, QRect]:
        return _place(window.view, window), _place(window.papers, window)

    made, before = _at_first_paint(window, qtbot, lambda: ({"noting", "marking"} & vars(window).keys(), places()))
    assert made == set()
    assert window.notes.isVisible()
    assert places() == before


def test_a_note_with_words_is_there_with_the_page(library: Profile, qtbot: QtBot) -> None:
    library.marks.set_note(PaperKey("2502.00001"), "to be seen at once")
    window = _window_on(library, qtbot)
    made = _at_first_paint(window, qtbot, lambda: {"noting", "linking"} & vars(window).keys())
    assert made == {"noting", "linking"}
    assert window.notes.text() == "to be seen at once"
