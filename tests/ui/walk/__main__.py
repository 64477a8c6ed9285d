"""Walk through the window at random, off-screen.

dev.py walk [--seed S] [--steps N] [--seeds COUNT]

Says the seed, and of a walk that fails the last steps and a short replay. The exit code is 1 then.
"""

import argparse
import os
import random
import sys
import tempfile
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tests.ui.walk.walking import shortened, walk


def main() -> int:
    """Walk, and say how it went."""
    parser = argparse.ArgumentParser(prog="dev.py walk", description=__doc__)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--seeds", type=int, default=1, help="walk from so many seeds, one after the other")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="walk-home-") as home:
        os.environ.update(HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home)
        failed = [seed for seed in range(wanted.seed, wanted.seed + wanted.seeds) if not _walk(seed, wanted.steps)]
    return 1 if failed else 0


def _walk(seed: int, steps: int) -> bool:
    begin = time.monotonic()
    print(f"seed {seed}: {steps} steps", flush=True)

    def told(done: int) -> None:
        if done % 1000 == 0:
            print(f"  {done} steps, {(time.monotonic() - begin) * 1000 / done:.0f} ms each", flush=True)

    failure = walk(seed, steps, told)
    if failure is None:
        return True
    print(failure, flush=True)
    print("  a short replay:", *(f"    {step}" for step in shortened(failure) or ["none found"]), sep="\n", flush=True)
    return False


if __name__ == "__main__":
    sys.exit(main())
