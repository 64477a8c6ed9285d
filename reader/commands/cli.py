"""The command line: `daily-papers [open] | sync | list | search | related | names | doctor | show | bookmark | …`.

Reads arguments, opens the profile and hands over to `reader.commands`. Exit codes: 0 fine, 1 the world's fault (one
line on stderr), 2 wrong usage. Nothing heavy is imported before it is known which command runs.
"""

import contextlib
import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from reader.base.errors import ReaderError, reason_of
from reader.base.paths import ProfilePaths

if TYPE_CHECKING:
    import argparse

_ACROSS = ("lens", "table", "compare", "numbers", "benchmark", "trends", "mine", "history")
_HANDLERS = {
    "open": "window",
    "shot": "window",
    "sync": "library",
    "watch": "library",
    "list": "library",
    "check": "checking",
    "doctor": "doctor",
    "search": "searching",
    "related": "searching",
    "names": "searching",
    "show": "papers",
    "bookmark": "papers",
    "read": "papers",
    "note": "papers",
    "revisit": "organising",
    **dict.fromkeys(("label", "correct", "words"), "organising"),
    "backup": "keeping",
    "restore": "keeping",
    "import": "importing",
    "export": "exporting",
    "fill": "filling",
    "zotero": "zotero",
    "mcp": "agent",
    **dict.fromkeys(_ACROSS, "across.commands"),
    "reset": "resetting",
    **dict.fromkeys(("typeset", "draw", "bring", "write", "press"), "typesetting"),
    "selftest": "selftest",
    "menu": "window",
}
_READING = ("list", "search", "related", "show", "check", "export", "mcp", *_ACROSS)
"""Commands that make and change nothing in a profile, and also work on one that cannot be written."""
_MARKING = ("bookmark", "read", "note", "revisit", "label", "correct", "words", "import")
"""Commands that change marks; the first of them in a day makes the daily backup."""
_BEHIND = ("sync", "watch")
"""Commands that let the window go first that listens to their events."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    try:
        given = _plain_opening(arguments) or _parsed(list(arguments))
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        with _places(given) as places:
            code = 0 if _is_handed_over(given, places) else _handle(given, places)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except ReaderError as error:
        if getattr(given, "json", False) or getattr(given, "format", "") == "json":
            _print_error(error)
        return _complain(str(error))
    except BrokenPipeError:
        _close_output()
        return 1
    except OSError as error:
        _close_output()
        where = error.filename or "What is printed"
        return _complain(f"{where} cannot be read or written: {reason_of(error)}. Check rights and room.")
    except KeyboardInterrupt:
        return 130


def _plain_opening(arguments: Sequence[str]) -> "argparse.Namespace | None":
    """The arguments of `[open [ADDRESS]] [--profile DIR]`, the usual start of the window, without a parser."""
    rest = list(arguments[1:] if arguments[:1] == ["open"] else arguments)
    given = SimpleNamespace(command="open", what=None, demo=False, new_window=False, lang=None)
    if arguments[:1] == ["open"] and rest and rest[0].startswith("daily-papers:"):
        given.what = rest.pop(0)
    if len(rest) == 2 and rest[0] == "--profile":
        given.profile = Path(rest[1])
        rest = []
    return None if rest else cast("argparse.Namespace", given)


def _parsed(arguments: list[str]) -> "argparse.Namespace":
    from reader.commands.arguments import build_parser  # with argparse: the window starts without it

    return build_parser().parse_args(_with_command(arguments))


def _close_output() -> None:
    """Write nothing more to an output that is closed: otherwise Python tries again at its end, and complains."""
    with contextlib.suppress(OSError, AttributeError):
        sys.stdout.flush()
        return
    with contextlib.suppress(OSError, AttributeError):  # there is none, or none of the system's
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_handed_over(given: "argparse.Namespace", places: ProfilePaths) -> bool:
    """Whether a window that is open on the profile took what this start was to open: before Qt is loaded."""
    if given.command != "open" or given.demo or given.new_window or given.lang:
        return False
    from reader.base.handover import hand_over  # nothing else needs it

    what = given.what or ""
    if what and not what.startswith("daily-papers:"):
        from reader.base.links import local_path, paper_of_address

        what = what if paper_of_address(what) else os.path.abspath(local_path(what))  # noqa: PTH100  # no link is followed
    return hand_over(places, what)


def _handle(given: "argparse.Namespace", places: ProfilePaths) -> int:
    if given.command in _BEHIND and given.events:
        from reader.base.priority import step_back

        step_back()  # before anything else is loaded: that alone takes a third of a second
    from reader.base import log  # not needed to print help
    from reader.library.troubles import explained
    from reader.services.profile import Profile  # opens SQLite, imports the parser

    if given.command not in ("check", "reset", "mcp"):
        log.start(places.cache, debug=getattr(given, "debug", False))
    module = importlib.import_module(f"reader.commands.{_HANDLERS[given.command]}")
    looks_only = (given.command in _READING and not getattr(given, "fill", False)) or _only_looks(given)
    with Profile(places, read_only=looks_only) as profile, explained(places.catalogue):
        trouble = profile.back_up_daily() if given.command in _MARKING and not looks_only else ""
        code = int(getattr(module, f"{given.command}_command")(profile, given))
        if trouble:  # only when all else went well: what hinders a backup mostly hinders a mark, which says so
            _complain(f"Today's backup of the marks was not made. {trouble}")
        return code


def _only_looks(given: "argparse.Namespace") -> bool:
    """Whether a command that may change marks is asked only to say something."""
    match given.command:
        case "revisit":
            return not (given.day or given.drop or given.again)
        case "label":
            return given.name is None and not (given.add or given.rename or given.recolour or given.delete)
        case "words":
            return not (given.watch or given.mute or given.forget)
        case "backup":
            return bool(given.list)
        case "restore" | "import":
            return bool(given.dry_run)
    return False


@contextlib.contextmanager
def _places(given: "argparse.Namespace") -> Iterator[ProfilePaths]:
    """The profile asked for; a throw-away one for a demonstration, and always for the self-test."""
    if given.command == "selftest" or (getattr(given, "demo", False) and not hasattr(given, "profile")):
        from reader.base.passing import PassingFolder  # nothing else needs it

        with PassingFolder() as folder:
            yield ProfilePaths.of(folder.path)
    else:
        yield ProfilePaths.of(getattr(given, "profile", None))


def _with_command(arguments: list[str]) -> list[str]:
    """The arguments with `open` put in where no command is named."""
    position = 0
    while position < len(arguments) and arguments[position].startswith("-"):
        if arguments[position] in ("-h", "--help", "--version"):
            return arguments
        position += 2 if arguments[position] == "--profile" else 1
    if position < len(arguments) and arguments[position] in _HANDLERS:
        return arguments
    return ["open", *arguments]


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _print_error(error: ReaderError) -> None:
    """Say it to a program as well, which reads JSON."""
    from reader.commands.output import print_json

    with contextlib.suppress(OSError):  # where nothing can be printed, the line for people is all there is
        print_json({"error": " ".join(str(error).split())})


def _complain(text: str) -> int:
    if sys.stderr is not None:  # closed by who started us
        print(f"daily-papers: {' '.join(text.split())}", file=sys.stderr)
    return 1
