"""What marks cost with 10,000 bookmarks, a note on each: in the store alone, and in the window's own process.

    dev.py bench marks [--papers 10000] [--keep FOLDER]

Goals: a mark under 10 ms in the window's process, the Bookmarks view under 100 ms. Of each the median by the clock and
of the processor, the 95th of a hundred and the most are given; what a mark costs is mostly the disk's flush, so one
bare flush is measured beside it.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.marks.backup import daily_backup
from reader.marks.portable import read_zip, write_zip
from reader.marks.restoring import preview
from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.session.places import ALL, BOOKMARKED
from tests.bench.export import mark
from tests.bench.libraries import make_profile

TODAY = date(2026, 11, 21)
TIMES = 200


class Taken(NamedTuple):
    """What something took, in seconds: by the clock, and of the processor."""

    seconds: float
    worked: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="a folder in which the library is kept for the next time")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        profile_path = make_profile(given.keep or Path(folder), given.papers)
        print(f"{mark(profile_path)} bookmarks with notes")
        places = ProfilePaths.of(profile_path)
        in_the_store(places, Path(folder))
        in_the_window(Profile(places))


def in_the_store(places: ProfilePaths, folder: Path) -> None:
    """The store alone."""
    with MarkStore(places.marks, places.backups) as store:
        keys = sorted(store.keys("bookmarked"))
        say("a bare flush", each(lambda _: flush(folder / "flushed"), keys))
        say("open the store", each(lambda _: MarkStore(places.marks, places.backups).close(), keys[:20]))
        say("the keys of all bookmarks", each(lambda _: store.keys("bookmarked"), keys[:20]))
        say("all marks of a paper", each(store.marks_of, keys))
        say(
            "bookmark one, or no longer",
            each(lambda key: store.set_bookmark(key, not store.marks_of(key).bookmarked), keys),
        )
        say("put one off", each(lambda key: store.put_off([key], TODAY), keys))
        say("label one", each(lambda key: store.set_label([key], "label", True), keys))
        say("highlight in one", each(lambda key: store.add_highlight(key, "method", "words", "", "", "pink"), keys))
        say("label them all", [timed(lambda: store.set_label(keys, "all", True))])
        say("undo that", [timed(store.undo)])
        say("the daily backup", [timed(lambda: daily_backup(places.marks, folder / "backups"))])
        backup = next((folder / "backups").iterdir())
        say("a look at what it would change", [timed(lambda: preview(backup, places.marks))])
        say("write the zip", [timed(lambda: write_zip(store, folder / "marks.zip"))])
        size = (folder / "marks.zip").stat().st_size
        say(f"merge it ({size / 2**20:.1f} MB)", [timed(lambda: store.merge(read_zip(folder / "marks.zip")))])


def in_the_window(profile: Profile) -> None:
    """The window, open on the library, with its lists and signs kept in step."""
    app, window = build(profile, Shown())
    window.show()
    rest(app, 2.0)
    keys = sorted(window.session.marks.keys("bookmarked"))
    for key in set(window.session.listing.all_keys()) - set(keys):  # what the store's turn took
        window.session.marks.set_bookmark(key, True)

    def open_bookmarks(_: PaperKey) -> None:
        window.browsing.show_place(BOOKMARKED)
        app.processEvents()  # painted

    def back(_: PaperKey) -> None:
        window.browsing.show_place(ALL)
        rest(app, 0.05)

    say("window: the Bookmarks view, listed and painted", each(open_bookmarks, keys[:30], before=back), 100)
    say(
        "window: bookmark one, or no longer",
        each(lambda key: window.session.toggle_bookmark([key]), keys, rest_after=app),
        10,
    )
    say(
        "window: come back to one tomorrow",
        each(lambda key: window.session.set_revisit([key], TODAY), keys, rest_after=app),
        10,
    )
    say("window: label one", each(lambda key: window.session.set_label([key], "label", True), keys, rest_after=app), 10)
    window.close()


def each(
    act: Callable[[PaperKey], object],
    keys: Iterable[PaperKey],
    before: Callable[[PaperKey], object] = lambda _: None,
    rest_after: QApplication | None = None,
) -> list[Taken]:
    """What each took."""
    found = []
    for key in list(keys)[:TIMES]:
        before(key)
        found.append(timed(lambda key=key: act(key)))
        if rest_after:
            rest_after.processEvents()
    return found


def timed(act: Callable[[], object]) -> Taken:
    begin, worked = time.perf_counter(), time.process_time()
    act()
    return Taken(time.perf_counter() - begin, time.process_time() - worked)


def flush(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"x" * 4096)
        file.flush()
        os.fsync(file.fileno())


def rest(app: QApplication, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()


def say(what: str, each: list[Taken], goal: int = 0) -> None:
    values = sorted(taken.seconds * 1000 for taken in each)
    worked = statistics.median(taken.worked for taken in each) * 1000
    tail = f"  p95 {values[int(len(values) * 0.95)]:7.1f}  most {values[-1]:7.1f}" if len(values) > 1 else ""
    wanted = f"    (goal {goal})" if goal else ""
    print(f"{what:47}{statistics.median(values):8.1f} ms  of the processor {worked:7.1f}{tail}{wanted}")


if __name__ == "__main__":
    main()
