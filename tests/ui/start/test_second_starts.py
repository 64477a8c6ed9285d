"""Second starts: they hand over to the window that is open, quickly, and start by themselves where none is."""

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reader.base.handover import address_of, hand_over
from reader.base.paths import ProfilePaths
from reader.ui.start.second_starts import SecondStarts, message_of

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="sockets in folders")
START = """
import sys
from reader.commands.cli import run
code = run(sys.argv[1:])
assert "PySide6" not in sys.modules
sys.exit(code)
"""


@pytest.fixture
def places(tmp_path: Path) -> ProfilePaths:
    places = ProfilePaths.of(tmp_path / "profile")
    places.make()
    return places


def started(places: ProfilePaths, *arguments: str) -> "subprocess.Popen[bytes]":
    assert places.profile is not None
    command = [sys.executable, "-c", START, "open", *arguments, "--profile", str(places.profile)]
    environment = {**os.environ, "DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)


@pytest.mark.parametrize("what", ["", "daily-papers://paper/2512.17909"])
def test_a_second_start_hands_over_before_qt_is_loaded(places: ProfilePaths, qtbot: QtBot, what: str) -> None:
    parent = QObject()
    starts = SecondStarts(address_of(places), parent)
    with qtbot.waitSignal(starts.asked, timeout=20_000) as asked:
        process = started(places, *filter(None, [what]))
    assert asked.args == [what]
    _, said = process.communicate(timeout=20)
    assert (process.returncode, said) == (0, b"")
    starts.close()


def test_a_folder_is_handed_over_by_its_whole_path(places: ProfilePaths, qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    starts = SecondStarts(address_of(places), parent)
    with qtbot.waitSignal(starts.asked, timeout=20_000) as asked:
        process = started(places, os.path.relpath(tmp_path))
    assert asked.args == [str(tmp_path)]
    process.communicate(timeout=20)
    starts.close()


@on_unix
def test_where_nobody_listens_the_start_is_the_first_one(places: ProfilePaths) -> None:
    assert not hand_over(places, "")
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(address_of(places))  # as a program that was killed leaves it
    assert not hand_over(places, "")


@on_unix
def test_a_listener_takes_the_place_of_one_that_was_killed_but_not_of_one_that_lives(
    places: ProfilePaths, qtbot: QtBot
) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(address_of(places))
    parent = QObject()
    first = SecondStarts(address_of(places), parent)
    second = SecondStarts(address_of(places), parent)
    with qtbot.waitSignal(first.asked, timeout=5000), qtbot.assertNotEmitted(second.asked):
        threading.Thread(target=hand_over, args=(places, "")).start()
    first.close()


@on_unix
def test_who_says_something_else_is_sent_away(places: ProfilePaths, qtbot: QtBot) -> None:
    parent = QObject()
    starts = SecondStarts(address_of(places), parent)
    for said in (b"hello\n", b"x" * 9000, b'{"what": 3}\n'):
        with socket.socket(socket.AF_UNIX) as line, qtbot.assertNotEmitted(starts.asked, wait=50):
            line.connect(address_of(places))
            line.sendall(said)
    starts.close()


@on_unix
def test_a_long_path_has_its_socket_elsewhere(tmp_path: Path) -> None:
    places = ProfilePaths.of(tmp_path / ("long" * 30))
    assert len(address_of(places)) < 100
    assert address_of(places) != address_of(ProfilePaths.of(tmp_path / ("long" * 31)))


@pytest.mark.parametrize("line", [b"", b"[]", b'{"what": 1, "token": ""}', b"\xff", b'{"what": "a"}'])
def test_what_is_no_message_says_nothing(line: bytes) -> None:
    assert message_of(line) == (None, "")
