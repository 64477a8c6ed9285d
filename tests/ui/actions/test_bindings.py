"""A person's own keys: beside the table, without its order lost, and none in another's way unseen."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.actions.action_table import ACTIONS
from reader.ui.actions.actions import Actions
from reader.ui.actions.bindings import collide, in_latin, is_bare, keys_of, rivals, with_keys

LENS = next(spec for spec in ACTIONS if spec.name == "lens")


def test_keys_are_the_tables_until_a_person_chooses_others() -> None:
    assert keys_of(LENS, {}) == ("L",)
    own = with_keys({}, "lens", ("X",))
    assert (own, keys_of(LENS, own)) == ({"lens": ["X"]}, ("X",))
    assert with_keys(own, "lens", ("L",)) == {}  # as in the table: nothing to keep
    assert keys_of(LENS, with_keys({}, "lens", ())) == ()


@pytest.mark.parametrize(
    ("key", "bare"),
    [
        ("B", True),
        ("Shift+J", True),
        ("G, P", True),
        ("?", True),
        ("Space", True),
        ("Ctrl+B", False),
        ("Alt+Left", False),
        ("F5", False),
        ("Shift+F3", False),
        ("F", True),
        ("Shift+Ctrl+X", False),
    ],
)
def test_a_key_is_bare_when_it_would_write_something(key: str, bare: bool) -> None:
    assert is_bare(key) is bare


@pytest.mark.parametrize(
    ("one", "other", "do"),
    [("B", "B", True), ("G", "G, P", True), ("G, P", "G", True), ("G, P", "G, X", False), ("B", "Shift+B", False)],
)
def test_keys_collide_when_one_begins_the_other(one: str, other: str, do: bool) -> None:
    assert collide(one, other) is do


def test_rivals_are_all_who_have_a_key_by_the_table_or_by_choice() -> None:
    assert [spec.name for spec in rivals("lens", "B", {})] == ["bookmark"]
    assert [spec.name for spec in rivals("lens", "B", {"bookmark": ["Y"], "note": ["B"]})] == ["note"]
    assert "open_pdf" in [spec.name for spec in rivals("lens", "G", {})]
    assert rivals("bookmark", "B", {}) == []


def test_the_letter_on_the_key_of_a_jamo_is_known() -> None:
    assert [in_latin(letter) for letter in ("ㅠ", "ㅂ", "b")] == ["B", "Q", "B"]


def test_a_bare_key_of_a_persons_own_does_not_act_where_one_writes(qtbot: QtBot) -> None:
    window, pane = QWidget(), QWidget()
    pane.setParent(window)
    field = QLineEdit(window)
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.attach([pane])
    done: list[str] = []
    actions.connect_to(done.append)
    actions.set_own({"settings": ["V"]})
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    qtbot.keyClick(field, "v")
    assert (field.text(), done) == ("v", [])
    pane.setFocus()
    qtbot.keyClick(pane, "v")
    assert done == ["settings"]
    assert QKeySequence("ㅍ") in actions["settings"].shortcuts()
    actions.set_bare_keys(False)
    assert actions["settings"].shortcuts() == []
    actions.set_bare_keys(True)
    actions.set_own({})
    assert [key.toString() for key in actions["settings"].shortcuts()] == ["Ctrl+,"]


def test_keys_chosen_before_the_panes_came_act_in_them(qtbot: QtBot) -> None:
    window, pane = QWidget(), QWidget()
    pane.setParent(window)
    qtbot.addWidget(window)
    actions = Actions(window, {"settings": ["V"]})
    actions.attach([pane])
    done: list[str] = []
    actions.connect_to(done.append)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    pane.setFocus()
    qtbot.keyClick(pane, "v")
    assert done == ["settings"]
    assert "(V)" in actions.tip("settings")
