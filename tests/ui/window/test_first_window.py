"""The window as it is composed, before anything of it is shown."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.services.profile import Profile
from tests.factories import numbered, post, write_post


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
