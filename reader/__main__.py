"""`python -m reader`, and the entry point of the installed command."""

import gc
import sys

_VALUES = 10_000
"""New values until Python looks for garbage among them, not 700: a process that brings one new post spent a tenth of
its time on it and found none. What a large sync holds stays the same.
"""


def main() -> int:
    """Run the command line with this process's arguments; the result is the exit code."""
    gc.set_threshold(_VALUES)
    from reader.commands.cli import run  # so that importing the package alone costs nothing

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
