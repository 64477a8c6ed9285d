"""Opening a web address in the system's browser."""

import os
import sys
from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_link(address: str) -> bool:
    """Open an http or https address; nothing else is ever handed to the system. False if that could not be done."""
    if urlsplit(address).scheme not in ("http", "https"):
        return False
    if getattr(sys, "frozen", False) and sys.platform.startswith("linux"):
        return _open_cleanly(address)
    return QDesktopServices.openUrl(QUrl(address))


def _open_cleanly(address: str) -> bool:
    """Start xdg-open without what PyInstaller's start puts into the environment, which would break the browser."""
    import subprocess  # noqa: PLC0415  # seldom needed

    ours = ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "_PYI_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    if "LD_LIBRARY_PATH_ORIG" in os.environ:
        environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH_ORIG"]
    try:
        subprocess.Popen(["xdg-open", address], env=environment, start_new_session=True)
    except OSError:
        return False
    return True
