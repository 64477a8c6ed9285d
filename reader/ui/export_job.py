"""An export in a child process: this same program, started as `export --events`."""

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTemporaryFile, Signal, Slot

from reader.paths import Places, this_program
from reader.posts.model import PaperKey
from reader.ui.child import child_process

_log = logging.getLogger("reader.ui.export_job")
_END_MS = 5000


class ExportJob(QObject):
    """One export at a time.

    Signals: `progressed(int, int)` papers done, total · `finished(dict)` what the export reports · `failed(str)` in
    words to be shown.
    """

    progressed = Signal(int, int)
    finished = Signal(dict)
    failed = Signal(str)

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._process: QProcess | None = None
        self._keys: QTemporaryFile | None = None
        self._result: dict[str, Any] | None = None
        self._message = ""

    @property
    def is_running(self) -> bool:
        """Whether an export is under way."""
        return self._process is not None

    def start(self, form: str, out: Path, which: Sequence[str] | Sequence[PaperKey], language: str) -> None:
        """Export to a file or folder; `which` are options of the command ("--bookmarked"), or keys of papers."""
        if self._process is not None:
            return
        chosen = list(which) if not which or which[0].startswith("--") else self._named(which)
        if chosen is None:
            self.failed.emit(self.tr("The papers to export could not be noted down: no room for temporary files."))
            return
        self._result, self._message = None, ""
        profile = ["--profile", str(self._places.profile)] if self._places.profile else []
        given = ["export", "--events", "--format", form, f"--out={out}", "--lang", language, *profile, *chosen]
        process = child_process(self, [*this_program(), *given])
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._erred)
        self._process = process
        process.start()

    def cancel(self) -> None:
        """Ask the export to stop; files it has written by then are whole."""
        if self._process is not None:
            self._process.write(b"cancel\n")

    def stop(self) -> None:
        """End the export, as the program ends."""
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._read)
            process.finished.disconnect(self._ended)
            process.errorOccurred.disconnect(self._erred)
            process.write(b"cancel\n")
            if not process.waitForFinished(_END_MS):
                process.kill()
                process.waitForFinished(_END_MS)

    def _named(self, keys: Sequence[str]) -> list[str] | None:
        """Keys of papers in a file of their own: there may be more than a command line takes. None without room."""
        file = QTemporaryFile(self)
        text = "".join(f"{json.dumps(key)}\n" for key in keys).encode()
        if not file.open() or file.write(text) != len(text) or not file.flush():
            return None
        file.close()  # it stays until this object goes
        self._keys = file
        return ["--keys", file.fileName()]

    @Slot()
    def _read(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            self._take(bytes(process.readLine().data()))
            process = self._process

    def _take(self, line: bytes) -> None:
        try:
            event = json.loads(line)
        except ValueError:
            _log.warning("the export said %r", line[:200])
            return
        match event.get("event"):
            case "progress":
                self.progressed.emit(event["done"], event["total"])
            case "done":
                self._result = event
            case "failed":
                self._message = event["message"]

    @Slot(int)
    def _ended(self, code: int) -> None:
        self._read()
        process, self._process = self._process, None
        if process is None:
            return
        errors = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        self._tidy(process)
        if self._result is not None:
            self.finished.emit(self._result)
            return
        _log.warning("the export ended with %s: %s", code, errors)
        self.failed.emit(self._message or self.tr("The export was cut off."))

    @Slot(QProcess.ProcessError)
    def _erred(self, error: QProcess.ProcessError) -> None:
        process = self._process
        if error is QProcess.ProcessError.FailedToStart and process is not None:
            self._process = None
            self._tidy(process)
            self.failed.emit(self.tr("The export could not be started."))

    def _tidy(self, process: QProcess) -> None:
        process.deleteLater()
        if self._keys is not None:
            self._keys.deleteLater()
            self._keys = None
