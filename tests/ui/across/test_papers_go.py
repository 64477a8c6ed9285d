"""A sync takes the papers away that a view of many papers shows: it shows those that are left, and keys go on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.commands.cli import run
from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import key_of, press

Gone = Callable[[str], None]
NEWEST, ALL = "2025-02-04", "2025-0"  # posts
OPENED = {
    "lens": ("L",),
    "table": ("G, T",),
    "compare": ("Shift+J", "C"),
    "field": ("G, F",),
    "mine": ("G, E",),
    "history": ("G, Y",),
    "sorting": ("G, S",),
}


@pytest.fixture
def gone(window: MainWindow, synced: Path, tmp_path: Path, qtbot: QtBot) -> Gone:
    """Posts whose names begin so are deleted, and a sync notices."""

    def remove(begins: str) -> None:
        for post in (tmp_path / "posts").glob(f"{begins}*"):
            post.unlink()
        assert run(["sync", "--profile", str(synced)]) == 0
        window.session.look_at_library()
        for _ in range(3):
            QApplication.processEvents()
        qtbot.waitUntil(lambda: not window.across.job.is_busy)

    return remove


def marked(window: MainWindow) -> None:
    for number in (1, 5, 9):
        window.session.save_note(key_of(number), f"note {number}", "")
    window.session.set_read([key_of(2), key_of(6)], True)


@pytest.mark.parametrize("view", OPENED)
@pytest.mark.parametrize("begins", [NEWEST, ALL])
def test_it_shows_what_is_left_and_keys_go_on(
    window: MainWindow, gone: Gone, qtbot: QtBot, view: str, begins: str
) -> None:
    marked(window)
    press(window, *OPENED[view])
    qtbot.waitUntil(lambda: not window.across.job.is_busy)
    gone(begins)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert not focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), "keys would be typed into a field"
    shown = window.papers.count()
    press(window, "J", "Down", "K", "3", "]", "Space", "B", "Return", "J", "Esc", "J")
    qtbot.waitUntil(lambda: not window.across.job.is_busy)
    assert not window.across.is_wide
    assert window.papers.isVisible()
    if shown:
        assert window.state.record is not None
        assert window.state.record.appearances
