"""When a paper of the lens counts as read: it was in sight for a while, and then passed at the top.

Time counts only while the program is the one being used.
"""

from collections.abc import Callable, Collection

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from reader.ui.across.lens_canvas import LensCanvas

_CALM_MS = 300  # without another that passes, before those that did are told


class Passing(QObject):
    """Watches which papers are in sight, by their appearances' ids.

    Signals: `passed(list)` these were in sight long enough and have passed.
    """

    passed = Signal(list)

    def __init__(self, needed: Callable[[], float], parent: QObject) -> None:
        """`needed` says how many seconds a paper has to be in sight."""
        super().__init__(parent)
        self._needed = needed
        self._spent: dict[int, int] = {}  # ms in sight, until `_since`
        self._since: dict[int, int] = {}
        self._found: list[int] = []
        self._clock = QElapsedTimer()
        self._clock.start()
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self.tell)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._state_changed)

    def look(self, in_sight: Collection[int], is_above: Callable[[int], bool]) -> None:
        """These are in sight now; `is_above` says of one that no longer is whether it went by at the top."""
        now = self._clock.elapsed()
        for number in [number for number in self._spent if number not in in_sight]:
            if self._was_enough(number, now) and is_above(number):
                self._found.append(number)
                self._calm.start()
            self._forget(number)
        is_active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        for number in in_sight:
            if number not in self._spent:
                self._spent[number] = 0
                if is_active:
                    self._since[number] = now

    def finish(self, passed: Collection[int]) -> None:
        """One leaves: these count as passed as well, where they were in sight long enough."""
        now = self._clock.elapsed()
        self._found += [number for number in passed if number in self._spent and self._was_enough(number, now)]
        self._spent.clear()
        self._since.clear()
        self.tell()

    def drop(self) -> None:
        """Nothing is in sight any more, and nothing of it counts."""
        self._spent.clear()
        self._since.clear()

    def tell(self) -> None:
        """Say which have passed."""
        self._calm.stop()
        found, self._found = self._found, []
        if found:
            self.passed.emit(found)

    def _was_enough(self, number: int, now: int) -> bool:
        spent = self._spent[number] + (now - self._since[number] if number in self._since else 0)
        return spent >= self._needed() * 1000

    def _forget(self, number: int) -> None:
        self._spent.pop(number, None)
        self._since.pop(number, None)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        now = self._clock.elapsed()
        if state == Qt.ApplicationState.ApplicationActive:
            self._since = dict.fromkeys(self._spent, now)
        else:
            for number, since in self._since.items():
                self._spent[number] += now - since
            self._since.clear()


class RowsPassing(QObject):
    """The same for the rows of a canvas.

    Signals: `passed(list)` the keys of papers that count as read.
    """

    passed = Signal(list)

    def __init__(self, canvas: LensCanvas, needed: Callable[[], float]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._passing = Passing(needed, self)
        self._passing.passed.connect(self._tell)
        canvas.moved.connect(self._look)

    def finish(self) -> None:
        """One leaves: the current paper and those above it have passed, at the end of the page all that is in sight."""
        sight = self._canvas.seen()
        if not self._canvas.is_at_end and self._canvas.current in sight:
            sight = sight[: sight.index(self._canvas.current) + 1]
        self._passing.finish(sight)

    def drop(self) -> None:
        """Something else stands in the rows."""
        self._passing.drop()

    def _look(self) -> None:
        if self._canvas.isVisible():
            above = self._canvas.strip.row
            self._passing.look(self._canvas.seen(), lambda number: number in self._canvas.rows.rows[:above])

    def _tell(self, numbers: list[int]) -> None:
        keys = [key for number in numbers if (key := self._canvas.rows.key(number)) is not None]
        if keys:
            self.passed.emit(keys)
