"""Pictures of a post's files: decoded within bounds, whatever is in the file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from reader.ui.page.pictures.decoding import Wanted, decoded

Draw = Callable[..., QImage | None]

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">{}</svg>'


@pytest.fixture
def draw(qapp: QGuiApplication, tmp_path: Path) -> Draw:  # fonts need it
    def drawing(name: str, content: bytes | str, width: int | None = None) -> QImage | None:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return decoded(Wanted(str(path), width, 680, 2.0))

    return drawing


def test_a_drawing_is_drawn_as_large_as_it_says(draw):
    image = draw("a.svg", SVG.format('<rect width="40" height="30" fill="#ff0000"/>'))
    assert (image.width(), image.height()) == (80, 60)
    assert image.pixelColor(40, 30) == QColor("#ff0000")


def test_a_narrow_picture_that_is_asked_to_be_wide_is_not_endlessly_high(draw, tmp_path):
    """91 bytes of a file, and 6.8 GB of a picture."""
    high = QImage(1, 6000, QImage.Format.Format_Mono)
    high.fill(0)
    high.save(str(tmp_path / "made.png"))
    image = draw("a.png", (tmp_path / "made.png").read_bytes(), width=680)
    assert image.height() <= 12_000
    assert image.sizeInBytes() < 100_000_000


@pytest.mark.parametrize("size", ['width="1e9" height="1"', 'width="1" height="1e9"', 'viewBox="0 0 1 999999999"'])
def test_a_drawing_of_any_size_is_bounded(draw, size):
    image = draw("a.svg", SVG.format("<rect/>").replace('width="40" height="30"', size), width=680)
    assert image.sizeInBytes() < 100_000_000


def test_a_drawing_under_another_name_is_not_read(draw):
    """Qt would know it by its bytes, and open what it names."""
    assert draw("a.png", SVG.format('<image href="/etc/passwd"/>')) is None


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(40), b"<svg>"])
@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.gif"])
def test_what_is_no_picture_is_none(draw, name, content):
    assert draw(name, content) is None
