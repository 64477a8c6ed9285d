"""The bar above a paper that is due."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.marks.due_bar import DueBar
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words

TODAY = date(2026, 11, 28)


@pytest.fixture
def bar(qapp: QApplication, qtbot: QtBot) -> DueBar:
    made = DueBar(Look(qapp, "light"))
    made.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    qtbot.addWidget(made)
    made.resize(900, 38)
    made.show()
    return made


def words(bar: DueBar) -> Words:
    (found,) = bar.findChildren(Words)
    return found


def test_a_paper_due_today_and_one_that_is_late_have_words_of_their_own(bar: DueBar) -> None:
    bar.show_due(TODAY, date(2026, 11, 29), TODAY)
    assert words(bar).text() == "To be revisited today"
    bar.show_due(date(2026, 11, 20), date(2026, 12, 1), TODAY)
    assert words(bar).text() == "To be revisited since Fri, Nov 20"


def test_the_day_it_would_be_again_is_told_before_it_is_chosen(bar: DueBar) -> None:
    bar.show_due(TODAY, date(2026, 11, 29), TODAY)
    assert bar.later.text() == "Again tomorrow · Sun, Nov 29"
    bar.show_due(TODAY, date(2026, 12, 1), TODAY)
    assert bar.later.text() == "Again in 3 days · Tue, Dec 1"


def test_each_button_asks_for_what_it_says(bar: DueBar, qtbot: QtBot) -> None:
    bar.show_due(TODAY, TODAY, TODAY)
    asked: list[str] = []
    for name in ("done", "later", "drop"):
        getattr(bar, f"{name}_requested").connect(lambda name=name: asked.append(name))
    for button in (bar.drop, bar.done, bar.later):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["drop", "done", "later"]
    assert (bar.done.text(), bar.drop.text()) == ("Done", "Drop")
    assert bar.done.toolTip() == "Read and finished: it does not come back"
    assert bar.drop.toolTip() == "It does not come back, and is left as it is"


def test_where_there_is_no_room_for_the_words_the_buttons_say_enough(bar: DueBar, qtbot: QtBot) -> None:
    bar.show_due(TODAY, date(2026, 12, 1), TODAY)
    buttons = sum(button.sizeHint().width() for button in (bar.done, bar.later, bar.drop))
    for beside, shown in ((151, True), (150, False), (400, True)):
        bar.resize(buttons + beside, bar.height())
        assert words(bar).isVisible() is shown, beside


@pytest.mark.parametrize(
    ("left", "width", "margins"), [(60, 700, (60, 140)), (60, 480, (60, 360)), (60, 479, (14, 14)), (60, 840, (14, 14))]
)
def test_it_stands_in_the_column_of_the_text_where_that_is_wide_enough(
    bar: DueBar, left: int, width: int, margins: tuple[int, int]
) -> None:
    bar.set_column(left, width)
    layout = bar.layout()
    assert layout is not None
    assert (layout.contentsMargins().left(), layout.contentsMargins().right()) == margins
