"""Reading aloud, with a voice that writes down what it was given."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.services.installed import voice
from reader.services.profile import Profile
from reader.services.refresh import refresh
from reader.ui.window.window import MainWindow
from tests.factories import paper, post, write_post

FIRST = {"Introduction": "첫째 문장이다. 둘째 문장이다.", "Method": "A third sentence.\n- 넷째 줄"}
SECOND = {"Introduction": "다른 논문의 문장이다."}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the voice of another system is another program")


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which a stand-in for the system's voice notes down its arguments, a line each time."""
    bin_, log = tmp_path / "bin", tmp_path / "said"
    bin_.mkdir()
    log.touch()
    program = bin_ / "spd-say"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" | tr "\\n" " " >> {log}\necho >> {log}\n[ ! -e {bin_}/dumb ]\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return log


@pytest.fixture
def window(said: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    papers = [
        paper(1, "One", "https://arxiv.org/abs/2501.00001", sections=FIRST),
        paper(2, "Two", "https://arxiv.org/abs/2501.00002", sections=SECOND),
    ]
    write_post(tmp_path / "posts", "2025-02-03-daily.md", post(papers, date="2025-02-03 08:15:00"))
    with Profile(ProfilePaths.of(tmp_path / "profile")) as profile:
        profile.take_sources([tmp_path / "posts"])
        refresh(profile)
    opened = Profile(ProfilePaths.of(tmp_path / "profile"))
    _, made = build(opened, Shown(language="en", theme="light", remembers=False))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready, timeout=20_000)
    yield made
    made.close()


def texts(said: Path) -> list[str]:
    return [line.split("--|")[-1].rstrip("|") for line in said.read_text(encoding="utf-8").splitlines()]


def test_all_sentences_are_read_and_then_the_next_paper(window: MainWindow, said: Path, qtbot: QtBot) -> None:
    selected: list[str] = []
    window.view.marking.highlights._browser.selectionChanged.connect(
        lambda: selected.append(window.view.marking.highlights._browser.textCursor().selectedText())
    )
    window.actions_["read_aloud"].trigger()
    assert window.actions_["read_aloud"].isChecked()
    qtbot.waitUntil(lambda: not window.aloud.is_on, timeout=20_000)
    first = ["첫째 문장이다.", "둘째 문장이다.", "A third sentence.", "넷째 줄"]
    assert texts(said) == [*first, *SECOND.values()]
    assert [words for words in selected if words] == texts(said)
    assert not window.actions_["read_aloud"].isChecked()
    assert window.state.key == "2501.00002"
    languages = [line.split("--language|")[1][:2] for line in said.read_text(encoding="utf-8").splitlines()]
    assert languages == ["ko", "ko", "en", "ko", "ko"]


def test_it_begins_with_what_is_selected(window: MainWindow, said: Path, qtbot: QtBot) -> None:
    sentence = window.view.marking.highlights.sentences()[2]
    window.view.marking.highlights.go_to_words(sentence)
    window.actions_["read_aloud"].trigger()
    qtbot.waitUntil(lambda: not window.aloud.is_on, timeout=20_000)
    assert texts(said)[0] == "A third sentence."


def test_it_stops_when_told_and_as_the_window_closes(
    window: MainWindow, said: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program = tmp_path / "bin" / "spd-say"
    program.write_text(f"#!/bin/sh\necho said >> {said}\nexec sleep 60\n")
    window.actions_["read_aloud"].trigger()
    qtbot.waitUntil(lambda: said.read_text() == "said\n")
    window.actions_["read_aloud"].trigger()
    assert not window.aloud.is_on and not window.actions_["read_aloud"].isChecked()
    window.actions_["read_aloud"].trigger()
    qtbot.waitUntil(lambda: said.read_text() == "said\nsaid\n")
    window.papers.step(1)  # the next paper is read in its place
    qtbot.waitUntil(lambda: said.read_text() == "said\nsaid\nsaid\n")
    window.close()
    assert not window.aloud.is_on


def test_a_voice_that_does_not_answer_is_told(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "bin" / "dumb").touch()
    window.actions_["read_aloud"].trigger()
    qtbot.waitUntil(lambda: not window.aloud.is_on, timeout=20_000)
    assert window.status.message() == "The voice of this computer does not answer"


def test_without_a_voice_nothing_offers_it(
    tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(voice.shutil, "which", lambda _: None)
    assert voice.spoken("text", "normal") is None
    _, made = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light", remembers=False))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready, timeout=20_000)
    assert not made.actions_["read_aloud"].isVisible()
    made.close()


@pytest.mark.parametrize(
    ("system", "there", "speed", "command", "given"),
    [
        ("linux", "espeak-ng", "fast", ["espeak-ng", "-v", "ko", "-s", "262", "--stdin"], "모델"),
        ("linux", "espeak", "slow", ["espeak", "-v", "ko", "-s", "131", "--stdin"], "모델"),
        ("darwin", "say", "normal", ["say", "-v", "Yuna", "-r", "175", "-f", "-"], "모델"),
    ],
)
def test_what_each_voice_is_given(
    system: str, there: str, speed: str, command: list[str], given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice.sys, "platform", system)
    monkeypatch.setattr(voice.shutil, "which", lambda name: name if name == there else None)
    assert voice.spoken("모델", speed) == (command, given)


def test_the_text_is_no_part_of_what_powershell_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice.sys, "platform", "win32")
    monkeypatch.setattr(voice.shutil, "which", lambda name: name)
    how = voice.spoken('"; Remove-Item x', "fastest")
    assert how is not None
    assert how.given == '"; Remove-Item x' and "Remove" not in " ".join(how.command) and "Rate = 10;" in how.command[-1]
