"""What is dropped on a widget from elsewhere."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_path(dropped: QMimeData) -> Path | None:
    """The one file or folder that is dropped; None for several, and for what is no file of this computer."""
    urls = dropped.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
