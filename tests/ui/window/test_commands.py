"""Which way the actions go that go one of two ways."""

from typing import cast

from reader.ui.actions.actions import Actions
from reader.ui.window.arranged.panes import Panes
from reader.ui.window.commands import look_actions, tab_actions
from reader.ui.window.preferences import Preferences
from reader.ui.window.tabbing import Tabbing


class Asked:
    """Answers to every name by noting it with what it was called with."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []

    def __getattr__(self, name: str) -> object:
        return lambda *given: self.calls.append((name, *given))


def test_tabs_are_stepped_through_one_by_one() -> None:
    tabbing = Asked()
    actions = tab_actions(cast(Tabbing, tabbing))
    for name in ("open_tab", "next_tab", "previous_tab", "close_tab", "reopen_tab"):
        actions[name]()
    assert tabbing.calls == [("open_selected",), ("step", 1), ("step", -1), ("close",), ("reopen",)]


def test_text_grows_and_shrinks_by_a_pixel() -> None:
    preferences, panes = Asked(), Asked()
    actions = look_actions(cast(Panes, panes), cast(Actions, None), cast(Preferences, preferences))
    for name in ("larger", "smaller", "usual_size", "theme"):
        actions[name]()
    assert preferences.calls == [
        ("resize_text", 1.0),
        ("resize_text", -1.0),
        ("resize_text", 0.0),
        ("toggle_theme",),
    ]
