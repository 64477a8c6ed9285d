"""The line that says how many papers muted words fold away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.papers.fold_bar import FoldBar
from reader.ui.widgets.theme import Look
from tests.ui.layouts import rows_of
from tests.ui.pictures import at, is_near, picture


@pytest.fixture
def bar(look: Look, page: QWidget) -> FoldBar:
    made = FoldBar(look, page)
    made.resize(400, 34)
    return made


def test_it_says_how_many_by_which_words_and_offers_the_other(bar: FoldBar, qtbot: QtBot) -> None:
    bar.show_folded(2, ("로봇", "날씨"), shown=False)
    assert (bar.text, bar.button.text(), bar.isVisible()) == ("2 folded: 로봇, 날씨", "Show", True)
    bar.show_folded(2, ("로봇",), shown=True)
    assert (bar.text, bar.button.text()) == ("2 shown that would be folded: 로봇", "Fold")
    with qtbot.waitSignal(bar.toggled):
        bar.button.click()
    bar.show_folded(0, (), shown=False)
    assert bar.isHidden()


def test_words_stand_at_the_left_of_a_band_and_the_button_at_the_right(bar: FoldBar, look: Look) -> None:
    bar.show_folded(2, ("로봇",), shown=False)
    row = rows_of(bar)
    assert (row.margins, row.parts) == ((look.px(26), 0, look.px(10), 1), [bar._words, bar.button])
    assert row.stretches == [1, 0]
    assert bar.height() == bar.sizeHint().height() == look.px(34)
    assert bar.button.height() == look.px(24)
    assert bar.button.focusPolicy() is Qt.FocusPolicy.TabFocus
    seen = picture(bar)
    assert is_near(at(seen, 2, 2), look.theme.panel)
    assert is_near(at(seen, 2, 33), look.theme.line)
