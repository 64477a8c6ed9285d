"""A command of this program's own about some papers, in a child process: exporting, asking arXiv, sending to Zotero."""

import json
import logging
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance

from reader.base.passing import PassingFolder
from reader.base.paths import ProfilePaths
from reader.posts.model import PaperKey
from reader.ui.session.jobs import ChildJob

_END_MS = 5000

_log = logging.getLogger("reader.ui.export.paper_job")


class PaperJob(ChildJob):
    """One run at a time.

    Signals: those of every job · `progressed(int, int)` papers done, total · `waiting(int)` a server asks to wait so
    many seconds.
    """

    progressed = Signal(int, int)
    waiting = Signal(int)

    def __init__(self, places: ProfilePaths, parent: QObject | None = None) -> None:
        super().__init__(places, parent)
        self._keys: PassingFolder | None = None

    def run(self, command: Sequence[str], which: Sequence[str] | Sequence[PaperKey]) -> None:
        """Run a command; `which` are options of it that say which papers ("--bookmarked"), or keys of papers."""
        if self.is_running:
            return
        chosen = list(which) if not which or which[0].startswith("--") else self._named(which)
        if chosen is None:
            self.failed.emit(self.tr("The papers could not be noted down: no room for temporary files."))
            return
        self._begin([*command, *chosen])

    def stop(self, wait: int = _END_MS) -> None:
        """End it, as the program ends; what it did by then stays."""
        super().stop(wait)
        self._forget_keys()

    def _named(self, keys: Sequence[str]) -> list[str] | None:
        """Keys of papers in a file of their own: there may be more than a command line takes. None without room."""
        try:
            self._keys = PassingFolder()
            file = self._keys.path / "keys"
            file.write_text("".join(f"{json.dumps(key)}\n" for key in keys), encoding="utf-8")
        except OSError as error:
            _log.info("no file for the keys of papers: %s", error)
            self._forget_keys()
            return None
        return ["--keys", str(file)]

    def _take(self, event: dict[str, Any]) -> None:
        if event.get("event") == "progress":
            self.progressed.emit(event["done"], event["total"])
        elif event.get("event") == "waiting":
            self.waiting.emit(round(event["seconds"]))

    def _end(self, told: SignalInstance, what: object) -> None:
        self._forget_keys()
        super()._end(told, what)

    def _forget_keys(self) -> None:
        """Remove their file at once: as the program ends, nothing that comes later is certain."""
        if self._keys is not None:
            self._keys.remove()
            self._keys = None

    def _cut_off(self) -> str:
        return self.tr("That was cut off.")

    def _not_started(self) -> str:
        return self.tr("That could not be started.")
