"""`doctor`: compares the search index with the library, paper by paper, and mends what differs."""

import argparse

from reader.commands.output import ProgressBar, print_json
from reader.services.profile import Profile
from reader.services.repair import Diagnosis, examine

_SHOWN = 10


def doctor_command(profile: Profile, given: argparse.Namespace) -> int:
    """Check and mend; 0 even if something had to be mended, since it is mended now."""
    bar = ProgressBar()
    try:
        found = examine(profile, rebuild=given.rebuild, tell=bar.show)
    finally:
        bar.end()
    if given.json:
        print_json(
            {
                "checked": found.checked,
                "well": found.is_well,
                "missing": len(found.missing),
                "different": len(found.different),
                "extra": found.extra,
                "not_whole": found.not_whole,
                "rebuilt": found.rebuilt,
                "mended": [found.titles[id_] for id_ in (*found.missing, *found.different)],
            }
        )
    else:
        _print(found)
    return 0


def _print(found: Diagnosis) -> None:
    if found.not_whole:
        print("The search index was damaged or missing.")
    if found.rebuilt:
        print(f"It was made anew: {found.checked} summaries.")
        return
    print(f"{found.checked} summaries checked.")
    if found.is_well:
        print("The search index says what the library says.")
        return
    print(
        f"Mended: {len(found.missing)} that were missing, {len(found.different)} that said something else,"
        f" {found.extra} that should not have been there."
    )
    for id_ in (*found.missing, *found.different)[:_SHOWN]:
        print(f"  {found.titles[id_]}")
