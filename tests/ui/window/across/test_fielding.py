"""When the field's page asks anew, and where its lines lead."""

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.session.places import Place
from reader.ui.window.window import MainWindow


@pytest.fixture
def asked(window: MainWindow, qtbot: QtBot) -> list[str]:
    fielding = window.across.fielding
    fielding.toggle()
    qtbot.waitUntil(lambda: fielding.stage.is_on)
    found: list[str] = []
    fielding._around.job.ask = lambda name, *_: found.append(name)  # type: ignore[method-assign]
    return found


def test_another_list_is_counted_and_other_marks_are_not(window: MainWindow, asked: list[str]) -> None:
    fielding = window.across.fielding
    fielding._listed("marked")
    assert asked == []
    fielding._listed("chosen")
    assert asked == ["field"]
    fielding._listed("typed")
    assert (asked, fielding.stage.is_on) == (["field"], False)
    fielding._listed("chosen")
    assert asked == ["field"]


def test_a_line_leads_to_its_search(window: MainWindow, asked: list[str], qtbot: QtBot) -> None:
    fielding = window.across.fielding
    fielding.view.search_wanted.emit("date:2025-02-03")
    qtbot.waitUntil(lambda: window.state.place == Place("search", "date:2025-02-03"))
    assert not fielding.stage.is_on
