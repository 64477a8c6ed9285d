"""What a window takes over hours: memory, descriptors, threads and temporary files while one reads, searches and marks.

    dev.py bench endurance [--papers 10000] [--minutes 10] [--seed S]

Five random things a second. Once a minute it is written down what the process has; goal: nothing grows after the first
third of the time (memory: a twentieth, as Python's own pools come and go).
"""

import argparse
import os
import random
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.ui.window.window import MainWindow
from tests.bench.libraries import make_profile

_EACH = 200  # ms
_TEXTS = ("diffusion", "언어 모델", "title:image", "강화학습 보상", "results:fid", "video gen", "확산 모델의 한계", "")
_ACTIONS = {
    "next_paper": 30, "previous_paper": 10, "next_section": 10, "previous_section": 5, "toggle_read": 3, "bookmark": 5,
    "go_all": 2, "go_unread": 2, "go_bookmarked": 2, "go_week": 2, "go_noted": 1, "back": 3, "forward": 2, "undo": 2,
    "redo": 1, "open_tab": 1, "close_tab": 1, "lens": 1, "sidebar": 1, "notes_pane": 1, "larger": 1, "smaller": 1,
    "search_text": 12, "jump": 12, "scroll": 12, "write": 5,
}  # fmt: skip


class Sample(NamedTuple):
    """What the process has."""

    minute: float
    megabytes: float
    descriptors: int
    threads: int
    temporary: int  # files


def main() -> None:
    """Read for a while and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = make_profile(Path(folder), given.papers)
        tempfile.tempdir = os.environ["TMPDIR"] = str(Path(folder) / "temporary")
        Path(tempfile.tempdir).mkdir()
        app, window = build(Profile(ProfilePaths.of(made)), Shown())
        window.show()
        reader = _Reader(window, random.Random(given.seed))
        begin = time.monotonic()
        samples = [_sample(0)]

        def note() -> None:
            minute = (time.monotonic() - begin) / 60
            samples.append(_sample(minute))
            print(told(samples[-1]), flush=True)
            if minute >= given.minutes:
                app.exit()

        noting = QTimer(interval=60_000)
        noting.timeout.connect(note)
        noting.start()
        app.exec()
        window.close()
    settled = samples[-(-len(samples) // 3)]
    last = samples[-1]
    print(f"{reader.done} things done with {given.papers} papers")
    print(f"after a third of the time: {told(settled)}\nat the end: {told(last)}")
    print(f"memory: {last.megabytes / settled.megabytes:.3f} times    (goal: under 1.05)")


def told(sample: Sample) -> str:
    """A sample in words."""
    return (
        f"minute {sample.minute:.0f}: {sample.megabytes:.0f} MB, {sample.descriptors} descriptors, "
        f"{sample.threads} threads, {sample.temporary} temporary files"
    )


def _sample(minute: float) -> Sample:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = int(status.split("VmRSS:")[1].split()[0])
    tasks = sum(1 for _ in Path("/proc/self/task").iterdir())
    files = sum(path.is_file() for path in Path(tempfile.gettempdir()).rglob("*"))
    return Sample(minute, kilobytes / 1024, sum(1 for _ in Path("/proc/self/fd").iterdir()), tasks, files)


class _Reader:
    """Does something at random, five times a second."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        self._window = window
        self._chance = chance
        self.done = 0
        self._timer = QTimer(window, interval=_EACH)
        self._timer.timeout.connect(self._do)
        self._timer.start()

    def _do(self) -> None:
        if not self._window.is_ready:
            return
        self.done += 1
        name = self._chance.choices(list(_ACTIONS), list(_ACTIONS.values()))[0]
        if name == "search_text":
            self._window.toolbar.search.field.setText(self._chance.choice(_TEXTS))
        elif name == "jump":
            self._window.papers.table.selectRow(self._chance.randrange(max(1, self._window.papers.count())))
        elif name == "scroll":
            self._window.view.set_scroll_position(self._chance.random())
        elif name == "write":
            self._window.notes.replace_text(f"Note {self.done}\n\n{self._chance.random()}")
        else:
            self._window.actions_[name].trigger()


if __name__ == "__main__":
    main()
