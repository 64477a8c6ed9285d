"""The table's columns and their widths are those of the last time."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.ui.across.table.table_view import TableView
from reader.ui.window.window import MainWindow
from tests.ui.across.conftest import begin
from tests.ui.across.test_lens import press


@pytest.fixture
def start(synced: Path, qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Starts the program anew each time, the one before is closed."""
    made: list[MainWindow] = []

    def close() -> None:
        while made:
            window = made.pop()
            window.close()
            window.deleteLater()

    def start_anew() -> MainWindow:
        close()
        _, window = build(Profile(ProfilePaths.of(synced)), Shown(language="en", theme="light"))
        made.append(window)
        begin(window, qtbot)
        return window

    yield start_anew
    close()


def table(window: MainWindow, qtbot: QtBot) -> TableView:
    press(window, "G, T")
    qtbot.waitUntil(lambda: window.across.tabling.stage.is_on and not window.across.job.is_waiting("table"))
    return window.across.tabling.view


def test_columns_and_widths_are_kept(start: Callable[[], MainWindow], qtbot: QtBot) -> None:
    first = table(start(), qtbot)
    first._set_column("method", True)
    qtbot.waitUntil(lambda: "method" in first.model.columns())
    first.grid.setColumnWidth(0, 222)
    again = table(start(), qtbot)
    assert again.model.columns() == ["title", "day", "goal", "method", "results", "limitations"]
    assert again.grid.columnWidth(0) == 222
    start()  # without a look at the table, what is known of it stays
    assert table(start(), qtbot).grid.columnWidth(0) == 222


def test_what_no_table_has_is_left_out(start: Callable[[], MainWindow], synced: Path, qtbot: QtBot) -> None:
    start().close()
    path = ProfilePaths.of(synced).state
    saved = json.loads(path.read_text("utf-8"))
    saved |= {
        "columns": ["results", "price", 7],
        "widths": {"title": 3, "day": 1e9, "results": 333, "goal": True, "x": 90},
    }
    path.write_text(json.dumps(saved), "utf-8")
    view = table(start(), qtbot)
    assert view.model.columns() == ["title", "day", "results"]
    assert view._widths == {"results": 333}
