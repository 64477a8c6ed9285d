"""The window keeps itself up to date: a saved file shows, with nothing pressed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.ui.session.jobs import SyncJob
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look
from reader.ui.window.sources.sync_status import SyncStatus
from reader.ui.window.sources.watching import Watching
from tests.factories import numbered, post, write_post


@pytest.fixture
def watching(profile: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Watching]:
    """Of a library of one folder with one post, begun."""
    write_post(tmp_path / "posts", "2025-01-02-a.md", post(numbered(2)))
    with Profile(ProfilePaths.of(profile)) as opened:
        opened.make_folders()
        opened.settings.add_sources([tmp_path / "posts"])
        session = Session(opened)
        bar = StatusBar(Look(qapp, "light"))
        qtbot.addWidget(bar)
        sync = SyncJob(session.profile.places)
        made = Watching(session, sync, SyncStatus(session, sync, bar), bar)
        made.begin()
        with qtbot.waitSignal(made.job.looked, timeout=60_000):
            sync.start()  # the watch follows it
        yield made
        made.stop()
        sync.stop()
        session.close()


def test_a_saved_file_shows_by_itself_and_an_away_folder_is_said_once(
    watching: Watching, tmp_path: Path, qtbot: QtBot
) -> None:
    session, bar = watching._session, watching._bar
    with qtbot.waitSignal(session.library_changed, timeout=30_000):
        write_post(tmp_path / "posts", "2025-01-03-b.md", post(numbered(3, "2502")))
    qtbot.waitUntil(lambda: session.listing.totals().papers == 5, timeout=30_000)
    (tmp_path / "posts").rename(tmp_path / "weg")
    qtbot.waitUntil(lambda: "could not be looked into" in bar.message(), timeout=30_000)
    assert session.listing.totals().papers == 5
    bar.clear_message()
    with qtbot.waitSignal(watching.job.looked, timeout=30_000):
        pass
    assert bar.message() == ""
    (tmp_path / "weg").rename(tmp_path / "posts")
    with qtbot.waitSignal(watching.job.looked, timeout=30_000) as looked:
        pass
    assert not looked.args[0]["warnings"]
