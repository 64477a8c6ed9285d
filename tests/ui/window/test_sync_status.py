"""What the status bar says of a sync."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from reader.base.git_address import read_address
from reader.base.paths import ProfilePaths
from reader.marks.backup import backups_in
from reader.services.profile import Profile
from reader.services.refresh import refresh
from reader.ui.session.jobs import SyncJob
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look
from reader.ui.window.sources import sync_status
from reader.ui.window.sources.sync_status import SyncStatus
from tests.factories import numbered, post, write_post
from tests.library.git.git_servers import Blog, over_git


@pytest.fixture
def session(profile: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """A library without posts."""
    with Profile(ProfilePaths.of(profile)) as opened:
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
    yield job
    job.stop()


@pytest.fixture(autouse=True)
def status(session: Session, job: SyncJob, bar: StatusBar) -> SyncStatus:
    return SyncStatus(session, job, bar)


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


def test_who_comes_back_after_a_while_sees_new_posts(
    session: Session,
    job: SyncJob,
    status: SyncStatus,
    qapp: QApplication,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 1000.0
    monkeypatch.setattr(sync_status, "monotonic", lambda: now)
    status.look_when_active()
    runs: list[None] = []
    job.finished.connect(lambda _: runs.append(None))

    def come_back() -> None:
        for state in (Qt.ApplicationState.ApplicationInactive, Qt.ApplicationState.ApplicationActive):
            qapp.applicationStateChanged.emit(state)

    come_back()
    assert not job.is_running  # the window's own first look is yet to come
    with qtbot.waitSignal(job.finished, timeout=30_000):
        job.start()
    write_post(tmp_path / "posts", "2025-01-02-daily.md", post(numbered(3)))
    now += 59
    come_back()
    assert not job.is_running
    now += 2
    with qtbot.waitSignal(job.finished, timeout=30_000):
        come_back()
        come_back()  # while it looks
    session.profile.reopen_listing()
    assert session.listing.totals().papers == 3
    assert (len(runs), job.is_running) == (2, False)


def test_a_look_that_finds_nothing_changes_nothing_in_the_window(session: Session, job: SyncJob, qtbot: QtBot) -> None:
    for _ in range(2):
        with qtbot.waitSignal(job.finished, timeout=30_000):
            job.start()
    session.look_at_library()
    qtbot.wait(1000)  # a state taken is followed by a pause
    with qtbot.assertNotEmitted(session.library_changed), qtbot.waitSignal(job.finished, timeout=30_000):
        job.start()


def test_a_state_that_took_long_to_show_is_followed_by_a_longer_pause(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = []
    for number, took in enumerate((0.01, 2.0), 1):
        write_post(tmp_path / "posts", f"2025-01-0{number}-a.md", post(numbered(2, f"250{number}")))
        refresh(session.profile)
        times = iter([7.0, 7.0 + took])
        monkeypatch.setattr("reader.ui.session.session.monotonic", lambda times=times: next(times))
        session.look_at_library()
        pauses.append(session._calm.interval())
        session._calm.stop()
    assert pauses == [900, 10_000]


def test_a_server_that_is_away_is_said_quietly(
    session: Session, job: SyncJob, bar: StatusBar, qtbot: QtBot, tmp_path: Path
) -> None:
    blog = Blog(tmp_path / "blog")
    blog.commit({"_posts/2025-01-02-daily.md": post(numbered(2))})
    with over_git(blog) as address:
        session.profile.settings.add_repositories([repository for repository in [read_address(address)] if repository])
        with qtbot.waitSignal(job.finished, timeout=30_000):
            job.start()
        assert bar._right.text() == "Works offline"
        assert session.listing.totals().papers == 2
    with qtbot.waitSignal(job.finished, timeout=30_000) as finished:
        job.start()
    assert finished.args[0]["repositories"][0]["offline"]
    assert bar._right.text().startswith("Offline · posts of ")
    assert session.listing.totals().papers == 2


def test_who_asks_for_news_is_told_which_sources_had_none_and_that_others_were_not_reached(
    session: Session, job: SyncJob, status: SyncStatus, bar: StatusBar, qtbot: QtBot, tmp_path: Path
) -> None:
    def told() -> str:
        with qtbot.waitSignal(job.finished, timeout=30_000):
            status.ask()
        return bar.message()

    settings = session.profile.settings
    assert told().startswith("Nothing new in 1 source")
    blog = Blog(tmp_path / "blog")
    blog.commit({"_posts/2025-01-02-daily.md": post(numbered(2))})
    with over_git(blog) as address:
        settings.add_repositories([repository for repository in [read_address(address)] if repository])
        assert told().startswith("1 post")
        assert told().startswith("Nothing new in 2 source")
    assert told().startswith("Nothing new in 1 source")  # the folder
    settings.pause(tmp_path / "posts", True)
    assert told() == "Offline: nothing was fetched"


def test_coming_back_fetches_nothing_before_its_time(
    session: Session, job: SyncJob, qtbot: QtBot, tmp_path: Path
) -> None:
    blog = Blog(tmp_path / "blog")
    blog.commit({"_posts/2025-01-02-daily.md": post(numbered(2))})
    with over_git(blog) as address:
        session.profile.settings.add_repositories([repository for repository in [read_address(address)] if repository])
        with qtbot.waitSignal(job.finished, timeout=30_000):
            job.start()
        blog.commit({"_posts/2025-01-03-daily.md": post(numbered(3, "2502"))})
        with qtbot.waitSignal(job.finished, timeout=30_000):
            job.look()
        assert session.listing.totals().papers == 2
        with qtbot.waitSignal(job.finished, timeout=30_000):
            job.start()
        session.look_at_library()
        assert session.listing.totals().papers == 5


def test_on_a_metered_network_repositories_wait_until_the_person_asks(
    session: Session,
    job: SyncJob,
    status: SyncStatus,
    bar: StatusBar,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sync_status, "is_metered", lambda: True)
    blog = Blog(tmp_path / "blog")
    blog.commit({"2025-01-02-a.md": post(numbered(2))})
    with over_git(blog) as url:
        address = read_address(url)
        assert address is not None
        session.profile.settings.add_repositories([address])
        for look_by_itself in (status.look_by_itself, session.day_changed.emit):
            with qtbot.waitSignal(job.finished, timeout=30_000) as told:
                look_by_itself()
            assert told.args[0]["posts"] == 0
            assert bar._right.text() == "Metered network: F5 fetches"
        with qtbot.waitSignal(job.finished, timeout=30_000) as told:
            status.ask()
        assert told.args[0]["posts"] == 1
