"""Questions about many papers, answered on a thread of their own: what is read there never holds the window up.

A question is a function of what is known there (`Knowing`); it gives its answer in pieces. Of questions by one name
only the newest is answered.
"""

import logging
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from reader.base.errors import ReaderError
from reader.base.leave import FREE, Leave
from reader.base.memory import give_back
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.ui.session.turns import leave_of

if TYPE_CHECKING:
    from PySide6.QtCore import QThread

    from reader.across.doubts import Examiner
    from reader.services.across.trends import LibraryOutlines

_log = logging.getLogger("reader.ui.session.across_job")

_MANY = 5_000  # appearances: of a library so large a part of 50 that came teaches nothing new
_SHARE = 50
_LONGEST_MS = 60_000  # for the piece of an answer under way, on a busy machine


class _Made(NamedTuple):
    """An examiner, and of which library it is."""

    generation: int
    appearances: int
    made: "Examiner"


class Knowing:
    """What a question may ask: a profile of its thread's own, and what was learned from its library."""

    def __init__(self, places: ProfilePaths, leave: Leave = FREE) -> None:
        self._profile = Profile(places)
        self.leave = leave
        self._examiner: _Made | None = None
        self._outlines: tuple[int, LibraryOutlines] | None = None

    @property
    def profile(self) -> Profile:
        """The profile, with the catalogue as it is now."""
        if self._profile.listing.is_stale():
            self._profile.reopen_listing()
        return self._profile

    def examiner(self) -> "Examiner":
        """Who doubts summaries; what it learned holds for one state, of a large library until much of it came."""
        from reader.services.across.examining import examiner_of  # with the grammar of numbers

        listing = self.profile.listing
        generation, appearances = listing.generation(), listing.totals().appearances
        if self._examiner is not None:
            is_same = self._examiner.generation == generation
            is_much = abs(appearances - self._examiner.appearances) * _SHARE >= appearances
            if is_same or (appearances >= _MANY and not is_much):
                return self._examiner.made
        self._examiner = None  # what it learned goes before the next one learns
        self._examiner = _Made(generation, appearances, examiner_of(listing, self.leave))
        return self._examiner.made

    def outlines(self) -> "LibraryOutlines":
        """Who knows the terms of all papers, for one state of the library."""
        from reader.services.across.trends import LibraryOutlines  # with the first page of the field

        generation = self.profile.listing.generation()
        if self._outlines is None or self._outlines[0] != generation:
            self._outlines = generation, LibraryOutlines(self.profile)
        return self._outlines[1]

    def close(self) -> None:
        """Close the profile."""
        self._profile.close()


Question = Callable[[Knowing], Iterator[object]]
Answered = Callable[[object], object]


class AcrossJob(QObject):
    """Asks, and hands out the pieces of answers in the window's own thread.

    Signals: `failed(str)` in words to be shown · `ended(str)` a question is answered to its end, or given up.
    """

    failed = Signal(str)
    ended = Signal(str)
    _asked = Signal(str, int, object)

    def __init__(self, places: ProfilePaths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._leave = leave_of(self)
        self._serials: dict[str, int] = {}
        self._takers: dict[str, Answered] = {}
        self._thread: QThread | None = None
        self._is_stopped = False

    def ask(self, name: str, question: Question, take: Answered) -> None:
        """Ask something; `take` is given each piece of the answer."""
        if self._is_stopped:
            return
        if self._thread is None:
            self._begin()
        self.forget(name)
        self._takers[name] = take
        self._asked.emit(name, self._serials[name], question)

    def forget(self, name: str) -> None:
        """No longer answer a question."""
        self._serials[name] = self._serials.get(name, 0) + 1
        self._drop(name)

    @property
    def is_busy(self) -> bool:
        """Whether any question has no answer yet, or not all of it."""
        return bool(self._takers)

    def is_waiting(self, name: str) -> bool:
        """Whether a question has no answer yet, or not all of it."""
        return name in self._takers

    def stop(self) -> None:
        """End the thread, as the window closes; nothing is asked any more."""
        self._is_stopped = True
        self._leave.end()
        for name in list(self._serials):
            self.forget(name)
        if self._thread is not None:
            self._thread.quit()
            self._thread.wait(_LONGEST_MS)  # a thread destroyed while it runs ends the process

    def _begin(self) -> None:
        from PySide6.QtCore import QThread  # it comes with the first question

        self._thread = QThread(self)
        self._worker = _Worker(self._places, self._leave, self._is_newest)
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.answer)
        self._worker.told.connect(self._deliver)
        self._worker.ended.connect(self._end)
        self._worker.failed.connect(self.failed)
        self._thread.finished.connect(self._worker.close)
        self._thread.start()

    def _is_newest(self, name: str, serial: int) -> bool:
        return self._serials.get(name) == serial

    @Slot(str, int, object)
    def _deliver(self, name: str, serial: int, piece: object) -> None:
        if self._is_newest(name, serial) and name in self._takers:
            self._takers[name](piece)

    @Slot(str, int)
    def _end(self, name: str, serial: int) -> None:
        if self._is_newest(name, serial):
            self._drop(name)

    def _drop(self, name: str) -> None:
        if self._takers.pop(name, None) is not None:
            self.ended.emit(name)


class _Worker(QObject):
    """Lives on the thread."""

    told = Signal(str, int, object)
    ended = Signal(str, int)
    failed = Signal(str)

    def __init__(self, places: ProfilePaths, leave: Leave, is_newest: Callable[[str, int], bool]) -> None:
        super().__init__()
        self._knowing = Knowing(places, leave)
        self._is_newest = is_newest

    @Slot(str, int, object)
    def answer(self, name: str, serial: int, question: Question) -> None:
        """Answer a question piece by piece, until there is a newer one."""
        try:
            if self._is_newest(name, serial):
                for piece in self._knowing.leave.before(question(self._knowing)):
                    self.told.emit(name, serial, piece)
                    if not self._is_newest(name, serial):
                        return
        except ReaderError as error:
            _log.info("%s: %s", name, error)
            if self._is_newest(name, serial):
                self.failed.emit(str(error))
        self.ended.emit(name, serial)
        give_back()  # many summaries were read

    @Slot()
    def close(self) -> None:
        """Close what was opened on this thread."""
        self._knowing.close()
