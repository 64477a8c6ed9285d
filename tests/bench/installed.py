"""How long the built program takes to its first paint, beside the same from source. Both are watched from outside.

    dev.py bench installed [--program PATH] [--papers 717] [--runs 10]

PATH is an installed `daily-papers`, else the one that `dev.py build program` left. They take turns on a private X
server; painted is when there is text where the list of papers stands. Goal: at most 1.15 times.
"""

import argparse
import compileall
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import ImageGrab

from tests.bench.libraries import make_profile
from tests.e2e.desktop import Desktop, private_desktop

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "build" / "installers" / "program" / "daily-papers" / "daily-papers"
LIST = (380, 200, 700, 500)  # px of the screen
COLOURS = 60  # text on a plain ground has more, an empty window fewer
GOAL = 1.15


def first_paint(command: list[str], desktop: Desktop) -> float:
    """Seconds from the start of a process to text in its window."""
    begin = time.monotonic()
    process = subprocess.Popen(
        command, env=desktop.env, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while time.monotonic() < begin + 60:
            picture = ImageGrab.grab(LIST, xdisplay=desktop.env["DISPLAY"])
            if len(picture.getcolors(LIST[2] * LIST[3]) or ()) > COLOURS:
                return time.monotonic() - begin
        raise SystemExit(f"{command[0]} painted nothing within a minute")
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # with the sync it has started
        process.wait()
        _wait_for_nothing(desktop)


def _wait_for_nothing(desktop: Desktop) -> None:
    end = time.monotonic() + 10
    while len(ImageGrab.grab(LIST, xdisplay=desktop.env["DISPLAY"]).getcolors(100_000) or ()) > 1:
        if time.monotonic() > end:
            raise SystemExit("the last window does not go away")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--program", type=Path, default=BUILT)
    parser.add_argument("--papers", type=int, default=717)
    parser.add_argument("--runs", type=int, default=10)
    given = parser.parse_args()
    if not given.program.exists():
        print(f"nothing to measure: {given.program} is made by `dev.py build program`; or name one by --program")
        return
    compileall.compile_dir(ROOT / "reader", quiet=1)  # as an installation does
    with tempfile.TemporaryDirectory() as folder, private_desktop(Path(folder) / "home") as desktop:
        profile = ["open", "--profile", str(make_profile(Path(folder), given.papers))]
        ways = {"source": [sys.executable, "-P", "-m", "reader", *profile], "built": [str(given.program), *profile]}
        times: dict[str, list[float]] = {name: [] for name in ways}
        for turn in range(given.runs + 1):
            for name, command in ways.items():
                seconds = first_paint(command, desktop)
                if turn:  # the first warms the disk's cache
                    times[name].append(seconds * 1000)
    source, built = (statistics.median(times[name]) for name in ("source", "built"))
    print(f"{given.papers} papers, medians of {given.runs} starts each, first paint of the list on an X server")
    print(f"from source  {source:7.1f} ms  ({min(times['source']):.0f}–{max(times['source']):.0f})")
    print(f"built        {built:7.1f} ms  ({min(times['built']):.0f}–{max(times['built']):.0f})")
    print(f"ratio        {built / source:7.2f}     (goal {GOAL})")


if __name__ == "__main__":
    main()
