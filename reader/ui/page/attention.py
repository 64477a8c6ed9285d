"""When a paper counts as read: it was in front of the person for a moment, and they scrolled or moved on.

In front means that the view is to be seen and the program is the one being used; time in the background does not count.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.ui.widgets.guarded import guarded


@guarded
class Attention(QObject):
    """Watches one paper at a time.

    Signals: `given()` the paper watched was before the person long enough, and they scrolled in it or saw all of it;
    once for each paper.
    """

    given = Signal()

    def __init__(self, view: QWidget, is_whole: Callable[[], bool]) -> None:
        """`view` shows the paper; `is_whole` says whether all of it is in sight."""
        super().__init__(view)
        self._view = view
        self._is_whole = is_whole
        self._before = 0  # ms it was in front until it was last covered
        self._needed = 0  # ms
        self._watching = False
        self._scrolled = False
        self._clock = QElapsedTimer()  # runs while it is in front
        self._rest = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)  # others may be early
        self._rest.timeout.connect(self._look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        self._is_used = False  # the program is the one a person is at
        app.applicationStateChanged.connect(self._state_changed)
        view.installEventFilter(self)

    def begin(self, seconds: float) -> None:
        """Another paper is shown, that needs so much attention."""
        self._before, self._needed = 0, round(seconds * 1000)
        self._watching, self._scrolled = True, False
        self._clock.invalidate()
        self._state_changed(QGuiApplication.applicationState())

    def end(self) -> None:
        """Watch nothing."""
        self._watching = False
        self._rest.stop()

    def scrolled(self) -> None:
        """The person scrolled."""
        self._scrolled = True
        self._look()

    def was_enough(self) -> bool:
        """Whether the paper was in front long enough, to be asked when the person moves on."""
        return self._watching and self._spent() >= self._needed

    def _spent(self) -> int:
        return self._before + (self._clock.elapsed() if self._clock.isValid() else 0)

    def _look(self) -> None:
        if self.was_enough() and self._view.isVisible() and (self._scrolled or self._is_whole()):
            self.end()
            self.given.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """The view comes to the front, or goes behind the list of a narrow window."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._look_again()
        return False

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        self._is_used = state == Qt.ApplicationState.ApplicationActive
        self._look_again()

    def _look_again(self) -> None:
        """Time runs while the view is to be seen and the program is the one being used."""
        if not self._watching:
            return
        if self._is_used and self._view.isVisible():
            self._resume()
        else:
            self._before = self._spent()
            self._clock.invalidate()
            self._rest.stop()

    def _resume(self) -> None:
        if not self._clock.isValid():
            self._clock.start()
        self._rest.start(max(0, self._needed - self._spent()) + 1)
