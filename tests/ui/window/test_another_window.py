"""Another window: how it is started, and that it is a window like the first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.links import address_of_paper, paper_of_address
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.services.profile import Profile
from reader.ui.session import child
from reader.ui.window.window import MainWindow
from tests.ui.walk.library import ChangingLibrary

Started = list[list[str]]


class NotStarted(QObject):
    """In place of a process: notes down the command."""

    def __init__(self, parent: QObject, command: list[str], found: Started, could_start: bool) -> None:
        super().__init__(parent)
        self._command, self._found, self._could_start = command, found, could_start

    def startDetached(self) -> bool:  # noqa: N802  # as Qt names it
        self._found.append(self._command)
        return self._could_start


@pytest.fixture
def window(two_papers: ChangingLibrary, qtbot: QtBot) -> Iterator[MainWindow]:
    _, made = build(Profile(two_papers.profile.places), Shown(language="en", theme="light", remembers=False))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready, timeout=20_000)
    yield made
    made.close()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """What would have been started."""
    found: Started = []
    monkeypatch.setattr(child, "child_process", lambda parent, command: NotStarted(parent, command, found, True))
    return found


@pytest.mark.parametrize("key", ["2501.00001", "notes on a/b?c#d", "한글 이름"])
def test_an_address_names_the_paper_it_was_made_of(key: str) -> None:
    assert paper_of_address(address_of_paper(key)) == key


def test_another_window_is_one_on_the_same_profile_and_paper(
    window: MainWindow, qtbot: QtBot, started: Started
) -> None:
    window.actions_["new_window"].trigger()
    [arguments] = started
    assert arguments[-2:] == ["--profile", str(window.session.profile.places.profile)]
    assert window.state.key is not None
    assert arguments[-5:-2] == ["open", address_of_paper(window.state.key), "--new-window"]


def test_without_a_profile_named_it_is_the_persons_own(started: Started, tmp_path: Path) -> None:
    assert child.open_another_window(ProfilePaths(tmp_path, tmp_path, tmp_path), None, QObject())
    [arguments] = started
    assert arguments[-2:] == ["open", "--new-window"]


def test_a_window_that_cannot_be_started_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "child_process", lambda parent, command: NotStarted(parent, command, [], False))
    window.actions_["new_window"].trigger()
    assert window.status.message() == "Another window could not be started."


def test_it_is_not_handed_over_to_the_window_that_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Shown] = []
    monkeypatch.setattr("reader.base.handover.hand_over", lambda *_: pytest.fail("it was handed over"))
    monkeypatch.setattr("reader.app.open_window", lambda *_, shown, **__: asked.append(shown) or 0)
    assert run(["open", "--new-window", "--profile", str(tmp_path)]) == 0
    assert [shown.is_another for shown in asked] == [True]


@pytest.mark.parametrize("is_another", [False, True])
def test_only_the_first_stays_ready(is_another: bool, profile: Path, qtbot: QtBot) -> None:
    opened = Profile(ProfilePaths.of(profile))
    opened.make_folders()
    opened.settings.set("stay_ready", True)
    _, made = build(opened, Shown(language="en", theme="light", is_another=is_another))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready, timeout=20_000)
    assert made.close() is is_another
    made.quit()
