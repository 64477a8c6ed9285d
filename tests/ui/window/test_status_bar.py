"""The line at the bottom."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words
from tests.ui.pictures import at, box, is_near, picture


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


def test_everything_has_its_place_on_a_slim_band(bar: StatusBar) -> None:
    look = bar._look
    bar.set_selected("3 selected")
    bar.set_right("Works offline")
    QApplication.processEvents()
    [selected, library, right] = sorted(
        (each for each in bar.findChildren(Words) if each.isVisible()), key=lambda each: each.geometry().left()
    )
    assert [selected.text(), library.text(), right.text()] == ["3 selected", "717 papers · 92 posts", "Works offline"]
    assert bar.height() == 26
    assert selected.geometry().left() == 14
    assert library.geometry().left() == selected.geometry().right() + 1 + 8
    assert right.geometry().right() == 900 - 14 - 1
    image = picture(bar)
    assert is_near(at(image, 3, 0), look.theme.line)
    assert is_near(at(image, 3, 10), look.theme.chrome)
    for words, colour in ((selected, look.theme.text), (library, look.theme.muted), (right, look.theme.muted)):
        assert not box(image, words.geometry(), colour, 40).isEmpty()


def test_progress_stands_before_its_button_at_the_end(bar: StatusBar) -> None:
    bar.set_right("Works offline")
    bar.show_progress(1, 9, "Reading")
    QApplication.processEvents()
    progress, cancel = bar.findChild(QProgressBar), _button(bar, "Cancel")
    assert (progress.width(), progress.height()) == (120, 4)
    assert not progress.isTextVisible()
    assert progress.accessibleName() == "Reading"
    assert cancel.geometry().left() == progress.geometry().right() + 1 + 8
    assert cancel.geometry().right() == 900 - 14 - 1
    assert (cancel.width(), cancel.height(), cancel.iconSize().width()) == (22, 22, 12)
    bar.end_progress()
    assert "Works offline" in [each.text() for each in bar.findChildren(Words) if each.isVisible()]


def test_an_error_is_red_and_a_message_is_not(bar: StatusBar) -> None:
    theme = bar._look.theme
    bar.show_error("The folder is gone")
    [words] = [each for each in bar.findChildren(Words) if each.text() == "The folder is gone"]
    assert not box(picture(bar), words.geometry(), theme.accent, 40).isEmpty()
    bar.show_message("2 posts read")
    assert box(picture(bar), words.geometry(), theme.accent, 40).isEmpty()
    assert not box(picture(bar), words.geometry(), theme.text, 40).isEmpty()
    assert _button(bar, "Close the message").accessibleName() == "Close the message"
