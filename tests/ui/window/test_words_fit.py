"""No words of the window are cut: each place, view and dialog, at every size, in every language."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.services.profile import Profile
from reader.ui.gallery.scenes import NOW, SCENES, above, enter, leave, mark
from reader.ui.widgets.theme import window_size
from reader.ui.window.window import MainWindow
from tests.ui.fitting import SIZES, cut
from tests.ui.walk.library import ChangingLibrary

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus, off-screen
NARROW, WIDE = (800, 600), (1440, 900)


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    library = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    for number, day in enumerate(("2025-11-05", "2025-11-06", "2025-11-07")):
        library.write(day, [4 * number + each for each in range(1, 5)])
    library.sync()
    shown = Shown(language="en", theme="light", remembers=False)
    _, made = build(Profile(library.profile.places), shown, clock=lambda: NOW)
    made.resize(*WIDE)
    made.show()
    qtbot.waitUntil(lambda: made.is_ready)
    mark(made)
    yield made
    made.close()
    made.deleteLater()


def found_in(window: MainWindow, size: int, room: tuple[int, int]) -> list[str]:
    """What is cut in any scene at a size of text, in a window of some size."""
    window.look.set_text_size(window_size(size))
    window.resize(*room)
    found: list[str] = []
    for scene in SCENES:
        enter(window, scene)
        QTest.qWait(10)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # an answer may have come this moment
        for whole in (window, *above(window)):
            found += [f"{scene.name}, {size} px: {words}" for words in cut(whole)]
            if window.size().expandedTo(whole.size()) != window.size():
                found.append(f"{scene.name}, {size} px: {type(whole).__name__} is larger than the window")
        leave(window)
    return list(dict.fromkeys(found))


def test_no_words_of_the_window_are_cut(window: MainWindow, speak: Callable[[str], None]) -> None:
    speak("pseudo")
    found = [*found_in(window, 20, NARROW), *found_in(window, 28, WIDE)]
    assert not found, "\n".join(found)


@pytest.mark.slow  # every scene at every size
@pytest.mark.parametrize("language", ["ko", "en", "pseudo"])
def test_no_words_are_cut_at_any_size(window: MainWindow, speak: Callable[[str], None], language: str) -> None:
    speak(language)
    rooms = [(size, room) for size in SIZES for room in (NARROW, WIDE)]
    if language == "pseudo":  # of words a third longer, the largest need more than the smallest window
        rooms.remove((28, NARROW))
    found = [words for size, room in rooms for words in found_in(window, size, room)]
    assert not found, "\n".join(found)
