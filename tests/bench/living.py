"""A window on a library of any size that keeps itself: how late its loop gets, how soon a saved post shows, its memory.

    dev.py bench living [--papers 10000 | --profile DIR --posts DIR]

One reads on while nothing happens, while a sync finds nothing new, and while posts are saved into a watched folder. A
timer of 5 ms tells how late the window's loop is; beside it stands how much of the longest wait was the window's own
processor time, for the rest of it is other programs'. A process that does nothing but such a timer is the floor.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QTimer

from reader.app import Shown, _sync_when_it_stands, build
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.ui.window.window import MainWindow
from tests.bench.libraries import make_profile
from tests.factories import numbered, post

TICK = 0.005
LONG = 0.05
SAVED = 6  # posts
FLOOR = """
import time, sys
last, late = time.perf_counter(), []
while True:
    time.sleep(0.005)
    now = time.perf_counter()
    late.append(now - last - 0.005)
    last = now
    if len(late) % 200 == 0:
        print(sum(each > 0.05 for each in late), max(late), file=sys.stderr, flush=True)
"""


class Wait(NamedTuple):
    """How late one tick was."""

    late: float
    own: float  # of it the window's processor time


class Lateness:
    """Measures the loop it runs in."""

    def __init__(self, window: MainWindow) -> None:
        self._waits: list[Wait] = []
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer(window, interval=int(TICK * 1000))
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self._waits.append(Wait(now - self._last[0] - TICK, own - self._last[1]))
        self._last = now, own

    def told(self, what: str) -> None:
        """Print what was measured since, and begin again."""
        waits, self._waits = self._waits, []
        self._last = time.perf_counter(), time.thread_time()
        by_time = sorted(wait.late for wait in waits)
        longest = max(waits)
        busiest = max(wait.own for wait in waits)
        print(
            f"  {what + ':':<22}{len(waits):5} ticks, late: median {by_time[len(waits) // 2] * 1000:.1f}, "
            f"p99 {by_time[int(len(waits) * 0.99)] * 1000:.1f}, most {longest.late * 1000:.1f} ms "
            f"(its own {longest.own * 1000:.1f}), busiest {busiest * 1000:.1f} ms; "
            f"over 50 ms {sum(value > LONG for value in by_time)}, by own doing {sum(w.own > LONG for w in waits)}",
            flush=True,
        )


def memory(process: str) -> str:
    """What a process holds now, and at most."""
    told = {}
    for file in ("status", "smaps_rollup"):
        for line in Path("/proc", process, file).read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            told[name] = value
    sizes = {name: int(told[name].split()[0]) >> 10 for name in ("VmHWM", "Rss", "Pss")}
    return f"RSS {sizes['Rss']} MB, PSS {sizes['Pss']} MB, RSS at most {sizes['VmHWM']} MB"


def children(process: int) -> list[str]:
    """The processes that a process started."""
    return Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8").split()


def await_standing(window: MainWindow) -> None:
    """Let the window come to stand: what comes before is the start, which start.py measures."""
    standing = QEventLoop()
    window.stands.connect(standing.quit)
    standing.exec()


def read_on(window: MainWindow) -> None:
    """Open one paper after the other."""
    reading = QTimer(window, interval=700)
    reading.timeout.connect(lambda: window.papers.step(1))
    reading.start()


def measure(window: MainWindow, place: Path) -> None:
    """Drive the window through it all."""

    def run(seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    looked: list[float] = []
    window.watching.job.looked.connect(lambda _: looked.append(time.perf_counter()))
    begin = time.perf_counter()
    await_standing(window)
    read_on(window)
    late = Lateness(window)
    while not looked:
        run(0.1)
    late.told("sync at the start")
    print(f"  the watch stood after {looked[0] - begin:.1f} s", flush=True)
    run(6)
    late.told("nothing happens")
    ended: list[float] = []
    window.sync_job.finished.connect(lambda _: ended.append(time.perf_counter()))
    for _ in range(3):
        ended.clear()
        begin = time.perf_counter()
        window.sync_job.start()
        while not ended:
            run(0.02)
        print(f"  F5, nothing new: {ended[0] - begin:.2f} s", flush=True)
        run(1)
    late.told("syncs, nothing new")
    for number in range(1, SAVED + 1):
        before = window.session.listing.totals().posts
        shown: list[float] = []

        def look(before: int = before, shown: list[float] = shown) -> None:
            if not shown and window.session.listing.totals().posts > before:
                shown.append(time.perf_counter())

        joint = window.session.library_changed.connect(look)
        text = post(numbered(10, f"29{number:02d}"), date=f"2029-{number:02d}-02 08:15:00")
        file = place / f"2029-{number:02d}-02-{os.getpid()}.md"
        begin = time.perf_counter()
        file.write_text(text, encoding="utf-8")
        while not shown:
            run(0.01)
        window.session.library_changed.disconnect(joint)
        print(f"  a saved post shows after {shown[0] - begin:.2f} s", flush=True)
        run(2)
    late.told("posts are saved")
    print(f"  window: {memory('self')}")
    for child in children(os.getpid()):
        words = Path("/proc", child, "cmdline").read_bytes().replace(b"\0", b" ").decode()
        print(f"  child {words[-60:].strip()}: {memory(child)}", flush=True)
    for file in place.glob(f"*-{os.getpid()}.md"):
        file.unlink()
    run(6)
    late.told("posts are removed")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--profile", type=Path, help="of a library that is there already")
    parser.add_argument("--posts", type=Path, help="the folder of its posts")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.profile or make_profile(Path(folder), given.papers)
        posts = given.posts or Path(json.loads((place / "config" / "settings.json").read_text())["sources"][0])
        profile = Profile(ProfilePaths.of(place))
        _, window = build(profile, Shown())
        _sync_when_it_stands(window)
        window.show()
        floor = subprocess.Popen([sys.executable, "-c", FLOOR], stderr=subprocess.PIPE, text=True)
        try:
            print(f"{window.session.listing.totals().papers} papers", flush=True)
            measure(window, posts / "_posts" if (posts / "_posts").is_dir() else posts)
        finally:
            floor.terminate()
            assert floor.stderr is not None
            over, most = floor.stderr.read().splitlines()[-1].split()
            print(f"  a process that only waits: over 50 ms {over}, most {float(most) * 1000:.1f} ms, in all this time")
            window.close()


if __name__ == "__main__":
    main()
