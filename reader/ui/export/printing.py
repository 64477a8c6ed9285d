"""Printing from the window: the papers selected, or the open one, written as sheets by a child process and shown first.

Made when somebody prints for the first time.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from reader.base.errors import reason_of
from reader.base.passing import PassingFolder
from reader.posts.model import PaperKey
from reader.ui.export.export_job import ExportJob
from reader.ui.export.print_preview import PrintPreview
from reader.ui.session.session import Session
from reader.ui.session.sheet_files import read_sheets
from reader.ui.widgets.language import language_of
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look


class Printing(QObject):
    """What is printed from one window."""

    def __init__(self, session: Session, look: Look, status: StatusBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._bar = status
        self._parent = parent
        self._keys: Sequence[PaperKey] = ()
        self._folder: PassingFolder | None = None
        self.preview: PrintPreview | None = None
        self.job = ExportJob(session.profile.places, self)
        self.job.finished.connect(self._show)
        self.job.failed.connect(self._fail)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self._put_away)

    def ask(self, keys: Sequence[PaperKey]) -> None:
        """Show what printing these papers would give."""
        if not keys or self.preview is not None:
            return
        self._keys = keys
        record = self._session.listing.record(keys[0]) if len(keys) == 1 else None
        name = record.title if record else self.tr("%n paper(s)", "", len(keys))
        self.preview = PrintPreview(self._look, name, self._parent)
        self.preview.notes_wanted.connect(self._write)
        self.preview.printed.connect(self._tell)
        self.preview.failed.connect(self._bar.show_error)
        self.preview.finished.connect(self._put_away)
        self.preview.open()
        self._write(with_notes=True)

    def _write(self, with_notes: bool) -> None:
        self._drop()
        if self.preview is not None:
            self.preview.take(())
        try:
            self._folder = PassingFolder()
        except OSError as error:
            self._fail(self.tr("What was to be printed could not be written: %1").replace("%1", reason_of(error)))
            return
        language = language_of(self._parent)
        self.job.start("sheets", self._folder.path, self._keys, language, notes=with_notes)

    def _show(self, result: dict[str, Any]) -> None:
        if self.preview is None:
            return
        try:
            self.preview.take(read_sheets(Path(result["out"])))
        except OSError as error:
            self._fail(self.tr("What was to be printed could not be read: %1").replace("%1", reason_of(error)))

    def _tell(self, pages: int) -> None:
        self._bar.show_message(self.tr("%n page(s) printed", "", pages))

    def _fail(self, message: str) -> None:
        if self.preview is not None:
            self.preview.reject()
        self._bar.show_error(message)

    def _put_away(self) -> None:
        """Forget what was shown, as it closes."""
        self._drop()
        self.preview = None

    def _drop(self) -> None:
        """Let go of the sheets, or of those that are being written."""
        self.job.stop(0)
        if self._folder is not None:
            self._folder.remove()
            self._folder = None
