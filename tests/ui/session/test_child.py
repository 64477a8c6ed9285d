"""A command of the program in a process of its own: what it says on the way, and how its end is told."""

import json
import sys

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.session import child
from reader.ui.session.child import Command

Told = list[tuple[str, object]]


def run(program: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> tuple[Command, Told]:
    """A command that is this program in Python, when it has ended, and all that was told of it, in order."""
    monkeypatch.setattr(child, "this_program", lambda: [sys.executable, "-c", program])
    parent, told = QObject(), list[tuple[str, object]]()
    command = Command(["sync", "--events"], parent)
    command.told.connect(lambda event: told.append(("told", event)))
    command.done.connect(lambda event: told.append(("done", event)))
    command.failed.connect(lambda message: told.append(("failed", message)))
    command.not_started.connect(lambda: told.append(("not started", None)))
    command.start()
    qtbot.waitUntil(lambda: bool(told) and told[-1][0] != "told")
    return command, told


def said(*events: object) -> str:
    return "\n".join(f"print({json.dumps(json.dumps(event))})" for event in events)


def test_what_is_said_on_the_way_comes_first_and_the_last_event_is_the_end(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    way, end = {"event": "progress", "done": 1}, {"event": "done", "papers": 3}
    _, told = run(f"print('no event')\n{said(way, end)}", qtbot, monkeypatch)
    assert told == [("told", way), ("done", end)]


@pytest.mark.parametrize(
    ("program", "message"),
    [
        (said({"event": "failed", "message": "The disk is full."}), "The disk is full."),
        (
            f"{said({'event': 'failed', 'message': 'The disk is full.'})}\nraise SystemExit('another word')",
            "The disk is full.",
        ),
        ("raise SystemExit('first\\nlast')", "last"),
        ("raise SystemExit(3)", ""),
        ("", ""),
    ],
)
def test_a_failure_is_told_in_its_own_words_or_in_the_last_ones_it_wrote(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, program: str, message: str
) -> None:
    assert run(program, qtbot, monkeypatch)[1] == [("failed", message)]


def test_a_run_is_gone_when_it_has_ended(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    command, _ = run("", qtbot, monkeypatch)
    qtbot.waitUntil(lambda: not shiboken6.isValid(command))


def test_a_program_that_is_not_there_is_no_failure_of_it(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    command, told = run("", qtbot, monkeypatch)
    assert told == [("not started", None)]
    qtbot.waitUntil(lambda: not shiboken6.isValid(command))
