"""A person at the window: keys, clicks and an input method, by events that go the way real ones go.

Keys and clicks enter at the platform's window, so that Qt itself decides who gets them: a popup, a shortcut, or the
widget that has the keyboard. Timers of the window run only in `wait_a_moment`, so that what happens does not hang on
how fast the machine is.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from reader.app import Shown, build
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.across.lens_view import LensView
from reader.ui.session.places import Place
from tests.ui.walk.library import ChangingLibrary
from tests.ui.walk.truth import is_covered

_NEVER = 10**8  # ms
_TAKERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}  # what a menu's entry is taken by
_LONGEST = 20  # s that an answer may take on a busy machine

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Desk:
    """One window on a library that changes, and whoever sits before it."""

    def __init__(self, library: ChangingLibrary) -> None:
        self.library = library
        self.pierced: list[str] = []  # actions that a bare key reached through something that covered the window
        self._covered = False
        self._waiting: int | None = None  # the number of the question that has no answer yet
        self._is_listening = False
        self.app, self.window = build(
            Profile(library.profile.places), Shown(language="en", theme="light", remembers=False)
        )
        self.window.session._timer.stop()
        self.window.sync_job.start = self.sync  # type: ignore[method-assign]  # in this process, and at once
        self.window.search_job._asked.connect(self._asked)
        self.window.show()
        self.window.activateWindow()
        self._until(lambda: self.window.is_ready)
        self._hold_timers()
        for name, action in self.window.actions_._actions.items():
            action.triggered.connect(lambda _checked=False, name=name: self._triggered(name))
        self.window.papers.table.setFocus()
        self.settle()

    # What a person does.

    def press(self, keys: str) -> None:
        """Press a key or a chord: "J", "Shift+J", "Ctrl+Z", "Esc", "G, P"."""
        for stroke in keys.split(", "):
            combination = QKeySequence(stroke)[0]
            key = combination.key()
            self._covered = is_covered() and key not in _TAKERS
            QTest.keyClick(self._front(), key, combination.keyboardModifiers())
            self._covered = False
            self.settle()

    def type(self, text: str) -> None:
        """Write text: Hangul by an input method that composes each syllable, anything else by keys."""
        for letter in text:
            if "가" <= letter <= "힣":
                self.compose(letter)
                self.commit(letter)
            else:
                self._covered = is_covered() and letter != " "
                QTest.keyClick(self._front(), letter)
                self._covered = False
        self.settle()

    def compose(self, syllable: str) -> None:
        """Let the input method show a syllable that is not finished."""
        QApplication.sendEvent(self._writer(), QInputMethodEvent(syllable, []))
        self.settle()

    def commit(self, syllable: str) -> None:
        """Let the input method hand out a finished syllable."""
        event = QInputMethodEvent("", [])
        event.setCommitString(syllable)
        QApplication.sendEvent(self._writer(), event)
        self.settle()

    def click(self, widget: QWidget, at: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton, held=NONE) -> None:  # type: ignore[no-untyped-def]
        """Click at a point of a widget, wherever Qt then sends it."""
        window = widget.window()
        point = widget.mapTo(window, at)
        if window.rect().contains(point):
            QTest.mouseClick(window.windowHandle(), button, held, point)
        self.settle()

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press at a point of a widget, move to another, and let go there."""
        window, left = widget.window(), Qt.MouseButton.LeftButton
        handle, begun, ended = window.windowHandle(), widget.mapTo(window, start), widget.mapTo(window, end)
        if window.rect().contains(begun) and window.rect().contains(ended):
            QTest.mousePress(handle, left, NONE, begun)
            QTest.mouseMove(handle, ended)
            QTest.mouseRelease(handle, left, NONE, ended)
        self.settle()

    def click_row(self, row: int, held: Qt.KeyboardModifier = NONE) -> None:
        """Click a paper of the list."""
        table = self.window.papers.table
        table.scrollTo(table.model().index(row, 0))
        self.click(table.viewport(), table.visualRect(table.model().index(row, 0)).center(), held=held)

    def click_paper(self, key: PaperKey, held: Qt.KeyboardModifier = NONE) -> None:
        """Click a paper of the list by its key."""
        row = self.window.papers._model.position(key)
        assert row is not None, f"{key} is not in the list"
        self.click_row(row, held)

    def click_place(self, place: Place) -> bool:
        """Click a line of the tree; False if it has none such in sight."""
        tree = self.window.tree
        index = tree._model.find(place)
        if self.window.panes.arrangement.tree_folded and not tree.isVisible():
            self.window.toolbar.sidebar.click()
            self.settle()
        if not index.isValid() or not tree.isVisible():
            return False
        tree.scrollTo(index)
        self.click(tree.viewport(), tree.visualRect(index).center())
        return True

    def scroll_page(self, to: float) -> None:
        """Scroll what is read, 0–1."""
        self.window.view.set_scroll_position(to)
        self.settle()

    # What happens meanwhile.

    def sync(self) -> None:
        """New posts are read, and the window looks at the library."""
        self.library.sync()
        self.look()

    def look(self) -> None:
        """The window looks for what others changed."""
        self.window.session.look_for_changes()
        self.settle()

    def wait_a_moment(self) -> None:
        """Nobody does anything for a second or two: all timers run out."""
        for _ in range(4):
            running = [timer for timer in self._held if timer.isActive()]
            for timer in running:
                timer.stop()
                timer.timeout.emit()
                self.settle()
            if not running:
                return

    def settle(self) -> None:
        """All that was begun is done: events are delivered, what goes on in turns has come to its end, and the search
        has answered what was typed.
        """
        pause = self.window.toolbar.search._pause
        self.app.processEvents()
        if pause.isActive():
            pause.stop()
            pause.timeout.emit()
        self._until(lambda: not (self._is_searching() or self._is_reading_across() or self._is_in_turns()))
        self.app.processEvents()
        front = QApplication.activeModalWidget() or self.window
        if QApplication.activePopupWidget() is None and not front.isActiveWindow():
            front.activateWindow()  # what a window manager does when a dialog is closed
            self.app.processEvents()

    def close(self) -> None:
        """Close what is open, and the window."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        while (dialog := QApplication.activeModalWidget()) is not None:
            dialog.close()
            self.app.processEvents()
        self.window.close()
        self.window.deleteLater()
        self.library.close()

    # Inside.

    def _hold_timers(self) -> None:
        window = self.window
        self._held = [
            window.browsing.counting._pause,
            window.session._calm,
            window.search_job._calm,
            window.notes._pause,
            window.notes._longest,
            window.linking._calm,
            window.searching.saved._calm,
            window.reading._later,
        ]
        for timer in (*self._held, window.toolbar.search._pause):
            _hold(timer)
        window.across.lensing.made.connect(self._hold_lens)

    def _hold_lens(self, view: LensView) -> None:
        self._held.append(view._passing._passing._calm)
        _hold(self._held[-1])

    def _asked(self, serial: int, _request: object) -> None:
        if not self._is_listening:
            self._is_listening = True
            worker = self.window.search_job._worker
            worker.answered.connect(self._answered)
            worker.failed.connect(self._answered)
        self._waiting = serial

    def _answered(self, serial: int, _answer: object) -> None:
        if serial == self._waiting:
            self._waiting = None

    def _is_searching(self) -> bool:
        return self._waiting == self.window.search_job._serial

    def _is_reading_across(self) -> bool:
        return any(self.window.across.job.is_waiting(name) for name in ("lens", "compare", "table"))

    def _until(self, is_so: Callable[[], bool]) -> None:
        last = time.monotonic() + _LONGEST
        while not is_so():
            if time.monotonic() > last:
                raise TimeoutError("the window did not get there")
            self.app.processEvents()
            time.sleep(0.001)

    def _is_in_turns(self) -> bool:
        browsing = self.window.browsing
        return browsing._listing.is_busy or browsing.counting._turns.is_busy

    def _triggered(self, name: str) -> None:
        if self._covered:
            self.pierced.append(name)

    def _front(self) -> QWindow:
        return QApplication.focusWindow() or self._handle()

    def _handle(self) -> QWindow:
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        handle = front.windowHandle()
        assert handle is not None
        return handle

    def _writer(self) -> QWidget:
        """Who is written to: the widget with the keyboard, in a menu if one is open. Other popups take no text."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            return popup.focusWidget() or popup
        return popup or QApplication.focusWidget() or self.window


def _hold(timer: QTimer) -> None:
    """Let a timer run out in `wait_a_moment` only."""
    if timer.isActive():
        timer.start(_NEVER)
    timer.setInterval(_NEVER)
