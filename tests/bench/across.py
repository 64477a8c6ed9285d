"""Reading across a large library: the lens, a table, what a range is about, the values of a benchmark.

    PYTHONPATH=. python -m tests.bench.across [--papers N] [--profile DIR] [--folder DIR]

Prints the median of five runs in milliseconds beside what was promised; each run opens the profile anew, as a window
does once. Exit status 1 where one takes longer by the processor's time, which other programs change less than the
clock.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from reader.across.ranges import Range
from reader.base.paths import ProfilePaths
from reader.services.across import reading as across
from reader.services.across.ranges import ids_in
from reader.services.across.trends import LibraryOutlines, trends
from reader.services.profile import Profile
from tests.bench.libraries import library_arguments, make_profile

RUNS = 5


def tasks(last: str) -> dict[str, tuple[Callable[[Profile], object], int]]:
    """What is done → how, and in how many milliseconds at most (0: nothing was promised)."""
    month, week = Range(last[:7], last[:7]), Range(posts=7)

    def lens(profile: Profile, wanted: Range) -> object:
        return across.lens(profile.listing, "limitations", ids_in(profile, wanted)[:300])

    def table(profile: Profile, sort: str) -> object:
        return across.table(profile.listing, ids_in(profile, Range())[:1000], ("goal", "results", "limitations"), sort)

    return {
        "lens, last seven posts": (lambda profile: lens(profile, week), 150),
        "lens, a month": (lambda profile: lens(profile, month), 150),
        "lens, all, the first 300 drawn": (lambda profile: lens(profile, Range()), 150),
        "table of 1,000, by title": (lambda profile: table(profile, "title"), 300),
        "table of 1,000, by FID": (lambda profile: table(profile, "-number:FID"), 0),
        "trends, last seven posts": (lambda profile: trends(profile, week), 500),
        "trends, a month": (lambda profile: trends(profile, month), 500),
        "trends, all": (lambda profile: trends(profile, Range()), 500),
        "benchmark FID": (lambda profile: across.benchmark(profile.listing, "FID"), 0),
    }


def milliseconds(places: ProfilePaths, task: Callable[[Profile], object]) -> tuple[float, float]:
    """How long a task takes in a profile that was just opened: by the clock, and of the processor."""
    with Profile(places, read_only=True) as profile:
        profile.listing.generation()
        begin, worked = time.perf_counter(), time.process_time()
        task(profile)
        return (time.perf_counter() - begin) * 1000, (time.process_time() - worked) * 1000


def main() -> int:
    """Print a line a task."""
    given = library_arguments(__doc__)
    bad = 0
    with tempfile.TemporaryDirectory() as made:
        path = given.profile or make_profile(given.folder or Path(made), given.papers)
        places = ProfilePaths.of(path)
        with Profile(places, read_only=True) as profile:
            last = max((each.day for each in profile.listing.outlines()), default=date.today().isoformat())  # noqa: DTZ011
            print(f"{profile.listing.totals().papers} papers, the last of {last}")
        for name, (task, most) in tasks(last).items():
            runs = [milliseconds(places, task) for _ in range(RUNS)]
            taken, worked = (statistics.median(each) for each in zip(*runs, strict=True))
            slow = bool(most) and worked > most
            bad += slow
            told = f"{name:32} {taken:7.0f} ms  {worked:7.0f} of the processor"
            print(f"{told}  {most or '–':>4}{'  ← too slow' if slow else ''}", flush=True)
        with Profile(places, read_only=True) as profile:
            field = LibraryOutlines(profile)
            field.trends(Range(last[:7], last[:7]))
            begin = time.perf_counter()
            field.trends(Range(last, last))
            print(f"{'trends, another range of a field':32} {(time.perf_counter() - begin) * 1000:7.0f} ms")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
