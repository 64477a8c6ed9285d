"""The table of actions: every key is one that Qt knows, is given once, and does not stop anybody from typing."""

import runpy
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QKeySequence

from reader.ui.actions.action_table import ACTIONS, MENUS

ROOT = Path(__file__).resolve().parents[3]
ALL_KEYS = [key for action in ACTIONS for key in action.keys]


def test_every_key_is_one_that_qt_knows_by_this_name() -> None:
    for key in ALL_KEYS:
        read = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
        assert 1 <= read.count() <= 2, key
        assert read.toString(QKeySequence.SequenceFormat.PortableText) == key
        assert "" not in [read[place].key().name for place in range(read.count())]


def test_no_key_does_two_things() -> None:
    assert [key for key, times in Counter(ALL_KEYS).items() if times > 1] == []


def test_a_key_without_ctrl_or_alt_acts_only_where_nobody_types() -> None:
    for action in ACTIONS:
        for key in action.keys:
            if len(key.split(", ")[0]) == 1:
                assert action.bare, (action.name, key)


def test_every_action_is_in_a_menu_or_has_a_key() -> None:
    menus = [name for name, _ in MENUS]
    for action in ACTIONS:
        assert action.menu in menus or (not action.menu and action.keys), action.name
    assert Counter(action.name for action in ACTIONS).most_common(1)[0][1] == 1


def test_the_page_of_keys_is_what_the_table_says() -> None:
    made = runpy.run_path(str(ROOT / "packaging" / "keys.py"))["page"]()
    assert (ROOT / "docs" / "keyboard.md").read_text(encoding="utf-8") == made, "run packaging/keys.py"
