"""The line above the list: its title, how many there are, and the order that can be chosen."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.papers.paper_list_header import DUE_SORTS, PAPER_SORTS, SEARCH_SORTS, PaperListHeader
from reader.ui.widgets.theme import Look
from tests.ui.pictures import at, box, is_near, picture

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")  # menus, offscreen


@pytest.fixture
def header(look: Look, page: QWidget) -> PaperListHeader:
    made = PaperListHeader(look, page)
    made.resize(500, 42)
    made.sort.set_sorts(PAPER_SORTS, "newest")
    made.set_texts("All papers", "5 papers")
    made.show()
    return made


def test_title_number_and_order_stand_in_a_row_on_a_band(header: PaperListHeader, look: Look) -> None:
    assert (header.title.text(), header.detail.text(), header.sort.text()) == ("All papers", "5 papers · ", "Newest")
    assert header.height() == 42
    assert header.title.geometry().left() == 14
    assert header.detail.geometry().left() >= header.title.geometry().right() + 8
    assert header.sort.geometry().left() == header.detail.geometry().right() + 1
    assert header.sort.geometry().right() == 500 - 15
    image = picture(header)
    assert is_near(at(image, 3, 3), look.theme.panel)
    assert is_near(at(image, 3, 41), look.theme.line)
    assert not box(image, header.title.geometry(), look.theme.text, 40).isEmpty()
    assert not box(image, header.detail.geometry(), look.theme.muted, 40).isEmpty()
    header.set_texts("All papers", "")
    assert header.detail.text() == ""


@pytest.mark.parametrize(
    ("width", "title", "seen"), [(500, "A" * 60, True), (341, "A" * 60, True), (340, "A" * 60, False), (300, "A", True)]
)
def test_in_a_narrow_list_the_number_gives_way_to_the_title(
    header: PaperListHeader, width: int, title: str, seen: bool
) -> None:
    header.resize(width, 42)
    header.set_texts(title, "5 papers")
    assert header.detail.isVisible() == seen


def test_the_order_is_as_wide_as_its_word_and_its_arrow(header: PaperListHeader, look: Look) -> None:
    words = QFontMetrics(look.font(-1)).horizontalAdvance("Newest")
    assert header.sort.sizeHint().toTuple() == (words + 15, 24)
    assert header.sort.minimumSizeHint() == header.sort.sizeHint()
    header.sort.resize(header.sort.sizeHint())
    image = picture(header.sort)
    text = box(image, QRect(0, 0, words, 24), look.theme.muted, 40)
    assert text.left() <= 2
    arrow = box(image, QRect(words + 2, 0, 20, 24), look.theme.muted, 60)
    assert arrow.width() >= 3
    assert abs(arrow.center().y() - 12) <= 2
    assert header.sort.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert header.sort.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_the_order_is_lively_under_the_mouse_and_underlined_with_the_keyboard(
    header: PaperListHeader, look: Look, qtbot: QtBot
) -> None:
    sort = header.sort
    assert box(picture(sort), sort.rect(), look.theme.text, 40).isEmpty()
    QTest.mouseMove(sort)
    assert not box(picture(sort), sort.rect(), look.theme.text, 40).isEmpty()
    sort.setFocus()
    qtbot.waitUntil(sort.hasFocus)
    under = QRect(0, sort.height() - 5, sort.width(), 5)
    line = box(picture(sort), under, look.theme.accent, 120)
    assert line.left() == 0
    assert sort.width() - 15 <= line.right() <= sort.width() - 14


@pytest.mark.parametrize(
    ("sorts", "words"),
    [
        (PAPER_SORTS, ["Newest", "Oldest", "Title"]),
        (SEARCH_SORTS, ["Relevance", "Date"]),
        (DUE_SORTS, ["By day due"]),
    ],
)
def test_each_order_is_offered_in_words_and_the_present_one_ticked(
    header: PaperListHeader, sorts: tuple[str, ...], words: list[str]
) -> None:
    header.sort.set_sorts(sorts, sorts[-1])
    header.sort.click()
    [menu] = header.sort.findChildren(QMenu)
    assert [each.text() for each in menu.actions()] == words
    assert [each.isChecked() for each in menu.actions()] == [each == words[-1] for each in words]
    assert header.sort.accessibleName() == f"Order: {words[-1]}"
    menu.close()


def test_another_order_is_told_and_the_same_is_not(header: PaperListHeader, qtbot: QtBot) -> None:
    header.sort.click()
    [menu] = header.sort.findChildren(QMenu)
    with qtbot.waitSignal(header.sort.sort_chosen) as told:
        menu.actions()[1].trigger()
    assert told.args == ["oldest"]
    assert header.sort.text() == "Oldest"
    with qtbot.assertNotEmitted(header.sort.sort_chosen):
        menu.actions()[1].trigger()
    menu.close()


def test_the_number_gives_way_where_the_order_takes_a_longer_word(header: PaperListHeader, qtbot: QtBot) -> None:
    header.set_texts("Searches", "7 with some of the words")
    header.sort.set_sorts(SEARCH_SORTS, "date")
    header.resize(
        header.sort.sizeHint().width() + header.title.sizeHint().width() + header.detail.sizeHint().width() + 36, 42
    )
    assert not header.detail.isHidden()
    header.sort.set_sorts(SEARCH_SORTS, "relevance")
    qtbot.waitUntil(header.detail.isHidden)
    qtbot.waitUntil(lambda: header.sort.width() >= header.sort.sizeHint().width())


def test_the_order_is_written_as_small_as_the_number_beside_it(header: PaperListHeader, look: Look) -> None:
    sort = header.sort
    sort.set_sorts(SEARCH_SORTS, "relevance")
    for size in (20, 13):
        look.set_text_size(size)
        sort.resize(sort.sizeHint())
        image = picture(sort)
        words = QFontMetrics(look.font(-1)).horizontalAdvance("Relevance")
        ink = box(image, QRect(0, 0, sort.width() - look.px(12) - 1, sort.height()), look.theme.muted, 60)
        assert words - 6 <= ink.right() - ink.left() + 1 <= words


def test_the_arrow_has_the_colour_of_the_words(header: PaperListHeader, look: Look) -> None:
    sort = header.sort
    arrow = QRect(sort.width() - 12, 0, 12, sort.height())
    assert not box(picture(sort), arrow, look.theme.muted, 60).isEmpty()
    assert box(picture(sort), arrow, look.theme.text, 40).isEmpty()
    sort.setFocus()
    assert not box(picture(sort), arrow, look.theme.text, 40).isEmpty()
