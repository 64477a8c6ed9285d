"""A check box that paints itself: its box, its tick, its ring, its words."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.widgets.theme import Look
from reader.ui.widgets.tick_box import TickBox
from tests.ui.pictures import at, box, is_near, picture


@pytest.fixture
def tick(look: Look, page: QWidget) -> TickBox:
    made = TickBox(look, "모두", page)
    made.move(50, 50)
    made.resize(made.sizeHint())
    made.show()
    QApplication.processEvents()
    return made


def test_it_is_as_wide_as_box_and_words_and_easily_hit(look: Look, page: QWidget, tick: TickBox) -> None:
    words = QFontMetrics(look.font())
    assert tick.sizeHint().width() == 17 + 6 + 8 + words.horizontalAdvance("모두")
    assert tick.sizeHint().height() == max(24, words.height() + 4)
    assert tick.minimumSizeHint() == tick.sizeHint()
    assert TickBox(look, "", page).sizeHint().toTuple() == (24, 24)
    for spot in (QPoint(1, 1), QPoint(tick.width() - 2, tick.height() - 2)):
        before = tick.isChecked()
        QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=spot)
        assert tick.isChecked() is not before


def test_the_box_stands_in_the_middle_with_its_words_behind(look: Look, tick: TickBox) -> None:
    seen, theme = picture(tick), look.theme
    top = (tick.height() - 17) // 2
    outline = box(seen, QRect(0, 0, 22, tick.height()), theme.muted, 20)
    assert outline == QRect(3, top, 17, 17)
    assert is_near(at(seen, 11, tick.height() // 2), theme.field)
    words = box(seen, seen.rect(), theme.text, 60)
    assert 26 <= words.left() <= 29


def test_a_tick_stands_on_the_accent_and_is_muted_where_it_cannot_be_changed(look: Look, tick: TickBox) -> None:
    tick.setChecked(True)
    seen, theme = picture(tick), look.theme
    assert box(seen, seen.rect(), theme.accent, 4).size().toTuple() == (17, 17)
    assert not box(seen, seen.rect(), theme.on_accent, 40).isEmpty()
    tick.setEnabled(False)
    seen = picture(tick)
    assert box(seen, seen.rect(), theme.accent, 4).isEmpty()
    assert box(seen, QRect(24, 0, 100, 100), theme.text, 40).isEmpty()
    assert not box(seen, QRect(24, 0, 100, 100), theme.muted, 40).isEmpty()


def test_a_ring_lies_around_the_box_while_the_keyboard_is_here(look: Look, tick: TickBox, qtbot: QtBot) -> None:
    assert box(picture(tick), tick.rect(), look.theme.focus).isEmpty()
    tick.setFocus()
    qtbot.waitUntil(tick.hasFocus)
    ring = box(picture(tick), QRect(0, 0, 25, tick.height()), look.theme.focus, 60)
    top = (tick.height() - 17) // 2
    assert ring == QRect(3, top, 17, 17).adjusted(-3, -3, 3, 3)


def test_the_box_says_that_the_mouse_is_on_it(look: Look, tick: TickBox) -> None:
    QTest.mouseMove(tick)
    assert is_near(at(picture(tick), 11, tick.height() // 2), look.theme.hover)
