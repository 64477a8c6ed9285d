"""Papers as a PDF, written by a process without a window (`daily-papers export --format pdf`)."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QFile, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from reader import __version__
from reader.base.files import whole_file
from reader.export.model import ENGLISH, ExportedPaper, Words
from reader.export.pdf_outline import outlined
from reader.posts.model import PaperKey
from reader.services.exporting import Exported, ExportStopped, told
from reader.services.pictures.bringing import FindAny
from reader.ui.page.printed.press import FINER, Press, running_qt
from reader.ui.session.sheet_files import PIXELS_AN_INCH, page_layout


def write_pdf(
    keys: Sequence[PaperKey], words: Words, each: Iterator[ExportedPaper], out: Path, find: FindAny
) -> Exported:
    """Write papers into one PDF on A4, whole or not at all; `find` finds their pictures. Raises ReaderError."""
    with told(out):
        if out.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(out))
        try:
            with whole_file(out) as file:
                _write(file, words, each, find)
        except ExportStopped:
            return Exported(len(keys), cancelled=True)
    return Exported(len(keys), written=1)


def _write(file: BinaryIO, words: Words, each: Iterator[ExportedPaper], find: FindAny) -> None:
    def put_all(press: Press) -> None:
        for paper in each:
            press.put(paper)

    with running_qt():
        pdf, press = pressed(put_all, words, find)
        file.write(pdf)
        file.write(outlined(pdf, press.outline, press.language))


def pressed(
    put: Callable[[Press], None], words: Words = ENGLISH, find: FindAny | None = None, *, is_broad: bool = False
) -> tuple[bytes, Press]:
    """A PDF of what is put on its pages, and what put it there, which knows what is on them.

    `find` finds the pictures of posts.
    """
    with tempfile.TemporaryFile() as raw:
        press = _press(raw, words, find, put, is_broad=is_broad)
        raw.seek(0)
        return raw.read(), press


def _press(raw: BinaryIO, words: Words, find: FindAny | None, put: Callable[[Press], None], *, is_broad: bool) -> Press:
    device = QFile()
    if not device.open(raw.fileno(), QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(errno.EIO, device.errorString())
    sheets = PdfSheets(device, is_broad=is_broad)
    press = Press(sheets, words, find)
    try:
        put(press)
    finally:
        sheets.end()
        written = device.flush() and device.error() == QFile.FileError.NoError
        device.close()
    if not written:
        raise OSError(errno.ENOSPC, device.errorString())
    return press


class PdfSheets:
    """The pages of a PDF. Its title is that of its first paper."""

    def __init__(self, device: QIODevice, *, is_broad: bool = False) -> None:
        self._writer = QPdfWriter(device)
        self._writer.setResolution(PIXELS_AN_INCH * FINER)
        self._writer.setPageLayout(page_layout(is_broad=is_broad))
        self._writer.setCreator(f"Daily Papers Reader {__version__}")
        self._painter: QPainter | None = None
        self.width = self._writer.width() / FINER
        self.height = self._writer.height() / FINER

    def begin(self, title: str) -> QPainter:
        """The painter of a new page."""
        if self._painter is None:
            self._writer.setTitle(title)
            self._painter = QPainter(self._writer)
            self._painter.scale(FINER, FINER)
        else:
            self._writer.newPage()
        return self._painter

    def end(self) -> None:
        """Finish the last page."""
        if self._painter is not None:
            self._painter.end()
