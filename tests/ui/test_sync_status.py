"""What the status bar says of a sync."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from reader.marks.backup import backups_in
from reader.paths import Places
from reader.profile import Profile
from reader.ui.jobs import SyncJob
from reader.ui.session import Session
from reader.ui.status_bar import StatusBar
from reader.ui.sync_status import SyncStatus
from reader.ui.theme import Look


@pytest.fixture
def session(profile: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """A library without posts."""
    with Profile(Places.of(profile)) as opened:
        opened.make_folders()
        (tmp_path / "posts").mkdir()
        opened.settings.add_sources([tmp_path / "posts"])
        session = Session(opened)
        yield session
        session.close()


@pytest.fixture
def bar(qapp: QApplication, qtbot: QtBot) -> StatusBar:
    bar = StatusBar(Look(qapp, "light"))
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def job(session: Session, bar: StatusBar) -> Iterator[SyncJob]:
    """Shown in the bar."""
    job = SyncJob(session.profile.places)
    SyncStatus(session, job, bar)
    yield job
    job.stop()


def test_a_backup_that_was_not_made_is_told_and_stays(
    session: Session, job: SyncJob, bar: StatusBar, qtbot: QtBot
) -> None:
    """The sync itself goes on: its process says at its end what hindered the backup."""
    session.profile.places.backups.write_text("in the way")
    with qtbot.waitSignal(job.finished, timeout=30_000):
        job.start()
    assert bar.message() == "Today’s backup of your marks was not made"
    with qtbot.waitSignal(bar.details_requested) as told:
        next(b for b in bar.findChildren(QToolButton) if "Details" in b.text()).click()
    assert str(session.profile.places.data) in told.args[0]


def test_when_a_day_begins_its_backup_is_made(session: Session, job: SyncJob, qtbot: QtBot) -> None:
    assert backups_in(session.profile.places.backups) == []
    with qtbot.waitSignal(job.finished, timeout=30_000):
        session.day_changed.emit()
    assert [backup.reason for backup in backups_in(session.profile.places.backups)] == ["daily"]
