"""`backup`, `restore` and `import`: copies of the marks, the way back, and marks from elsewhere."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from reader.base.errors import ReaderError
from reader.commands.output import print_json, standard_input
from reader.marks.backup import backups_in
from reader.marks.merging import MergeReport, compared, joined, note_conflicts
from reader.marks.portable import write_zip
from reader.marks.restoring import preview, read_backup, restore
from reader.services.importing import Bookmarked, import_list, import_marks, is_marks
from reader.services.lists.read import listed, listed_in
from reader.services.outside.returning import import_vault, is_vault
from reader.services.profile import Profile

_SHOWN = 5  # keys or names listed for one kind of change


def backup_command(profile: Profile, given: argparse.Namespace) -> int:
    """Back the marks up, into the profile or a file of one's own; or list the backups there are."""
    if given.list:
        return _list_backups(profile, as_json=given.json)
    if given.out is None:
        made = profile.marks.backup()
    else:
        made = given.out.absolute()
        if made.suffix.lower() == ".zip":
            write_zip(profile.marks, made)
        else:
            profile.marks.backup(made)
    if given.json:
        print_json({"path": str(made), "bytes": made.stat().st_size})
    else:
        print(made)
    return 0


def restore_command(profile: Profile, given: argparse.Namespace) -> int:
    """Go back to a backup, or merge it with what there is; or say what that would change."""
    path = _named(profile, given.backup)
    marks = profile.places.marks
    before: Path | None = None
    if given.merge and given.dry_run:
        report = _look_at_merge(profile, path)
    elif given.merge:
        report = import_marks(profile, path)
    else:
        report = preview(path, marks)
        if not given.dry_run:
            profile.make_folders()
            before = restore(path, marks, profile.places.backups)
    if given.json:
        print_json({"backup": str(path), "dry_run": given.dry_run, "before": _text(before), **_as_json(report)})
    else:
        print(f"{'Would change' if given.dry_run else 'Changed'}, by {path}:")
        _print_report(report)
        if before:
            print(f"What was there before is kept in {before}.")
    if not given.dry_run:
        _list_marked(profile)
    return 0


def import_command(profile: Profile, given: argparse.Namespace) -> int:
    """Merge a zip of marks or a vault, or bookmark the papers of a list of any kind; or say what that would change."""
    from_input = str(given.file) == "-"
    if not from_input and is_marks(given.file):
        report = _look_at_merge(profile, given.file) if given.dry_run else import_marks(profile, given.file)
        if given.json:
            print_json({"kind": "marks", "dry_run": given.dry_run, **_as_json(report)})
        else:
            _print_report(report)
    elif not from_input and is_vault(given.file):
        _import_vault(profile, given)
    else:
        found = listed_in(standard_input(), "What was read") if from_input else listed(given.file)
        done = import_list(profile, found, str(given.file), dry_run=given.dry_run)
        if given.json:
            lists = {name: list(values) for name, values in done._asdict().items()}
            print_json({"kind": "list", "dry_run": given.dry_run, **lists})
        else:
            _print_bookmarked(done)
    if not given.dry_run:
        _list_marked(profile)
    return 0


def _import_vault(profile: Profile, given: argparse.Namespace) -> None:
    done = import_vault(profile, given.file, dry_run=given.dry_run)
    if given.json:
        print_json({"kind": "vault", "dry_run": given.dry_run, "files": done.files, **_as_json(done.report)})
    else:
        print(f"{done.files} files of papers; {'it would change' if given.dry_run else 'changed'}:")
        _print_report(done.report)


def _look_at_merge(profile: Profile, path: Path) -> MergeReport:
    """What merging a zip of marks, or a backup, would change."""
    mine, theirs = profile.marks.portable(), read_backup(path)
    conflicts = tuple(key for (key,) in note_conflicts(mine, theirs))
    return compared(mine, joined(mine, theirs))._replace(note_conflicts=conflicts)


def _print_bookmarked(done: Bookmarked) -> None:
    print(
        f"bookmarked: {len(done.added)}; before: {len(done.known)}; of both in no post here: {len(done.absent)};"
        f" lines or entries that name no paper: {len(done.not_understood)}"
    )
    for text in done.not_understood[:_SHOWN]:
        print(f"  not understood: {text}")


def _list_marked(profile: Profile) -> None:
    """Sync, so that papers with marks which are in no post are listed; not before the first sync of the profile."""
    if not profile.listing.is_empty:
        from reader.services.refresh import refresh  # imports whoosh

        refresh(profile)


def _list_backups(profile: Profile, *, as_json: bool) -> int:
    backups = backups_in(profile.places.backups)
    if as_json:
        print_json(
            {
                "folder": str(profile.places.backups),
                "backups": [
                    {
                        "name": each.path.name,
                        "at": each.at.isoformat(),
                        "reason": each.reason,
                        "bytes": each.path.stat().st_size,
                    }
                    for each in backups
                ],
            }
        )
        return 0
    for each in backups:
        size = each.path.stat().st_size // 1024
        print(f"{_local(each.at):%Y-%m-%d %H:%M}  {size:7} KB  {each.reason or 'asked for':15} {each.path.name}")
    return 0


def _named(profile: Profile, name: str) -> Path:
    """A backup by its file, or by its name in the backup folder; "latest" is the newest one there."""
    backups = backups_in(profile.places.backups)
    if name == "latest":
        if not backups:
            raise ReaderError("There is no backup yet. `daily-papers backup` makes one.")
        return backups[0].path
    path = Path(name)
    if not path.exists() and path.name == name:
        return next((each.path for each in backups if name in (each.path.name, each.path.stem)), path)
    return path


def _as_json(report: MergeReport) -> dict[str, Any]:
    changes = {
        kind: {name: list(keys) for name, keys in difference._asdict().items()}
        for kind, difference in report.differences.items()
    }
    return {"changes": changes, "note_conflicts": list(report.note_conflicts)}


def _print_report(report: MergeReport) -> None:
    for kind, difference in report.differences.items():
        for what, names in difference._asdict().items():
            if names:
                more = f", and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
                print(f"  {kind:11} {len(names):5} {what}: {', '.join(names[:_SHOWN])}{more}")
    if report.note_conflicts:
        print(f"  {len(report.note_conflicts)} notes had another text on both sides; the older is kept as a version")
    if report.is_empty:
        print("  nothing")


def _local(at: datetime) -> datetime:
    return at.astimezone()


def _text(path: Path | None) -> str | None:
    return str(path) if path else None
