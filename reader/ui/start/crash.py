"""Bugs: what no part of the program expected is logged, kept as a report, and told to the person once.

Errors arrive from everywhere: slots, threads, and methods that Qt calls in the middle of painting or laying out
(`reader.ui.widgets.guarded`). So the box is shown in a turn of the loop of its own, and one at a time.
"""

import logging
import sys
import traceback
from collections import Counter
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from reader.base.paths import ProfilePaths
from reader.ui.start.traces import Trace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_log = logging.getLogger("reader.ui.start.crash")


def report_crashes(places: ProfilePaths, trace: Trace) -> None:
    """From now on exceptions that nobody caught are reported; the window stays open, so that nothing typed is lost."""
    sys.excepthook = _Crashes(places, trace).report


class _Crashes(QObject):
    """What is known of this process's bugs. One that comes from the same place of the program is the same again."""

    _came = Signal(str)

    def __init__(self, places: ProfilePaths, trace: Trace) -> None:
        super().__init__()
        self._places = places
        self._trace = trace
        self._times: Counter[object] = Counter()
        self._box: QMessageBox | None = None
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        place = (kind, *((frame.f_code, line) for frame, line in traceback.walk_tb(trace)))
        self._times[place] += 1
        times = self._times[place]
        if times > 1:
            if times in (10, 100, 1000, 10_000):  # a bug in painting comes with every frame
                _log.error("a bug for the %dth time: %s: %s", times, kind.__name__, error)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        _log.error("a bug:\n%s", text)
        self._trace.add(text)
        _print(text)
        self._came.emit(text)

    def _tell(self, text: str) -> None:
        if self._box is not None:  # it is in the log; one box is enough
            return
        from PySide6.QtWidgets import QMessageBox  # seldom needed

        from reader.ui.window.telling.report import versions

        path = self._places.cache / f"crash-{datetime.now().astimezone():%Y%m%d-%H%M%S}.txt"
        try:
            path.write_text(f"{versions()}\n\n{text}", encoding="utf-8")
        except OSError as error:
            _log.warning("the report could not be written: %s", error)
        box = self._box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(
            QCoreApplication.translate(
                "Crash", "Something in the program went wrong. Your notes and bookmarks are safe."
            )
        )
        box.setInformativeText(QCoreApplication.translate("Crash", "A report is in %1").replace("%1", str(path)))
        box.setDetailedText(text)
        box.finished.connect(self._closed)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _closed(self) -> None:
        self._box = None


def _print(text: str) -> None:
    """To standard error, which a program that was started from a menu may not have."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
    except OSError as error:
        _log.info("standard error takes nothing: %s", error)
