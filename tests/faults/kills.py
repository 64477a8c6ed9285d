"""Kills every command that writes, and the window while somebody types, at random moments; says what was lost.

    python -m tests.faults.kills [--commands N] [--windows N] [--seed S]

Not in the suite: a thousand kills take twenty minutes. After each the marks are whole, what was acknowledged is there,
the same command once more does its work, and of a note nothing is missing that was typed over a second before.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader.base.paths import ProfilePaths
from reader.marks.store import MarkStore
from tests.command_line import ROOT
from tests.factories import paper, post, write_post
from tests.faults import inject
from tests.faults.typing_window import letters

_OLD = 1.0  # s: what was typed before that is not lost
_LONGEST_TYPED = 4.0  # s before a window is killed


class Killed(NamedTuple):
    """What came of one kill."""

    what: str  # the command, or "window"
    trouble: str  # "" where all is as it should be
    was_running: bool
    lost: float = 0.0  # s of typing


def main() -> int:
    """Kill, and say how it went; the exit code is 1 where anything was lost."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults.kills", description=__doc__)
    asked.add_argument("--commands", type=int, default=850)
    asked.add_argument("--windows", type=int, default=150)
    asked.add_argument("--seed", type=int, default=1)
    wanted = asked.parse_args()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        chance = random.Random(wanted.seed)
        found = commands(Path(folder) / "commands", wanted.commands, chance)
        found += windows(Path(folder) / "windows", wanted.windows, wanted.seed)
    for what in dict.fromkeys(each.what for each in found):
        mine = [each for each in found if each.what == what]
        words = f"{what}: {len(mine)} kills, {sum(each.was_running for each in mine)} of them while it ran"
        troubles = [each.trouble for each in mine if each.trouble]
        most = f", at most {max(each.lost for each in mine):.2f} s of typing lost" if what == "window" else ""
        print(f"{words}{most}, {len(troubles)} with trouble", flush=True)
        for trouble in troubles:
            print(f"  {trouble}")
    return 1 if any(each.trouble for each in found) else 0


def commands(work: Path, kills: int, chance: random.Random) -> list[Killed]:
    """Kill the commands in turn, each at any moment of the time it takes."""
    work.mkdir()
    template = inject.made(work)
    inject.warm(template, work)
    found = []
    takes: dict[str, float] = {}
    whole: dict[str, frozenset[str]] = {}
    for task in inject.TASKS:
        now = inject.fresh(template, work)
        begin = time.monotonic()
        inject.child(task.words, now)
        takes[task.name] = time.monotonic() - begin
        whole[task.name] = frozenset(path.name for path in (*now.glob("out.*"), *(now / "vault").glob("*")))
    for number in range(kills):
        task = inject.TASKS[number % len(inject.TASKS)]
        now = inject.fresh(template, work)
        ended = inject.child(task.words, now, killed_after=chance.uniform(0, takes[task.name]))
        trouble = inject.trouble_of(task, now, ended, whole[task.name])
        found.append(Killed(task.name, trouble, ended.code == -signal.SIGKILL))
    return found


def windows(work: Path, kills: int, seed: int) -> list[Killed]:
    """Kill a window in which somebody types, at any moment from the first letter on."""
    work.mkdir()
    write_post(work / "posts", "2025-01-02-a.md", post([paper(1)]))
    return [_window(work, seed + kill) for kill in range(kills)]


def _window(work: Path, seed: int) -> Killed:
    profile, said = work / f"profile-{seed}", work / f"said-{seed}"
    chance = random.Random(seed)
    words = [sys.executable, "-m", "reader", "--profile", str(profile), "sync", str(work / "posts")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    if not profile.exists():
        subprocess.run(words, env=environment, check=True, capture_output=True)
    said.touch()
    typing = [sys.executable, "-m", "tests.faults.typing_window", str(profile), str(said), str(seed)]
    process = subprocess.Popen(typing, env=environment, stderr=subprocess.PIPE)
    while not said.stat().st_size and process.poll() is None:
        time.sleep(0.01)
    time.sleep(chance.uniform(0, _LONGEST_TYPED))
    was_running = process.poll() is None
    at = time.monotonic()
    process.kill()
    errors = process.communicate()[1].decode()
    lines = [line.split() for line in said.read_text().splitlines()]
    typed = [(float(when), int(many)) for when, many in lines]
    return _judged(profile, seed, typed, at, was_running, errors)


def _judged(
    profile: Path, seed: int, typed: list[tuple[float, int]], at: float, was_running: bool, errors: str
) -> Killed:
    places = ProfilePaths.of(profile)
    with MarkStore(places.marks, places.backups) as store:
        note = store.marks_of(inject.KEY).note
    text = "".join(islice(letters(seed), typed[-1][1] if typed else 0))
    sound = inject.rows_of(places.marks, "PRAGMA integrity_check") == [("ok",)]
    kept = len(note)
    while kept < len(text) and text[kept].isspace():  # what stands at the end of a stored note
        kept += 1
    lost = max((at - when for when, many in typed if many > kept), default=0.0)
    if not was_running or not sound or "Traceback" in errors:
        return Killed("window", f"seed {seed}: {errors[-1500:] or 'the marks are not sound'}", was_running)
    if not text.startswith(note):
        return Killed("window", f"seed {seed}: {json.dumps(note)} is not what was typed: {json.dumps(text)}", True)
    late = lost > _OLD
    return Killed("window", f"seed {seed}: {lost:.2f} s of typing lost" if late else "", True, lost)


if __name__ == "__main__":
    sys.exit(main())
