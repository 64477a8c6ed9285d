"""Opening a web address, or a page that the program made, in the system's browser."""

import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from reader.base.outgoing import web_address
from reader.ui.session.child import other_process


def open_link(address: str) -> bool:
    """Open an http or https address; nothing else is ever handed to the system. False if that could not be done."""
    given = web_address(address)
    return given is not None and _open(given)


def open_page(page: Path) -> bool:
    """Open an HTML file that the program wrote itself. False if that could not be done."""
    return page.suffix == ".html" and _open(page.as_uri())


def _open(address: str) -> bool:
    if getattr(sys, "frozen", False) and sys.platform.startswith("linux"):
        return bool(other_process(None, ["xdg-open", address]).startDetached())
    return QDesktopServices.openUrl(QUrl(address))
