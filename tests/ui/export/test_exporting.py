"""Exporting and copying from the window: the dialog, the child process, the status bar, the clipboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QProcess, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.export.export_dialog import FORMATS, ExportDialog
from reader.ui.export.exporting import Exporting
from reader.ui.widgets.buttons import LinkButton
from reader.ui.window.window import MainWindow
from tests.factories import numbered, post, write_post

FORM = [form.name for form in FORMATS]


@pytest.fixture
def window(qtbot: QtBot, profile: Path, tmp_path: Path) -> Iterator[MainWindow]:
    folder = tmp_path / "posts"
    write_post(folder, "2025-01-02-daily.md", post(numbered(4)))
    assert run(["sync", "--profile", str(profile), str(folder)]) == 0
    _, made = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light", remembers=False))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready and made.state.key is not None)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def exporting(window: MainWindow) -> Exporting:
    return Exporting(window.session, window.state, window.look, window.status, window)


def asked(exporting: Exporting, form: str, out: Path) -> ExportDialog:
    """The dialog, filled in."""
    window = exporting.parent()
    assert isinstance(window, MainWindow)
    exporting.ask(window.papers.count(), window.browsing.listed_keys)
    dialog = exporting.dialog
    assert dialog is not None
    dialog.form.setCurrentIndex(FORM.index(form))
    dialog.place.setText(str(out))
    return dialog


def choices(dialog: ExportDialog) -> list[str]:
    return [dialog.which.itemText(n) for n in range(dialog.which.count())]


def test_the_action_opens_the_dialog(window: MainWindow) -> None:
    window.actions_["export"].trigger()
    [dialog] = window.findChildren(ExportDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_what_can_be_exported_is_what_there_is(window: MainWindow, exporting: Exporting, tmp_path: Path) -> None:
    dialog = asked(exporting, "md", tmp_path / "vault")
    assert choices(dialog) == ["The open paper · 1 paper", "This list · 4 papers", "Everything · 4 papers"]
    dialog.reject()
    window.session.toggle_bookmark([PaperKey("2501.00003")])
    window.papers.select_all()
    dialog = asked(exporting, "md", tmp_path / "vault")
    assert choices(dialog) == [
        "The selected papers · 4 papers",
        "This list · 4 papers",
        "Bookmarks · 1 paper",
        "Everything · 4 papers",
    ]
    dialog.reject()


@pytest.mark.parametrize(("choice", "papers"), [("The open paper", 1), ("This list", 4), ("Everything", 4)])
def test_an_export_writes_files_and_says_so(
    exporting: Exporting, window: MainWindow, qtbot: QtBot, tmp_path: Path, choice: str, papers: int
) -> None:
    out = tmp_path / "내 메모" / "vault"
    dialog = asked(exporting, "md", out)
    dialog.which.setCurrentIndex(next(n for n, words in enumerate(choices(dialog)) if words.startswith(choice)))
    with qtbot.waitSignal(exporting.job.finished, timeout=20_000):
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert len(list(out.iterdir())) == papers
    assert window.status.message().startswith(f"{papers} paper")
    assert str(out) in window.status.message()


def test_bookmarks_are_exported_as_bibtex(
    exporting: Exporting, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.session.toggle_bookmark([PaperKey("2501.00003")])
    dialog = asked(exporting, "bibtex", tmp_path / "papers.bib")
    dialog.which.setCurrentIndex(2)
    with qtbot.waitSignal(exporting.job.finished, timeout=20_000):
        dialog.export.click()
    text = (tmp_path / "papers.bib").read_text("utf-8")
    assert text.count("@misc{") == 1
    assert "arxiv-2501.00003" in text


def test_a_file_that_a_person_changed_is_told_with_its_name(
    exporting: Exporting, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for _ in range(2):
        dialog = asked(exporting, "md", tmp_path / "vault")
        with qtbot.waitSignal(exporting.job.finished, timeout=20_000):
            dialog.export.click()
        (file,) = (tmp_path / "vault").iterdir()
        file.write_text(file.read_text("utf-8") + "mine", encoding="utf-8")
    assert "1 file left as you changed it" in window.status.message()
    with qtbot.waitSignal(window.status.details_requested) as told:
        window.status._details.click()
    assert told.args == [file.name]


def test_what_cannot_be_written_is_told(exporting: Exporting, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    dialog = asked(exporting, "ris", tmp_path / "file" / "papers.ris")
    with qtbot.waitSignal(exporting.job.failed, timeout=20_000):
        dialog.export.click()
    assert "cannot be read or written" in window.status.message()
    assert not exporting.job.is_running


def test_an_export_can_be_cancelled_in_the_status_bar(
    exporting: Exporting, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(exporting, "md", tmp_path / "vault")
    dialog.which.setCurrentIndex(dialog.which.count() - 1)
    with qtbot.waitSignal(exporting.job.finished, timeout=20_000):
        dialog.export.click()
        assert window.status._cancel.isVisible()
        window.status._cancel.click()
    assert not exporting.job.is_running
    assert not window.status._cancel.isVisible()


def test_a_sync_that_runs_as_well_is_not_cancelled_with_it(
    exporting: Exporting, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(exporting, "md", tmp_path / "vault")
    synced: list[dict[str, object]] = []
    exported: list[dict[str, object]] = []
    window.sync_job.finished.connect(synced.append)
    exporting.job.finished.connect(exported.append)
    dialog.export.click()
    window.start_sync()
    window.sync_job.progressed.emit("posts", 1, 2, "")  # what is shown, and would be cancelled, is the sync
    exporting.job.progressed.emit(1, 2)  # and now it is the export
    window.status._cancel.click()
    qtbot.waitUntil(lambda: bool(synced and exported), timeout=20_000)
    assert not synced[0]["cancelled"]


def test_only_one_export_runs_at_a_time(exporting: Exporting, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = asked(exporting, "csv", tmp_path / "papers.csv")
    with qtbot.waitSignal(exporting.job.finished, timeout=20_000):
        dialog.export.click()
        exporting.ask(0, list)
        assert exporting.dialog is dialog
        assert "under way" in window.status.message()


def test_a_program_that_ends_leaves_no_half_file(exporting: Exporting, tmp_path: Path) -> None:
    out = tmp_path / "papers.html"
    asked(exporting, "html", out).export.click()
    application = QCoreApplication.instance()
    assert application is not None
    application.aboutToQuit.emit()
    assert not exporting.job.is_running
    assert {path.name for path in tmp_path.iterdir()} <= {"papers.html", "posts", "profile"}


def test_a_child_that_dies_is_told(exporting: Exporting, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(exporting.job.failed, timeout=20_000) as told:
        exporting.job.start("md", tmp_path / "vault", [], "en")
        process = exporting.job.findChild(QProcess)
        assert isinstance(process, QProcess)
        process.kill()
    assert told.args == ["The export was cut off."]
    assert window.status.message() == "The export was cut off."


@pytest.mark.parametrize(
    ("form", "place", "words"),
    [
        ("bibtex", "", "Name a place"),
        ("bibtex", "relative.bib", "Name a place"),
        ("bibtex", "{folder}", "This is a folder"),
        ("md", "{file}", "This is a file"),
        ("bibtex", "{file}", "will be replaced"),
        ("bibtex", "{folder}/new.bib", "no authors"),
        ("md", "{folder}/new", "One file a paper"),
    ],
)
def test_the_dialog_says_what_would_happen(
    exporting: Exporting, tmp_path: Path, form: str, place: str, words: str
) -> None:
    (tmp_path / "file").write_text("mine")
    dialog = asked(exporting, form, tmp_path)
    dialog.place.setText(place.format(folder=tmp_path, file=tmp_path / "file"))
    assert words in dialog._about.text()
    assert dialog.export.isEnabled() == (words[:4] not in ("Name", "This") or "replaced" in words)
    dialog.reject()


def test_another_format_gives_the_file_its_ending(exporting: Exporting, tmp_path: Path) -> None:
    dialog = asked(exporting, "bibtex", tmp_path / "1. mine.bib")
    for form, name in (("ris", "1. mine.ris"), ("md", "1. mine"), ("pdf", "1. mine.pdf")):
        dialog.form.setCurrentIndex(FORM.index(form))
        assert dialog.place.text() == str(tmp_path / name)
    dialog.place.setText(str(tmp_path / "daily-papers.pdf"))
    dialog.form.setCurrentIndex(FORM.index("zip"))
    assert dialog.place.text() == str(tmp_path / "daily-papers-marks.zip")
    assert not dialog.which.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("action", "text"),
    [
        ("copy_bibtex", "@misc{arxiv-2501.00001,\n  title = {{Paper Number 1 of 2501}},"),
        ("copy_markdown", "# [Paper Number 1 of 2501](https://arxiv.org/abs/2501.00001)\n\n## Introduction"),
        ("copy_text", "Paper Number 1 of 2501\nhttps://arxiv.org/abs/2501.00001\nIntroduction\nGoal: 긴 글을"),
        ("copy_link", "https://arxiv.org/abs/2501.00001"),
    ],
)
def test_the_open_paper_is_copied(window: MainWindow, action: str, text: str) -> None:
    window.actions_[action].trigger()
    assert QGuiApplication.clipboard().text().startswith(text)
    assert window.status.message() == "1 paper copied"


def test_the_button_below_the_title_copies_the_citation(window: MainWindow, qtbot: QtBot) -> None:
    (button,) = (child for child in window.view.findChildren(LinkButton) if child.text() == "Copy citation")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("@misc{arxiv-2501.00001,")


def test_selected_papers_are_copied_in_the_order_of_the_list(window: MainWindow) -> None:
    window.papers.select_all()
    window.actions_["copy_link"].trigger()
    links = [f"https://arxiv.org/abs/2501.0000{n}" for n in range(1, 5)]
    assert QGuiApplication.clipboard().text().split("\n") == links


def test_copying_has_the_keys_that_are_promised(window: MainWindow) -> None:
    keys = {name: window.actions_[name].shortcut().toString() for name in ("copy_bibtex", "copy_markdown")}
    assert keys == {"copy_bibtex": "Ctrl+Shift+C", "copy_markdown": "Ctrl+Shift+M"}
