"""Papers as a PDF: the pictures of their posts are decoded by another process, which may be ended."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from reader.export.model import ENGLISH, ExportedPaper
from reader.posts.model import PaperKey, Section, SectionKind
from reader.services.exporting import Exported
from reader.ui.page.pictures import decoding, drawings
from reader.ui.page.printed.pdf import write_pdf

ENDLESS = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">'
    f'<path stroke="red" d="M0 0{" L9 9 L0 50" * 16_000}"/></svg>'
)
KEY = PaperKey("2501.00001")


def paper(folder: Path, *pictures: str) -> ExportedPaper:
    text = "\n\n".join(f"![{name}]({name})" for name in pictures)
    sections = (Section(SectionKind.METHOD, "Method", f"Words before.\n\n{text}\n\nWords after."),)
    return ExportedPaper(KEY, "A Paper", raw_title="A Paper", posts=("a.md",), sections=sections, source=str(folder))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    photo = QImage(300, 200, QImage.Format.Format_RGB32)
    photo.fill(0x336699)
    photo.save(str(tmp_path / "photo.png"))
    (tmp_path / "endless.svg").write_text(ENDLESS)
    return tmp_path


def find(picture: str, source: str, post: str) -> Path:
    return Path(source, picture)


def sizes(path: Path) -> list[tuple[int, int]]:
    """Of the pictures in a PDF, pixels."""
    return [picture.image.size for page in PdfReader(path).pages for picture in page.images if picture.image]


def test_a_photo_is_printed_and_a_drawing_that_never_ends_leaves_its_place(qapp, folder):
    out = folder / "out.pdf"
    assert write_pdf([KEY], ENGLISH, iter([paper(folder, "endless.svg", "photo.png")]), out, find) == Exported(
        1, written=1
    )
    assert (900, 600) in sizes(out)
    assert "Words after." in " ".join(PdfReader(out).pages[0].extract_text().split())


def test_nothing_is_decoded_in_the_process_that_writes(qapp, folder, monkeypatch):
    monkeypatch.setattr(decoding, "decoded", lambda _: pytest.fail("decoded here"))
    out = folder / "out.pdf"
    write_pdf([KEY], ENGLISH, iter([paper(folder, "photo.png")]), out, find)
    assert (900, 600) in sizes(out)


def test_without_a_process_that_decodes_the_places_stay(qapp, folder, monkeypatch):
    monkeypatch.setattr(drawings, "child_command", lambda: [str(folder / "nothing")])
    for name in ("again.png", "photo.png"):
        (folder / name).write_bytes((folder / "photo.png").read_bytes() + b" ")  # not known by now
    out = folder / "out.pdf"
    assert write_pdf([KEY], ENGLISH, iter([paper(folder, "photo.png", "again.png")]), out, find) == Exported(
        1, written=1
    )
    assert (900, 600) not in sizes(out)
    assert "Words after." in " ".join(PdfReader(out).pages[0].extract_text().split())
