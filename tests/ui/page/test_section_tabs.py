"""The row of section tabs: places, colours, and going along it by keys."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from reader.render.theme import LIGHT
from reader.ui.page.header.section_tabs import SectionTabs
from tests.ui.pictures import at, box, is_near, picture

NAMES = ["Introduction", "Method", "Results"]
LEFT, WIDTH = 50, 500


@pytest.fixture
def tabs(page: QWidget) -> SectionTabs:
    made = SectionTabs(LIGHT, page)
    made.resize(700, 40)
    made.set_column(LEFT, WIDTH)
    made.set_tabs(NAMES)
    made.resize(700, made.sizeHint().height())
    made.show()
    return made


def each(tabs: SectionTabs) -> list[QAbstractButton]:
    found = [one for one in tabs.findChildren(QAbstractButton) if one.isVisible()]
    return sorted(found, key=lambda one: one.geometry().left())


def test_tabs_stand_in_the_column_one_after_another(tabs: SectionTabs) -> None:
    assert [one.text() for one in each(tabs)] == NAMES
    assert tabs.count() == 3
    assert each(tabs)[0].geometry().left() == LEFT
    for one, other in zip(each(tabs), each(tabs)[1:], strict=False):
        assert other.geometry().left() == one.geometry().right() + 1 + 18
    bold = tabs.font()
    bold.setBold(True)
    for one in each(tabs):
        assert one.width() == QFontMetrics(bold).horizontalAdvance(one.text()) + 2
        assert one.height() == tabs.height() == QFontMetrics(tabs.font()).ascent() + 24
        assert one.accessibleName() == one.text()
        assert one.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert tabs.accessibleName() == "Sections"


@pytest.mark.parametrize("room", [40, 100, 150, 200])
def test_where_there_is_little_room_long_names_are_cut_and_gaps_close(tabs: SectionTabs, room: int) -> None:
    tabs.set_column(LEFT, room)
    widths = [one.width() for one in each(tabs)]
    gaps = {
        other.geometry().left() - one.geometry().right() - 1
        for one, other in zip(each(tabs), each(tabs)[1:], strict=False)
    }
    assert gaps == {10 if room >= 100 else 2}
    assert max(widths) <= max(24, room) and min(widths) >= min(22, room)
    if room >= 100:
        assert sum(widths) + 20 <= room
    QTest.mouseMove(each(tabs)[0])
    assert each(tabs)[0].toolTip() in ("", NAMES[0])


def test_the_current_tab_is_red_and_underlined_and_the_others_muted(tabs: SectionTabs) -> None:
    tabs.set_current(1)
    first, second, _ = each(tabs)
    assert [one.isChecked() for one in each(tabs)] == [False, True, False]
    image = picture(tabs)
    under = QRect(second.geometry().left(), tabs.height() - 2, second.width(), 2)
    assert box(image, under.adjusted(-5, -2, 5, 0), LIGHT.accent, 1).adjusted(0, 0, 0, 0).contains(under)
    words = second.geometry().adjusted(0, 0, 0, -6)
    assert not box(image, words, LIGHT.accent, 60).isEmpty()
    assert box(image, first.geometry(), LIGHT.accent, 40).isEmpty()
    assert not box(image, first.geometry(), LIGHT.muted, 40).isEmpty()
    middle = box(image, words, LIGHT.accent, 60).center().y()
    assert abs(middle - words.center().y()) <= 3


def test_a_hairline_is_below_the_column_and_once_text_is_scrolled_below_the_view(tabs: SectionTabs) -> None:
    tabs.set_current(-1)
    line = QRect(0, tabs.height() - 3, 700, 3)
    assert box(picture(tabs), line, LIGHT.line, 1) == QRect(LEFT, tabs.height() - 1, WIDTH, 1)
    tabs.set_stuck(True)
    assert box(picture(tabs), line, LIGHT.line, 1) == QRect(0, tabs.height() - 1, 700, 1)
    assert is_near(at(picture(tabs), 3, 3), LIGHT.page)


def test_a_click_chooses_and_the_program_says_nothing(tabs: SectionTabs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tabs.tab_chosen) as told:
        QTest.mouseClick(each(tabs)[2], Qt.MouseButton.LeftButton)
    assert told.args == [2]
    assert not each(tabs)[2].isChecked()  # the view says which is being read
    with qtbot.assertNotEmitted(tabs.tab_chosen):
        tabs.set_current(2)
    assert each(tabs)[2].isChecked()


def test_arrows_go_round_and_the_tab_with_the_keyboard_has_a_ring(tabs: SectionTabs, qtbot: QtBot) -> None:
    each(tabs)[0].setFocus()
    qtbot.waitUntil(each(tabs)[0].hasFocus)
    ring = box(picture(each(tabs)[0]), each(tabs)[0].rect(), LIGHT.focus, 30)
    assert ring.width() >= each(tabs)[0].width() - 2
    QTest.keyClick(each(tabs)[0], Qt.Key.Key_Left)
    assert each(tabs)[2].hasFocus()
    QTest.keyClick(each(tabs)[2], Qt.Key.Key_Right)
    assert each(tabs)[0].hasFocus()


def test_the_same_names_keep_their_tabs_and_begin_at_the_first(tabs: SectionTabs) -> None:
    before = each(tabs)
    tabs.set_current(2)
    tabs.set_tabs(NAMES)
    assert each(tabs) == before
    assert before[0].isChecked()
    tabs.set_tabs(["Only"])
    assert [one.text() for one in each(tabs)] == ["Only"]
    tabs.set_tabs([])
    assert tabs.sizeHint().height() == 0


def test_where_the_room_is_tight_only_the_current_word_takes_that_of_bold_letters(tabs: SectionTabs) -> None:
    bold = sum(one.sizeHint().width() for one in each(tabs)) + 10 * (tabs.count() - 1)
    tabs.set_column(LEFT, bold - 1)
    assert all(one.width() == one.width_now() for one in each(tabs))
    assert all(one.width() < one.sizeHint().width() for one in each(tabs) if not one.isChecked())
    tabs.set_current(2)
    assert each(tabs)[2].width() == each(tabs)[2].sizeHint().width()


def test_arrows_go_from_tab_to_tab_only_while_one_has_the_keyboard(tabs: SectionTabs) -> None:
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(tabs, key)
    assert not any(one.hasFocus() for one in each(tabs))
    each(tabs)[2].setFocus()
    QTest.keyClick(each(tabs)[2], Qt.Key.Key_Q)
    assert each(tabs)[2].hasFocus()
    QTest.keyClick(each(tabs)[2], Qt.Key.Key_Right)
    assert each(tabs)[0].hasFocus()
    QTest.keyClick(each(tabs)[0], Qt.Key.Key_Left)
    assert each(tabs)[2].hasFocus()
