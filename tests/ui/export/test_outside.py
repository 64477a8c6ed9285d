"""From the window: papers filled in from arXiv and sent to Zotero, when the person asks and never otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.services.profile import Profile
from reader.ui.export.export_dialog import ExportDialog
from reader.ui.page.header.section_header import SectionHeader
from reader.ui.window.window import MainWindow
from tests.arxiv.answers import arxiv, entry
from tests.factories import numbered, post, write_post
from tests.network import loopback
from tests.network.loopback import Loopback, says
from tests.services.outside.zotero_double import ZoteroDouble


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    with loopback.serving() as server:
        monkeypatch.setenv("DAILY_PAPERS_ARXIV", server.address)
        monkeypatch.setenv("DAILY_PAPERS_ZOTERO", server.address)
        yield server


@pytest.fixture
def window(server: Loopback, qtbot: QtBot, profile: Path, tmp_path: Path) -> Iterator[MainWindow]:
    folder = tmp_path / "posts"
    write_post(folder, "2025-01-02-daily.md", post(numbered(3)))
    assert run(["sync", "--profile", str(profile), str(folder)]) == 0
    _, made = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light", remembers=False))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready and made.state.key is not None)
    yield made
    made.close()
    made.deleteLater()


def header(window: MainWindow) -> str:
    (header,) = window.findChildren(SectionHeader)
    return "\n".join(label.text() for label in header.findChildren(QLabel) if not label.isHidden())


def test_the_open_paper_is_filled_in_and_its_authors_stand_above_it(
    window: MainWindow, server: Loopback, qtbot: QtBot
) -> None:
    server.answers = [arxiv(lambda one: entry(one, comment="This paper has been withdrawn by the authors"))]
    assert "Oord" not in header(window)
    assert server.asked == []
    window.actions_["fill"].trigger()
    qtbot.waitUntil(lambda: "Aäron van den Oord" in header(window), timeout=20_000)
    assert "1 paper filled in from arXiv" in window.status.message()
    assert "cs.CL, stat.ML · v2 2025-03-04 · J. Boats 12 (2025) 3-45" in header(window)
    assert "arXiv says that this paper was withdrawn." in header(window)
    window.papers.step(1)
    qtbot.waitUntil(lambda: "Oord" not in header(window))
    assert len(server.asked) == 1


def test_a_server_that_refuses_is_said_in_the_status_bar(window: MainWindow, server: Loopback, qtbot: QtBot) -> None:
    server.answers = [says("no", 403)]
    window.actions_["fill"].trigger()
    qtbot.waitUntil(lambda: "refuses the question" in window.status.message(), timeout=20_000)


def test_waiting_for_a_busy_server_can_be_cancelled(window: MainWindow, server: Loopback, qtbot: QtBot) -> None:
    server.answers = [says("", 503, Retry_After="200")]
    window.actions_["fill"].trigger()
    qtbot.waitUntil(
        lambda: "asks to wait 200 seconds" in window.findChild(QProgressBar).accessibleName(), timeout=20_000
    )
    window.status.cancel_requested.emit()
    qtbot.waitUntil(lambda: "Cancelled." in window.status.message(), timeout=20_000)


def test_the_selected_papers_go_to_zotero_with_one_key(window: MainWindow, server: Loopback, qtbot: QtBot) -> None:
    double = ZoteroDouble()
    server.answers = [double]
    window.papers.select_all()
    window.actions_["zotero"].trigger()
    qtbot.waitUntil(lambda: "3 papers sent to Zotero: My Library" in window.status.message(), timeout=20_000)
    assert len(double.items) == 3
    window.actions_["zotero"].trigger()
    qtbot.waitUntil(lambda: "3 there before" in window.status.message(), timeout=20_000)
    assert len(double.items) == 3


def test_authors_are_filled_in_before_an_export_where_the_box_is_ticked(
    window: MainWindow, server: Loopback, qtbot: QtBot, tmp_path: Path
) -> None:
    server.answers = [arxiv(entry)]
    window.actions_["export"].trigger()
    [dialog] = window.findChildren(ExportDialog)
    dialog.form.setCurrentIndex(dialog.form.findData("pdf"))
    assert dialog.fill.isHidden()
    dialog.form.setCurrentIndex(dialog.form.findData("bibtex"))
    dialog.place.setText(str(tmp_path / "a.bib"))
    assert not dialog.fill.isChecked()
    dialog.fill.setChecked(True)
    dialog.export.click()
    qtbot.waitUntil(lambda: "exported" in window.status.message(), timeout=20_000)
    assert "van den Oord" in (tmp_path / "a.bib").read_text("utf-8")
    qtbot.waitUntil(lambda: "Oord" in header(window))
