"""`python -m reader`, and the entry point of the installed command."""

import sys


def main() -> int:
    """Run the command line with this process's arguments; the result is the exit code."""
    from reader.commands.cli import run  # so that importing the package alone costs nothing

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
