"""Sheets to be printed, kept as files between two processes."""

import errno
from pathlib import Path

import pytest
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtWidgets import QApplication

from reader.ui.session.sheet_files import read_sheets, write_sheet


def sheet(width: int) -> QPicture:
    picture = QPicture()
    painter = QPainter(picture)
    painter.fillRect(0, 0, width, 10, "black")
    painter.end()
    return picture


def test_sheets_come_back_in_their_order(qapp: QApplication, tmp_path: Path) -> None:
    for number in (2, 11, 1):
        write_sheet(sheet(10 * number), tmp_path, number)
    assert [picture.boundingRect().width() for picture in read_sheets(tmp_path)] == [10, 20, 110]


@pytest.mark.qt_log_ignore("Incorrect header")
def test_a_damaged_sheet_and_a_folder_that_is_gone_are_told(qapp: QApplication, tmp_path: Path) -> None:
    write_sheet(sheet(10), tmp_path, 1)
    [path] = tmp_path.iterdir()
    path.write_bytes(b"no picture")
    with pytest.raises(OSError, match=path.name) as read:
        read_sheets(tmp_path)
    assert read.value.errno == errno.EIO
    with pytest.raises(OSError, match="00001") as written:
        write_sheet(sheet(10), tmp_path / "gone", 1)
    assert written.value.errno == errno.ENOSPC
