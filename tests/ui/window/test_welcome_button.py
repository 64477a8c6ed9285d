"""The large buttons of the first page: sizes, colours of their states, and keys that press them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.widgets.theme import Look
from reader.ui.window.sources.welcome_button import WelcomeButton
from tests.ui.pictures import at, box, is_near, picture


def made(look: Look, page: QWidget, *, primary: bool) -> WelcomeButton:
    button = WelcomeButton(look, "folder", primary, page)
    button.setText("Choose a folder…")
    button.move(50, 50)
    button.resize(button.sizeHint())
    button.show()
    return button


@pytest.mark.parametrize("primary", [True, False])
def test_it_is_as_wide_as_its_words_with_an_icon_before_them(look: Look, page: QWidget, primary: bool) -> None:
    button = made(look, page, primary=primary)
    words = QFontMetrics(look.font(1, bold=primary)).horizontalAdvance(button.text())
    assert button.sizeHint().toTuple() == (words + 62, 44)
    colour = look.theme.on_accent if primary else look.theme.text
    inside = button.rect().adjusted(6, 6, -6, -6)
    image = picture(button)
    seen = box(image, inside, colour, 70)
    assert 17 <= seen.left() <= 21
    text = box(image, inside.adjusted(43 - 6 - 2, 0, 0, 0), colour, 70)
    assert 43 <= text.left() <= 46
    assert text.right() <= button.width() - 18 + 3
    assert abs(text.center().y() - 22) <= 3
    assert button.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_first_is_filled_and_the_other_answers_the_mouse(look: Look, page: QWidget) -> None:
    theme = look.theme
    assert is_near(at(picture(made(look, page, primary=True)), 10, 10), theme.accent)
    button = made(look, page, primary=False)
    assert is_near(at(picture(button), 10, 10), theme.field)
    assert is_near(at(picture(button), 3, 22), theme.line, 6)
    QTest.mouseMove(button)
    assert is_near(at(picture(button), 10, 10), theme.hover)
    button.setDown(True)
    assert is_near(at(picture(button), 10, 10), theme.selected)


def test_with_the_keyboard_it_has_a_ring_and_enter_or_space_press_it(look: Look, page: QWidget, qtbot: QtBot) -> None:
    button = made(look, page, primary=False)
    before = box(picture(button), button.rect(), look.theme.accent, 30)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    ring = box(picture(button), button.rect(), look.theme.accent, 60)
    assert before.isEmpty()
    assert ring.width() >= button.width() - 3 and ring.height() >= 44 - 3
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, key)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_A)
