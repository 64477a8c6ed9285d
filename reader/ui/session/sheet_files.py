"""Sheets of paper as files: what is painted on each, written by one process of this program and read by another."""

import errno
import os
from pathlib import Path

from PySide6.QtGui import QPageSize, QPicture

PIXELS_AN_INCH = 96  # what a px of the page's style is
MARGIN = 20.0  # mm
_MM_AN_INCH = 25.4
_ENDING = ".sheet"


def sheet_size() -> tuple[float, float]:
    """Width and height between the margins of a sheet of A4, px."""
    whole = QPageSize(QPageSize.PageSizeId.A4).size(QPageSize.Unit.Millimeter)
    px = PIXELS_AN_INCH / _MM_AN_INCH
    return (whole.width() - 2 * MARGIN) * px, (whole.height() - 2 * MARGIN) * px


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
