"""While one page takes the place of another, nobody is led to the one that is gone."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.render.sheet import Page
from reader.render.theme import LIGHT
from reader.ui.page.page_browser import PageBrowser


@pytest.mark.usefixtures("qapp")
def test_places_of_the_page_before_are_none_while_the_next_is_taken(qtbot: QtBot) -> None:
    """Qt tells of another range in the middle of it; a block that is gone ended the program."""
    browser = PageBrowser(LIGHT)
    qtbot.addWidget(browser)
    browser.resize(500, 300)
    browser.show()
    QApplication.processEvents()
    long = "".join(f'<h2><a name="s{number}"></a>{number}</h2><p>{"words " * 60}</p>' for number in range(40))
    browser.set_page(Page(long, (), {}), 10, 0)
    names = [f"s{number}" for number in range(40)]
    assert browser.anchor_tops(names)[-1] > 1000
    told: list[int] = []
    browser.verticalScrollBar().rangeChanged.connect(lambda *_: told.append(len(browser._dressed.places)))
    browser.set_page(Page(f"<p>{'other ' * 4000}</p>", (), {}), 10, 0)
    assert told
    assert set(told) == {0}
