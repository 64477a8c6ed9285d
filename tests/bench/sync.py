"""What a sync costs in a library of 1,000, 10,000 or 100,000 papers, by wall clock, processor time and memory.

    dev.py bench sync [--papers 1000] [--keep FOLDER]

The first sync, one with nothing new, one with one new post: each in a process of its own, as the window starts it; what
is in brackets is what it says of itself, without Python's start. Then in one process, as the watch of folders does it,
and a Git repository on this disk.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from reader.base.git_address import read_address
from reader.base.paths import ProfilePaths
from reader.library.git.fetch import fetch
from reader.library.git.source import GitSource
from reader.services.fetching import Fetching
from reader.services.profile import Profile
from reader.services.refresh import refresh
from tests.bench.libraries import make_posts
from tests.factories import numbered, post
from tests.library.git.git_servers import Blog


class Cost(NamedTuple):
    """Of one process."""

    wall: float  # s
    processor: float  # s
    memory: int  # bytes, at most
    said: float  # s, by the sync itself

    def __str__(self) -> str:
        return f"{self.wall:.2f} s [{self.said:.2f} s], processor {self.processor:.2f} s, {self.memory >> 20} MB"


def synced(profile: Path, *more: str) -> Cost:
    """What `daily-papers sync` costs."""
    begin = time.perf_counter()
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(write, 1)
        command = [sys.executable, "-m", "reader", "sync", "--json", "--profile", str(profile), *more]
        os.execv(sys.executable, command)
    os.close(write)
    with open(read, "rb") as told:  # noqa: PTH123  # of a descriptor
        said = json.loads(told.read())
    _, status, used = os.wait4(child, 0)
    assert status == 0
    return Cost(time.perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss << 10, said["seconds"])


def new_post(number: int) -> str:
    """A post of ten papers that no other has."""
    return post(numbered(10, f"27{number:02d}"), date=f"2027-{number:02d}-02 08:15:00")


def measure_folder(folder: Path, posts: Path) -> None:
    """A folder on this disk."""
    profile = folder / "of-folder"
    print(f"  folder, first sync:          {synced(profile, str(posts))}", flush=True)
    print(f"  folder, nothing new:         {synced(profile)}", flush=True)
    place = posts / "_posts" if (posts / "_posts").is_dir() else posts
    (place / "2027-01-02-new.md").write_text(new_post(1), encoding="utf-8")
    print(f"  folder, one new post:        {synced(profile)}", flush=True)
    for name, text in (("nothing new", None), ("one new post", new_post(2)), ("one more", new_post(3))):
        if text is not None:
            (place / f"2027-02-02-{name}.md").write_text(text, encoding="utf-8")
        begin, processor = time.perf_counter(), time.process_time()
        with Profile(ProfilePaths.of(profile)) as opened:
            refresh(opened, fetching=Fetching.NOT)
        took, used = time.perf_counter() - begin, time.process_time() - processor
        print(f"  in a warm process, {name + ':':<14}{took:.2f} s, processor {used:.2f} s", flush=True)


def measure_repository(folder: Path, posts: Path) -> None:
    """The same posts in a Git repository on this disk: what is fetched, and which posts there are. Reading them costs
    what it costs in a folder.
    """
    blog = Blog(folder / "blog")
    blog.commit(
        {str(path.relative_to(posts)): path.read_text(encoding="utf-8") for path in sorted(posts.rglob("*.md"))}
    )
    address = read_address(blog.folder.as_uri())
    assert address is not None
    for name in ("first fetch", "nothing new", "one new post"):
        if name == "one new post":
            blog.commit({"_posts/2027-04-02-new.md": new_post(4)})
        begin, processor = time.perf_counter(), time.process_time()
        fetch(address, folder / "copy.git")
        source = GitSource(address, folder / "copy.git")
        files = source.scan(set()).files
        source.close()
        took, used = time.perf_counter() - begin, time.process_time() - processor
        print(f"  repository, {name + ':':<14}   {took:.2f} s, processor {used:.2f} s, {len(files)} files", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--papers", type=int, default=1_000)
    parser.add_argument("--keep", type=Path, help="work here, and leave it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        posts = make_posts(folder / "posts", given.papers)
        print(f"{given.papers} papers, {sum(1 for _ in posts.rglob('*.md'))} posts", flush=True)
        measure_folder(folder, posts)
        measure_repository(folder, posts)


if __name__ == "__main__":
    main()
