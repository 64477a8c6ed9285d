"""Work that is not done in the window's own loop: syncing in a child process, searching on a thread.

The sync is this same program started again as `sync --events`; it writes one JSON object a line. Of searches only the
newest is delivered; each new one cancels the one before.
"""

import json
import logging
import os
import sys
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QThread, Signal, Slot

from reader.errors import ReaderError
from reader.finding import Finding, SearchSort
from reader.paths import Places
from reader.profile import Profile

_log = logging.getLogger("reader.ui.jobs")


class SyncJob(QObject):
    """A sync in a child process.

    Signals: `progressed(str, int, int)` stage "posts" or "index", done, total · `changed()` there is something new to
    show · `finished(dict)` what the sync reports · `failed(str)` in words to be shown.
    """

    progressed = Signal(str, int, int)
    changed = Signal()
    finished = Signal(dict)
    failed = Signal(str)

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._process: QProcess | None = None
        self._result: dict[str, Any] | None = None
        self._message = ""
        self._again = False

    def start(self) -> None:
        """Start a sync; if one is under way, another follows it."""
        if self._process is not None:
            self._again = True
            return
        self._result, self._message = None, ""
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._erred)
        self._process = process
        program, *arguments = child_command(self._places)
        process.start(program, arguments)

    def cancel(self) -> None:
        """Ask the sync to stop; what it did by then stays."""
        self._again = False
        if self._process is not None:
            self._process.write(b"cancel\n")

    def stop(self) -> None:
        """End the sync at once, as the window closes. A sync may be cut off at any point."""
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._read)
            process.finished.disconnect(self._ended)
            process.errorOccurred.disconnect(self._erred)
            process.kill()
            process.waitForFinished(2000)

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
            _log.warning("the sync said %r", line[:200])
            return
        match event.get("event"):
            case "progress":
                self.progressed.emit(event["stage"], event["done"], event["total"])
            case "changed":
                self.changed.emit()
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
        process.deleteLater()
        if self._result is not None:
            self.finished.emit(self._result)
        else:
            _log.warning("the sync ended with %s: %s", code, errors)
            last = errors.splitlines()[-1] if errors else self.tr("The sync was cut off.")
            self.failed.emit(self._message or last)
        if self._again:
            self._again = False
            self.start()

    @Slot(QProcess.ProcessError)
    def _erred(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._process.deleteLater()
            self._process = None
            self.failed.emit(self.tr("The sync could not be started."))


def child_command(places: Places) -> list[str]:
    """The command that syncs this profile with the program that runs now, frozen or not."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "reader"]
    profile = ["--profile", str(places.profile)] if places.profile else []
    return [*program, "sync", "--events", *profile]


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    if not getattr(sys, "frozen", False):
        paths = [package, environment.value("PYTHONPATH")]
        environment.insert("PYTHONPATH", os.pathsep.join(path for path in paths if path))
    environment.insert("PYTHONIOENCODING", "utf-8")
    return environment


class Question(NamedTuple):
    """A search to be done."""

    serial: int
    query: str
    sort: SearchSort
    as_you_type: bool


class SearchJob(QObject):
    """Searches on a thread of their own.

    Signals: `found(Finding)` the answer to the newest question · `failed(str)` in words to be shown · `unusable()`
    there is no index that can be trusted: sync, then ask again.
    """

    found = Signal(object)
    failed = Signal(str)
    unusable = Signal()
    _asked = Signal(object)

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._serial = 0
        self._places = places
        self._thread: QThread | None = None

    def _begin(self) -> None:
        """Start the thread; it is not needed before the first question."""
        self._thread = QThread(self)
        self._worker = _SearchWorker(self._places, lambda: self._serial)
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.answer)
        self._worker.answered.connect(self._deliver)
        self._worker.failed.connect(self._fail)
        self._worker.unusable.connect(self.unusable)
        self._thread.finished.connect(self._worker.close)
        self._thread.start()

    def ask(self, query: str, sort: SearchSort, *, as_you_type: bool = True) -> None:
        """Search for something; what was asked before is no longer answered."""
        if self._thread is None:
            self._begin()
        self._serial += 1
        self._asked.emit(Question(self._serial, query, sort, as_you_type))

    def forget(self) -> None:
        """No longer answer what was asked."""
        self._serial += 1

    def stop(self) -> None:
        """End the thread, as the window closes."""
        self._serial += 1
        if self._thread is not None:
            self._thread.quit()
            self._thread.wait(5000)

    @Slot(int, object)
    def _deliver(self, serial: int, finding: Finding) -> None:
        if serial == self._serial:
            self.found.emit(finding)

    @Slot(int, str)
    def _fail(self, serial: int, message: str) -> None:
        if serial == self._serial:
            self.failed.emit(message)


class _SearchWorker(QObject):
    """Lives on the search thread, with a profile of its own."""

    answered = Signal(int, object)
    failed = Signal(int, str)
    unusable = Signal()

    def __init__(self, places: Places, newest: Any) -> None:
        super().__init__()
        self._profile = Profile(places)
        self._newest = newest

    @Slot(object)
    def answer(self, question: Question) -> None:
        """Answer a question, unless there is a newer one."""
        from reader.search.index import IndexUnusable  # noqa: PLC0415  # whoosh comes with the first search, not before
        from reader.search.matching import Cancelled  # noqa: PLC0415

        if question.serial != self._newest():
            return
        try:
            self.answered.emit(question.serial, self._find(question))
        except Cancelled:
            return
        except IndexUnusable:
            self.unusable.emit()
        except ReaderError as error:
            self.failed.emit(question.serial, str(error))

    @Slot()
    def close(self) -> None:
        """Close what this thread opened."""
        self._profile.close()

    def _find(self, question: Question) -> Finding:
        from reader.find import find  # noqa: PLC0415

        if self._profile.listing.is_stale():
            self._profile.reopen_listing()
        return find(
            self._profile.index,
            self._profile.listing,
            question.query,
            snippets=200,
            sort=question.sort,
            marks=self._profile.marks,
            as_you_type=question.as_you_type,
            cancelled=lambda: question.serial != self._newest(),
        )
