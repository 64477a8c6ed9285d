"""The search field, Hangul in the making included."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from reader.ui.search.search_bar import SearchBar
from reader.ui.widgets.buttons import badge_size
from reader.ui.widgets.theme import Look
from tests.ui.pictures import box, picture


@pytest.fixture
def bar(qapp: QApplication, qtbot: QtBot) -> SearchBar:
    made = SearchBar(Look(qapp, "light"))
    qtbot.addWidget(made)
    made.resize(460, 30)
    made.show()
    qtbot.waitExposed(made)
    made.focus_query()
    return made


def _compose(bar: SearchBar, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(bar.field, event)


def _queries(bar: SearchBar) -> list[str]:
    told: list[str] = []
    bar.query_changed.connect(told.append)
    return told


def test_quick_typing_is_told_once(bar: SearchBar, qtbot: QtBot) -> None:
    told = _queries(bar)
    with qtbot.waitSignal(bar.query_changed, timeout=1000):
        qtbot.keyClicks(bar.field, "image")
    assert told == ["image"]


def test_a_syllable_being_composed_is_part_of_the_query(bar: SearchBar, qtbot: QtBot) -> None:
    told = _queries(bar)
    for preedit in ("ㅇ", "이"):
        with qtbot.waitSignal(bar.query_changed, timeout=1000):
            _compose(bar, preedit)
    with qtbot.waitSignal(bar.query_changed, timeout=1000):
        _compose(bar, "ㅁ", commit="이")
    assert told == ["ㅇ", "이", "이ㅁ"]
    assert bar.query() == "이ㅁ"


def test_a_syllable_is_composed_where_the_cursor_is(bar: SearchBar) -> None:
    bar.set_query("가다")
    bar.field.setCursorPosition(1)
    _compose(bar, "나")
    assert bar.query() == "가나다"


def test_committing_what_was_seen_is_not_a_change(bar: SearchBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.query_changed, timeout=1000):
        _compose(bar, "이")
    told = _queries(bar)
    _compose(bar, "", commit="이")
    qtbot.wait(80)  # longer than the pause: nothing is to come
    assert told == []
    assert bar.query() == "이"


def test_a_composition_given_up_leaves_the_query_without_it(bar: SearchBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.query_changed, timeout=1000):
        _compose(bar, "이")
    with qtbot.waitSignal(bar.query_changed, timeout=1000) as told:
        _compose(bar, "")
    assert told.args == [""]


def test_enter_submits_at_once_and_tells_the_change_first(bar: SearchBar, qtbot: QtBot) -> None:
    order: list[str] = []
    bar.query_changed.connect(lambda query: order.append(f"changed {query}"))
    bar.query_submitted.connect(lambda query: order.append(f"submitted {query}"))
    qtbot.keyClicks(bar.field, "vae")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert order == ["changed vae", "submitted vae"]


def test_escape_leaves(bar: SearchBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.left, timeout=1000):
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Down])
def test_nothing_moves_the_focus_while_composing(bar: SearchBar, qtbot: QtBot, key: Qt.Key) -> None:
    _compose(bar, "이")
    with qtbot.assertNotEmitted(bar.left), qtbot.assertNotEmitted(bar.results_requested):
        qtbot.keyClick(bar.field, key)
    assert bar.field.hasFocus()


def test_down_goes_to_the_results(bar: SearchBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.results_requested, timeout=1000):
        qtbot.keyClick(bar.field, Qt.Key.Key_Down)


def test_a_query_set_by_the_program_is_not_told(bar: SearchBar, qtbot: QtBot) -> None:
    told = _queries(bar)
    bar.set_query("tag:arxiv")
    qtbot.wait(80)  # longer than the pause: nothing is to come
    assert told == []
    assert bar.query() == "tag:arxiv"


def test_the_button_clears_and_is_there_only_if_there_is_something(bar: SearchBar, qtbot: QtBot) -> None:
    button = bar.findChild(QToolButton)
    assert not button.isVisible()
    bar.set_query("이미지")
    assert button.isVisible()
    with qtbot.waitSignal(bar.query_changed, timeout=1000) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [""]
    assert bar.field.hasFocus()


def test_a_click_on_the_magnifier_goes_to_the_field(bar: SearchBar, qtbot: QtBot) -> None:
    bar.field.clearFocus()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(10, 15))
    assert bar.field.hasFocus()


def test_the_pause_ends_once_after_each_change(bar: SearchBar) -> None:
    assert bar._pause.isSingleShot()
    told = _queries(bar)
    bar.field.setText("확산")
    bar.field.edited.emit("확산")
    bar._pause.timeout.emit()
    bar._pause.timeout.emit()
    assert told == ["확산"]


def test_the_badge_of_its_key_stands_in_the_middle_before_the_filter(bar: SearchBar, look: Look) -> None:
    bar.resize(460, 30)
    bar.set_query("")
    bar.set_key("/")
    QApplication.processEvents()
    right = bar.filter.x() - look.px(5)
    width = badge_size(look, "/").width()
    badge = box(picture(bar), QRect(right - width - 4, 3, width + 6, 24), look.colour("line"), 20)
    assert badge == QRect(right - width, bar.height() // 2 - 8, width, 16)


def test_the_drawings_grow_with_the_text(bar: SearchBar) -> None:
    before = bar.filter.icon().availableSizes()[0].width()
    bar._look.set_text_size(23)
    bar.change_query("x")
    for button in (bar.filter, bar._clear):
        side = bar._look.px(16)
        assert side > before
        assert button.icon().actualSize(button.iconSize()).width() == side


def test_the_example_has_as_many_words_as_there_is_room_for(bar: SearchBar) -> None:
    whole = "Search: image generation section:results tag:arxiv after:2025-10"
    seen = []
    for width in (900, 460, 300, 160):
        bar.resize(width, 30)
        example = bar.field.placeholderText()
        seen.append(len(example.split(" ")))
        assert whole.startswith(example)
        assert bar.field.fontMetrics().horizontalAdvance(example) < bar.field.width()
    assert seen[0] == 6 > seen[1] > seen[2] > seen[3]
    bar.resize(60, 30)
    assert bar.field.placeholderText() == "Search"
