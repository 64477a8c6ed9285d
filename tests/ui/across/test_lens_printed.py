"""The lens on paper: what is given to the browser to be printed, and its PDF."""

import tempfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from reader.ui.across import taking_out
from reader.ui.across.lens_view import LensView
from reader.ui.window.window import MainWindow
from tests.ui.across.conftest import SILENT
from tests.ui.across.test_lens import lens, press

__all__ = ["lens"]

PAPERS = [f"Paper Number {number}" for number in range(1, 13)]


class Headings(HTMLParser):
    """The headings of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_in_one = False
        self.feed(html)

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag in ("h1", "h2"):
            self._is_in_one = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_in_one = self._is_in_one and tag not in ("h1", "h2")

    def handle_data(self, data: str) -> None:
        if self._is_in_one:
            self.found[-1] += data


def test_what_is_printed_has_the_section_the_range_and_every_paper(
    window: MainWindow, lens: LensView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(taking_out, "open_page", lambda page: opened.append(page) is None)
    press(window, "Ctrl+P")
    qtbot.waitUntil(lambda: bool(opened))
    html = opened[0].read_text("utf-8")
    first, *papers = Headings(html).found
    assert first == "Limitations · All papers"
    assert papers == [name for number, name in enumerate(PAPERS, 1) if number not in SILENT]
    assert all(f"한계 {number}: " in html for number in range(1, 13) if number not in SILENT)
    assert all(name in html for name in PAPERS), "those that say nothing are named as well"
    qtbot.waitUntil(lambda: "printed" in window.status.message())


def test_its_pdf_has_them_too(window: MainWindow, lens: LensView, qtbot: QtBot, tmp_path: Path) -> None:
    across, out = window.across, tmp_path / "limitations.pdf"
    with qtbot.waitSignal(across.taking_out.told, timeout=60_000):
        across.taking_out.write(across.lensing._text(), "pdf", out)
    pages = PdfReader(out).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert len(pages) > 1
    assert "Limitations" in text
    assert all(name in text for name in PAPERS)
    assert all(f"한계 {number}:" in text for number in range(1, 13) if number not in SILENT)


def test_a_pdf_that_cannot_be_written_says_which_and_why(
    window: MainWindow, lens: LensView, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "a folder.pdf"
    out.mkdir()
    across = window.across
    with qtbot.waitSignal(across.taking_out.failed, timeout=60_000) as failed:
        across.taking_out.write(across.lensing._text(), "pdf", out)
    assert failed.args is not None
    assert failed.args[0].startswith(f"{out} cannot be read or written")


def test_without_a_place_for_temporary_files_that_is_said(
    window: MainWindow, lens: LensView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    press(window, "Ctrl+P")
    assert window.status.message().startswith("There is no place for temporary files")
    window.across.taking_out.write(window.across.lensing._text(), "pdf", tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()
