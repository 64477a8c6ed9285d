"""Coming back to a paper, by real keys on a clock that is moved; and going back to a backup."""

import shutil
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from desktop import Desktop, Program, until
from PIL import ImageColor

from reader.render.theme import LIGHT
from tests.factories import numbered, post, write_post

FIRST, SECOND = "2502.00001", "2502.00002"


class Clock:
    """A clock for programs to be started with, which can be moved while they run (libfaketime)."""

    def __init__(self, library: str, file: Path) -> None:
        self._file = file
        self.env = {
            "LD_PRELOAD": library,
            "FAKETIME_TIMESTAMP_FILE": str(file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # timers count real seconds
            "TZ": "Asia/Seoul",
        }
        self.move("+0")

    def move(self, by: str) -> None:
        """Let it be so much later than it is: "+1d"."""
        self._file.write_text(by, encoding="utf-8")


@pytest.fixture
def clock(tmp_path: Path) -> Clock:
    if shutil.which("faketime") is None:
        pytest.skip(
            "a clock that can be moved needs faketime: apt-get install faketime (tests/ui has the same in-process)"
        )
    asked = subprocess.run(
        ["faketime", "-f", "+0", "printenv", "LD_PRELOAD"], capture_output=True, text=True, check=True
    )
    return Clock(asked.stdout.strip(), tmp_path / "clock")


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    write_post(folder, "2025-02-03-daily.md", post(numbered(4, "2502"), date="2025-02-03 08:15:00"))
    return folder


def revisits(desktop: Desktop, profile: Path) -> dict[str, dict[str, Any]]:
    return {each["key"]: each for each in desktop.ask("revisit", profile=profile)["papers"]}


def open_first(desktop: Desktop, profile: Path, posts: Path, env: dict[str, str]) -> Program:
    program = desktop.run("open", str(posts), "--lang", "en", profile=profile, env=env)
    program.wait_for_window("Paper Number 1 of 2502")
    return program


def test_a_paper_comes_back_the_next_day_and_is_put_off(
    desktop: Desktop, profile: Path, posts: Path, clock: Clock
) -> None:
    program = open_first(desktop, profile, posts, clock.env)
    desktop.key("b", "z", "Return")  # tomorrow is what the menu offers first
    until(lambda: FIRST in revisits(desktop, profile), "a day to come back on")
    tomorrow = revisits(desktop, profile)[FIRST]
    assert desktop.ask("show", FIRST, profile=profile)["bookmarked"]
    assert not tomorrow["is_due"]
    assert not bar_buttons(desktop)

    clock.move("+1d")
    until(lambda: bar_buttons(desktop), "the bar above a paper that is due, without a word from anybody", seconds=20)
    desktop.key("j")
    program.wait_for_window("Paper Number 2 of 2502")
    until(lambda: not bar_buttons(desktop), "no bar above one that is not due")
    desktop.key("ctrl+4")  # what is to be revisited: that paper alone
    desktop.key("j")
    program.wait_for_window("Paper Number 1 of 2502")
    _done, again, _drop = until(lambda: bar_buttons(desktop), "the bar")
    desktop.click(*again)
    until(lambda: revisits(desktop, profile)[FIRST]["step"] == 1, "the paper put off")
    assert revisits(desktop, profile)[FIRST]["due"] > tomorrow["due"]
    until(lambda: not bar_buttons(desktop), "no bar above one that is not due any more")

    desktop.key("ctrl+z")
    until(lambda: revisits(desktop, profile)[FIRST]["due"] == tomorrow["due"], "the day from before")
    desktop.key("ctrl+q")
    assert program.wait_for_end() == 0


def test_rows_are_dragged_onto_places_of_the_tree(desktop: Desktop, profile: Path, posts: Path) -> None:
    program = open_first(desktop, profile, posts, {})
    window = program.wait_for_window("Paper Number 1 of 2502")
    desktop.key("shift+j")
    until(lambda: program.wait_for_window("Paper Number 2 of 2502"), "two papers selected")
    drag(desktop, window, (420, 130), (90, 155))  # Bookmarks
    until(lambda: bookmarks(desktop, profile) == {FIRST, SECOND}, "both bookmarked")
    drag(desktop, window, (420, 130), (90, 180))  # Revisit: the days are asked for
    desktop.key("Down", "Return")  # the second: in 3 days
    until(lambda: revisits(desktop, profile).keys() == {FIRST, SECOND}, "both to be revisited")
    desktop.key("ctrl+z")
    until(lambda: not revisits(desktop, profile), "neither, in one step")
    program.kill()


def drag(desktop: Desktop, window: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press the mouse at a place of a window, move it to another in steps, and let go."""
    (x, y), (to_x, to_y) = start, end
    steps = [(x + (to_x - x) * n // 8, y + (to_y - y) * n // 8) for n in range(1, 9)]
    moves = [part for px, py in steps for part in ("mousemove", "--window", window, str(px), str(py), "sleep", "0.05")]
    pressed = ["mousemove", "--window", window, str(x), str(y), "mousedown", "1"]
    desktop.xdotool(*pressed, *moves, "sleep", "0.2", "mouseup", "1")


def test_a_backup_is_restored_from_the_window(desktop: Desktop, profile: Path, posts: Path) -> None:
    program = open_first(desktop, profile, posts, {})
    window = program.wait_for_window("Paper Number 1 of 2502")
    desktop.key("b", "j", "b")
    until(lambda: bookmarks(desktop, profile) == {FIRST, SECOND}, "two bookmarks")
    desktop.ask("backup", profile=profile)
    desktop.key("b", "k", "b")
    until(lambda: bookmarks(desktop, profile) == set(), "no bookmark")
    desktop.click(30, 24, window=window)  # the menu
    desktop.key(
        "Down", "Right", *["Up"] * 6, "Return"
    )  # Library: the last are Backup, Export, Print, Import, Settings, Quit
    dialog = desktop.wait_for_window("Backup and restore")
    until(lambda: _lines_told(desktop, dialog) >= 4, "what restoring it would change")  # then there is its button, too
    desktop.key("Tab", "Tab", "space")
    until(lambda: bookmarks(desktop, profile) == {FIRST, SECOND}, "both bookmarks again")
    desktop.key("Escape")
    program.wait_for_window("Paper Number 1 of 2502")
    desktop.key("ctrl+q")
    assert program.wait_for_end() == 0


def test_a_start_with_damaged_marks_offers_the_newest_backup(desktop: Desktop, profile: Path, posts: Path) -> None:
    program = open_first(desktop, profile, posts, {})
    desktop.key("b")
    until(lambda: bookmarks(desktop, profile) == {FIRST}, "a bookmark")
    desktop.key("ctrl+q")
    assert program.wait_for_end() == 0
    desktop.ask("backup", profile=profile)
    marks = profile / "data" / "marks.sqlite"
    marks.write_bytes(b"\xff" * 20_000)

    again = desktop.run("open", "--lang", "en", profile=profile)
    again.wait_for_window("^Daily Papers Reader$")
    assert not marks.exists()  # set aside before anything is asked
    desktop.key("Return")
    again.wait_for_window("Paper Number 1 of 2502")
    assert bookmarks(desktop, profile) == {FIRST}
    desktop.key("ctrl+q")
    assert again.wait_for_end() == 0


def test_the_open_paper_is_exported_to_a_folder(desktop: Desktop, profile: Path, posts: Path) -> None:
    program = open_first(desktop, profile, posts, {})
    desktop.key("b", "ctrl+shift+e")
    desktop.wait_for_window("Export")
    desktop.key("Return")
    folder = desktop.home / "Documents" / "daily-papers"
    until(lambda: list(folder.rglob("*.md")), "a file of the paper")
    assert any("2502.00001" in file.read_text(encoding="utf-8") for file in folder.rglob("*.md"))
    program.kill()


def _lines_told(desktop: Desktop, dialog: str) -> int:
    """How many lines of text stand in the right upper part of a dialog."""
    found = desktop.xdotool("getwindowgeometry", "--shell", dialog)
    place = dict(line.split("=") for line in found.splitlines())
    left, top, width, height = (int(place[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
    room = (
        desktop.picture().convert("L").crop((left + width * 45 // 100, top, left + width * 9 // 10, top + height // 2))
    )
    rows = [room.crop((0, y, room.width, y + 1)).getextrema()[0] < 120 for y in range(room.height)]
    return sum(one and not before for before, one in pairwise([False, *rows]))


def bookmarks(desktop: Desktop, profile: Path) -> set[str]:
    return {each["key"] for each in desktop.ask("list", "--bookmarked", profile=profile)["papers"]}


def bar_buttons(desktop: Desktop) -> list[tuple[int, int]]:
    """Where the three buttons of the bar are that stands above a paper that is due; none without such a bar."""
    picture = desktop.picture().convert("RGB")
    ground = ImageColor.getrgb(LIGHT.chosen)
    left = picture.width // 2
    for y in range(60, 130):
        line = [picture.getpixel((x, y)) == ground for x in range(left, picture.width)]
        if sum(line) > 200:
            gaps = [(left + first, left + last) for first, last in _runs(line) if last - first > 30]
            if len(gaps) == 3:
                return [((first + last) // 2, y) for first, last in gaps]
    return []


def _runs(line: list[bool]) -> Iterator[tuple[int, int]]:
    """First and last of each run of what is not ground, between ground."""
    start = None
    for x, is_ground in enumerate(line):
        if not is_ground and start is None:
            start = x
        elif is_ground and start is not None:
            yield start, x - 1
            start = None


def test_a_second_window_is_beside_the_first_on_the_same_paper(desktop: Desktop, profile: Path, posts: Path) -> None:
    desktop.ask("sync", posts, profile=profile)
    first = desktop.run(profile=profile)
    window = first.wait_for_window("Paper")
    desktop.key("j", "ctrl+n")
    [other] = until(lambda: [one for one in desktop.windows("Daily Papers") if one != window], "a second window")
    desktop.activate(other)
    until(lambda: desktop.title(other) == desktop.title(window), "the same paper in it")
    desktop.key("b")
    marked = until(lambda: desktop.ask("list", "--bookmarked", profile=profile)["papers"], "a bookmark")
    assert [paper["key"] for paper in marked] == [SECOND]
    desktop.key("ctrl+q")
    until(lambda: other not in desktop.windows("Daily Papers"), "the second window's end")
    desktop.activate(window)
    desktop.key("ctrl+q")
    assert first.wait_for_end() == 0
