"""The property tests with random inputs, round after round; the seed of each round is printed before it begins.

In the suite the same tests have the same inputs at every run. Here they have new ones, and the slow ones run too.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_OPTIONS = ("-q", "--no-header", "-m", "hypothesis", "-p", "no:cacheprovider", "--hypothesis-profile=fuzz")


def main(arguments: Sequence[str]) -> int:
    """Run rounds until the time is over or one fails, and return that one's exit code."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10, metavar="M", help="begin no round after so many (10)")
    parser.add_argument("--seed", type=int, metavar="S", help="of the first round, the next have the next; random")
    parser.add_argument("tests", nargs="*", metavar="TEST", help="files, folders or tests; all without one")
    asked = parser.parse_args(arguments)
    seed = random.SystemRandom().randrange(1_000_000_000) if asked.seed is None else asked.seed
    until = time.monotonic() + asked.minutes * 60
    while True:
        print(f"seed {seed}", flush=True)
        command = [sys.executable, "-P", "-m", "pytest", *_OPTIONS, f"--hypothesis-seed={seed}", *asked.tests]
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        if code:
            again = " ".join(["python3 packaging/dev.py fuzz --minutes 0 --seed", str(seed), *asked.tests])
            print(f"found by seed {seed}; the same again: {again}")
            return code
        if time.monotonic() > until:
            return 0
        seed += 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
