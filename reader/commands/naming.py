"""The papers that a command is given: keys in any form, several of them, or a list on standard input."""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.base.errors import ReaderError, reason_of
from reader.commands.output import standard_input
from reader.posts.model import PaperKey
from reader.services.choosing import Wanted
from reader.services.profile import Profile

FROM_INPUT = "-"


def keys_of(profile: Profile, texts: Iterable[str]) -> list[PaperKey]:
    """The papers meant, each once, in the order given; - stands for those on standard input.

    Raises ReaderError where one is not known, so that a command does all of what it was asked or nothing.
    """
    return list(dict.fromkeys(profile.key_of(text) for text in written(texts)))


def written(texts: Iterable[str]) -> Iterator[str]:
    """The keys as they were written, with those on standard input where - stands."""
    for text in texts:
        if text != FROM_INPUT:
            yield text
            continue
        try:
            lines = standard_input().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ReaderError("The keys on standard input are not UTF-8 text.") from error
        keys = list(lines_with_keys(lines, "on standard input"))
        if not keys:
            raise ReaderError("There are no keys on standard input.")
        yield from keys


def lines_with_keys(text: str, where: str) -> Iterator[str]:
    """The keys in a text, one a line, as they are or as JSON (a page's path may have lines). Raises ReaderError."""
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        try:
            yield str(json.loads(line)) if line.startswith('"') else line
        except ValueError as error:
            raise ReaderError(f"A key {where} begins with a quotation mark and is no JSON.") from error


def wanted(given: argparse.Namespace) -> Wanted:
    """Which papers the options of a command mean. Raises ReaderError."""
    keys = written(given.keys) if given.keys_file is None else _in_file(given.keys_file)
    return Wanted(tuple(keys), given.bookmarked, given.label, given.search, given.tag, given.date)


def some_wanted(given: argparse.Namespace) -> Wanted:
    """The same for a command that is about no paper unless one is named. Raises ReaderError."""
    papers = wanted(given)
    if papers == Wanted():
        raise ReaderError("Say which papers: keys, --bookmarked, --label, --tag, --date or --search.")
    return papers


def _in_file(path: Path) -> list[str]:
    if str(path) == FROM_INPUT:
        return list(written([FROM_INPUT]))
    try:
        keys = list(lines_with_keys(path.read_text(encoding="utf-8-sig"), f"in {path}"))
    except OSError as error:
        raise ReaderError(f"The keys in {path} cannot be read: {reason_of(error)}. Check the path.") from error
    except UnicodeDecodeError as error:
        raise ReaderError(f"The keys in {path} are not UTF-8 text. Save them as UTF-8.") from error
    if not keys:
        raise ReaderError(f"There are no keys in {path}.")
    return keys
