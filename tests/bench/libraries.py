"""Libraries of any size for the benchmarks: by the shared corpus maker where it is there, else of our own text."""

import argparse
import subprocess
import sys
from pathlib import Path

from tests.factories import numbered, post, write_post

ROOT = Path(__file__).resolve().parents[2]
MAKER = ROOT.parent / "shared" / "tools" / "make_corpus.py"


def library_arguments(words: str | None) -> argparse.Namespace:
    """What benches of a library are asked for; `words` are those of the bench, of which the first line is its help."""
    parser = argparse.ArgumentParser(description=(words or "").split("\n", 1)[0])
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--profile", type=Path, help="a synced profile, instead of one made for this")
    parser.add_argument("--folder", type=Path, help="where to make the library, to be used again")
    return parser.parse_args()


def make_posts(folder: Path, papers: int) -> Path:
    """A folder of posts of ten papers each."""
    if MAKER.exists():
        subprocess.run([sys.executable, MAKER, folder, "--papers", str(papers)], check=True, stdout=subprocess.DEVNULL)
        return folder
    for number in range(0, papers, 10):
        month = f"{20 + number // 9000 % 10}{1 + number // 750 % 12:02d}"
        day = f"20{month[:2]}-{month[2:]}-{1 + number // 10 % 28:02d}"
        text = post(numbered(min(10, papers - number), month), date=f"{day} 08:15:00")
        write_post(folder / "_posts", f"{day}-{number:06d}.md", text)
    return folder


def make_profile(folder: Path, papers: int) -> Path:
    """A profile with a synced library of so many papers; a path that has one already is taken as it is."""
    profile_path = folder / f"profile-{papers}"
    if (profile_path / "ready").exists():
        return profile_path
    sync_aside(profile_path, make_posts(folder / f"posts-{papers}", papers))
    (profile_path / "ready").touch()
    return profile_path


def sync_aside(profile: Path, posts: Path) -> None:
    """Sync a folder in a process of its own: what that takes is not the memory of who measures."""
    sync = [sys.executable, "-m", "reader", "sync", "--json", "--profile", str(profile), str(posts.resolve())]
    subprocess.run(sync, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
