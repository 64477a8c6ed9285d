"""Child processes that work for a page: typesetter, drawer, bringer of pictures, writer, voice."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess  # a class that the window's start does without

_END_MS = 2000  # until a process that was ended is gone


def ask(process: "QProcess", request: bytes) -> None:
    """Start a process, with all that it is asked on its standard input."""
    process.start()
    process.write(request)
    process.closeWriteChannel()


def drop(process: "QProcess") -> None:
    """End a process that nobody waits for any more, without a word of it."""
    process.blockSignals(True)
    _end(process)
    process.deleteLater()


def end_all(running: list["QProcess"]) -> None:
    """End processes whose owner goes, and empty the list of them."""
    for process in running:
        _end(process)
    running.clear()


def _end(process: "QProcess") -> None:
    process.kill()
    process.waitForFinished(_END_MS)
