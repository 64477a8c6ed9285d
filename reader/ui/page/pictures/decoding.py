"""A picture's file → pixels, as large as it is shown. In a process that may be ended at any time: see `drawings`."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

_MOST_READ = 40_000_000  # pixels of a picture in a file
_HIGHEST = 6000  # px of a picture that is shown
_PHOTOS = (b"png", b"jpeg", b"jpg", b"gif", b"webp", b"bmp")


class Wanted(NamedTuple):
    """A file, and how large its picture is to be."""

    path: str
    width: int | None  # px, as the post asks for
    column: int  # px, the widest it may be
    ratio: float  # pixels of the screen a px


def decoded(wanted: Wanted) -> QImage | None:
    """The picture; None where the file has none, or one too large."""
    path = Path(wanted.path)
    image = _drawing(path, wanted) if path.suffix.lower() == ".svg" else _photo(wanted)
    if image is None or image.isNull():
        return None
    image.setDevicePixelRatio(wanted.ratio)
    return image


def blank(size: QSize, ratio: float) -> QImage:
    """A picture of a size in px with nothing on it."""
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _photo(wanted: Wanted) -> QImage | None:
    reader = QImageReader(wanted.path)
    reader.setAutoTransform(True)
    if reader.format().data() not in _PHOTOS:  # by its bytes: Qt's other readers open what a file names
        return None
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_READ:
        return None
    reader.setScaledSize(_shown(wanted, size) * wanted.ratio)
    return reader.read()


def _drawing(path: Path, wanted: Wanted) -> QImage | None:
    from reader.render import svg  # few posts have drawings

    try:
        with path.open("rb") as file:
            source = svg.cleaned(file.read(svg.MOST_BYTES + 1))
    except OSError:
        return None
    renderer = QSvgRenderer(QByteArray(source or b""))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return None
    image = blank(_shown(wanted, size), wanted.ratio)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _shown(wanted: Wanted, size: QSize) -> QSize:
    """How large a picture of a size is shown, px: as wide as it is or is asked for, and never endlessly high."""
    width = min(wanted.width or size.width(), wanted.column)
    height = max(1, round(size.height() * width / size.width()))
    if height > _HIGHEST:
        width, height = max(1, round(width * _HIGHEST / height)), _HIGHEST
    return QSize(width, height)
