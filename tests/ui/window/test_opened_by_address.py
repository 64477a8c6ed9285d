"""The window opened by a daily-papers:// address: on that paper from its beginning, wherever one was the last time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Shown, _go_to, build
from reader.base.paths import ProfilePaths, sample_library
from reader.commands.cli import run
from reader.services.profile import Profile
from reader.ui.window.window import MainWindow

PAPER = "2305.18290"


@pytest.fixture
def window(profile: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    assert run(["sync", "--profile", str(profile), str(sample_library())]) == 0
    opened = Profile(ProfilePaths.of(profile))
    _, window = build(opened, Shown(language="en", theme="light"))
    window.resize(1000, 500)  # in which a paper does not fit
    yield window
    window.close()
    window.deleteLater()


def test_it_shows_the_paper_from_its_beginning(window: MainWindow, qtbot: QtBot):
    window.show()
    _go_to(window, window.session.profile, PAPER)
    qtbot.waitUntil(lambda: window.is_ready)
    assert window.state.key == PAPER
    assert window.papers.current_key() == PAPER
    assert window.view.scroll_position() == 0.0


def test_a_paper_nobody_has_is_searched_for(window: MainWindow, qtbot: QtBot):
    window.show()
    with qtbot.waitSignal(window.search_job.found, timeout=20_000):
        _go_to(window, window.session.profile, "2512.99999")
    qtbot.waitUntil(lambda: window.is_ready)
    assert window.papers.count() == 0
