"""A list so large that a newer one is read in turns: the newest state is shown, whatever happens between them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.session.places import ALL, UNREAD, Place
from reader.ui.window.window import MainWindow
from tests.factories import numbered, post, write_post


class Library:
    """A folder, and the window on it; it is synced as another program would sync it."""

    def __init__(self, folder: Path, profile: Path) -> None:
        self._folder = folder
        self._profile = profile

    def write(self, day: str, many: int, ids: str) -> None:
        write_post(self._folder, f"{day}.md", post(numbered(many, ids), date=day))
        assert run(["sync", "--profile", str(self._profile), str(self._folder)]) == 0


@pytest.fixture
def library(tmp_path: Path, profile: Path) -> Library:
    made = Library(tmp_path / "posts", profile)
    made.write("2025-02-03", 9, "2502")
    return made


@pytest.fixture
def window(qtbot: QtBot, profile: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr("reader.library.listing._IN_A_TURN", 4)
    monkeypatch.setattr("reader.ui.window.browsing._LARGE", 4)
    _, made = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light", remembers=False))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready)
    made.browsing.show_place(ALL)
    yield made
    made.close()
    made.deleteLater()


def settle(window: MainWindow, qtbot: QtBot) -> list[PaperKey]:
    """The papers listed when nothing is left to do, having compared them with what the catalogue has."""
    qtbot.waitUntil(lambda: not window.browsing._listing.is_busy)
    listed = window.browsing.listed_keys()
    assert listed == window.session.keys_of(window.state.place)
    assert [window.papers.key_at(row) for row in range(window.papers.count())] == listed
    return listed


def test_a_newer_list_comes_some_turns_later(window: MainWindow, library: Library, qtbot: QtBot) -> None:
    library.write("2025-02-04", 3, "2503")
    window.session.look_at_library()
    assert window.browsing._listing.is_busy
    assert window.papers.count() == 9, "nothing is shown that is read by half"
    assert len(settle(window, qtbot)) == 12


def test_what_a_sync_writes_between_the_turns_is_listed(window: MainWindow, library: Library, qtbot: QtBot) -> None:
    library.write("2025-02-04", 3, "2503")
    window.browsing.refresh()
    library.write("2025-02-03", 2, "2502")
    assert window.browsing._listing.is_busy
    assert len(settle(window, qtbot)) == 5


def test_what_is_marked_between_the_turns_is_not_listed(window: MainWindow, library: Library, qtbot: QtBot) -> None:
    window.browsing.show_place(UNREAD)
    library.write("2025-02-04", 3, "2503")
    window.browsing.refresh()
    read = [key for key in window.browsing.listed_keys() if key != window.state.key][:2]
    window.session.set_read(read, True)
    assert window.browsing._listing.is_busy
    assert set(settle(window, qtbot)) & set(read) == set()
    assert window.papers.count() == 10


def test_another_place_is_not_left_for_the_list_that_was_on_its_way(window: MainWindow, qtbot: QtBot) -> None:
    window.browsing.refresh()
    assert window.browsing._listing.is_busy
    window.browsing.show_place(Place("day", "2025-02-03"))
    assert not window.browsing._listing.is_busy
    window.browsing.show_place(ALL)
    window.browsing.refresh()
    window.browsing.show_place(Place("search", "GenEval"))
    qtbot.waitUntil(lambda: window.browsing.finding is not None)
    assert not window.browsing._listing.is_busy
    assert window.papers.count() == len(window.browsing.listed_keys()) == window.browsing.finding.total  # type: ignore[union-attr]


def test_a_window_that_is_closed_lists_nothing_more(window: MainWindow, qtbot: QtBot) -> None:
    window.browsing.refresh()
    assert window.browsing._listing.is_busy
    with qtbot.captureExceptions() as raised:
        window.close()
        qtbot.wait(50)
    assert raised == []
