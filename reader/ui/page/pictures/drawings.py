"""Pictures of files decoded beside the window or a PDF's writer: a page has a place first, then is written with it.

A large photo takes half a second, a drawing made to do harm any time: neither may hold the window up or fill its
memory. The process that decodes is killed when it takes too long over one of them, and goes on with the next.
"""

import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from reader.base.paths import this_program
from reader.ui.page.children import ask, drop, end_all
from reader.ui.page.pictures.decoding import Wanted
from reader.ui.page.pictures.drawer import request_of

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

_Key = tuple[Wanted, int, int]  # with the file's time and size
_LONGEST = 15_000  # ms without an answer: the processor's time is held by the process itself
_MOST_DEATHS = 3  # on one page; then the rest of its pictures are not tried
_MOST_BYTES = 120_000_000
"""Of pixels known at a time. More pictures than that on one page stay places with their names."""


class Drawings(QObject):
    """The pictures decoded so far. The application has one.

    Signals: `drawn()` when all that were wanted are known.
    """

    drawn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[_Key, QImage | None] = {}
        self._wanted: dict[_Key, None] = {}
        self._asked: list[_Key] = []  # in the order the answers come
        self._read_so_far = b""
        self._deaths = 0
        self._process: QProcess | None = None
        self._running: list[QProcess] = []
        self.destroyed.connect(partial(end_all, self._running))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._start)
        self._patience = QTimer(self, singleShot=True, interval=_LONGEST)
        self._patience.timeout.connect(self._lose_patience)

    @property
    def waiting(self) -> bool:
        """Whether something is being decoded."""
        return bool(self._wanted)

    def get(self, wanted: Wanted) -> tuple[QImage | None, bool]:
        """A picture, None where there is none; and whether that is known by now. If not, it is wanted."""
        key = _key(wanted)
        if key not in self._known:
            self._wanted[key] = None
            self._soon.start()
            return None, False
        return self._known[key], True

    def forget(self) -> None:
        """Another page is shown, or none: want nothing any more, and keep no more than a page may have."""
        self._wanted.clear()
        self._deaths = 0
        self._end_process()
        while self._size() > _MOST_BYTES // 2:
            del self._known[next(iter(self._known))]

    def _start(self) -> None:
        if self._process is not None or not self._wanted:
            return
        from reader.ui.session.child import child_process  # not before there is a picture

        self._asked, self._read_so_far = list(self._wanted), b""
        process = self._process = child_process(self, child_command())
        process.readyReadStandardOutput.connect(self._read)
        process.over.connect(self._ended)
        self._running.append(process)
        ask(process, "".join(request_of(key[0]) for key in self._asked).encode())
        self._patience.start()

    def _read(self) -> None:
        if self._process is None:
            return
        self._read_so_far += bytes(self._process.readAllStandardOutput().data())
        while self._asked and (answer := _answer(self._read_so_far)):
            image, used = answer
            self._read_so_far = self._read_so_far[used:]
            self._learn(self._asked.pop(0), image)
            self._patience.start()

    def _learn(self, key: _Key, image: QImage | None) -> None:
        if image is not None:
            image.setDevicePixelRatio(key[0].ratio)
        fits = image is None or self._size() + image.sizeInBytes() <= _MOST_BYTES
        self._known[key] = image if fits else None
        self._wanted.pop(key, None)

    def _ended(self) -> None:
        self._read()
        if self._asked:  # what the process died of
            self._deaths += 1
            self._learn(self._asked[0], None)
        self._end_process()
        if self._deaths >= _MOST_DEATHS:
            self._known |= dict.fromkeys(self._wanted)
            self._wanted.clear()
        if self._wanted:
            self._start()
        else:
            self.drawn.emit()

    def _lose_patience(self) -> None:
        if self._process is not None:
            self._process.kill()  # and it is told to have ended

    def _end_process(self) -> None:
        process, self._process = self._process, None
        self._patience.stop()
        if process is not None:
            self._running.clear()
            drop(process)

    def _size(self) -> int:
        return sum(image.sizeInBytes() for image in self._known.values() if image is not None)


def drawings() -> Drawings:
    """The application's own: pictures that several views show are decoded once."""
    application = QCoreApplication.instance()
    assert application is not None
    found = application.findChild(Drawings)
    return found if isinstance(found, Drawings) else Drawings(application)


def child_command() -> list[str]:
    """The command that runs the drawer with the program that runs now, frozen or not."""
    if getattr(sys, "frozen", False):
        return [*this_program(), "draw"]
    return [sys.executable, "-m", "reader.ui.page.pictures.drawer"]


def _answer(read: bytes) -> tuple[QImage | None, int] | None:
    """The first answer in what was read, and how many bytes it took; None where it has not come whole."""
    line, newline, _ = read[:40].partition(b"\n")
    if not newline:
        return None
    width, height = json.loads(line)
    begin, length = len(line) + 1, width * height * 4
    if len(read) < begin + length:
        return None
    if not length:
        return None, begin
    pixels = read[begin : begin + length]
    return QImage(pixels, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy(), begin + length


def _key(wanted: Wanted) -> _Key:
    """What a picture is known by: one that was written anew is another."""
    try:
        found = Path(wanted.path).stat()
    except OSError:
        return wanted, 0, 0
    return wanted, found.st_mtime_ns, found.st_size
