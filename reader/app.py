"""The composition root of the window: places → settings → library, index, marks → window."""

import gc
import os
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from reader.base.errors import ReaderError
from reader.base.paths import resources
from reader.library.schema import delete
from reader.library.troubles import is_damage
from reader.marks.model import Clock, system_clock
from reader.marks.troubles import DamagedStoreError
from reader.services.profile import Profile
from reader.ui.start.traces import NO_TRACE, Trace, left_behind, watched

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reader.ui.start.frame import Frame
    from reader.ui.widgets.theme import ThemeSetting
    from reader.ui.window.window import MainWindow

_LIBRARIES = (
    "libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4"
    " libxcb-keysyms1 libxcb-shape0 fonts-noto-cjk"
)
_HEARING_MS = 300  # after the window is shown: nothing is painted any more
_GIVE_BACK_MS = 15_000
_AT_REST_MS = 1_000  # after the window is shown: list and paper are painted


class Shown(NamedTuple):
    """How the window is shown, where that is not left to the settings."""

    language: str = ""  # "ko" or "en"
    theme: str = ""  # "light" or "dark"
    remembers: bool = True  # where one was, from the last time and for the next
    is_another: bool = False  # beside one that is open already, which is the one that may stay ready


def open_window(profile: Profile, folder: Path | None, *, shown: Shown | None = None, paper: str | None = None) -> int:
    """Open the window, on `paper` if one is named, and stay until it is closed.

    Returns the exit code; raises ReaderError without a screen.
    """
    _need_screen()
    gc.disable()  # until the window stands: looking for garbage while modules load costs a tenth of the start
    if folder is not None:
        profile.make_folders()
        profile.settings.add_sources([folder])
    with watched(profile.places.cache) as trace:
        shown = shown or Shown()
        app = _begun(profile, shown)
        frame = _framed(profile, shown, paper)
        window = _built(app, profile, shown, trace, frame)
        _sync_when_it_stands(window)
        frame.hold(window)
        if paper:
            _go_to(window, profile, paper)
        _tell_of_last_end(window, profile.places.cache)
        _hear_second_starts(window, profile)
        return int(app.exec())


def _built(app: "QApplication", profile: Profile, shown: Shown, trace: Trace, frame: "Frame") -> "MainWindow":
    """The window, after a word with the person where something is in its way. Raises ReaderError if it stays there."""
    try:
        return _filled(app, profile, shown, trace=trace, frame=frame)
    except DamagedStoreError as damage:
        from reader.ui.start.recovery import may_go_on  # hardly ever needed

        if not may_go_on(damage, profile.places):
            raise
        return _filled(app, profile, shown, trace=trace, frame=frame)
    except sqlite3.DatabaseError as error:  # of the catalogue: the first sync makes it anew
        if not is_damage(error):
            raise
        profile.close()
        frame.clear()
        delete(profile.places.catalogue)
        return _filled(app, profile, shown, trace=trace, frame=frame)
    except ReaderError as error:
        _tell(str(error))
        raise


def build(
    profile: Profile, shown: Shown, clock: Clock = system_clock, *, trace: Trace = NO_TRACE
) -> "tuple[QApplication, MainWindow]":
    """The application and its window, not yet shown. `clock` says what day it is; `trace` keeps reports of bugs."""
    app = _begun(profile, shown)
    return app, _filled(app, profile, shown, clock, trace=trace)


def _begun(profile: Profile, shown: Shown) -> "QApplication":
    """The application without a window. Raises ReaderError without Qt."""
    from reader.ui.start.pyside_start import load

    try:
        load(profile.places.cache / "pyside.bin")
        from PySide6.QtGui import QIcon  # Qt is imported when a window is wanted
    except ImportError as error:
        raise ReaderError(f"Qt cannot start: {error}. On Debian: apt-get install {_LIBRARIES}") from error
    from reader.ui.start.typing import input_methods
    from reader.ui.widgets.language import use_language
    from reader.ui.widgets.theme import application

    with input_methods():
        app = application(sys.argv)
    app.setApplicationName("daily-papers-reader")
    app.setApplicationDisplayName("Daily Papers Reader")
    app.setDesktopFileName("daily-papers-reader")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "app.svg")))
    use_language(app, shown.language or profile.settings.get("language"))  # widgets that are there would be told of it
    return app


def _framed(profile: Profile, shown: Shown, paper: str | None) -> "Frame":
    """The window's frame, on the screen with what it showed last where that is what it will show."""
    from reader.ui.start.frame import Frame

    frame = Frame(profile.places, shown.language, shown.theme)
    if paper is None:
        frame.show_picture()
    return frame


def _filled(
    app: "QApplication",
    profile: Profile,
    shown: Shown,
    clock: Clock = system_clock,
    *,
    trace: Trace = NO_TRACE,
    frame: "Frame | None" = None,
) -> "MainWindow":
    """The window, not yet shown."""
    from reader.ui.session.session import Session
    from reader.ui.start.crash import report_crashes
    from reader.ui.widgets.theme import Look, window_size

    if frame is not None:
        frame.keep_painted()
    from reader.ui.window.window import MainWindow

    if frame is not None:
        frame.keep_painted()
    size = window_size(profile.settings.get("text_size"))
    theme, density = cast("ThemeSetting", shown.theme or profile.settings.get("theme")), profile.settings.get("density")
    look = Look(app, theme, size, density=density, dressed=False)
    report_crashes(profile.places, trace)
    window = MainWindow(Session(profile, clock=clock), look, remembers=shown.remembers, frame=frame)
    window.may_stay = not shown.is_another
    look.dress()
    return window


def _tell(why: str) -> None:
    """Say in a message box why there is no window: whoever starts the program from a menu sees no standard error."""
    from PySide6.QtWidgets import QApplication, QMessageBox  # hardly ever needed

    if QApplication.instance() is not None and QApplication.platformName() != "offscreen":
        QMessageBox.critical(None, "Daily Papers Reader", why)


def _go_to(window: "MainWindow", profile: Profile, paper: str) -> None:
    """Open a paper before there is a pane to read it in; one that is not in the library is searched for."""
    try:
        key = profile.key_of(paper)
    except ReaderError:
        window.search(paper)  # which says in the window that there is none
        return
    window.choose_paper(key)


def _need_screen() -> None:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise ReaderError("There is no screen to open a window on. `daily-papers shot` draws it into a picture.")


def _sync_when_it_stands(window: "MainWindow") -> None:
    """Look for new posts when the window is painted: a child process beside it would make that slower."""

    def begin() -> None:
        gc.freeze()
        gc.enable()
        window.watching.begin()
        window.sync_status.look_by_itself()
        _keep_small(window)

    window.stands.connect(begin)


def _keep_small(window: "MainWindow") -> None:
    """Give back now and then what lists and searches of a large library needed for a moment."""
    from PySide6.QtCore import QTimer

    from reader.base.memory import give_back

    timer = QTimer(window, interval=_GIVE_BACK_MS)
    timer.timeout.connect(give_back)
    timer.start()


def _tell_of_last_end(window: "MainWindow", cache: Path) -> None:
    """Once the window is at rest, say whether an earlier one crashed."""
    from PySide6.QtCore import QTimer

    def look() -> None:
        if traces := left_behind(cache):
            from reader.ui.start.last_end import tell  # seldom needed

            tell(window, traces, cache)

    QTimer.singleShot(_AT_REST_MS, window, look)


def _hear_second_starts(window: "MainWindow", profile: Profile) -> None:
    """Soon after the first paint, be there for second starts: they hand over what they were to open."""
    from PySide6.QtCore import QTimer

    def listen() -> None:
        from reader.base.handover import address_of
        from reader.ui.start.second_starts import SecondStarts  # with Qt's network module

        starts = SecondStarts(address_of(profile.places), window)
        starts.asked.connect(lambda what: _open_for_other(window, profile, what))

    QTimer.singleShot(_HEARING_MS, window, listen)


def _open_for_other(window: "MainWindow", profile: Profile, what: str) -> None:
    """Come to the front, and open what a second start was to open."""
    from reader.base.links import paper_of_address

    window.come_forward()
    paper = paper_of_address(what) if what else None
    if paper:
        _go_to(window, profile, paper)
    elif what:
        window.folders.add(Path(what))
