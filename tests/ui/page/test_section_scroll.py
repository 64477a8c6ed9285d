"""Where somebody is in a paper that has just been shown."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.render.theme import LIGHT
from reader.ui.page.header.section_tabs import SectionTabs
from reader.ui.page.page_browser import PageBrowser
from reader.ui.page.section_scroll import SectionScroll


@pytest.fixture
def scroll(page: QWidget) -> SectionScroll:
    browser = PageBrowser(LIGHT, page)
    browser.resize(600, 300)
    browser.show()
    tabs = SectionTabs(LIGHT, browser.viewport())
    tabs.set_tabs(["One", "Two"])
    return SectionScroll(browser, tabs)


def test_a_new_paper_is_at_its_first_section_without_a_word(scroll: SectionScroll, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(scroll.section_changed):
        scroll.begin(["one", "two"])
    assert (scroll.section, scroll.count, scroll.chosen, scroll.position()) == (0, 2, None, 0.0)
    scroll.begin([])
    assert (scroll.section, scroll.count) == (-1, 0)
    scroll.go_to_section(0)
    assert scroll.section == -1


def test_a_section_is_gone_to_once(scroll: SectionScroll, qtbot: QtBot) -> None:
    scroll.begin(["one", "two"])
    with qtbot.waitSignal(scroll.section_changed) as changed:
        scroll.go_to_section(1)
    assert changed.args == [1]
    assert (scroll.section, scroll.chosen) == (1, 1)
    with qtbot.assertNotEmitted(scroll.section_changed):
        scroll.go_to_section(1)
        scroll.go_to_section(2)
    scroll.leave()
    assert scroll.count == 0
