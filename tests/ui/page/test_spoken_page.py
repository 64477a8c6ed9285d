"""The page as a screen reader has it: document, headings, paragraphs, links, tabs that can be pressed."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.library.model import Appearance, PaperRecord
from reader.posts.parse import parse
from reader.render.theme import LIGHT
from reader.ui.page.header.section_header import SectionHeader
from reader.ui.page.header.section_tabs import SectionTabs
from reader.ui.page.section_view import SectionView
from reader.ui.page.spoken_page import SpokenPage, spoken_page
from reader.ui.widgets.accessible import SpokenButton, install, spoken
from tests.factories import paper, post

Role = QAccessible.Role
NAME = QAccessible.Text.Name
SECTIONS = {"Method": "Ice flows. See [the data](https://example.org/data) for it.", "Results": "It **melts**."}


def record(title: str, sections: dict[str, str]) -> PaperRecord:
    text = post([paper(1, title, "https://arxiv.org/abs/2501.00001", sections)])
    read = parse(text.encode(), "2025-01-02-a.md")
    only = read.papers[0]
    appearance = Appearance(1, read.name, "/nowhere", "Daily", read.day, read.published, read.tags, only)
    return PaperRecord(only.key, only.arxiv_id, only.title, read.day, (appearance,))


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[SectionView]:
    install(spoken_page)
    made = SectionView(LIGHT)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_paper(record("A Paper on Glaciers", SECTIONS))
    yield made


def inside(view: SectionView) -> list[QAccessibleInterface]:
    page = spoken(view._browser)
    assert isinstance(page, SpokenPage)
    return [each for number in range(page.childCount()) if (each := page.child(number)) is not None]


def test_the_page_is_a_document_with_headings_text_and_links_in_order(view: SectionView) -> None:
    page = spoken(view._browser)
    assert page is not None
    assert (page.role(), page.text(NAME)) == (Role.Document, "Paper's text")
    said = [(part.role(), part.text(NAME)) for part in inside(view)]
    text = said[said.index((Role.Heading, "Method")) :]
    assert text[:5] == [
        (Role.Heading, "Method"),
        (Role.Paragraph, "Ice flows. See the data for it."),
        (Role.Link, "the data"),
        (Role.Heading, "Results"),
        (Role.Paragraph, "It melts."),
    ]


def test_another_paper_is_read_anew(view: SectionView) -> None:
    before = [part.text(NAME) for part in inside(view)]
    view.show_empty("")
    view.show_paper(record("Another", {"Method": "Snow falls."}))
    after = [part.text(NAME) for part in inside(view)]
    assert "Snow falls." in after
    assert after != before


def test_the_title_is_a_heading(view: SectionView) -> None:
    title = view.findChild(SectionHeader).findChild(QWidget, "title")
    heading = spoken(title)
    assert heading is not None
    assert (heading.role(), heading.text(NAME)) == (Role.Heading, "A Paper on Glaciers")


def test_tabs_are_tabs_that_say_which_is_read_and_can_be_pressed(view: SectionView, qtbot: QtBot) -> None:
    row = view.findChild(SectionTabs)
    tabs = spoken(row)
    assert tabs is not None
    assert (tabs.role(), tabs.childCount()) == (Role.PageTabList, 2)
    second = tabs.child(1)
    assert isinstance(second, SpokenButton)
    assert (second.role(), second.text(NAME), second.state().selected) == (Role.PageTab, "Results", False)
    assert second.actionInterface().actionNames() == ["Press"]
    assert (second.textInterface(), second.valueInterface(), tabs.actionInterface()) == (None, None, None)
    assert tabs.child(0).state().selected
    with qtbot.waitSignal(row.tab_chosen) as chosen:
        second.actionInterface().doAction("Press")
    assert chosen.args == [1]
    assert tabs.indexOfChild(second) == 1


def test_every_part_says_where_it_is_on_the_screen(view: SectionView) -> None:
    parts = [part for part in inside(view) if part.role() in {Role.Heading, Role.Paragraph, Role.Link}]
    tops = [part.rect().top() for part in parts]
    assert tops == sorted(tops)
    assert all(part.rect().isValid() and part.window() is not None for part in parts)
