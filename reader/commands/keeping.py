"""`backup` and `restore`: copies of the marks, and the way back."""

import argparse
from datetime import datetime
from pathlib import Path

from reader.base.errors import ReaderError
from reader.commands.importing import list_marked, look_at_merge, print_report, report_json
from reader.commands.output import print_json
from reader.marks.backup import backups_in
from reader.marks.portable import write_zip
from reader.marks.restoring import preview, restore
from reader.services.importing import import_marks
from reader.services.profile import Profile


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
        report = look_at_merge(profile, path)
    elif given.merge:
        report = import_marks(profile, path)
    else:
        report = preview(path, marks)
        if not given.dry_run:
            profile.make_folders()
            before = restore(path, marks, profile.places.backups)
    if given.json:
        print_json({"backup": str(path), "dry_run": given.dry_run, "before": _text(before), **report_json(report)})
    else:
        print(f"{'Would change' if given.dry_run else 'Changed'}, by {path}:")
        print_report(report)
        if before:
            print(f"What was there before is kept in {before}.")
    if not given.dry_run:
        list_marked(profile)
    return 0


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


def _local(at: datetime) -> datetime:
    return at.astimezone()


def _text(path: Path | None) -> str | None:
    return str(path) if path else None
