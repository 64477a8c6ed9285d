"""`reset`: what the program keeps for a person is removed, except marks."""

import argparse
import sys
from pathlib import Path

from reader.base.errors import ReaderError
from reader.base.paths import ProfilePaths
from reader.commands.output import print_json
from reader.marks.backup import backups_in
from reader.services.installed.reset import Survey, reset, survey
from reader.services.profile import Profile

_YES = ("y", "yes", "예", "네")


def reset_command(profile: Profile, given: argparse.Namespace) -> int:
    """Remove settings, searches, catalogue, index and caches, or say what would be removed. Marks stay."""
    places = profile.places
    if not (given.dry_run or given.yes):
        there = survey(places)
        if there.found and not _agreed(places, there):
            raise ReaderError("Nothing was removed. `reset --yes` removes it, `reset --dry-run` only says what.")
    done = survey(places) if given.dry_run else reset(places)
    if given.json:
        print_json(_as_json(places, done, dry_run=given.dry_run))
    else:
        _print(places, done, "Would be removed" if given.dry_run else "Removed")
    if done.failed:
        path, why = done.failed[0]
        more = f" Nor can {len(done.failed) - 1} more." if len(done.failed) > 1 else ""
        raise ReaderError(f"{path} cannot be removed: {why}.{more} Check its rights, then try again.")
    return 0


def _agreed(places: ProfilePaths, there: Survey) -> bool:
    """Ask the person at the terminal; without a terminal the answer is no."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    _print(places, there, "To be removed")
    try:
        return input("Remove this? [y/N] ").strip().lower() in _YES
    except EOFError:
        return False


def _print(places: ProfilePaths, done: Survey, title: str) -> None:
    sizes: dict[tuple[str, Path], int] = {}
    for found in done.found:
        home = places.cache if found.path.is_relative_to(places.cache) else places.config
        sizes[found.kind, home] = sizes.get((found.kind, home), 0) + found.size
    if sizes:
        print(f"{title}:")
    for (kind, folder), size in sizes.items():
        print(f"  {kind:14} {_told(size):>9}  {folder}")
    if not (sizes or done.failed):
        print("There is nothing to remove.")
    for path, why in done.left:
        print(f"Left alone, {why}: {path}")
    if places.marks.exists():
        count = len(backups_in(places.backups))
        print(f"Your marks stay: {places.marks}, with {count} backup{'' if count == 1 else 's'} in {places.backups}")


def _told(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{-(-size // 1000)} KB"


def _as_json(places: ProfilePaths, done: Survey, *, dry_run: bool) -> dict[str, object]:
    return {
        "dry_run": dry_run,
        "removed": [{"kind": kind, "path": str(path), "bytes": size} for kind, path, size in done.found],
        "left": [{"path": str(path), "why": why} for path, why in done.left],
        "failed": [{"path": str(path), "why": why} for path, why in done.failed],
        "marks": str(places.marks) if places.marks.exists() else None,
    }
