"""Which file a picture of a post is, for the window: what is not on this disk yet is brought here by a child process.

A page has the picture's caption first, and is written again when its pictures came, as it is for formulas.
"""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.base.paths import this_program
from reader.library.model import Appearance
from reader.services.pictures.finding import Absent, PictureFinder
from reader.services.profile import Profile
from reader.ui.page.children import ask, end_all

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

_AGAIN_MS = 10 * 60_000  # after which a picture that could not be brought is tried again


class PictureFiles(QObject):
    """Finds pictures, and has those brought that a page wants.

    Signals: `came()` when pictures that were wanted came.
    """

    came = Signal()

    def __init__(self, profile: Profile, may_fetch: Callable[[], bool], parent: QObject | None = None) -> None:
        """`may_fetch`: whether other computers may be asked now."""
        super().__init__(parent)
        self._profile = profile
        self._may_fetch = may_fetch
        self._finder = PictureFinder(profile)
        self._wanted: dict[Absent, None] = {}
        self._asked: list[Absent] = []  # in the order the answers come
        self._failed: set[Absent] = set()
        self._process: QProcess | None = None
        self._running: list[QProcess] = []
        self.destroyed.connect(partial(end_all, self._running))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._start)
        self._later = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._later.timeout.connect(self._failed.clear)

    @property
    def waiting(self) -> bool:
        """Whether pictures are on their way."""
        return self._process is not None or self._soon.isActive()

    def find(self, picture: str, appearance: Appearance) -> Path | None:
        """The file of a picture, by its address in a post; None where there is none, or none yet."""
        found = self._finder.find(picture, appearance.source, appearance.post)
        if not isinstance(found, Absent):
            return found
        if found not in self._failed and not (found.is_web and not self._may_fetch()):
            self._wanted[found] = None
            self._soon.start()
        return None

    def forget(self) -> None:
        """Another page is shown, or none: want nothing more. What is on its way may come."""
        self._wanted.clear()

    def look_again(self) -> None:
        """What may be fetched is another now: pages are to be written again."""
        self._failed.clear()
        self.came.emit()

    def _start(self) -> None:
        if self._process is not None or not self._wanted:
            return
        from reader.ui.session.child import child_process  # not before there is a picture

        self._asked, self._wanted = list(self._wanted), {}
        process = child_process(self, [*this_program(), *self._profile.places.arguments, "bring"])
        process.over.connect(self._ended)
        self._process = process
        self._running.append(process)
        ask(process, "".join(f"{json.dumps(absent)}\n" for absent in self._asked).encode())

    def _ended(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        said = bytes(process.readAllStandardOutput().data()).split()
        self._running.clear()
        process.deleteLater()
        brought = {absent for absent, word in zip(self._asked, said, strict=False) if word == b"true"}
        self._failed |= set(self._asked) - brought
        self._later.start()
        if brought:
            self.came.emit()
        self._start()
