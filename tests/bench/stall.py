"""How late the window's loop gets while a child process syncs a large library into the window that shows it.

    dev.py bench stall [--papers 10000]

The window is open on a small library when a folder of 10,000 papers is added, and one reads on. How late its loop is,
a person would feel as a stall. It is told as `bench living` tells it: beside the clock stands the window's own
processor time. Goal: nothing over 50 ms.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer

from reader.app import Shown, _sync_when_it_stands, build
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from tests.bench.libraries import make_posts, make_profile
from tests.bench.living import Lateness, await_standing, memory


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--papers", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        posts = make_posts(Path(folder) / "posts", given.papers)
        profile = Profile(ProfilePaths.of(make_profile(Path(folder), 20)))
        app, window = build(profile, Shown())
        _sync_when_it_stands(window)
        window.show()
        await_standing(window)
        reading = QTimer(interval=700)
        reading.timeout.connect(lambda: window.papers.step(1))
        begin = time.perf_counter()
        window.sync_job.finished.connect(lambda _: QTimer.singleShot(500, app.quit))
        window.sync_job.failed.connect(lambda message: (print(message), app.exit(1)))
        window.folders.add(posts)
        lateness = Lateness(window)
        reading.start()
        app.exec()
        papers = window.session.listing.totals().papers
        print(f"{papers} papers synced in {time.perf_counter() - begin:.1f} s while the window was read in")
        lateness.told("first sync")
        print(f"  window: {memory('self')}")
        window.close()


if __name__ == "__main__":
    main()
