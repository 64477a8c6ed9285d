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
        self._sync()

    def empty(self) -> None:
        for file in self._folder.iterdir():
            file.unlink()
        self._sync()

    def _sync(self) -> None:
        assert run(["sync", "--profile", str(self._profile), str(self._folder)]) == 0


@pytest.fixture
def library(tmp_path: Path, profile: Path) -> Library:
    made = Library(tmp_path / "posts", profile)
    made.write("2025-02-03", 9, "2502")
    return made


@pytest.fixture
def window(qtbot: QtBot, profile: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr("reader.library.listing._IN_A_TURN", 4)
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


def test_the_header_tells_of_the_list_that_came_later(window: MainWindow, library: Library, qtbot: QtBot) -> None:
    counting = window.browsing.counting
    told = window.papers.header.detail.text
    assert told().startswith("9 papers · 9 unread")
    counting._pause.setInterval(0)
    library.write("2025-02-04", 3, "2503")
    window.browsing._listing._next.setInterval(200)  # a busy machine: all is counted before the list is there
    window.session.look_at_library()
    qtbot.waitUntil(lambda: not counting._pause.isActive() and not counting._turns.is_busy)
    assert window.browsing._listing.is_busy
    settle(window, qtbot)
    qtbot.waitUntil(lambda: told().startswith("12 papers · 12 unread"))


def test_what_a_sync_writes_between_the_turns_is_listed(window: MainWindow, library: Library, qtbot: QtBot) -> None:
    library.write("2025-02-04", 3, "2503")
    window.browsing.refresh()
    library.write("2025-02-03", 2, "2502")
    assert window.browsing._listing.is_busy
    assert len(settle(window, qtbot)) == 5


def test_a_list_is_read_again_in_turns_as_long_as_a_sync_writes_and_at_last_at_once(
    window: MainWindow, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session._timer.stop()  # nor is what is written noticed by itself
    whole = []
    source = window.session.source
    monkeypatch.setattr(window.session, "source", lambda *given: whole.append(given) or source(*given))
    window.browsing.refresh()
    library.write("2025-02-04", 3, "2503")
    assert len(settle(window, qtbot)) == 12
    assert whole == []
    read = window.session.source_in_turns

    def written_meanwhile(*given: object) -> Iterator[None]:
        found = yield from read(*given)  # type: ignore[arg-type]
        if not whole:  # which asks here as well
            library.write("2025-02-03", next(many), "2502")
        return found

    many = iter(range(8, 0, -1))
    monkeypatch.setattr(window.session, "source_in_turns", written_meanwhile)
    window.browsing.refresh()
    assert len(settle(window, qtbot)) == 3 + 4
    assert len(whole) == 1


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


def test_the_first_paper_of_a_list_that_comes_later_is_opened(
    window: MainWindow, library: Library, qtbot: QtBot
) -> None:
    library.empty()
    window.session.look_at_library()
    qtbot.waitUntil(lambda: window.state.key is None and window.papers.count() == 0)
    window.session._calm.stop()
    library.write("2025-02-05", 9, "2504")
    window.session.look_at_library()
    assert window.papers.count() == 0
    qtbot.waitUntil(lambda: window.state.key is not None)
    assert window.state.key == settle(window, qtbot)[0]


def test_a_window_that_is_closed_lists_nothing_more(window: MainWindow, qtbot: QtBot) -> None:
    window.browsing.refresh()
    assert window.browsing._listing.is_busy
    with qtbot.captureExceptions() as raised:
        window.close()
        qtbot.wait(50)
    assert raised == []
