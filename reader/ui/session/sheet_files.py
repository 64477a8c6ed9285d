"""Sheets of paper as files: what is painted on each, written by one process of this program and read by another."""

import errno
import os
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPicture

PIXELS_AN_INCH = 96  # what a px of the page's style is
_MARGIN = 20.0  # mm
_PX = PIXELS_AN_INCH / 25.4  # a mm
MARGIN = _MARGIN * _PX  # px
_ENDING = ".sheet"


def page_layout(*, is_broad: bool = False) -> QPageLayout:
    """A sheet of A4 with its margins, as a printer and a PDF are told of it; `is_broad`: it lies on its side."""
    orientation = QPageLayout.Orientation.Landscape if is_broad else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, margins, QPageLayout.Unit.Millimeter)


def sheet_size() -> tuple[float, float]:
    """Width and height between the margins of a sheet of A4, px."""
    room = page_layout().paintRect(QPageLayout.Unit.Millimeter)
    return room.width() * _PX, room.height() * _PX


def write_sheet(picture: QPicture, folder: Path, number: int) -> None:
    """Write a sheet into a folder. Raises OSError."""
    path = folder / f"{number:05}{_ENDING}"
    if not picture.save(str(path)):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


def read_sheets(folder: Path) -> list[QPicture]:
    """The sheets of a folder, in order. Raises OSError."""
    pictures = []
    for path in sorted(folder.glob(f"*{_ENDING}")):
        picture = QPicture()
        if not picture.load(str(path)):
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        pictures.append(picture)
    return pictures
