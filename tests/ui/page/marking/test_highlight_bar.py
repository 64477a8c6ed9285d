"""The bar beside selected words: what it offers, where it stands, and that it takes no keyboard."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from reader.render.theme import DARK, LIGHT, Theme
from reader.ui.page.marking.highlight_bar import HighlightBar
from reader.ui.widgets.highlight_colours import NAMES, colour_of, words_for
from reader.ui.widgets.theme import Look
from tests.ui.pictures import at, box, is_near, picture


@pytest.fixture
def bar(page: QWidget) -> HighlightBar:
    return HighlightBar(LIGHT, page)


def seen(bar: HighlightBar) -> list[QAbstractButton]:
    return [each for each in bar.findChildren(QAbstractButton) if each.isVisible()]


def button(bar: HighlightBar, words: str) -> QAbstractButton:
    return next(each for each in bar.findChildren(QAbstractButton) if each.text() == words)


WORDS = [QRect(200, 100, 50, 20), QRect(50, 120, 300, 20)]


def test_it_offers_colours_a_quotation_and_a_copy_and_of_a_highlight_its_removal(bar: HighlightBar) -> None:
    assert bar.isHidden()
    bar.offer(WORDS, None)
    assert [each.text() for each in seen(bar)] == [*map(words_for, NAMES), "Quote in note", "Correct…", "Copy"]
    bar.offer(WORDS, "green")
    assert seen(bar)[-1].text() == "Remove"
    lefts = [each.geometry().left() for each in seen(bar)]
    assert lefts == sorted(lefts)
    assert all(one.right() < other.left() for one, other in zip(geometries(bar), geometries(bar)[1:], strict=False))


def geometries(bar: HighlightBar) -> list[QRect]:
    return [each.geometry() for each in seen(bar)]


def test_each_button_asks_for_what_it_says(bar: HighlightBar, qtbot: QtBot) -> None:
    bar.offer(WORDS, "green")
    for name in NAMES:
        with qtbot.waitSignal(bar.colour_chosen) as told:
            button(bar, words_for(name)).click()
        assert told.args == [name]
    for words, signal in (
        ("Quote in note", bar.quote_requested),
        ("Copy", bar.copy_requested),
        ("Remove", bar.remove_requested),
    ):
        with qtbot.waitSignal(signal):
            button(bar, words).click()


def test_it_takes_no_keyboard_and_shows_an_arrow(bar: HighlightBar) -> None:
    assert bar.cursor().shape() == Qt.CursorShape.ArrowCursor
    for each in bar.findChildren(QAbstractButton):
        assert each.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert each.testAttribute(Qt.WidgetAttribute.WA_Hover)
    for name in NAMES:
        assert button(bar, words_for(name)).toolTip() == words_for(name)


def test_it_stands_below_the_last_words_in_the_middle_of_their_end(bar: HighlightBar) -> None:
    bar.offer(WORDS, None)
    assert bar.geometry().top() == WORDS[-1].bottom() + 6
    assert bar.geometry().left() == WORDS[-1].right() - bar.width() // 2


def test_where_there_is_no_room_below_it_stands_above_the_first(bar: HighlightBar) -> None:
    bar.offer([QRect(200, 500, 50, 20), QRect(50, 570, 300, 20)], None)
    assert bar.geometry().bottom() == 500 - 6 - 1
    bar.offer([QRect(200, -50, 50, 20), QRect(50, 590, 300, 20)], None)
    assert bar.geometry().top() == 4


def test_it_never_leaves_its_page(bar: HighlightBar, page: QWidget) -> None:
    bar.offer([QRect(0, 100, 5, 20)], None)
    assert bar.geometry().left() == 8
    bar.offer([QRect(650, 100, 49, 20)], None)
    assert bar.geometry().right() == page.width() - 9


def test_sizes_go_with_the_text(look: Look, bar: HighlightBar) -> None:
    font = bar.font()
    font.setPixelSize(26)
    for each in bar.findChildren(QAbstractButton):
        each.setFont(font)
    bar.offer(WORDS, None)
    copy = button(bar, "Copy")
    assert button(bar, words_for(NAMES[0])).sizeHint().toTuple() == (52, 52)
    assert copy.sizeHint().toTuple() == (QFontMetrics(font).horizontalAdvance("Copy") + 32, 52)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_dot_has_its_colour_and_that_of_the_highlight_a_ring(bar: HighlightBar, theme: Theme) -> None:
    bar.set_theme(theme)
    bar.offer(WORDS, "green")
    for name in NAMES:
        dot = button(bar, words_for(name))
        image = picture(dot)
        middle = at(image, dot.width() // 2, dot.height() // 2)
        assert is_near(middle, colour_of(name, is_dark=theme.is_dark).ground, 3)
        if theme is DARK:
            continue
        ring = box(image, image.rect(), theme.text, 60)
        assert ring.isEmpty() == (name != "green")
        if name == "green":
            assert 17 <= ring.width() <= 22
            assert abs(ring.center().x() - dot.width() // 2) <= 1
    assert is_near(at(picture(bar), 4, bar.height() // 2), theme.field)


def test_a_button_under_the_mouse_has_a_ground(bar: HighlightBar) -> None:
    bar.offer(WORDS, None)
    copy = button(bar, "Copy")
    assert not is_near(at(picture(copy), 4, 4), LIGHT.hover)
    QTest.mouseMove(copy)
    assert is_near(at(picture(copy), 4, 4), LIGHT.hover)
    copy.setDown(True)
    assert is_near(at(picture(copy), 4, 4), LIGHT.selected)
    words = box(picture(copy), copy.rect(), LIGHT.text, 60)
    assert abs(words.center().x() - copy.rect().center().x()) <= 2
