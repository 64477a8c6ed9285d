"""A window off-screen in which somebody types a note until it is killed: keys, and Hangul by an input method.

    python -m tests.faults.typing_window PROFILE SAID SEED

After each letter SAID has a line more: when that was (s, of the clock that all processes share) and how many letters
the note has by now. The letters are those of `letters(SEED)`.
"""

import itertools
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.ui.window.window import MainWindow

_SIGNS = "abc defg 가나 다라마바 0123"
_PAUSES = (0.02, 0.05, 0.05, 0.1, 0.1, 0.15, 0.3, 0.7)  # s between letters


def letters(seed: int) -> Iterator[str]:
    """What is typed, without an end; no blank stands first."""
    chance = random.Random(seed)
    return itertools.chain("x", (chance.choice(_SIGNS) for _ in itertools.count()))


def main(place: Path, said: Path, seed: int) -> None:
    """Open the window and type."""
    app, window = build(Profile(ProfilePaths.of(place)), Shown(language="en", theme="light", remembers=False))
    window.sync_job.start = lambda: None  # type: ignore[method-assign]  # nothing but the note is written
    window.show()
    while not window.is_ready:
        app.processEvents()
    window.papers.table.setFocus()
    window.papers.table.selectRow(0)
    app.processEvents()
    QTest.keyClick(_front(window), "e")  # as one begins to write a note
    app.processEvents()
    with said.open("ab", buffering=0) as out:
        typist = _Typist(window, out.fileno(), seed)
        app.exec()
    del typist  # which typed until here


class _Typist:
    """Types letter after letter, with a pause after each."""

    def __init__(self, window: MainWindow, said: int, seed: int) -> None:
        self._window = window
        self._said = said
        self._letters = letters(seed)
        self._chance = random.Random(seed)
        self._typed = 0
        self._next = QTimer(window, singleShot=True, interval=0)
        self._next.timeout.connect(self._type)
        self._next.start()

    def _type(self) -> None:
        letter = next(self._letters)
        if letter.isascii():
            QTest.keyClick(_front(self._window), letter)
        else:
            self._compose(letter)
        self._typed += 1
        os.write(self._said, f"{time.monotonic():.4f} {self._typed}\n".encode())
        self._next.start(int(self._chance.choice(_PAUSES) * 1000))

    def _compose(self, letter: str) -> None:
        writer = QApplication.focusWidget()
        QApplication.sendEvent(writer, QInputMethodEvent(letter, []))
        done = QInputMethodEvent("", [])
        done.setCommitString(letter)
        QApplication.sendEvent(writer, done)


def _front(window: MainWindow) -> QWindow:
    front = window.windowHandle()
    assert front is not None
    return front


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
