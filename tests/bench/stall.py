"""How late the window's loop gets while a child process syncs a large library into the window that shows it.

    dev.py bench stall [--papers 10000]

The window is open on a small library when a folder of 10,000 papers is added, and one reads on. A timer of 5 ms runs in
the window; its lateness is what a person would feel as a stall. Goal: none over 50 ms.
"""

import argparse
import gc
import os
import statistics
import tempfile
import time
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from tests.bench.libraries import make_posts, make_profile

TICK = 0.005


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--papers", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        posts = make_posts(Path(folder) / "posts", given.papers)
        profile = Profile(ProfilePaths.of(make_profile(Path(folder), 20)))
        app, window = build(profile, Shown())
        window.show()
        settled = time.perf_counter() + 1.0  # the first paint and the first paper are measured by start.py
        while time.perf_counter() < settled:
            app.processEvents()
        gc.freeze()  # as the program does when its window stands
        late: list[float] = []
        last = [time.perf_counter()]

        def tick() -> None:
            now = time.perf_counter()
            late.append(now - last[0] - TICK)
            last[0] = now

        timer = QTimer(interval=int(TICK * 1000))
        timer.timeout.connect(tick)
        reading = QTimer(interval=700)
        reading.timeout.connect(lambda: window.papers.step(1))
        begin = time.perf_counter()
        window.sync_job.finished.connect(lambda _: QTimer.singleShot(500, app.quit))
        window.sync_job.failed.connect(lambda message: (print(message), app.exit(1)))
        window.folders.add(posts)
        last[0] = time.perf_counter()
        timer.start()
        reading.start()
        app.exec()
        seconds = time.perf_counter() - begin
        papers = window.session.listing.totals().papers
        window.close()
    late.sort()
    print(f"{papers} papers synced in {seconds:.1f} s while the window was read in")
    print(
        f"lateness of the window: median {statistics.median(late) * 1000:.1f} ms, "
        f"p99 {late[int(len(late) * 0.99)] * 1000:.1f} ms, most {late[-1] * 1000:.1f} ms"
    )
    print(f"stalls over 50 ms: {sum(value > 0.05 for value in late)}    (goal 0)")


if __name__ == "__main__":
    main()
