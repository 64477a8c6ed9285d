"""Bugs: what no part of the program expected is logged, kept as a report, and told to the person once."""

import logging
import sys
import traceback
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader.base.paths import ProfilePaths

_log = logging.getLogger("reader.ui.start.crash")


def report_crashes(places: ProfilePaths) -> None:
    """From now on exceptions that nobody caught are reported; the window stays open, so that nothing typed is lost."""
    told: set[str] = set()

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        _log.error("a bug:\n%s", text)
        sys.stderr.write(text)
        if text not in told and QApplication.instance() is not None:
            told.add(text)
            _tell(places, text)

    sys.excepthook = report


def _tell(places: ProfilePaths, text: str) -> None:
    from PySide6.QtWidgets import QMessageBox  # seldom needed

    path = places.cache / f"crash-{datetime.now().astimezone():%Y%m%d-%H%M%S}.txt"
    try:
        path.write_text(f"Daily Papers Reader {__version__}, Python {sys.version}\n\n{text}", encoding="utf-8")
    except OSError as error:
        _log.warning("the report could not be written: %s", error)
    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(
        QCoreApplication.translate("Crash", "Something in the program went wrong. Your notes and bookmarks are safe.")
    )
    box.setInformativeText(QCoreApplication.translate("Crash", "A report is in %1").replace("%1", str(path)))
    box.setDetailedText(text)
    box.open()
