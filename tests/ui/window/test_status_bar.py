"""The line at the bottom."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look


@pytest.fixture
def bar(qapp: QApplication, qtbot: QtBot) -> StatusBar:
    made = StatusBar(Look(qapp, "light"))
    qtbot.addWidget(made)
    made.resize(900, 26)
    made.set_library("717 papers · 92 posts")
    made.show()
    return made


def _button(bar: StatusBar, words: str) -> QToolButton:
    return next(b for b in bar.findChildren(QToolButton) if words in {b.text(), b.toolTip()})


def test_progress_comes_can_be_cancelled_and_goes(bar: StatusBar, qtbot: QtBot) -> None:
    progress = bar.findChild(QProgressBar)
    bar.show_progress(34, 92, "reading posts 34/92")
    assert (progress.isVisible(), progress.value(), progress.maximum()) == (True, 34, 92)
    with qtbot.waitSignal(bar.cancel_requested):
        qtbot.mouseClick(_button(bar, "Cancel"), Qt.MouseButton.LeftButton)
    bar.end_progress()
    assert not progress.isVisible()


def test_the_end_of_one_job_leaves_the_progress_of_another(bar: StatusBar) -> None:
    progress = bar.findChild(QProgressBar)
    sync, export = object(), object()
    bar.set_right("Works offline")
    bar.show_progress(1, 9, "Reading posts", of=sync)
    bar.show_progress(3, 5, "Exporting", of=export)
    assert (bar.shows(sync), bar.shows(export)) == (False, True)
    bar.end_progress(sync)
    assert (progress.isVisible(), progress.value(), progress.maximum()) == (True, 3, 5)
    bar.end_progress(export)
    assert not progress.isVisible()
    assert not bar.shows(export)


def test_what_cannot_be_cancelled_has_no_button_for_it(bar: StatusBar) -> None:
    bar.show_progress(1, 9, "Moving", cancellable=False)
    assert not _button(bar, "Cancel").isVisible()
    bar.show_progress(1, 9, "Reading")
    assert _button(bar, "Cancel").isVisible()


def test_a_message_has_details_and_is_closed_by_its_button(bar: StatusBar, qtbot: QtBot) -> None:
    bar.show_message("The folder is gone", "/a/b")
    assert bar.message() == "The folder is gone"
    with qtbot.waitSignal(bar.details_requested) as told:
        qtbot.mouseClick(_button(bar, "Details"), Qt.MouseButton.LeftButton)
    assert told.args == ["/a/b"]
    qtbot.mouseClick(_button(bar, "Close the message"), Qt.MouseButton.LeftButton)
    assert bar.message() == ""


def test_a_message_without_details_has_no_button_for_them(bar: StatusBar) -> None:
    bar.show_message("Nothing to be done")
    assert not _button(bar, "Details").isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_only_what_went_wrong_has_the_colour_for_it(qapp: QApplication, qtbot: QtBot, theme: str) -> None:
    look = Look(qapp, theme)
    bar = StatusBar(look)
    qtbot.addWidget(bar)
    bar.resize(900, 26)
    bar.show()

    def is_red() -> bool:
        picture = bar.grab().toImage()
        colours = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
        return any(colour.red() > colour.blue() + 60 for colour in colours)

    bar.show_error("The folder is gone")
    assert is_red()
    bar.show_message("Opened in the browser")
    assert not is_red()
    bar.show_error("No browser could be opened")
    assert is_red()
    bar.show_message("2 papers copied")
    assert not is_red()
