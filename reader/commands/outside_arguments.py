"""What the commands that speak with other programs may be given; see docs/export.md."""

import argparse
from collections.abc import Callable


def add_outside_commands(
    command: Callable[[str, str], argparse.ArgumentParser],
    add_which: Callable[[argparse.ArgumentParser, str], None],
) -> None:
    """Add `fill`, `zotero` and `mcp`. `add_which` adds the options that say which papers."""
    fill = command("fill", "Fill in authors, categories and abstract of papers from arXiv. Nothing else asks a server.")
    add_which(fill, "these papers; - reads keys")
    fill.add_argument("--again", action="store_true", help="also what is known: is there a newer version?")
    _add_form(fill)
    zotero = command(
        "zotero", "Send papers, with notes and labels, into the collection chosen in Zotero on this machine."
    )
    add_which(zotero, "these papers; - reads keys")
    zotero.add_argument("--again", action="store_true", help="also papers that were sent before")
    zotero.add_argument("--no-notes", action="store_true", help="leave your notes and highlights out")
    zotero.add_argument("--lang", choices=("ko", "en"), help="language of headings, else that of the window")
    _add_form(zotero)
    agent = command(
        "mcp", "Let an agent of your own ask the library, by the Model Context Protocol; it writes nothing."
    )
    agent.add_argument("--marks", action="store_true", help="also tell what you marked: notes, labels and so on")


def _add_form(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--events", action="store_true", help="one JSON object a line while it goes")
    form.add_argument("--json", action="store_true")
