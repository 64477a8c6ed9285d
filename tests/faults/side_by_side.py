"""Everybody at once on one profile: a window in which somebody types, syncs, writers of marks, exports and backups.

    python -m tests.faults.side_by_side [--minutes 10] [--seed S]

Not in the suite. At the end every change that was acknowledged is there, the note is what was typed, and nobody was
told that a database is locked.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader.base.paths import ProfilePaths
from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from tests.command_line import ROOT
from tests.factories import numbered, post, write_post
from tests.faults.typing_window import letters

_PAPERS = 40
_WRITERS = 3


class Ran(NamedTuple):
    """A command that ended."""

    words: tuple[str, ...]
    code: int
    err: str


class Together:
    """One profile, and all that goes on with it."""

    def __init__(self, work: Path, seed: int) -> None:
        self._work = work
        self._seed = seed
        self.profile = work / "profile"
        self.ran: list[Ran] = []
        self.stopped = threading.Event()
        self.notes: dict[str, str] = {}  # acknowledged, by paper
        self.bookmarked: set[str] = set()
        write_post(work / "posts", "2025-01-02-a.md", post(numbered(_PAPERS)))
        self.run("sync", str(work / "posts"))
        self.run("bookmark", "2501.00002")  # so that there is something to export

    def run(self, *words: str) -> Ran:
        """Run a command to its end."""
        whole = [sys.executable, "-m", "reader", "--profile", str(self.profile), *words]
        said = subprocess.run(whole, env=_environment(), capture_output=True, text=True, check=False)
        self.ran.append(Ran(words, said.returncode, said.stderr))
        return self.ran[-1]

    def write(self, number: int) -> None:
        """A writer: notes and bookmarks on papers of its own, which are then known as acknowledged."""
        chance = random.Random(self._seed + number)
        mine = [f"2501.{each:05d}" for each in range(2, _PAPERS + 1) if each % _WRITERS == number]
        for turn in range(10**9):
            if self.stopped.is_set():
                return
            key, text = chance.choice(mine), f"note {turn} of writer {number}"
            if self.run("note", key, text).code == 0:
                self.notes[key] = text
            if self.run("bookmark", key).code == 0:
                self.bookmarked.add(key)

    def repeat(self, *words: str) -> None:
        """Run a command again and again."""
        while not self.stopped.is_set():
            self.run(*words)

    def add_posts(self) -> None:
        """A folder that grows while it is read."""
        for number in range(1, 10**6):
            if self.stopped.wait(2):
                return
            month = f"{10 + number // 12 % 80}{1 + number % 12:02d}"
            write_post(self._work / "posts", f"2026-{number:05d}.md", post(numbered(2, month), date="2026-01-02"))

    def troubles(self, said: Path) -> list[str]:
        """What should not have been."""
        found = [
            f"{each.words[0]} ended with {each.code}: {each.err[-500:]}"
            for each in self.ran
            if each.code or "locked" in each.err or "Traceback" in each.err
        ]
        places = ProfilePaths.of(self.profile)
        with MarkStore(places.marks, places.backups) as store:
            for key, text in self.notes.items():
                if store.marks_of(PaperKey(key)).note != text:
                    found.append(f"the note of {key} is not {text!r}")
            found += [
                f"{key} is not bookmarked" for key in self.bookmarked if not store.marks_of(PaperKey(key)).bookmarked
            ]
            note = store.marks_of(PaperKey("2501.00001")).note
        typed = "".join(islice(letters(self._seed), int(said.read_text().split()[-1])))
        if not typed.startswith(note) or len(typed) - len(note) > 60:  # a second of the quickest typing
            found.append(f"the note that was typed has {len(note)} letters of {len(typed)}")
        return found


def main() -> int:
    """Let all of them go on for a while; the exit code is 1 where anything was lost."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults.side_by_side", description=__doc__)
    asked.add_argument("--minutes", type=float, default=10)
    asked.add_argument("--seed", type=int, default=1)
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        together = Together(work, wanted.seed)
        said = work / "said"
        said.touch()
        typing = [sys.executable, "-m", "tests.faults.typing_window", str(together.profile), str(said)]
        window = subprocess.Popen([*typing, str(wanted.seed)], env=_environment(), stderr=subprocess.PIPE, text=True)
        everybody = [threading.Thread(target=together.write, args=[number]) for number in range(_WRITERS)]
        for words in (
            ("sync",),
            ("sync",),
            ("export", "--format", "md", "--bookmarked", "-o", str(work / "vault")),
            ("backup",),
        ):
            everybody.append(threading.Thread(target=together.repeat, args=words))
        everybody.append(threading.Thread(target=together.add_posts))
        for each in everybody:
            each.start()
        time.sleep(wanted.minutes * 60)
        together.stopped.set()
        for each in everybody:
            each.join()
        time.sleep(2)
        is_alive = window.poll() is None
        window.kill()
        errors = window.communicate()[1]
        found = together.troubles(said)
        if not is_alive or "Traceback" in errors or "locked" in errors:
            found.append(f"the window: {errors[-1500:]}")
        print(f"{wanted.minutes:g} minutes: {_counted(together.ran)}; {said.read_text().split()[-1]} letters typed")
        print("\n".join(found) or "no acknowledged change is lost, nobody was told of a lock")
    return 1 if found else 0


def _counted(ran: list[Ran]) -> str:
    names = [each.words[0] for each in ran]
    return ", ".join(f"{names.count(name)} × {name}" for name in dict.fromkeys(names))


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


if __name__ == "__main__":
    sys.exit(main())
