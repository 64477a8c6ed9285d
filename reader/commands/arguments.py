"""The parser of the command line: which commands there are, and what they may be given.

Apart from `cli.py`, which starts the window without it.
"""

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from reader import __version__
from reader.commands.across.arguments import add_across_commands
from reader.commands.outside_arguments import add_outside_commands

_KEY = "an arXiv id in any form, a DOI, a link, a daily-papers:// address, or a page's path; - reads them, one a line"
_Command = Callable[[str, str], argparse.ArgumentParser]
"""Makes the parser of a command, of its name and what it does."""


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--profile", type=Path, metavar="DIR", help="data, cache and settings in this one folder")
    common.add_argument("--debug", action="store_true", help="write more to the log")
    parser = argparse.ArgumentParser(
        prog="daily-papers", description="Read daily posts of AI paper summaries.", parents=[common]
    )
    parser.add_argument("--version", action="version", version=f"daily-papers {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=[common])

    opening = command("open", "Open the window (what happens without a command).")
    opening.add_argument("what", nargs="?", metavar="FOLDER", help="a folder to add, or a daily-papers:// address")
    opening.add_argument("--demo", action="store_true", help="on the sample library, in a throw-away profile")
    opening.add_argument("--new-window", action="store_true", help="another window, also where one is open")
    opening.add_argument("--lang", choices=("ko", "en"), help="language of the window, this time")
    _add_library_commands(command)
    _add_finding_commands(command)
    _add_examining_commands(command)
    _add_paper_commands(command)
    _add_organising_commands(command)
    _add_keeping_commands(command)
    _add_export_command(command)
    add_outside_commands(command, _add_which)
    add_across_commands(command)
    for child in ("typeset", "draw", "bring", "write"):  # no help: the window starts them for itself
        commands.add_parser(child)
    press = commands.add_parser("press")
    press.add_argument("page", type=Path)
    press.add_argument("out", type=Path)
    press.add_argument("--broad", action="store_true")
    _add_program_commands(command)
    return parser


def _add_program_commands(command: _Command) -> None:
    menu = command("menu", "Put the program into the desktop's menu, for an installation by pip or pipx (Linux).")
    menu.add_argument("--remove", action="store_true", help="take the entry away again")
    command("selftest", "Try whether the program is whole and works here, in a throw-away profile.")
    shot = command("shot", "Draw the window off-screen into a picture.")
    shot.add_argument("out", type=Path, metavar="OUT.png")
    shot.add_argument("--size", type=_size, default=(1440, 900), metavar="WxH")
    shot.add_argument("--scale", type=_scale, default=1.0, help="pixels of the picture a pixel of the window")
    shot.add_argument("--theme", choices=("light", "dark", "sepia", "contrast"), default="light")
    shot.add_argument("--lang", choices=("ko", "en"), default="ko")
    what = shot.add_mutually_exclusive_group()
    what.add_argument("--select", metavar="KEY")
    what.add_argument("--search", metavar="QUERY", type=_text)


def _add_library_commands(command: _Command) -> None:
    sync = command("sync", "Bring the library up to date with its sources, adding those given.")
    sync.add_argument("sources", nargs="*", metavar="SOURCE", help="a folder, or the address of a Git repository")
    reach = sync.add_mutually_exclusive_group()
    reach.add_argument("--offline", action="store_true", help="contact nothing: repositories as they were fetched last")
    reach.add_argument("--due", action="store_true", help="fetch only repositories whose time has come")
    form = sync.add_mutually_exclusive_group()
    form.add_argument("--events", action="store_true", help="one JSON object a line while it goes")
    form.add_argument("--json", action="store_true")
    watch = command("watch", "Keep the library up to date as its folders change, until stopped; contacts nothing.")
    watch.add_argument("--events", action="store_true", help="one JSON object a line; ends with its input")
    listing = command("list", "List papers, newest first.")
    listing.add_argument("--date", default="", type=_period, help="2025, 2025-12, 2025-12-22; none for undated posts")
    listing.add_argument("--tag", default="", type=_text)
    listing.add_argument("--since", default="", metavar="WHEN", help="2025, 2025-12, 2025-12-22; 7d, 2w: the last days")
    listing.add_argument("--label", default="", type=_text)
    listing.add_argument("--due", action="store_true", help="what to come back to by today")
    listing.add_argument("--bookmarked", action="store_true")
    listing.add_argument("--unread", action="store_true")
    listing.add_argument("--json", action="store_true")


def _add_finding_commands(command: _Command) -> None:
    search = command("search", "Find papers by words; see docs/search.md for what a query may say.")
    asked = search.add_mutually_exclusive_group(required=True)
    asked.add_argument("query", metavar="QUERY", nargs="?", type=_text)
    asked.add_argument("--queries", type=Path, metavar="FILE", help="one query a line; one JSON object a line out")
    search.add_argument("--limit", type=_count, default=20, help="how many to show; 0 for all")
    search.add_argument("--sort", choices=("relevance", "date"), default="relevance")
    search.add_argument("--also", action="store_true", help="list papers with some of the words below those with all")
    search.add_argument("--explain", metavar="KEY", help="say why this paper stands where it stands")
    search.add_argument("--json", action="store_true")
    related = command("related", "Find papers about the same as one, with the words they share.")
    related.add_argument("key", metavar="KEY", help="an arXiv id in any form, a link, or a page's path")
    related.add_argument("--limit", type=_count, default=10, help="how many to show")
    related.add_argument("--json", action="store_true")
    names = command("names", "Say which names mean the same to you, for every search; without more, list them.")
    help_ = "same: two names mean the same; other: they do not, whoever says so; forget: take back what was said"
    names.add_argument("action", nargs="?", choices=("list", "same", "other", "forget"), default="list", help=help_)
    names.add_argument("names", metavar="NAME", nargs="*", type=_text)
    names.add_argument("--json", action="store_true")


def _add_examining_commands(command: _Command) -> None:
    doctor = command("doctor", "Compare the search index with the library, paper by paper, and mend what differs.")
    doctor.add_argument("--rebuild", action="store_true", help="make the index anew, whatever it is like")
    doctor.add_argument("--json", action="store_true")
    check = command("check", "Say what is understood of files or folders; writes nothing.")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.add_argument("--around", type=Path, metavar="FOLDER", help="say as well what this folder has that is no post")
    check.add_argument("--json", action="store_true")
    check.add_argument("--events", action="store_true", help="the same as one line, for the window")


def _add_paper_commands(command: _Command) -> None:
    show = command("show", "Show a paper.")
    show.add_argument("keys", metavar="KEY", nargs="+", help=_KEY)
    show.add_argument("--format", choices=("text", "md", "html", "json"), default="text")
    show.add_argument("--json", action="store_const", const="json", dest="format")
    for name, text in (("bookmark", "Bookmark a paper."), ("read", "Mark a paper as read.")):
        mark = command(name, text)
        mark.add_argument("keys", metavar="KEY", nargs="+", help=_KEY)
        mark.add_argument("--remove", action="store_true")
        mark.add_argument("--json", action="store_true")
    note = command("note", "Write a paper's note, or print it.")
    note.add_argument("key", metavar="KEY", help=_KEY.rpartition(";")[0])
    how = note.add_mutually_exclusive_group()
    how.add_argument("text", nargs="?", metavar="TEXT", type=_text, help="the note, Markdown")
    how.add_argument("--file", type=Path, metavar="F", help="read the note from a file; - for standard input")
    how.add_argument("--remove", action="store_true")
    note.add_argument("--json", action="store_true")


def _add_organising_commands(command: _Command) -> None:
    revisit = command("revisit", "Say when to come back to a paper; without one, list what to come back to.")
    revisit.add_argument("key", metavar="KEY", nargs="?", help=_KEY)
    when = revisit.add_mutually_exclusive_group()
    when.add_argument(
        "day", metavar="DATE", nargs="?", help="2026-12-24, +3d, +2w, today, tomorrow, next-week, next-month"
    )
    when.add_argument("--again", action="store_true", help="later: each time at a longer distance")
    when.add_argument("--drop", action="store_true", help="no longer come back to it")
    revisit.add_argument("--json", action="store_true")
    label = command("label", "Put a label of your own on a paper; without anything, list the labels.")
    label.add_argument("key", metavar="KEY", nargs="?", help=_KEY)
    label.add_argument("name", metavar="NAME", nargs="?", type=_text, help="a label; one that is not there is made")
    label.add_argument("--remove", action="store_true", help="take it off the paper")
    what = label.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="NAME", type=_text, help="make a label")
    what.add_argument("--rename", nargs=2, metavar=("OLD", "NEW"), type=_text)
    what.add_argument("--recolour", metavar="NAME", type=_text, help="give it another --colour")
    what.add_argument("--delete", metavar="NAME", type=_text, help="remove a label from all papers, and for good")
    label.add_argument("--colour", metavar="COLOUR", help="blue, green, orange, red, purple, teal, pink, yellow, grey")
    label.add_argument("--json", action="store_true")
    correct = command("correct", "Say what is right instead of words of a summary; it is kept beside them as yours.")
    correct.add_argument("key", metavar="KEY", help=_KEY)
    correct.add_argument("words", metavar="WORDS", type=_text, help="words of its text, enough to be there only once")
    correct.add_argument("correction", metavar="CORRECTION", type=_text, help='what is right; "" takes it back')
    correct.add_argument("--json", action="store_true")
    words = command("words", "List the words that are watched and muted, or change one.")
    change = words.add_mutually_exclusive_group()
    change.add_argument("--watch", metavar="WORD", type=_text, help="light papers with it, and count them")
    change.add_argument("--mute", metavar="WORD", type=_text, help="fold papers away that have it in their title")
    change.add_argument("--forget", metavar="WORD", type=_text, help="do neither any more")
    words.add_argument("--json", action="store_true")


def _add_keeping_commands(command: _Command) -> None:
    backup = command("backup", "Back up what you marked.")
    where = backup.add_mutually_exclusive_group()
    where.add_argument(
        "-o", "--out", type=Path, metavar="FILE", help="a .zip to carry elsewhere, or a copy of the store"
    )
    where.add_argument("--list", action="store_true", help="list the backups there are")
    backup.add_argument("--json", action="store_true")
    restore = command("restore", "Go back to a backup. What is there now is backed up first.")
    restore.add_argument("backup", metavar="FILE|NAME", help="a file, a name of `backup --list`, or latest")
    restore.add_argument("--merge", action="store_true", help="bring both together: the newest change wins")
    restore.add_argument("--dry-run", action="store_true", help="only say what would change")
    restore.add_argument("--json", action="store_true")
    importing = command(
        "import",
        "Merge a zip of marks, or notes changed in a vault; or bookmark the papers of a list: BibTeX, RIS, links",
    )
    importing.add_argument("file", metavar="FILE", type=Path, help="or a folder of notes; - for standard input")
    importing.add_argument("--dry-run", action="store_true", help="only say what would change")
    told = importing.add_mutually_exclusive_group()
    told.add_argument("--events", action="store_true", help="one JSON object a line while it goes")
    told.add_argument("--json", action="store_true")
    resetting = command("reset", "Remove settings, earlier searches, catalogue, index and caches. Your marks stay.")
    resetting.epilog = (
        "Bookmarks, notes and all else you made stay, with their backups, and count again when you add your folders"
        " again. Posts are not touched. Removing the .deb or the Windows program does this as well."
    )
    resetting.add_argument("--yes", action="store_true", help="without asking")
    resetting.add_argument("--dry-run", action="store_true", help="only say what would be removed")
    resetting.add_argument("--json", action="store_true")


def _add_export_command(command: _Command) -> None:
    export = command("export", "Write papers, and what you made of them, for other programs.")
    export.epilog = (
        "Authors are exported once `fill` asked arXiv. Exporting again into a folder of Markdown files updates those"
        " that nobody changed, and touches no other. The zip carries every mark; `import` merges it elsewhere."
    )
    formats = ("md", "bibtex", "ris", "csl-json", "csv", "html", "ids", "atom", "anki", "apkg", "pdf", "sheets", "zip")
    export.add_argument("--format", choices=formats, required=True, help="md: a folder; ids: a plain list")
    export.add_argument("-o", "--out", type=Path, required=True, help="the file or folder; - prints a text format")
    _add_which(export, "these papers; - reads keys; none: all")
    export.add_argument("--no-notes", action="store_true", help="leave your notes and highlights out")
    export.add_argument("--fill", action="store_true", help="fill in from arXiv before, as the command fill does")
    export.add_argument("--lang", choices=("ko", "en"), help="language of headings, else that of the window")
    form = export.add_mutually_exclusive_group()
    form.add_argument("--events", action="store_true", help="one JSON object a line while it goes")
    form.add_argument("--json", action="store_true")


def _add_which(parser: argparse.ArgumentParser, about_keys: str) -> None:
    """Which papers are meant: the options that `naming.wanted` reads."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("keys", nargs="*", default=[], metavar="KEY", help=about_keys)
    which.add_argument(
        "--keys", type=Path, dest="keys_file", metavar="FILE", help="the papers named in a file, one a line"
    )
    which.add_argument("--bookmarked", action="store_true")
    which.add_argument("--label", default="", type=_text)
    which.add_argument("--tag", default="", type=_text)
    which.add_argument("--date", default="", type=_period, help="2025, 2025-12, 2025-12-22; none for undated posts")
    which.add_argument("--search", default="", type=_text, metavar="QUERY")


def _text(given: str) -> str:
    """An argument that is text. For bytes that are not UTF-8, Python gives half characters, which no file can take."""
    try:
        given.encode()
    except UnicodeEncodeError as error:
        raise argparse.ArgumentTypeError(f"{given!r} is no UTF-8 text") from error
    return given


def _period(text: str) -> str:
    if text and not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|none", text):  # "": all, the default
        raise argparse.ArgumentTypeError(f"{text!r} is no 2025, 2025-12 or 2025-12-22, and not 'none'")
    return text


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 100 <= int(width) <= 8000 and 100 <= int(height) <= 8000):
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 1440x900")
    return int(width), int(height)


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.5 <= scale <= 4:
        raise argparse.ArgumentTypeError(f"{text!r} is no scale from 0.5 to 4")
    return scale


def _count(text: str) -> int:
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of papers")
    return int(text)
