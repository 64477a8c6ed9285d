"""A person's first day with the program, by real keys and mouse in a real window, and the next morning."""

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from desktop import Desktop, until

from reader.base.paths import ProfilePaths
from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from tests.factories import numbered, paper, post, write_post

FOUND = paper(3, "A Paper on Glaciers", "https://arxiv.org/abs/2501.00003", {"Method": "빙하의 흐름을 계산한다."})


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts of mine"
    write_post(folder, "2025-01-02-daily.md", post([*numbered(2), FOUND]))
    write_post(folder, "2025-02-03-daily.md", post(numbered(3, "2502"), date="2025-02-03 08:15:00"))
    return folder


def listed(desktop: Desktop, profile: Path, *what: str) -> list[str]:
    return [found["key"] for found in desktop.ask("list", *what, profile=profile)["papers"]]


def shown(desktop: Desktop, profile: Path, key: str) -> dict[str, Any]:
    return desktop.ask("show", key, profile=profile)


def test_a_first_day_and_the_next_morning(desktop: Desktop, profile: Path, posts: Path) -> None:
    program = desktop.run("open", "--lang", "en", profile=profile)
    window = program.wait_for_window("Daily Papers Reader")
    desktop.key("Return")  # the first of the two buttons: choose a folder
    desktop.wait_for_window("A folder with posts")
    desktop.key("ctrl+a")
    desktop.type(str(posts))
    desktop.key("Return")
    until(lambda: len(listed(desktop, profile)) == 6, "six papers in the library")
    program.wait_for_window("Paper Number 1 of 2502")

    desktop.activate(window)
    desktop.click(420, 290, window=window)  # the third row of the list
    program.wait_for_window("Paper Number 3 of 2502")
    desktop.click(420, 130, window=window)  # and back to the first
    program.wait_for_window("Paper Number 1 of 2502")
    desktop.key("j")
    program.wait_for_window("Paper Number 2 of 2502")
    desktop.key("j", "k", "b")
    until(lambda: listed(desktop, profile, "--bookmarked") == ["2502.00002"], "a bookmark")
    desktop.key("o")
    until(lambda: desktop.opened_links() == ["https://arxiv.org/abs/2502.00002"], "the arXiv page in the browser")
    desktop.key("a")
    until(lambda: len(desktop.opened_links()) == 2, "the Alphaxiv page in the browser")
    assert desktop.opened_links()[1] == "https://www.alphaxiv.org/ko/overview/2502.00002"

    desktop.key("ctrl+f")
    desktop.type("빙하")
    desktop.key("Return")
    program.wait_for_window("A Paper on Glaciers")
    desktop.key("e")
    desktop.type("to read again: *soon*")
    until(lambda: shown(desktop, profile, "2501.00003")["note"] == "to read again: *soon*", "the note")
    desktop.key("ctrl+q")
    assert program.wait_for_end() == 0

    again = desktop.run("open", "--lang", "en", profile=profile)
    again.wait_for_window("A Paper on Glaciers")
    assert shown(desktop, profile, "2501.00003")["note"] == "to read again: *soon*"
    assert listed(desktop, profile, "--bookmarked") == ["2502.00002"]
    desktop.key("ctrl+q")
    assert again.wait_for_end() == 0


def test_a_note_typed_just_before_quitting_is_kept(desktop: Desktop, profile: Path, posts: Path) -> None:
    program = desktop.run("open", str(posts), "--lang", "en", profile=profile)
    program.wait_for_window("Paper Number 1 of 2502")
    desktop.key("e")
    desktop.type("last words")
    desktop.key("ctrl+q")
    assert program.wait_for_end() == 0
    assert shown(desktop, profile, "2502.00001")["note"] == "last words"


def test_it_all_works_without_any_network(tmp_path: Path) -> None:
    if os.environ.get("DAILY_PAPERS_NO_NETWORK"):
        pytest.skip("this is that run")
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-n", "true"], check=False).returncode:
        pytest.skip("no namespace without a network may be made here: run as root, with util-linux")
    tests = [f"{__file__}::test_a_first_day_and_the_next_morning"]
    run = subprocess.run(
        ["unshare", "-n", sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests],
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "DAILY_PAPERS_NO_NETWORK": "1", "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-4000:]


def test_a_killed_window_has_kept_what_was_typed_a_second_before(desktop: Desktop, profile: Path, posts: Path) -> None:
    written = ""
    for word in ("first ", "second ", "third "):
        program = desktop.run("open", str(posts), "--lang", "en", profile=profile)
        program.wait_for_window("Paper Number 1 of 2502")
        desktop.key("e", "ctrl+End")
        desktop.type(word)
        kept = until(partial(_note_with, profile, written + word), "the note on the disk")
        desktop.type("and more")
        program.kill()
        note = shown(desktop, profile, "2502.00001")["note"]
        assert note.startswith(kept.rstrip())
        written = note


def _note_with(profile: Path, beginning: str) -> str:
    """The note as the file has it, if it begins so; a command would take seconds to start on a busy machine."""
    places = ProfilePaths.of(profile)
    with MarkStore(places.marks, places.backups, read_only=True) as store:
        note = store.marks_of(PaperKey("2502.00001")).note
    return note if note.startswith(beginning.rstrip()) else ""
