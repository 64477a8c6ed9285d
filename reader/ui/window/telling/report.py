"""The report for whoever mends the program: versions, what is known of crashes, the end of the log."""

import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from reader import __version__
from reader.base import log


def versions() -> str:
    """Of what this program is made, in one line."""
    python, system = sys.version.split()[0], platform.platform()
    return (
        f"Daily Papers Reader {__version__}, Python {python}, PySide {pyside_version}, Qt {qVersion()}, {system},"
        f" {QGuiApplication.platformName()}"
    )


def report_of(traces: Sequence[str], folder: Path) -> str:
    """The report, with the traces that crashes left, the newest first; the log is in `folder`."""
    return "\n\n".join([versions(), *traces, f"The end of the log:\n{log.tail(folder)}\n"])
