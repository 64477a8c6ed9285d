"""The tick box as it is painted: its box, its tick, its ring and its words."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reader.ui.widgets.theme import Look
from reader.ui.widgets.tick_box import TickBox
from tests.ui.pictures import at, box, is_near, picture


@pytest.fixture
def ticked(look: Look, page: QWidget) -> TickBox:
    made = TickBox(look)
    made.setParent(page)
    made.setText("Read")
    made.resize(made.sizeHint())
    made.move(10, 10)
    made.show()
    return made


def test_it_has_room_for_its_box_its_ring_and_its_words_and_can_be_hit(ticked: TickBox, look: Look) -> None:
    words = QFontMetrics(look.font())
    assert ticked.sizeHint().toTuple() == (17 + 6 + 8 + words.horizontalAdvance("Read"), max(24, words.height() + 4))
    assert ticked.minimumSizeHint() == ticked.sizeHint()
    ticked.setText("")
    assert ticked.sizeHint().toTuple() == (24, max(24, words.height() + 4))
    for place in (QPoint(1, 1), QPoint(20, 20)):
        QTest.mouseClick(ticked, Qt.MouseButton.LeftButton, pos=place)
    assert not ticked.isChecked()


def test_the_box_stands_in_the_middle_and_is_filled_when_it_is_ticked(ticked: TickBox, look: Look) -> None:
    theme, top = look.theme, (ticked.height() - 17) // 2
    outline = box(picture(ticked), QRect(0, 0, 26, ticked.height()), theme.muted)
    assert outline == QRect(3, top, 17, 17)
    assert is_near(at(picture(ticked), 3 + 8, top + 8), theme.field)
    ticked.setChecked(True)
    filled = picture(ticked)
    assert box(filled, QRect(0, 0, 26, ticked.height()), theme.accent) == QRect(3, top, 17, 17)
    tick = box(filled, QRect(4, top + 1, 15, 15), theme.on_accent, 120)
    assert 6 <= tick.width() <= 13
    assert 4 <= tick.height() <= 13


def test_what_cannot_be_changed_is_muted(ticked: TickBox, look: Look) -> None:
    ticked.setChecked(True)
    words = QRect(28, 0, ticked.width() - 28, ticked.height())
    assert not box(picture(ticked), words, look.theme.text, 40).isEmpty()
    ticked.setEnabled(False)
    grey = picture(ticked)
    assert box(grey, words, look.theme.text, 40).isEmpty()
    assert not box(grey, words, look.theme.muted, 40).isEmpty()
    assert box(grey, grey.rect(), look.theme.accent).isEmpty()


def test_with_the_keyboard_it_has_a_ring_outside_of_its_box(ticked: TickBox, look: Look) -> None:
    assert box(picture(ticked), picture(ticked).rect(), look.theme.focus, 4).isEmpty()
    ticked.setFocus(Qt.FocusReason.TabFocusReason)
    ring = box(picture(ticked), picture(ticked).rect(), look.theme.focus, 4)
    assert ring.left() <= 1
    assert ring.width() in range(20, 24)
    assert is_near(at(picture(ticked), 11, ticked.height() // 2), look.theme.field)


def test_its_words_begin_behind_the_gap(ticked: TickBox, look: Look) -> None:
    words = box(picture(ticked), QRect(24, 0, ticked.width() - 24, ticked.height()), look.theme.text, 60)
    assert words.left() in range(27, 32)
    QTest.mouseMove(ticked)
    assert is_near(at(picture(ticked), 11, ticked.height() // 2), look.theme.hover)


def test_the_ring_is_two_pixels_wide_on_every_side(ticked: TickBox, look: Look) -> None:
    ticked.resize(60, 40)
    ticked.setFocus()
    side = look.px(17)
    top, middle = (40 - side) // 2, 20
    seen = picture(ticked)
    for spot in ((0, middle), (1, middle), (side + 4, middle), (side + 5, middle)):
        assert is_near(seen.pixelColor(*spot), look.theme.focus, 30), spot
    for y in (top - 3, top - 2, top + side + 1, top + side + 2):
        assert is_near(seen.pixelColor(11, y), look.theme.focus, 30), y
