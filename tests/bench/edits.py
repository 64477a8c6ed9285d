"""A window is open on a folder in which somebody writes without a pause: whether the open paper stands still.

    dev.py bench edits [--edits 1000] [--seed S] [--query WORDS]

Where the paper is, is looked at as each paint of the list and the page begins. At the end the library is compared with
one that is made anew.
"""

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tests.ui.window.stillness import edited


def main() -> int:
    """Edit, watch and tell; the exit code is 1 where something moved or the library is another one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--edits", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--query", default="", help="search for this, and watch the list of the answer")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="edits-") as home:
        os.environ.update(HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home)
        outcome = edited(Path(home), given.seed, given.edits, given.query)
    same = outcome.ours == outcome.fresh
    print(
        f"seed {given.seed}: {given.edits} edits in {outcome.seconds:.0f} s, {outcome.rounds} rounds of the watch,"
        f" {outcome.refreshes} newer lists, {outcome.paints} paints; the open paper moved {len(outcome.moves)} times;"
        f" the library is {'the same as' if same else 'ANOTHER than'} one made anew",
        *outcome.moves,
        sep="\n  ",
        flush=True,
    )
    return 0 if same and not outcome.moves else 1


if __name__ == "__main__":
    sys.exit(main())
