"""Child processes, of this program and of others: with a class of Qt's that the window's start does without."""

import json
import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

import reader
from reader.base.links import address_of_paper
from reader.base.paths import ProfilePaths, this_program, window_program

_log = logging.getLogger("reader.ui.session.child")

_APPIMAGES = ("APPDIR", "APPIMAGE", "ARGV0", "OWD")


class Child(QProcess):
    """A process that also tells its end where it could not be started.

    Signals: `over()` when it has ended, or could not be started.
    """

    over = Signal()

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.finished.connect(self.over)
        self.errorOccurred.connect(self._erred)

    def _erred(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # of all other errors its end is told as well
            self.over.emit()


def child_process(parent: QObject, command: list[str]) -> Child:
    """A process of this program to be started, in an environment in which it finds itself again and talks UTF-8."""
    environment = QProcessEnvironment.systemEnvironment()
    if not getattr(sys, "frozen", False):
        paths = [str(Path(reader.__file__).parent.parent), environment.value("PYTHONPATH")]
        environment.insert("PYTHONPATH", os.pathsep.join(path for path in paths if path))
    environment.insert("PYTHONIOENCODING", "utf-8")
    return _process(parent, command, environment)


def other_process(parent: QObject | None, command: list[str]) -> Child:
    """A process of another program to be started, without what PyInstaller's and an AppImage's start put into the
    environment: that program would look for its libraries among ours, or take our AppImage for its own.
    """
    environment = QProcessEnvironment.systemEnvironment()
    if getattr(sys, "frozen", False) and sys.platform.startswith("linux"):
        for name in environment.keys():  # noqa: SIM118  # no dictionary
            if name in _APPIMAGES or name.startswith(("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "PYSIDE6_", "_PYI_")):
                environment.remove(name)
        if "LD_LIBRARY_PATH_ORIG" in os.environ:  # where PyInstaller keeps the person's own
            environment.insert("LD_LIBRARY_PATH", os.environ["LD_LIBRARY_PATH_ORIG"])
    return _process(parent, command, environment)


def _process(parent: QObject | None, command: list[str], environment: QProcessEnvironment) -> Child:
    process = Child(parent)
    process.setProgram(command[0])
    process.setArguments(command[1:])
    process.setProcessEnvironment(environment)
    return process


def open_another_window(places: ProfilePaths, key: str | None, parent: QObject) -> bool:
    """Open a window beside the one there is, on a paper if one is named; whether it could be started.

    It is a process of its own, as two starts of the program are: there is nothing that two windows would have to share.
    """
    what = [address_of_paper(key)] if key else []
    process = child_process(parent, [*window_program(), "open", *what, "--new-window", *places.arguments])
    process.deleteLater()
    return bool(process.startDetached())


class Command(QObject):
    """One run of one of this program's own commands with `--events`: it writes one JSON object a line.

    Signals: `told(dict)` an event on the way · and at the end one of `done(dict)` the last event · `failed(str)` what
    it said of its failure, "" where it said nothing · `not_started()`.
    """

    told = Signal(dict)
    done = Signal(dict)
    failed = Signal(str)
    not_started = Signal()

    def __init__(self, arguments: list[str], parent: QObject) -> None:
        """`arguments` of this program, the command's name first."""
        super().__init__(parent)
        self._name = arguments[0]
        self._result: dict[str, object] | None = None
        self._message = ""
        self._process = child_process(self, [*this_program(), *arguments])
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._erred)

    def start(self) -> None:
        """Begin. One run is started once."""
        self._process.start()

    def cancel(self) -> None:
        """Ask it to stop; what it did by then stays."""
        self._process.write(b"cancel\n")

    def stop(self, wait: int = 0) -> None:
        """End it without another word: cancelled, where it is given `wait` ms for that, else killed."""
        self.blockSignals(True)
        self._process.finished.disconnect(self._ended)
        if wait:
            self.cancel()
        if not wait or not self._process.waitForFinished(wait):
            self._process.kill()
            self._process.waitForFinished(2000)
        self.deleteLater()

    def _read(self) -> None:
        while self._process.canReadLine():
            self._take(bytes(self._process.readLine().data()))

    def _take(self, line: bytes) -> None:
        try:
            event = json.loads(line)
        except ValueError:
            _log.warning("%s said %r", self._name, line[:200])
            return
        match event.get("event"):
            case "done":
                self._result = event
            case "failed":
                self._message = event["message"]
            case _:
                self.told.emit(event)

    def _ended(self, code: int) -> None:
        self._read()
        errors = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        self.deleteLater()
        if self._result is not None:
            self.done.emit(self._result)
            return
        _log.warning("%s ended with %s: %s", self._name, code, errors)
        self.failed.emit(self._message or (errors.splitlines()[-1] if errors else ""))

    def _erred(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # of all other errors its end is told as well
            self.deleteLater()
            self.not_started.emit()
