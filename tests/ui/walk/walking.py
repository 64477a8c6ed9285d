"""A random walk through the window: a seed draws what is done, and after each step what has to hold is looked at.

A walk that fails is told by its last steps, and by the shortest replay that a little trying finds.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import QLocale, QMessageLogContext, QTimer, QtMsgType, QTranslator, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.ui.session import browser
from tests.ui.walk.acts import act
from tests.ui.walk.choices import choose
from tests.ui.walk.desk import Desk
from tests.ui.walk.library import ChangingLibrary
from tests.ui.walk.truth import count_disagreements, disagreements, is_covered, note_disagreement

_QUIET = ("This plugin does not support",)  # of the platform without a screen
_TOLD = 40  # steps
_TRYING = 90  # s spent on a shorter replay
_MENU_MS = 10_000


class FaultError(Exception):
    """Something did not hold."""


class Failure(NamedTuple):
    """A walk that did not end well."""

    seed: int
    steps: list[str]  # all of them, the last one failed
    what: str

    def __str__(self) -> str:
        told = "\n".join(f"    {step}" for step in self.steps[-_TOLD:])
        return f"seed {self.seed}, step {len(self.steps)}: {self.what}\n  the last steps:\n{told}"


def walk(seed: int, steps: int, told: Callable[[int], object] = lambda _: None) -> Failure | None:
    """Walk from a seed; what failed, if something did. `told` hears how many steps are done."""
    chance = random.Random(seed)
    done: list[str] = []
    with _desk() as (desk, troubles):
        for number in range(steps):
            done.append(choose(desk, chance))
            try:
                step(desk, done[-1], troubles)
            except FaultError as fault:
                return Failure(seed, done, str(fault))
            told(number + 1)
    return None


def replay(steps: Sequence[str]) -> str:
    """Do these steps at a new desk; what failed, "" if nothing did."""
    with _desk() as (desk, troubles):
        for line in steps:
            try:
                step(desk, line, troubles)
            except FaultError as fault:
                return str(fault)
    return ""


def shortened(failure: Failure, trying: float = _TRYING) -> list[str]:
    """A replay of few steps that fails in the same way, as far as a little trying finds one; [] if none does."""
    last = time.monotonic() + trying

    def fails(steps: Sequence[str]) -> bool:
        return _kind(replay(steps)) == _kind(failure.what)

    steps: list[str] = []
    for length in (20, 60, 200, 600, 2000):
        steps = failure.steps[-length:]
        if fails(steps):
            break
        if time.monotonic() > last or length >= len(failure.steps):
            return []
    size = max(1, len(steps) // 2)
    while size and time.monotonic() < last:
        at = 0
        while at < len(steps) and time.monotonic() < last:
            fewer = steps[:at] + steps[at + size :]
            if fails(fewer):
                steps = fewer
            else:
                at += size
        size //= 2
    return steps


def step(desk: Desk, line: str, troubles: list[str]) -> None:
    """Do one step and see that everything holds. Raises FaultError."""
    window = desk.window
    is_star = line == "B" and not is_covered() and _has_bare_keys(desk)
    before, targets = (
        (window.session.marks.keys("bookmarked"), set(window.state.targets())) if is_star else (set(), set())
    )
    try:
        with _menus_closed_in_the_end():
            act(desk, line)
        found = disagreements(window)
        if line == "wait":
            found += count_disagreements(window)
        if line == "save":
            found += note_disagreement(window)
        if is_star and (changed := before ^ window.session.marks.keys("bookmarked")) - targets:
            found.append(f"B marked {changed} instead of {targets}")
    except Exception as error:
        raise FaultError(f"{type(error).__name__} in the test: {error}") from error
    found += troubles
    found += [f"a bare key reached {name} through what covered the window" for name in desk.pierced]
    if found:
        raise FaultError(" · ".join(found))


@contextmanager
def _menus_closed_in_the_end() -> Iterator[None]:
    """A button opens its menu in a loop of Qt's own: a person closes it, and here nobody else would."""
    timer = QTimer(singleShot=True, interval=_MENU_MS)
    timer.timeout.connect(_close_menus)
    timer.start()
    try:
        yield
    finally:
        timer.stop()


def _close_menus() -> None:
    while popup := QApplication.activePopupWidget():
        popup.close()


def _has_bare_keys(desk: Desk) -> bool:
    focus = desk.app.focusWidget()
    panes = (desk.window.tree, desk.window.papers)
    return focus is not None and any(pane is focus or pane.isAncestorOf(focus) for pane in panes)


def _kind(what: str) -> str:
    """What a fault is about, without the papers and places it was found at."""
    return what.partition(":")[0].partition(" {")[0]


@contextmanager
def _desk() -> Iterator[tuple[Desk, list[str]]]:
    """A window on a small library of its own, and what goes wrong in it while it is open."""
    troubles: list[str] = []

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
        troubles.append(f"{kind.__name__}: {error} ({where})")

    def warned(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not message.startswith(_QUIET):
            troubles.append(f"Qt says: {message}")

    with tempfile.TemporaryDirectory(prefix="walk-") as folder:
        library = ChangingLibrary(Path(folder) / "posts", Path(folder) / "profile")
        library.write("2025-02-01", [1, 2, 3, 4])
        library.write("2025-02-10", [5, 6, 7])
        library.write("2025-03-09", [8, 9, 10, 11, 12])
        library.profile.settings.set("read_after", 600.0)
        library.sync()
        hook, handler = sys.excepthook, qInstallMessageHandler(warned)
        asking = QFileDialog.getSaveFileName, QFileDialog.getExistingDirectory, QFileDialog.getOpenFileName
        opening, browser.open_link = browser.open_link, lambda _address: True
        desk = Desk(library)
        sys.excepthook = caught
        QFileDialog.getSaveFileName = QFileDialog.getOpenFileName = lambda *_: ("", "")  # type: ignore[method-assign]
        QFileDialog.getExistingDirectory = lambda *_: ""  # type: ignore[method-assign]
        try:
            yield desk, troubles
        finally:
            desk.close()
            _speak_english(desk)
            sys.excepthook = hook
            qInstallMessageHandler(handler)
            browser.open_link = opening
            QFileDialog.getSaveFileName, QFileDialog.getExistingDirectory, QFileDialog.getOpenFileName = asking  # type: ignore[method-assign]


def _speak_english(desk: Desk) -> None:
    """What is translated in this process is translated no more."""
    for translator in desk.app.findChildren(QTranslator):
        desk.app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale("en"))
