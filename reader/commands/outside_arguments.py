"""What the commands that speak with other programs may be given; see docs/export.md."""

import argparse
from collections.abc import Callable


def add_outside_commands(
    command: Callable[[str, str], argparse.ArgumentParser],
    add_which: Callable[[argparse.ArgumentParser, str], None],
) -> None:
    """Add `fill`. `add_which` adds the options that say which papers."""
    fill = command("fill", "Fill in authors, categories and abstract of papers from arXiv. Nothing else asks a server.")
    add_which(fill, "these papers; - reads keys")
    fill.add_argument("--again", action="store_true", help="also what is known: is there a newer version?")
    _add_form(fill)


def _add_form(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--events", action="store_true", help="one JSON object a line while it goes")
    form.add_argument("--json", action="store_true")
