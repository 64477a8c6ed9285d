"""Labels as places of the window: what each lists, again and again, as labels come and go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.session.places import ALL, Place
from reader.ui.window.window import MainWindow
from tests.factories import numbered, post, write_post

KEYS = [PaperKey(f"2502.0000{number}") for number in range(1, 6)]


@pytest.fixture
def window(qtbot: QtBot, profile: Path, tmp_path: Path) -> Iterator[MainWindow]:
    write_post(tmp_path / "posts", "2025-02-03-daily.md", post(numbered(5, "2502")))
    assert run(["sync", "--profile", str(profile), str(tmp_path / "posts")]) == 0
    _, made = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light", remembers=False))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready)
    yield made
    made.close()
    made.deleteLater()


def test_a_label_lists_its_papers_after_another_label_and_after_every_refresh(window: MainWindow) -> None:
    window.session.set_label(KEYS[:2], "a", True)
    window.session.set_label(KEYS[2:], "b", True)
    for name, papers in (("a", 2), ("b", 3), ("a", 2)):
        place = Place("label", name)
        window.browsing.show_place(place)
        for _ in range(2):
            assert window.papers.count() == window.session.count(place) == papers
            window.browsing.refresh()
        window.session.set_label(KEYS[:1], name, name != "a")
        window.session.set_label(KEYS[:1], name, name == "a")
        window.browsing.refresh()
        assert window.papers.count() == window.session.count(place) == papers
        window.browsing.show_place(ALL)
        assert window.papers.count() == 5


def test_a_count_that_waits_when_the_window_is_closed_is_not_begun(window: MainWindow, qtbot: QtBot) -> None:
    window.browsing.counting._turns.start(window.browsing.counting._counted())
    assert window.browsing.counting._turns.is_busy
    with qtbot.captureExceptions() as raised:
        window.close()
        qtbot.wait(50)
    assert raised == []
