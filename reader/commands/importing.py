"""`import`: marks from another computer, notes from a vault, and papers that a list of another program names."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reader.commands.output import standard_input
from reader.commands.running import failure_told, say_done
from reader.marks.merging import MergeReport, compared, joined, note_conflicts
from reader.marks.restoring import read_backup
from reader.services.importing import Bookmarked, import_list, import_marks, is_marks
from reader.services.lists.read import listed, listed_in
from reader.services.outside.returning import FromVault, import_vault, is_vault
from reader.services.profile import Profile

_SHOWN = 5  # keys or names listed for one kind of change

Said = tuple[dict[str, Any], Callable[[], None]]
"""What was done, for a program; and what prints it for a person."""


def import_command(profile: Profile, given: argparse.Namespace) -> int:
    """Merge a zip of marks or a vault, or bookmark the papers of a list of any kind; or say what that would change."""
    with failure_told(given):
        said, show = _imported(profile, given)
        if not given.dry_run:
            list_marked(profile)
    say_done(given, said, show)
    return 0


def look_at_merge(profile: Profile, path: Path) -> MergeReport:
    """What merging a zip of marks, or a backup, would change."""
    mine, theirs = profile.marks.portable(), read_backup(path)
    conflicts = tuple(key for (key,) in note_conflicts(mine, theirs))
    return compared(mine, joined(mine, theirs))._replace(note_conflicts=conflicts)


def list_marked(profile: Profile) -> None:
    """Sync, so that papers with marks which are in no post are listed; not before the first sync of the profile."""
    if not profile.listing.is_empty:
        from reader.services.refresh import refresh  # imports whoosh

        refresh(profile)


def report_json(report: MergeReport) -> dict[str, Any]:
    """What changed, kind by kind."""
    changes = {
        kind: {name: list(keys) for name, keys in difference._asdict().items()}
        for kind, difference in report.differences.items()
    }
    return {"changes": changes, "note_conflicts": list(report.note_conflicts)}


def print_report(report: MergeReport) -> None:
    """The same for a person."""
    for kind, difference in report.differences.items():
        for what, names in difference._asdict().items():
            if names:
                more = f", and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
                print(f"  {kind:11} {len(names):5} {what}: {', '.join(names[:_SHOWN])}{more}")
    if report.note_conflicts:
        print(f"  {len(report.note_conflicts)} notes had another text on both sides; the older is kept as a version")
    if report.is_empty:
        print("  nothing")


def _imported(profile: Profile, given: argparse.Namespace) -> Said:
    begin: dict[str, Any] = {"dry_run": given.dry_run}
    if str(given.file) == "-":
        done = import_list(profile, listed_in(standard_input(), "What was read"), "-", dry_run=given.dry_run)
        return {"kind": "list", **begin, **_lists(done)}, lambda: _print_bookmarked(done)
    if is_marks(given.file):
        report = look_at_merge(profile, given.file) if given.dry_run else import_marks(profile, given.file)
        return {"kind": "marks", **begin, **report_json(report)}, lambda: print_report(report)
    if is_vault(given.file):
        came = import_vault(profile, given.file, dry_run=given.dry_run)
        said = {"kind": "vault", **begin, "files": came.files, **report_json(came.report)}
        return said, lambda: _print_vault(came, dry_run=given.dry_run)
    done = import_list(profile, listed(given.file), str(given.file), dry_run=given.dry_run)
    return {"kind": "list", **begin, **_lists(done)}, lambda: _print_bookmarked(done)


def _lists(done: Bookmarked) -> dict[str, Any]:
    return {name: list(values) for name, values in done._asdict().items()}


def _print_vault(came: FromVault, *, dry_run: bool) -> None:
    print(f"{came.files} files of papers; {'it would change' if dry_run else 'changed'}:")
    print_report(came.report)


def _print_bookmarked(done: Bookmarked) -> None:
    print(
        f"bookmarked: {len(done.added)}; before: {len(done.known)}; of both in no post here: {len(done.absent)};"
        f" lines or entries that name no paper: {len(done.not_understood)}"
    )
    for text in done.not_understood[:_SHOWN]:
        print(f"  not understood: {text}")
