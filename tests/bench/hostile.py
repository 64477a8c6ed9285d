"""How long the window's turns get while a post that means harm is opened, scrolled and searched in.

    dev.py bench hostile [--size 10000] [--shapes NAME…]

Each of the shapes that never end (`tests/posts/test_endless_posts.py`) is a post of so many characters. In the real
window, off-screen, it is opened, scrolled to its end by the page, words are looked for in it, and the next paper is
opened. Of each the longest turn of the loop is told, by the processor's time of the window's own thread. Exit status
1 where one takes longer than 50 ms.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QAbstractSlider, QApplication

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.ui.session.places import ALL
from reader.ui.window.window import MainWindow
from tests.bench.libraries import sync_aside
from tests.factories import write_post
from tests.posts.test_endless_posts import SHAPES

SIZE = (1280, 800)
LONGEST = 50.0  # ms
CALM = 0.12  # s without work, after which nothing more comes
AT_MOST = 40.0  # s, until what was asked for has come
PAGES = 6  # turned at most
PAGE_DOWN = QAbstractSlider.SliderAction.SliderPageStepAdd
WORDS = ("a", "a ", "가나")


class Turns:
    """The turns of the loop, by the processor's time of this thread, ms."""

    def __init__(self) -> None:
        self.longest: dict[str, float] = {}

    def run(self, step: str, work: Callable[[], object], is_over: Callable[[], bool] = lambda: True) -> None:
        """Do a piece of work as one turn, and let the loop turn until nothing is left to do."""
        took = [_took(work)]
        begun = calm = time.monotonic()
        while time.monotonic() - calm < CALM and time.monotonic() - begun < AT_MOST:
            turn = _took(QApplication.processEvents)
            took.append(turn)
            if turn > 1 or not is_over():
                calm = time.monotonic()
            time.sleep(0.002)
        self.longest[step] = max(self.longest.get(step, 0.0), *took)


def _took(work: Callable[[], object]) -> float:
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000


def tried(window: MainWindow, key: str) -> Turns:
    """Open a paper and go about in it."""
    turns, view = Turns(), window.reading.view
    related = time.monotonic() + 0.6
    turns.run("open", lambda: window.choose_paper(key), lambda: view.is_settled)
    turns.run("related", lambda: None, lambda: time.monotonic() > related)
    for _ in range(PAGES):
        turns.run("scroll", view.scroll_page)
    turns.run("find", view.open_find)
    for words in WORDS:
        turns.run("find", lambda words=words: view._find_bar._field.setText(words))
        turns.run("find", view.find_next)
    turns.run("find", view.close_find)
    return turns


def told(turns: Turns) -> str:
    """The longest turn of each step."""
    return " ".join(f"{step} {longest:6.1f}" for step, longest in turns.longest.items())


def write_posts(folder: Path, size: int, names: list[str]) -> Path:
    """A blog of these shapes, and of one ordinary post."""
    for number, name in enumerate(names):
        write_post(folder, f"2025-01-02-{number:02d}-{name.replace(' ', '-')}.md", SHAPES[name](size))
    write_post(folder, "2025-01-03-usual.md", "# 1. A Paper\n\n## Introduction\n\nAn ordinary one.\n")
    return folder


def main() -> int:
    """Print a line a paper."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--size", type=int, default=10_000, help="characters")
    parser.add_argument("--shapes", nargs="+", choices=list(SHAPES), default=list(SHAPES))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        sync_aside(profile, write_posts(Path(folder) / "posts" / "_posts", given.size, given.shapes))
        shown = Shown(language="ko", theme="light", remembers=False)
        _, window = build(Profile(ProfilePaths.of(profile)), shown)
        window.resize(*SIZE)
        Turns().run("start", window.show)
        beside = Turns()
        beside.run("list", lambda: window.browsing.show_place(ALL))
        for _ in range(len(given.shapes) // 8):
            beside.run("list", lambda: window.papers.table.verticalScrollBar().triggerAction(PAGE_DOWN))
        print("beside the page:", told(beside), flush=True)
        late = 0
        for key in window.session.keys_of(ALL):
            record = window.session.record(key)
            post = record.appearances[0].post if record else key
            turns = tried(window, key)
            late += max(turns.longest.values()) > LONGEST
            print(f"{post.removeprefix('_posts/2025-01-')[:32]:32} {told(turns)}", flush=True)
        print(f"{late} papers with a turn of over {LONGEST:.0f} ms")
        window.close()
        return 1 if late else 0


if __name__ == "__main__":
    raise SystemExit(main())
