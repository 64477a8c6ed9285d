"""What a command for papers tells while it runs, without a command."""

import tempfile
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.base.paths import ProfilePaths
from reader.posts.model import PaperKey
from reader.ui.export.outside import Outside
from reader.ui.export.paper_job import PaperJob
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look


class Known(QObject):
    """As much of a session as is asked for."""

    def __init__(self, profile: Path) -> None:
        super().__init__()
        self.profile = self
        self.places = ProfilePaths.of(profile)
        self.told = 0

    def tell_details(self) -> None:
        self.told += 1


@pytest.fixture
def known(profile: Path) -> Known:
    return Known(profile)


@pytest.fixture
def bar(look: Look, page: QWidget) -> StatusBar:
    made = StatusBar(look, page)
    made.show()
    return made


@pytest.fixture
def outside(known: Known, bar: StatusBar, page: QWidget, monkeypatch: pytest.MonkeyPatch) -> Outside:
    monkeypatch.setattr(PaperJob, "run", lambda *_: None)
    return Outside(cast(Session, known), bar, page)


def test_progress_and_waiting_are_told_and_other_events_are_not(profile: Path, qtbot: QtBot) -> None:
    job = PaperJob(ProfilePaths.of(profile), None)
    with qtbot.waitSignal(job.progressed) as progressed:
        job._take({"event": "progress", "done": 3, "total": 10})
    assert progressed.args == [3, 10]
    with qtbot.waitSignal(job.waiting) as waiting:
        job._take({"event": "waiting", "seconds": 2.6})
    assert waiting.args == [3]
    with qtbot.assertNotEmitted(job.progressed), qtbot.assertNotEmitted(job.waiting):
        job._take({"event": "of tomorrow"})
        job._take({})


def test_the_file_of_keys_goes_with_the_run_however_that_ends(
    profile: Path, tmp_path: Path, page: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    job = PaperJob(ProfilePaths.of(profile), page)
    job.run(["fill"], [PaperKey("2501.00001")])
    assert len(list((tmp_path / "temporary").iterdir())) == 1
    job.stop(0)
    assert list((tmp_path / "temporary").iterdir()) == []
    with qtbot.waitSignal(job.failed, timeout=30_000):  # there is no such library
        job.run(["fill"], [PaperKey("2501.00001")])
    assert list((tmp_path / "temporary").iterdir()) == []


def test_without_a_place_for_the_keys_that_is_said(
    profile: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    job = PaperJob(ProfilePaths.of(profile), None)
    with qtbot.waitSignal(job.failed) as failed:
        job.run(["fill"], [PaperKey("2501.00001")])
    assert "no room for temporary files" in failed.args[0]
    assert not job.is_running


def progress(bar: StatusBar) -> tuple[int, int, str]:
    return bar._bar.minimum(), bar._bar.maximum(), bar._progress_text.text()


def test_what_is_being_asked_is_said_with_how_far_it_is(outside: Outside, bar: StatusBar) -> None:
    outside.fill([])
    assert not bar.shows(outside)
    outside.fill([PaperKey("2501.00001")])
    assert bar.shows(outside)
    assert progress(bar) == (0, 0, "Asking arXiv")
    assert bar._bar.value() == 0
    outside.job.progressed.emit(3, 10)
    assert progress(bar) == (0, 10, "Asking arXiv 3/10")
    assert bar._bar.value() == 3
    outside.job.waiting.emit(5)
    assert progress(bar)[:2] == (0, 0)
    assert "5" in progress(bar)[2]
    outside.send([PaperKey("2501.00001")])
    assert progress(bar) == (0, 0, "Sending to Zotero")


def test_in_the_end_it_is_said_what_was_done(outside: Outside, bar: StatusBar, known: Known) -> None:
    outside.fill([PaperKey("2501.00001")])
    found = {"filled": ["a"], "known": ["b", "c"], "absent": ["d"], "elsewhere": ["e"], "cancelled": False}
    outside.job.finished.emit(found)
    said = bar.message().replace("(s)", "s").replace("1 papers", "1 paper")
    assert said == "1 paper filled in from arXiv · 2 known before · 2 not on arXiv"
    assert (known.told, bar.shows(outside)) == (1, False)
    outside.job.finished.emit({**found, "filled": [], "known": [], "cancelled": True})
    assert bar.message().startswith("Cancelled. 0 paper")
    assert known.told == 1
    outside.send([PaperKey("2501.00001")])
    outside.job.finished.emit({"sent": ["a", "b"], "there": ["c"], "where": "My Library", "cancelled": False})
    assert bar.message().replace("(s)", "s") == "2 papers sent to Zotero: My Library · 1 there before"
    outside.send([PaperKey("2501.00001")])
    outside.job.failed.emit("Zotero does not answer.")
    assert (bar.message(), bar.shows(outside)) == ("Zotero does not answer.", False)
