"""Formulas are typeset beside the window, by a process that may come to nothing."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.page import formulas as room
from reader.ui.page.formulas import Formulas


def test_a_process_that_cannot_be_started_is_waited_for_no_longer(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "child_command", lambda: [str(tmp_path / "no program")])
    formulas = Formulas()
    assert formulas.get("x", display=False) is None
    with qtbot.waitSignal(formulas.typeset):
        formulas.start()
    assert not formulas.waiting


def test_what_is_typeset_no_more_tells_nothing_of_its_end(qtbot: QtBot) -> None:
    formulas = Formulas()
    formulas.get("x", display=False)
    formulas.start()
    assert formulas.waiting
    with qtbot.assertNotEmitted(formulas.typeset, wait=300):
        formulas.stop()
    assert not formulas.waiting
