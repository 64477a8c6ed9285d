"""The line at the top: what stands where, what gives way in a narrow window, and that each button is its action."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.actions.actions import Actions
from reader.ui.widgets.buttons import KeyButton
from reader.ui.widgets.theme import Look
from reader.ui.window.toolbar import ToolBar
from tests.ui.pictures import at, is_near, picture

BUTTONS = ("back", "menu", "sidebar", "add", "lens", "bookmark", "revisit", "theme")


@pytest.fixture
def actions(page: QWidget) -> Actions:
    made = Actions(page)
    made.retranslate()
    return made


@pytest.fixture
def bar(look: Look, page: QWidget, actions: Actions) -> ToolBar:
    page.resize(1300, 200)
    made = ToolBar(look, actions, page)
    made.retranslate()
    made.resize(1200, 47)
    made.show()
    return made


def seen(bar: ToolBar) -> list[str]:
    """What is seen, from left to right."""
    there = {name: getattr(bar, name) for name in (*BUTTONS, "search")}
    names = [name for name, widget in there.items() if widget.isVisible()]
    return sorted(names, key=lambda name: there[name].geometry().left())


def test_everything_has_its_place_around_the_search_field(bar: ToolBar) -> None:
    assert seen(bar) == ["menu", "add", "search", "lens", "bookmark", "revisit", "theme"]
    assert bar.height() == 47
    assert bar.menu.geometry().left() == 14
    assert bar.theme.geometry().right() == 1200 - 15
    assert bar.add.geometry().left() == bar.menu.geometry().right() + 11
    assert bar.search.width() <= 600
    for name in seen(bar):
        assert abs(getattr(bar, name).geometry().center().y() - 23) <= 1


def test_words_give_way_to_icons_and_some_buttons_to_the_field(bar: ToolBar) -> None:
    assert [getattr(bar, name).text() for name in ("add", "lens", "bookmark", "revisit")] == [
        "Add library",
        "Section lens",
        "Bookmark",
        "Revisit",
    ]
    bar.resize(899, 47)
    assert [getattr(bar, name).text() for name in ("add", "lens", "bookmark", "revisit")] == [""] * 4
    assert "theme" in seen(bar)
    bar.resize(699, 47)
    assert seen(bar) == ["menu", "search", "lens", "bookmark", "revisit"]
    bar.resize(900, 47)
    assert bar.add.text() == "Add library"


def test_what_is_folded_away_has_a_button(bar: ToolBar, qtbot: QtBot) -> None:
    bar.show_folded(tree=True, behind_page=False)
    assert seen(bar)[:3] == ["menu", "sidebar", "add"]
    bar.show_folded(tree=True, behind_page=True)
    assert seen(bar)[:3] == ["back", "menu", "add"]
    with qtbot.waitSignal(bar.list_requested):
        bar.back.click()
    assert (bar.back.toolTip(), bar.back.accessibleName()) == ("Back to the list (Esc)", "Back to the list")


@pytest.mark.parametrize(
    ("button", "action"),
    [
        ("sidebar", "sidebar"),
        ("add", "add_folder"),
        ("lens", "lens"),
        ("bookmark", "bookmark"),
        ("theme", "theme"),
    ],
)
def test_a_button_is_its_action_by_name_and_tip(
    bar: ToolBar, actions: Actions, button: str, action: str, qtbot: QtBot
) -> None:
    actions.set_has_paper(True)
    pressed: KeyButton = getattr(bar, button)
    with qtbot.waitSignal(actions[action].triggered):
        pressed.click()
    assert pressed.accessibleName() == actions[action].text()
    assert pressed.toolTip() == actions.tip(action)


def test_revisiting_opens_below_its_button(bar: ToolBar, actions: Actions, qtbot: QtBot) -> None:
    actions.set_has_paper(True)
    with qtbot.waitSignal(bar.revisit_requested) as told:
        bar.revisit.click()
    assert told.args == [bar.revisit.mapToGlobal(QPoint(0, bar.revisit.height() + 2))]
    assert not bar.revisit.isChecked()
    bar.set_revisited(True)
    assert bar.revisit.isChecked()
    bar.revisit.click()
    assert bar.revisit.isChecked()


def test_the_star_says_whether_the_paper_is_bookmarked(bar: ToolBar, look: Look) -> None:
    outline = picture(bar.bookmark)
    bar.set_bookmarked(True)
    assert bar.bookmark.isChecked()
    full = picture(bar.bookmark)
    assert outline != full
    bar.set_bookmarked(False)
    assert not bar.bookmark.isChecked()
    assert picture(bar.bookmark) == outline


def test_without_a_paper_nothing_can_be_marked(bar: ToolBar, actions: Actions) -> None:
    actions.set_has_paper(True)
    assert bar.bookmark.isEnabled() and bar.revisit.isEnabled()
    actions.set_has_paper(False)
    assert not bar.bookmark.isEnabled() and not bar.revisit.isEnabled()


def test_it_is_a_band_and_grows_with_the_text(bar: ToolBar, look: Look) -> None:
    image = picture(bar)
    assert is_near(at(image, 3, 3), look.theme.chrome)
    assert is_near(at(image, 3, 46), look.theme.line)
    look.set_text_size(26)
    assert bar.height() == 94
    assert bar.search.maximumWidth() == 1200
    look.set_text_size(13)


def test_every_button_is_reached_by_tab_and_has_a_name(bar: ToolBar) -> None:
    for name in BUTTONS:
        button = getattr(bar, name)
        assert button.focusPolicy() == Qt.FocusPolicy.TabFocus, name
        assert button.accessibleName(), name
        assert button.toolTip(), name
    assert bar.menu.accessibleName() == bar.menu.toolTip() == "Menu"


def test_bare_keys_are_turned_off_and_on(actions: Actions, page: QWidget) -> None:
    actions.attach([page])
    assert actions.key("bookmark") == "B"
    actions.set_bare_keys(False)
    assert actions.key("bookmark") == ""
    assert actions.key("quit") == QKeySequence("Ctrl+Q").toString(QKeySequence.SequenceFormat.NativeText)
    actions.set_bare_keys(True)
    assert actions.key("bookmark") == "B"


def test_a_button_shows_the_key_that_its_action_has_now(bar: ToolBar, actions: Actions) -> None:
    usual, without = bar.bookmark.sizeHint().width(), bar.add.sizeHint().width()
    actions.set_own({"bookmark": ["G, B"], "lens": ["X"]})
    assert bar.bookmark.sizeHint().width() < usual  # two strokes are no badge
    assert bar.bookmark.toolTip() == actions.tip("bookmark")
    assert (actions.badge("lens"), actions.badge("bookmark")) == ("X", "")
    actions.set_own({})
    assert bar.bookmark.sizeHint().width() == usual
    assert bar.add.sizeHint().width() == without
