"""Telling, after a start, that the program ended unexpectedly the last time: a small box that stands in nobody's way.

Its report is for whoever mends the program: versions, what is known of the crash, the end of the log. The person sees
all of it, and it goes no further than the clipboard.
"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from reader.ui.window.telling.report import report_of

if TYPE_CHECKING:
    from reader.ui.window.window import MainWindow

_log = logging.getLogger("reader.ui.start.last_end")


def tell(window: "MainWindow", traces: list[str], folder: Path) -> QMessageBox:
    """Say that the last window ended unexpectedly, and offer the report. Everything goes on meanwhile."""
    report = report_of(traces, folder)
    for trace in traces:
        _log.error("the program ended unexpectedly:\n%s", trace)
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setModal(False)
    box.setIcon(QMessageBox.Icon.Information)
    box.setWindowTitle("Daily Papers Reader")
    box.setText(QCoreApplication.translate("LastEnd", "The program ended unexpectedly the last time."))
    box.setInformativeText(
        QCoreApplication.translate(
            "LastEnd",
            "Notes and bookmarks are saved as you go, so they are here. If you tell somebody of this, add the report:"
            " versions, the place of the error, and the last lines of the log. It is sent nowhere by itself.",
        )
    )
    box.setDetailedText(report)
    copy = box.addButton(QCoreApplication.translate("LastEnd", "Copy report"), QMessageBox.ButtonRole.AcceptRole)
    close = box.addButton(QMessageBox.StandardButton.Close)
    box.setDefaultButton(close)
    box.setEscapeButton(close)

    def take() -> None:
        QGuiApplication.clipboard().setText(report)
        window.status.show_message(QCoreApplication.translate("LastEnd", "The report was copied."))

    copy.clicked.connect(take)
    box.show()
    return box
