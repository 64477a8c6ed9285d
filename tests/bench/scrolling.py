"""What a frame costs while one scrolls through whole posts, by the processor's time of the window's own thread.

    dev.py bench scrolling [--posts FOLDER]

Each post of the folder (else one with formulas, pictures and tables, `shapes`) is opened in the real window,
off-screen, 1280 × 800 in the pixels of a sharp screen, and scrolled down and up again by a wheel's step a frame.
The worst frame of each is told with the place where it came. Exit status 1 where a twentieth of a post's frames take
longer than a sixtieth of a second.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "2")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.ui.page.page_browser import PageBrowser
from reader.ui.session.places import ALL
from reader.ui.window.window import MainWindow
from tests.bench.libraries import sync_aside
from tests.bench.shapes import write_shapes

SIZE = (1280, 800)
STEP = 60  # px, of one notch of a wheel
FRAME = 1000 / 60  # ms
REST = 0.6  # s, until pictures are decoded and what follows a page has come
STANDS = 3  # s, until the window has loaded what it loads at rest


class Frame(NamedTuple):
    """One step of scrolling."""

    took: float  # ms
    at: int  # px from the top


def wait(seconds: float) -> None:
    """Let the loop turn."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def scroll(window: MainWindow) -> list[Frame]:
    """The frames of the open page, down to its end and up again."""
    page = next(each for each in window.reading.view.findChildren(PageBrowser) if each.isVisible())
    bar, frames = page.verticalScrollBar(), []
    down = range(STEP, bar.maximum() + STEP, STEP)
    for value in (*down, *reversed(down)):
        begin = time.thread_time()
        bar.setValue(value)
        QApplication.processEvents()  # what is to be painted is painted in this turn
        frames.append(Frame((time.thread_time() - begin) * 1000, bar.value()))
    return frames


def told(title: str, frames: list[Frame]) -> bool:
    """Print a page's frames; whether they come at sixty a second."""
    took = sorted(frame.took for frame in frames)
    worst = max(frames)
    over = sum(each > FRAME for each in took) / len(took)
    median, late = took[len(took) // 2], took[int(len(took) * 0.95)]
    print(
        f"{title[:40]:40} {len(took):5} frames, median {median:5.1f}, p95 {late:5.1f}, most {worst.took:5.1f} ms "
        f"at {worst.at} px; over a sixtieth of a second {over:.1%}",
        flush=True,
    )
    return late <= FRAME


def main() -> int:
    """Print a line a page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--posts", type=Path, help="a folder of posts")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        posts = given.posts or write_shapes(Path(folder) / "posts")
        sync_aside(profile, posts)
        shown = Shown(language="ko", theme="light", remembers=False)
        _, window = build(Profile(ProfilePaths.of(profile)), shown)
        window.resize(*SIZE)
        window.show()
        wait(STANDS)
        window.browsing.show_place(ALL)
        good = []
        for key in window.session.keys_of(ALL):
            window.choose_paper(key)
            wait(REST)
            while not window.reading.view.is_settled:
                wait(REST)
            record = window.session.record(key)
            good.append(told(record.appearances[0].paper.title if record else key, scroll(window)))
        window.close()
        return 0 if all(good) else 1


if __name__ == "__main__":
    raise SystemExit(main())
