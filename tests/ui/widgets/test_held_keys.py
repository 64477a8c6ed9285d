"""A key that ends a syllable stands behind it, whichever of the two the input method hands over first."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.notes.note_editor import NoteEditor
from reader.ui.search.query_field import QueryField

Field = NoteEditor | QueryField


@pytest.fixture(params=[NoteEditor, QueryField])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Field:
    made: Field = request.param()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def compose(field: Field, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize(
    "hand_over",
    [
        lambda field: (compose(field, "", commit="델"), QTest.keyClick(field, Qt.Key.Key_Space)),
        lambda field: (QTest.keyClick(field, Qt.Key.Key_Space), compose(field, "", commit="델")),
    ],
    ids=["ibus", "fcitx5"],
)
def test_a_space_comes_behind_the_syllable_it_ends(field: Field, hand_over: Callable[[Field], object]) -> None:
    compose(field, "", commit="모")
    compose(field, "델")
    hand_over(field)
    assert field.whole_text() == "모델 "
    QTest.keyClick(field, Qt.Key.Key_A)
    assert field.whole_text() == "모델 a"


def test_keys_that_end_no_syllable_come_all_the_same(field: Field, qtbot: QtBot) -> None:
    compose(field, "델")
    QTest.keyClick(field, Qt.Key.Key_1)
    QTest.keyClick(field, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: "12" in field.whole_text())
