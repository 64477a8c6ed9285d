"""The end of child processes that work for a page: typesetter, drawer, bringer of pictures."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess  # a class that the window's start does without


def end_all(running: list["QProcess"]) -> None:
    """End processes that nobody waits for any more, and empty the list of them."""
    for process in running:
        process.kill()
        process.waitForFinished(2000)
    running.clear()
