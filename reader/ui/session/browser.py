"""Opening a web address, or a page that the program made, in the system's browser."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment, QUrl
from PySide6.QtGui import QDesktopServices

from reader.base.outgoing import web_address

_APPIMAGES = ("APPDIR", "APPIMAGE", "ARGV0", "OWD")


def open_link(address: str) -> bool:
    """Open an http or https address; nothing else is ever handed to the system. False if that could not be done."""
    given = web_address(address)
    return given is not None and _open(given)


def open_page(page: Path) -> bool:
    """Open an HTML file that the program wrote itself. False if that could not be done."""
    return page.suffix == ".html" and _open(page.as_uri())


def _open(address: str) -> bool:
    if getattr(sys, "frozen", False) and sys.platform.startswith("linux"):
        return _open_cleanly(address)
    return QDesktopServices.openUrl(QUrl(address))


def _open_cleanly(address: str) -> bool:
    """Start xdg-open without what PyInstaller's and an AppImage's start put into the environment: a browser that is
    an AppImage, or a shell script, would take it for its own.
    """
    environment = QProcessEnvironment.systemEnvironment()
    for name in environment.keys():  # noqa: SIM118  # no dictionary
        if name in _APPIMAGES or name.startswith(("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "PYSIDE6_", "_PYI_")):
            environment.remove(name)
    if "LD_LIBRARY_PATH_ORIG" in os.environ:  # where PyInstaller keeps the person's own
        environment.insert("LD_LIBRARY_PATH", os.environ["LD_LIBRARY_PATH_ORIG"])
    browser = QProcess()
    browser.setProgram("xdg-open")
    browser.setArguments([address])
    browser.setProcessEnvironment(environment)
    return bool(browser.startDetached())
