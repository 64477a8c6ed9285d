"""Where the keys of actions act: bare ones where nobody types, the others in the whole window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reader.ui.actions.action_table import ACTIONS
from reader.ui.actions.actions import Actions
from reader.ui.actions.bindings import is_bare


@pytest.fixture
def list_(page: QWidget) -> QWidget:
    return QWidget(page)


@pytest.fixture
def actions(page: QWidget, list_: QWidget) -> Actions:
    made = Actions(page)
    made.attach([list_])
    return made


def where(actions: Actions, page: QWidget, list_: QWidget) -> dict[str, tuple[bool, bool, Qt.ShortcutContext]]:
    found = {}
    for spec in ACTIONS:
        action = actions[spec.name]
        found[spec.name] = (action in page.actions(), action in list_.actions(), action.shortcutContext())
    return found


def test_bare_keys_act_in_the_widgets_given_and_others_in_the_window(
    actions: Actions, page: QWidget, list_: QWidget
) -> None:
    inside, whole = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WindowShortcut
    for spec in ACTIONS:
        bare = (False, True, inside)
        assert where(actions, page, list_)[spec.name] == (bare if spec.bare else (True, False, whole)), spec.name
    before = where(actions, page, list_)
    actions.set_own({})
    assert where(actions, page, list_) == before


def test_a_key_of_ones_own_that_is_bare_acts_where_nobody_types(
    actions: Actions, page: QWidget, list_: QWidget
) -> None:
    spec = next(each for each in ACTIONS if not each.bare and actions.keys(each))
    actions.set_own({spec.name: ("Y",)})
    assert where(actions, page, list_)[spec.name] == (False, True, Qt.ShortcutContext.WidgetWithChildrenShortcut)


def test_bare_keys_can_be_turned_off_and_the_others_stay(actions: Actions) -> None:
    told: list[None] = []
    actions.keys_changed.connect(lambda: told.append(None))
    actions.set_bare_keys(False)
    for spec in ACTIONS:
        kept = [key for key in actions.keys(spec) if not (spec.bare and is_bare(key))]
        assert len(actions[spec.name].shortcuts()) == len(kept), spec.name
    actions.set_bare_keys(True)
    assert all(actions[spec.name].shortcuts() for spec in ACTIONS if actions.keys(spec))
    assert len(told) == 2


def test_without_a_paper_what_needs_one_is_off(actions: Actions) -> None:
    actions.set_has_paper(False)
    assert {spec.name for spec in ACTIONS if not actions[spec.name].isEnabled()} == {
        spec.name for spec in ACTIONS if spec.needs_paper
    }
    quits = [spec.name for spec in ACTIONS if actions[spec.name].menuRole() == QAction.MenuRole.QuitRole]
    assert quits == ["quit"]
