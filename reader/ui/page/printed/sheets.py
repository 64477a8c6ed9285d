"""Papers as sheets in files, for the window to show before it prints, and to print.

Written by a process without a window (`daily-papers export --format sheets`), so that the window neither lays out nor
decodes what is printed; what it reads is what this program wrote. Text stays text on them.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtGui import QPainter, QPicture

from reader.export.model import ExportedPaper, Words
from reader.posts.model import PaperKey
from reader.services.exporting import Exported, ExportStopped, told
from reader.services.pictures.bringing import FindAny
from reader.ui.page.printed.press import Press, running_qt
from reader.ui.session.sheet_files import sheet_size, write_sheet


def write_sheets(
    keys: Sequence[PaperKey], words: Words, each: Iterator[ExportedPaper], out: Path, find: FindAny
) -> Exported:
    """Write papers as sheets into an empty folder, by name; `find` finds their pictures. Raises ReaderError."""
    with told(out), running_qt():
        out.mkdir(parents=True, exist_ok=True)
        sheets = _Files(out)
        press = Press(sheets, words, find)
        try:
            for paper in each:
                press.put(paper)
        except ExportStopped:
            return Exported(len(keys), written=sheets.finish(), cancelled=True)
        return Exported(len(keys), written=sheets.finish())


class _Files:
    """A file a sheet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._picture = QPicture()
        self._painter: QPainter | None = None
        self._written = 0
        self.width, self.height = sheet_size()

    def begin(self, title: str) -> QPainter:  # noqa: ARG002  # a file has none
        """The painter of a new sheet; the one before is written."""
        self.finish()
        self._picture = QPicture()
        self._painter = QPainter(self._picture)
        return self._painter

    def finish(self) -> int:
        """Write the last sheet; how many there are."""
        if self._painter is not None:
            self._painter.end()
            self._painter = None
            self._written += 1
            write_sheet(self._picture, self._folder, self._written)
        return self._written
