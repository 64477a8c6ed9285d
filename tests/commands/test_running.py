"""What commands tell while they run."""

import argparse
import json
import sys

import pytest

from reader.base.errors import ReaderError
from reader.commands.output import ProgressBar
from reader.commands.running import running


@pytest.fixture
def bar(monkeypatch: pytest.MonkeyPatch) -> ProgressBar:
    """One on a terminal."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    return ProgressBar()


def test_nothing_to_do_draws_no_bar(bar: ProgressBar, capsys: pytest.CaptureFixture[str]) -> None:
    bar.show({"event": "progress", "stage": "fill", "done": 0, "total": 0})
    bar.end()
    assert capsys.readouterr().err == ""


def test_a_fetch_says_how_much_came(bar: ProgressBar, capsys: pytest.CaptureFixture[str]) -> None:
    bar.show({"event": "progress", "stage": "fetch", "done": 5 << 10, "total": 0, "name": "host/owner/name"})
    assert capsys.readouterr().err.endswith("fetching host/owner/name: 5 KB")


def test_a_bar_says_how_far_it_is(bar: ProgressBar, capsys: pytest.CaptureFixture[str]) -> None:
    bar.show({"event": "progress", "stage": "posts", "done": 1, "total": 3})
    assert capsys.readouterr().err.endswith("reading ██████████░░░░░░░░░░░░░░░░░░░░ 1/3")


@pytest.mark.parametrize("events", [True, False])
def test_what_fails_is_the_last_event_and_goes_on(events: bool, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ReaderError), running(argparse.Namespace(events=events)):
        raise ReaderError("The disk is full.")
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert told == ([{"event": "failed", "message": "The disk is full."}] if events else [])
