"""An export in a child process: this same program, started as `export --events`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTemporaryFile, Signal

from reader.paths import Places
from reader.posts.model import PaperKey
from reader.ui.child import Command

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
        self._run: Command | None = None
        self._keys: QTemporaryFile | None = None

    @property
    def is_running(self) -> bool:
        """Whether an export is under way."""
        return self._run is not None

    def start(self, form: str, out: Path, which: Sequence[str] | Sequence[PaperKey], language: str) -> None:
        """Export to a file or folder; `which` are options of the command ("--bookmarked"), or keys of papers."""
        if self._run is not None:
            return
        chosen = list(which) if not which or which[0].startswith("--") else self._named(which)
        if chosen is None:
            self.failed.emit(self.tr("The papers to export could not be noted down: no room for temporary files."))
            return
        profile = ["--profile", str(self._places.profile)] if self._places.profile else []
        given = ["export", "--events", "--format", form, f"--out={out}", "--lang", language, *profile, *chosen]
        self._run = Command(given, self)
        self._run.told.connect(self._take)
        self._run.done.connect(self._succeed)
        self._run.failed.connect(self._fail)
        self._run.not_started.connect(self._give_up)
        self._run.start()

    def cancel(self) -> None:
        """Ask the export to stop; files it has written by then are whole."""
        if self._run is not None:
            self._run.cancel()

    def stop(self) -> None:
        """End the export, as the program ends."""
        run, self._run = self._run, None
        if run is not None:
            run.stop(_END_MS)

    def _named(self, keys: Sequence[str]) -> list[str] | None:
        """Keys of papers in a file of their own: there may be more than a command line takes. None without room."""
        file = QTemporaryFile(self)
        text = "".join(f"{json.dumps(key)}\n" for key in keys).encode()
        if not file.open() or file.write(text) != len(text) or not file.flush():
            return None
        file.close()  # it stays until this object goes
        self._keys = file
        return ["--keys", file.fileName()]

    def _take(self, event: dict[str, Any]) -> None:
        if event.get("event") == "progress":
            self.progressed.emit(event["done"], event["total"])

    def _succeed(self, result: dict[str, Any]) -> None:
        self._tidy()
        self.finished.emit(result)

    def _fail(self, message: str) -> None:
        self._tidy()
        self.failed.emit(message or self.tr("The export was cut off."))

    def _give_up(self) -> None:
        self._tidy()
        self.failed.emit(self.tr("The export could not be started."))

    def _tidy(self) -> None:
        self._run = None
        if self._keys is not None:
            self._keys.deleteLater()
            self._keys = None
