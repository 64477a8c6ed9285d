"""What the status bar says of a sync."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from reader.paths import Places
from reader.profile import Profile
from reader.ui.jobs import SyncJob
from reader.ui.session import Session
from reader.ui.status_bar import StatusBar
from reader.ui.sync_status import SyncStatus
from reader.ui.theme import Look


def test_a_backup_that_was_not_made_is_told_and_stays(
    profile: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    """The sync itself goes on: its process says at its end what hindered the backup."""
    with Profile(Places.of(profile)) as opened:
        opened.make_folders()
        opened.places.backups.write_text("in the way")
        (tmp_path / "posts").mkdir()
        opened.settings.add_sources([tmp_path / "posts"])
        session = Session(opened)
        bar = StatusBar(Look(qapp, "light"))
        qtbot.addWidget(bar)
        job = SyncJob(opened.places)
        status = SyncStatus(session, job, bar)
        with qtbot.waitSignal(job.finished, timeout=30_000):
            job.start()
        assert bar.message() == "Today’s backup of your marks was not made"
        with qtbot.waitSignal(bar.details_requested) as told:
            next(b for b in bar.findChildren(QToolButton) if "Details" in b.text()).click()
        assert str(profile) in told.args[0]
        assert status.parent() is bar
        session.close()
