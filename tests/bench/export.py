"""How long it takes to export 10,000 bookmarks with notes, as a person starts it: `daily-papers export …`.

    dev.py bench export [--papers 10000] [--formats md bibtex …]

Goal: each under 20 s. A second export into the same folder is measured as well: one in a hundred notes has changed.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from tests.bench.libraries import make_profile

NOTE = "# 읽고 나서\n\n- [ ] 식 (3)을 다시 볼 것 & 표 2의 50%\n- [[{other}]]와 비교한다\n\n{text}\n"
TEXT = "메모리를 적게 쓰는 까닭은 두 번 접기 때문이고, `fold(x)`는 $O(n)$이다. " * 6
FORMATS = ("md", "bibtex", "ris", "csl-json", "csv", "html")
ENDINGS = {"md": "", "csl-json": ".json"}


def mark(profile_path: Path) -> int:
    """Bookmark every paper, with a note of about 500 characters that links to another; how many there are."""
    with Profile(ProfilePaths.of(profile_path)) as profile:
        keys = sorted(profile.listing.all_keys())
        if (profile_path / "marked").exists():
            return len(keys)
        profile.marks.set_bookmarks(keys, True)
        for number, key in enumerate(keys):
            profile.marks.set_note(key, NOTE.format(other=keys[number - 1], text=TEXT))
        profile.remember(keys)
    (profile_path / "marked").touch()
    return len(keys)


def change(profile_path: Path) -> None:
    """Write one note in a hundred anew."""
    with Profile(ProfilePaths.of(profile_path)) as profile:
        for key in sorted(profile.listing.all_keys())[::100]:
            profile.marks.set_note(key, f"Another thought, {time.time()}")


def export(profile_path: Path, form: str, out: Path) -> str:
    """How long the command took from its start to its end, and of the processor's time."""
    begin, before = time.perf_counter(), os.times()
    command = [sys.executable, "-m", "reader", "export", "--profile", str(profile_path), "--bookmarked"]
    subprocess.run([*command, "--format", form, "-o", str(out)], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return f"{time.perf_counter() - begin:6.1f} s, of the processor {worked:5.1f} s"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--formats", nargs="*", default=FORMATS)
    parser.add_argument("--keep", type=Path, help="a folder in which the library is kept for the next time")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        profile_path = make_profile(given.keep or Path(folder), given.papers)
        papers = mark(profile_path)
        print(f"{papers} bookmarks with notes")
        for form in given.formats:
            out = Path(folder) / f"exported{ENDINGS.get(form, f'.{form}')}"
            print(f"{form:9}{export(profile_path, form, out)}    (goal 20 s)")
            if form == "md":
                change(profile_path)
                print(f"{'again':9}{export(profile_path, form, out)}")


if __name__ == "__main__":
    main()
