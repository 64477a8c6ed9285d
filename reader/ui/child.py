"""Child processes of this program: with a class of Qt's that the window's start does without."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

import reader


def child_process(parent: QObject, command: list[str]) -> QProcess:
    """A process to be started, in an environment in which this program finds itself again and talks UTF-8."""
    process = QProcess(parent)
    process.setProgram(command[0])
    process.setArguments(command[1:])
    environment = QProcessEnvironment.systemEnvironment()
    if not getattr(sys, "frozen", False):
        paths = [str(Path(reader.__file__).parent.parent), environment.value("PYTHONPATH")]
        environment.insert("PYTHONPATH", os.pathsep.join(path for path in paths if path))
    environment.insert("PYTHONIOENCODING", "utf-8")
    process.setProcessEnvironment(environment)
    return process


def failed_to_start(error: QProcess.ProcessError) -> bool:
    """Whether a process never ran; of all other errors its end is told as well."""
    return error is QProcess.ProcessError.FailedToStart
