"""Printing from the window: what is printed is seen before, with or without notes, and goes to the printer as text."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.export.print_preview import PrintPreview
from reader.ui.window.window import MainWindow
from tests.factories import numbered, post, write_post

NOTED = PaperKey("2501.00001")


@pytest.fixture
def window(qtbot: QtBot, profile: Path, tmp_path: Path) -> Iterator[MainWindow]:
    folder = tmp_path / "posts"
    write_post(folder, "2025-01-02-daily.md", post(numbered(3)))
    assert run(["sync", "--profile", str(profile), str(folder)]) == 0
    _, made = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light", remembers=False))
    made.resize(1000, 800)
    made.show()
    qtbot.waitUntil(lambda: made.is_ready and made.state.key is not None)
    made.session.save_note(NOTED, "read this **again**", "")
    yield made
    made.close()
    made.deleteLater()


def asked(window: MainWindow, qtbot: QtBot) -> PrintPreview:
    """The preview, with its sheets."""
    window.actions_["print"].trigger()
    preview = window.findChildren(PrintPreview)[-1]
    qtbot.waitUntil(lambda: bool(preview.view.sheets), timeout=20_000)
    return preview


def printed(preview: PrintPreview, out: Path) -> list[str]:
    """The text of each page that a printer was given."""
    preview.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    preview.printer.setOutputFileName(str(out))
    preview.print_out()
    return [page.extract_text().replace("\t", " ") for page in PdfReader(out).pages]


def test_the_selected_papers_are_shown_page_by_page_and_printed_as_text(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.papers.select_all()
    preview = asked(window, qtbot)
    assert len(preview.view.sheets) == 3
    before = preview.view.grab().toImage()
    qtbot.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert preview.view.at == 1
    assert preview.view.grab().toImage() != before
    pages = printed(preview, tmp_path / "out.pdf")
    assert [f"Paper Number {number} of 2501" in page for number, page in enumerate(pages, 1)] == [True] * 3
    assert window.status.message() == "3 pages printed"


def test_what_one_wrote_is_printed_unless_one_leaves_it_out(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    preview = asked(window, qtbot)
    qtbot.mouseClick(preview.notes, Qt.MouseButton.LeftButton)
    assert not preview.print_button.isEnabled()
    qtbot.waitUntil(lambda: bool(preview.view.sheets), timeout=20_000)
    assert "again" not in printed(preview, tmp_path / "without.pdf")[0]
    assert "again" in printed(asked(window, qtbot), tmp_path / "with.pdf")[0]


@pytest.mark.qt_log_ignore("Returned false")  # Qt's own word of it
def test_a_printer_that_takes_nothing_is_told_of(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    preview = asked(window, qtbot)
    preview.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    preview.printer.setOutputFileName(str(tmp_path / "no such folder" / "out.pdf"))
    preview.print_out()
    assert window.status.message().startswith("The printer did not take the pages")


def test_a_sheet_is_white_paper_in_every_theme(window: MainWindow, qtbot: QtBot) -> None:
    window.look.set_theme("dark")
    preview = asked(window, qtbot)
    picture: QImage = preview.view.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() - 40).lightness() == 255
    preview.reject()


def test_letters_have_the_size_they_have_in_an_export(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    preview = asked(window, qtbot)
    sizes: list[float] = []
    printed(preview, tmp_path / "out.pdf")
    page = PdfReader(tmp_path / "out.pdf").pages[0]
    page.extract_text(visitor_text=lambda text, cm, tm, _font, size: sizes.append(size * abs(tm[0]) * abs(cm[0])))
    assert max(sizes) == pytest.approx(21 * 0.75, rel=0.2)  # pt, of a title


def test_without_a_place_for_the_sheets_the_preview_closes_and_the_reason_is_said(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    window.actions_["print"].trigger()
    assert not any(preview.isVisible() for preview in window.findChildren(PrintPreview))
    assert "could not be written" in window.status.message()
