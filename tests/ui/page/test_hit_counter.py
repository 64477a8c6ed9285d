"""The plate with the place one is at: beside the text over the page, below it where the text is as wide as the page."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from reader.render.theme import LIGHT
from reader.ui.page.hit_counter import HitCounter
from reader.ui.page.page_browser import PageBrowser
from tests.ui.layouts import rows_of


@pytest.fixture
def browser(qtbot: QtBot) -> Iterator[PageBrowser]:
    made = PageBrowser(LIGHT)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("width", [420, 1600])
def test_the_plate_never_stands_on_the_text(browser: PageBrowser, width: int) -> None:
    browser.resize(width, 500)
    counter = HitCounter(browser, LIGHT)
    counter.show_count(0, 3)
    left, wide = browser.column
    beside = counter.x() >= left + wide
    below = counter.y() >= browser.viewport().geometry().bottom()
    assert beside or below
    assert beside == (width == 1600)


def test_without_places_the_page_has_all_its_room(browser: PageBrowser) -> None:
    browser.resize(420, 500)
    counter = HitCounter(browser, LIGHT)
    whole = browser.viewport().height()
    counter.show_count(1, 3)
    assert browser.viewport().height() < whole
    counter.show_count(0, 0)
    assert browser.viewport().height() == whole


def test_its_arrows_speak_the_language_of_the_moment(
    browser: PageBrowser, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    speak("en")
    counter = HitCounter(browser, LIGHT)
    speak("ko")
    qtbot.waitUntil(
        lambda: "Next place found (F3)" not in [each.toolTip() for each in counter.findChildren(QToolButton)],
        timeout=20_000,
    )


def test_number_and_arrows_stand_in_a_row_and_ask(browser: PageBrowser, qtbot: QtBot) -> None:
    browser.resize(1600, 500)
    counter = HitCounter(browser, LIGHT)
    counter.show_count(3, 12)
    row = rows_of(counter)
    assert (row.margins, row.spacing) == ((11, 3, 4, 3), 2)
    assert [part for part in row.parts if part] == [counter._count, counter._back, counter._on]
    assert (counter._count.text(), counter.accessibleName()) == ("3 / 12", counter._count.toolTip())
    counter.show_count(0, 12)
    assert counter._count.text() == "– / 12"
    for button, asked in ((counter._back, counter.previous_requested), (counter._on, counter.next_requested)):
        assert button.size().toTuple() == (24, 24)
        with qtbot.waitSignal(asked):
            button.click()
