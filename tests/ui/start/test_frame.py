"""The frame of the window: the picture that a window leaves, and when the next start begins with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Shown, _begun, _filled, _framed
from reader.base.paths import ProfilePaths
from reader.marks.store import MarkStore
from reader.services.installed.reset import survey
from reader.services.profile import Profile
from reader.ui.session.places import Place
from reader.ui.start.frame import Frame
from reader.ui.window.window import MainWindow
from tests.ui.walk.library import ChangingLibrary

Start = Callable[[], tuple[Frame, MainWindow]]


@pytest.fixture
def library(tmp_path: Path) -> ChangingLibrary:
    library = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    for day in range(3, 9):
        library.write(f"2025-02-0{day}", [day * 3, day * 3 + 1, day * 3 + 2])
    library.sync()
    return library


@pytest.fixture
def places(library: ChangingLibrary) -> ProfilePaths:
    return library.profile.places


@pytest.fixture
def begin(places: ProfilePaths, qtbot: QtBot) -> Iterator[Callable[[], Frame]]:
    frames: list[Frame] = []

    def begin_once() -> Frame:
        shown = Shown(language="en", theme="light")
        profile = Profile(places)
        app = _begun(profile, shown)
        frame = _framed(profile, shown, None)
        frames.append(frame)
        frame.fill = lambda: _filled(app, profile, shown, frame=frame)  # type: ignore[attr-defined]
        return frame

    yield begin_once
    for frame in frames:
        frame.close()
        frame.deleteLater()


@pytest.fixture
def start(begin: Callable[[], Frame], qtbot: QtBot) -> Start:
    def start_once() -> tuple[Frame, MainWindow]:
        frame = begin()
        window = frame.fill()  # type: ignore[attr-defined]
        frame.hold(window)
        qtbot.waitUntil(lambda: window.is_ready, timeout=20_000)
        return frame, window

    return start_once


def kept(places: ProfilePaths) -> Path:
    return places.cache / "window.picture"


def image(frame: Frame) -> QImage:
    return frame.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> float:
    """The part of the bits that differ."""
    assert one.size() == other.size()
    difference = int.from_bytes(one.constBits()) ^ int.from_bytes(other.constBits())
    return difference.bit_count() / (8 * one.sizeInBytes())


def test_the_first_start_has_no_picture_and_the_next_shows_what_was_left(
    begin: Callable[[], Frame], start: Start, places: ProfilePaths, qtbot: QtBot
) -> None:
    frame, window = start()
    assert window.window() is frame
    window.papers.step(1)
    window.papers.step(1)
    qtbot.waitUntil(lambda: window.view.is_settled)
    QApplication.processEvents()
    title, seen = frame.windowTitle(), image(frame)
    assert window.state.record is not None and window.state.record.title in title
    frame.close()
    assert kept(places).is_file()

    again = begin()
    assert again.isVisible()
    assert again.windowTitle() == title
    assert again.size() == frame.size()
    assert differing(image(again), seen) < 0.001
    whole = again.fill()  # type: ignore[attr-defined]
    painted_early = []
    whole.laid_out.connect(lambda: painted_early.append(again.updatesEnabled()))
    again.hold(whole)
    assert painted_early == [False]  # the picture stands until all is laid out
    assert whole.is_ready
    QApplication.processEvents()
    assert differing(image(again), seen) < 0.005


def test_the_list_is_scrolled_as_it_was(start: Start) -> None:
    frame, window = start()
    frame.resize(900, 500)
    for _ in range(8):
        window.papers.step(1)
    window.papers.table.verticalScrollBar().setValue(window.papers.table.verticalScrollBar().value() + 40)
    height = window.papers.offset_of(window.state.key)
    assert height is not None
    frame.close()
    _, again = start()
    assert again.papers.offset_of(again.state.key) == height


@pytest.mark.parametrize("what", ["a bookmark", "another size", "a new post", "damage", "nothing there"])
def test_no_picture_of_what_is_no_longer_so(
    what: str, begin: Callable[[], Frame], start: Start, places: ProfilePaths, library: ChangingLibrary
) -> None:
    frame, window = start()
    key = window.state.key
    assert key is not None
    frame.close()
    if what == "a bookmark":
        with MarkStore(places.marks, places.backups) as marks:
            marks.set_bookmark(key, True)
    elif what == "another size":
        kept(places).write_bytes(kept(places).read_bytes().replace(b'"geometry": "', b'"geometry": "AAAA', 1))
    elif what == "a new post":
        library.write("2025-02-10", [40])
        library.sync()
    elif what == "damage":
        kept(places).write_bytes(kept(places).read_bytes()[:-1000])
    else:
        kept(places).unlink()
    assert not begin().isVisible()


def test_no_picture_is_left_of_what_no_start_shows(start: Start, places: ProfilePaths) -> None:
    frame, window = start()
    frame.close()
    assert kept(places).is_file()
    frame, window = start()
    window.browsing.show_place(Place("search", "paper"))
    frame.close()
    assert not kept(places).exists()


@pytest.mark.parametrize("action", ["lens", "reading_mode", "find_in_page"])
def test_no_picture_is_left_of_what_stands_in_front(action: str, start: Start, places: ProfilePaths) -> None:
    frame, window = start()
    window.actions_[action].trigger()
    frame.close()
    assert not kept(places).exists()


def test_no_picture_is_left_of_a_wide_view(start: Start, places: ProfilePaths, qtbot: QtBot) -> None:
    frame, window = start()
    window.actions_["table"].trigger()
    qtbot.waitUntil(lambda: not window.panes.is_usual(), timeout=20_000)
    frame.close()
    assert not kept(places).exists()


def test_what_closes_by_itself_is_not_in_the_picture(start: Start, begin: Callable[[], Frame]) -> None:
    frame, window = start()
    seen = image(frame)
    window.actions_["palette"].trigger()
    frame.close()
    assert differing(image(begin()), seen) < 0.001


def test_a_word_in_the_status_bar_is_not_in_the_picture(start: Start, begin: Callable[[], Frame]) -> None:
    frame, window = start()
    seen = image(frame)
    window.status.show_message("something that was just so")
    frame.close()
    assert differing(image(begin()), seen) < 0.001


def test_closed_while_it_shows_the_picture_it_closes_when_the_window_stands(
    begin: Callable[[], Frame], start: Start, qtbot: QtBot
) -> None:
    frame, _ = start()
    frame.close()
    again = begin()
    assert not again.close()
    assert again.isVisible()
    window = again.fill()  # type: ignore[attr-defined]
    again.hold(window)
    qtbot.waitUntil(again.isHidden, timeout=20_000)


def test_another_size_of_the_window_never_shows_half_a_picture(begin: Callable[[], Frame], start: Start) -> None:
    frame, _ = start()
    frame.close()
    again = begin()
    again.resize(again.size() - QSize(100, 60))
    colours = {image(again).pixel(x, y) for x in range(0, again.width(), 9) for y in range(0, again.height(), 9)}
    assert len(colours) == 1
    window = again.fill()  # type: ignore[attr-defined]
    again.hold(window)


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_window_that_stays_ready_is_hidden_with_its_frame(start: Start, places: ProfilePaths) -> None:
    frame, window = start()
    window.settings.set("stay_ready", True)
    frame.close()
    assert frame.isHidden() and not kept(places).exists()
    window.come_forward()
    assert frame.isVisible() and window.isVisible()
    window.quit()
    assert frame.isHidden() and kept(places).exists()


def test_a_start_that_is_to_open_a_paper_begins_without(start: Start, places: ProfilePaths) -> None:
    frame, _ = start()
    frame.close()
    asked = _framed(Profile(places), Shown(language="en", theme="light"), "2502.00001")
    assert not asked.isVisible()
    asked.deleteLater()


def test_a_picture_that_cannot_be_kept_is_no_trouble(start: Start, places: ProfilePaths) -> None:
    frame, _ = start()
    kept(places).mkdir()
    assert frame.close()


def test_all_that_a_window_leaves_in_the_cache_is_known_to_reset(start: Start, places: ProfilePaths) -> None:
    frame, _ = start()
    frame.close()
    assert kept(places).is_file()
    assert survey(places).left == ()
