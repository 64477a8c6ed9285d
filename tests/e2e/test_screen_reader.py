"""A paper as a screen reader has it, by the system's own bus for them: title, headings, text, links, tabs, buttons."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from desktop import Desktop, until

from tests.factories import paper, post, write_post

SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("screen_reader.py")
TEXT = "Ice flows down. See [the data](https://example.org/data) of it."
SECTIONS = {
    "Introduction": "- Goal: 빙하를 본다.",
    "Method": f"{TEXT}\n" + "빙하의 흐름을 계산한다.\n\n" * 40,
    "Results": "It melts.",
}
Said = list[tuple[str, str, list[str], int]]


def why_not() -> str:
    """What this machine lacks for it; "" where nothing is lacking."""
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "at-spi2-core is not installed"
    if not shutil.which(SYSTEM_PYTHON):
        return "the system has no Python"
    tried = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False, timeout=60)
    return "" if tried.returncode == 0 else "python3-pyatspi is not installed"


pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "all is here")


@pytest.fixture
def ask(desktop: Desktop, profile: Path, tmp_path: Path) -> Callable[..., str]:
    """Asks the screen reader something, with a paper open."""
    folder = tmp_path / "posts"
    only = paper(1, "A Paper on Glaciers", "https://arxiv.org/abs/2501.00001", SECTIONS)
    write_post(folder, "2025-01-02-a.md", post([only]))
    desktop.ask("sync", folder, profile=profile)

    def asked(*what: str) -> str:
        command = [SYSTEM_PYTHON, str(READER), *what]
        run = subprocess.run(command, env=desktop.env, capture_output=True, text=True, check=False, timeout=60)
        assert run.returncode == 0, run.stderr
        return run.stdout

    asked("wake")
    heard = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    desktop.run("open", "--lang", "en", profile=profile, env=heard).wait_for_window("A Paper on Glaciers")
    return asked


def read(ask: Callable[..., str]) -> Said:
    return [tuple(json.loads(line)) for line in ask("read").splitlines()]


def of(said: Said, role: str) -> list[str]:
    return [name for each, name, *_ in said if each == role]


def is_read(ask: Callable[..., str], section: str) -> bool:
    """Whether the tab of a section is the chosen one."""
    return any("SELECTED" in states for role, name, states, _ in read(ask) if (role, name) == ("page tab", section))


def test_a_paper_is_read_gone_through_and_used(ask: Callable[..., str], desktop: Desktop, profile: Path) -> None:
    said = until(lambda: (whole := read(ask)) and "Method" in of(whole, "heading") and whole, "the paper's text")
    assert of(said, "document frame") == ["Paper's text"]
    assert of(said, "heading") == ["A Paper on Glaciers", "Introduction", "Method", "Results"]
    assert of(said, "page tab") == ["Introduction", "Method", "Results"]
    assert any(text.startswith("Ice flows down. See the data of it.") for text in of(said, "paragraph"))
    assert of(said, "link") == ["the data"]
    assert {"arXiv", "Menu"} <= set(of(said, "push button"))
    assert {"Bookmark", "Section lens"} <= set(of(said, "check box"))

    assert is_read(ask, "Introduction")
    assert json.loads(ask("do", "heading", "Results", "SetFocus")) is True
    until(lambda: is_read(ask, "Results"), "the last section")
    assert json.loads(ask("do", "page tab", "Method", "Press")) is True
    until(lambda: is_read(ask, "Method"), "the section before")

    assert json.loads(ask("do", "check box", "Bookmark", "Press")) is True
    until(lambda: desktop.ask("list", "--bookmarked", profile=profile)["total"] == 1, "a bookmark")
    assert json.loads(ask("do", "link", "the data", "Press")) is True
    until(desktop.opened_links, "the link in the browser")
    assert desktop.opened_links() == ["https://example.org/data"]


def test_all_that_takes_the_keyboard_says_what_it_is(ask: Callable[..., str]) -> None:
    until(lambda: "Method" in of(read(ask), "heading"), "the paper's text")
    nameless = [(role, depth) for role, name, states, depth in read(ask) if "FOCUSABLE" in states and not name]
    assert nameless == []
