"""Reading posts of any size: time grows as n log n at most, for sizes nobody writes and for signs that never end.

    PYTHONPATH=. python -m tests.bench.posts [--full] [--render] [NAME …]

Each shape is read at four sizes, each twice the one before; `growth` is how many times longer the last took than the
one before it, divided by how many times larger it is: 1 is linear, n log n is 1.1, and the square is 2. --full reads
40,000 papers, 100,000 headings and 10,000 levels of nesting; --render also writes the page. Exit status 1 if a shape
grows faster, or takes longer than a minute a megabyte.
"""

import argparse
import sys
import time
from collections.abc import Callable

from reader.library.appearances import derive, papers_of
from reader.posts.parse import parse
from reader.render.page import page
from reader.render.sheet import Look
from reader.render.theme import LIGHT
from tests.posts.kinds.size import GROWING, ODD, SIGNS, SIZES

KB = 1024
MOST_GROWTH = 1.6
MOST_SECONDS_A_MB = 60.0  # of lines of three characters each
LEAST_SECONDS = 0.2  # what is faster is not weighed: the clock's noise is as large


def shapes(wanted: list[str]) -> dict[str, tuple[Callable[[int], str], int]]:
    """Name → what makes it, and its size at the beginning."""
    made: dict[str, tuple[Callable[[int], str], int]] = {}
    for name, make in GROWING.items():
        made[name] = (make, SIZES.get(name, 10_000) // 8)
    for sign in SIGNS:
        made[f"signs {sign!r}"] = (lambda n, sign=sign: sign * (n // len(sign)), 16 * KB)
    made |= {name: (make, 16 * KB) for name, make in ODD.items()}
    return {name: each for name, each in made.items() if not wanted or any(word in name for word in wanted)}


def seconds(source: bytes, render: bool) -> float:
    """How long a post takes, from its bytes to what the catalogue keeps; with `render`, to its pages as well."""
    begin = time.perf_counter()
    post = parse(source, "note.md")
    for paper in papers_of(post):
        derive(paper, post)
        if render:
            page(paper, Look(LIGHT), is_page=not post.papers, typeset=lambda _tex, _display: None)
    taken = time.perf_counter() - begin
    if any(remark.code == "fault" for remark in post.remarks):
        raise AssertionError("a fault of ours")
    return taken


def main() -> int:
    """Print a line a shape."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--full", action="store_true", help="up to the sizes that are asked for, else to an eighth")
    parser.add_argument("--render", action="store_true")
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    bad = 0
    print(f"{'shape':34} {'MB':>6} {'s':>7} {'s/MB':>7} growth")
    for name, (make, first) in shapes(given.names).items():
        sizes = [first * step // (1 if given.full else 8) for step in (1, 2, 4, 8)]
        sources = [make(size).encode() for size in sizes]
        taken = [seconds(source, given.render) for source in sources]
        growth = taken[-1] / max(taken[-2], 1e-4) / (len(sources[-1]) / len(sources[-2]))
        rate = taken[-1] / (len(sources[-1]) / 1e6)
        slow = taken[-1] > LEAST_SECONDS and (growth > MOST_GROWTH or rate > MOST_SECONDS_A_MB)
        bad += slow
        sign = "  ← too slow" if slow else ""
        print(
            f"{name[:34]:34} {len(sources[-1]) / 1e6:6.2f} {taken[-1]:7.2f} {rate:7.2f} {growth:6.2f}{sign}", flush=True
        )
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
