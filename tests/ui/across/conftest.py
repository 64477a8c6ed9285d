"""A window on a small library: three posts, twelve papers, some of which say nothing of their limitations."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.services.profile import Profile
from reader.ui.window.window import MainWindow
from tests.factories import SECTIONS, paper, post, write_post

SILENT = {2, 7}


def written(number: int) -> str:
    """Paper N of the library."""
    sections = dict(SECTIONS)
    sections["Limitations"] = "정보 부족" if number in SILENT else f"한계 {number}: 짧은 글에서는 이득이 없다. " * 8
    sections["Results"] = f"GenEval에서 {60 + number}.5%에서 {70 + number}.5%로 올랐다."
    return paper(number, f"Paper Number {number}", f"https://arxiv.org/abs/2501.{number:05d}", sections)


@pytest.fixture
def synced(profile: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    for day, numbers in (("2025-01-02", (9, 10, 11, 12)), ("2025-02-03", (5, 6, 7, 8)), ("2025-02-04", (1, 2, 3, 4))):
        write_post(folder, f"{day}-daily.md", post(map(written, numbers), date=f"{day} 08:15:00"))
    assert run(["sync", "--profile", str(profile), str(folder)]) == 0
    return profile


def begin(window: MainWindow, qtbot: QtBot) -> None:
    """Show a window, and wait until it stands with the keyboard in its list."""
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.is_ready)
    window.papers.table.setFocus()


@pytest.fixture
def window(qtbot: QtBot, synced: Path) -> Iterator[MainWindow]:
    _, window = build(Profile(ProfilePaths.of(synced)), Shown(language="en", theme="light", remembers=False))
    begin(window, qtbot)
    yield window
    window.close()
    window.deleteLater()
