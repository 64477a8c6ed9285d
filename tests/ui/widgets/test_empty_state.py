"""What stands where a list or a page would be."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.widgets.empty_state import EmptyState
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words
from tests.ui.pictures import at, box, is_near, picture


@pytest.fixture
def empty(look: Look, page: QWidget) -> EmptyState:
    made = EmptyState(look, "panel", page)
    made.resize(400, 400)
    made.show()
    return made


def test_its_sentence_is_in_the_middle_muted_and_heard(empty: EmptyState, look: Look) -> None:
    empty.set_texts("Nothing is here. " * 6)
    words = box(picture(empty), empty.rect(), look.theme.muted, 40)
    assert words.left() >= 36 and words.right() <= 400 - 36
    assert words.height() > 15  # more than one line
    assert abs(words.center().x() - 200) <= 3
    assert 130 <= words.center().y() <= 190
    assert is_near(at(picture(empty), 5, 5), look.theme.panel)
    assert empty.accessibleName() == "Nothing is here. " * 6
    assert empty.findChild(QPushButton).isHidden()


def test_a_button_stands_below_it_where_something_can_be_done(empty: EmptyState, qtbot: QtBot) -> None:
    empty.set_texts("Nothing.", "Add a folder…")
    button, words = empty.findChild(QPushButton), empty.findChild(Words)
    assert button.isVisible()
    assert button.text() == "Add a folder…"
    assert button.geometry().top() == words.geometry().bottom() + 1 + 14
    assert abs(button.geometry().center().x() - 200) <= 1
    with qtbot.waitSignal(empty.button_clicked):
        button.click()
    empty.set_texts("Nothing.")
    assert button.isHidden()


def test_it_takes_the_keyboard_and_composes_nothing(empty: EmptyState) -> None:
    assert empty.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert not empty.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert empty.minimumSizeHint().toTuple() == (100, 60)
