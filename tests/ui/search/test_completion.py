"""The list below the search field by itself: what it offers, which row is chosen by which key, how a row is painted."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.search.completion import Completion
from reader.ui.search.search_bar import SearchBar
from reader.ui.search.suggestions import Known, Suggestion
from reader.ui.widgets.theme import Look
from tests.ui.pictures import box, picture

KNOWN = Known(tags=(("llm", 9), ("long-context", 3)), recent=("diffusion", "agents"))
TITLE = Suggestion(0, 4, "Folding Long Texts", "title", "2501.00001")
TERM = Suggestion(0, 4, "folding", "term", "", 12)


@pytest.fixture
def bar(look: Look, page: QWidget) -> SearchBar:
    made = SearchBar(look, parent=page)
    made.setGeometry(100, 10, 400, 30)
    made.show()
    made.focus_query()
    return made


@pytest.fixture
def offer(look: Look, bar: SearchBar) -> Completion:
    made = Completion(look, bar, lambda: KNOWN)
    made.accepted.connect(bar.change_query)
    return made


def texts(offer: Completion) -> list[str]:
    return [each.text for each in offer.offered()]


def press(bar: SearchBar, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(bar.field, key)


def test_it_stands_below_the_bar_as_high_as_its_rows(bar: SearchBar, offer: Completion, look: Look) -> None:
    QTest.keyClicks(bar.field, "tag:l")
    assert texts(offer) == ["tag:llm ", "tag:long-context "]
    assert offer.isVisible()
    row = look.px(28)
    assert offer.geometry() == QRect(100, 10 + 30 + 3, 400, 5 + 2 * row + 5)
    bar.setGeometry(0, 40, 100, 30)
    assert offer.geometry().topLeft() == QPoint(0, 73)
    assert offer.width() > 100, "wide enough to be read"


def test_arrows_go_through_the_rows_and_out_again(bar: SearchBar, offer: Completion) -> None:
    QTest.keyClicks(bar.field, "tag:l")
    chosen = [offer.chosen()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        press(bar, key)
        chosen.append(offer.chosen())
    assert chosen == [-1, 0, 1, 0, -1, -1]
    press(bar, Qt.Key.Key_Down)
    assert bar.field.accessibleDescription() == "tag:llm "
    press(bar, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert texts(offer) == [], "below the last one are the results"


@pytest.mark.parametrize(
    ("keys", "query"),
    [
        ((Qt.Key.Key_Tab,), "tag:llm "),
        ((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return), "tag:long-context "),
        ((Qt.Key.Key_Down, Qt.Key.Key_Enter), "tag:llm "),
        ((Qt.Key.Key_Return,), "tag:l"),
        ((Qt.Key.Key_Down, Qt.Key.Key_Left), "tag:l"),
        ((Qt.Key.Key_Home,), "tag:l"),
    ],
)
def test_tab_takes_the_first_and_enter_the_chosen_one(
    bar: SearchBar, offer: Completion, keys: tuple[Qt.Key, ...], query: str
) -> None:
    QTest.keyClicks(bar.field, "tag:l")
    press(bar, *keys)
    assert bar.query() == query
    assert texts(offer) == []


def test_esc_closes_it_until_something_else_is_typed(bar: SearchBar, offer: Completion) -> None:
    QTest.keyClicks(bar.field, "tag:l")
    press(bar, Qt.Key.Key_Escape)
    assert texts(offer) == []
    offer.show_content("tag:l", [TITLE])
    assert texts(offer) == [], "nor does it come back with what is found later"
    QTest.keyClicks(bar.field, "l")
    assert texts(offer) == ["tag:llm "]
    press(bar, Qt.Key.Key_Backspace)
    assert texts(offer)[:2] == ["tag:llm ", "tag:long-context "], "the same words again are new words"


def test_what_words_may_become_stands_below_and_only_for_the_words_that_are_there(
    bar: SearchBar, offer: Completion
) -> None:
    QTest.keyClicks(bar.field, "fold")
    before = texts(offer)
    offer.show_content("fol", [TITLE])
    assert texts(offer) == before
    offer.show_content("fold", [TERM, TITLE])
    assert texts(offer) == [*before, "folding", "Folding Long Texts"]
    press(bar, Qt.Key.Key_Left)
    QTest.keyClicks(bar.field, "x")
    assert "folding" not in texts(offer)


def test_a_title_opens_its_paper(bar: SearchBar, offer: Completion, qtbot: QtBot) -> None:
    bar.set_query("zzz")
    bar.field.setCursorPosition(3)
    offer.show_content("zzz", [TERM, TITLE])
    with qtbot.waitSignal(offer.paper_chosen) as chosen:
        QTest.mouseClick(offer, Qt.MouseButton.LeftButton, pos=QPoint(50, 5 + 28 + 14))
    assert chosen.args == ["2501.00001"]
    assert bar.query() == "zzz"
    assert texts(offer) == []


def test_the_mouse_chooses_what_it_points_at(bar: SearchBar, offer: Completion) -> None:
    QTest.keyClicks(bar.field, "tag:l")
    QTest.mouseMove(offer, QPoint(50, 5 + 28 + 14))
    assert offer.chosen() == 1
    QTest.mouseMove(offer, QPoint(50, 2))
    assert offer.chosen() == -1
    QTest.mouseClick(offer, Qt.MouseButton.RightButton, pos=QPoint(50, 19))
    assert bar.query() == "tag:l"


def test_the_chosen_row_has_a_ground_and_what_is_said_of_a_row_stands_at_its_end(
    bar: SearchBar, offer: Completion, look: Look
) -> None:
    bar.set_query("zzz")
    bar.field.setCursorPosition(3)
    offer.show_content("zzz", [TERM, TITLE])
    shown, theme = picture(offer), look.theme
    assert box(shown, shown.rect(), theme.chosen, 2).isEmpty()
    first = QRect(5, 5, offer.width() - 10, 28)
    words = box(shown, first.adjusted(29, 0, -80, 0), theme.text, 60)
    count = box(shown, first.adjusted(100, 0, 0, 0), theme.muted, 60)
    assert words.left() in range(34, 38)
    assert count.right() in range(first.right() - 12, first.right() - 7)
    assert box(shown, first.adjusted(100, 0, 0, 0), theme.text, 30).isEmpty(), "it is muted"
    QTest.mouseMove(offer, QPoint(50, 19))
    ground = box(picture(offer), shown.rect(), theme.chosen, 2)
    assert ground == first
