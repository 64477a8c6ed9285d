"""The writer of long pages as a process of its own: what a page is made of in on standard input, the page out.

In and out is one pickled value: a `Wanted` and a `Written`. The window starts it because Markdown that is long, or
means harm, takes up to a second.
"""

import pickle
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, cast

from reader.posts.model import Paper
from reader.render.formula import Formula
from reader.render.long.pieces import pieces_of
from reader.render.sheet import Beneath, Labels, Look, Page

FormulaKey = tuple[str, bool]


class Wanted(NamedTuple):
    """What a page is made of."""

    paper: Paper
    look: Look
    labels: Labels
    is_page: bool
    beneath: Mapping[int, Beneath]
    formulas: Mapping[FormulaKey, Formula | None]  # as far as they are typeset
    files: Mapping[str, Path | None]  # of pictures, as far as they were asked for


class Written(NamedTuple):
    """A page, and what it would be another with."""

    page: Page  # in pieces
    formulas: tuple[FormulaKey, ...]  # all it has
    pictures: tuple[str, ...]  # their addresses


def main() -> int:
    """Write the page that is asked for; returns the exit code."""
    request = sys.stdin.buffer.read()
    if request:
        sys.stdout.buffer.write(answer(request))
    return 0


def answer(request: bytes) -> bytes:
    """The bytes that answer with a page."""
    from reader.render.page import page  # the window asks and reads answers without it

    wanted = cast(Wanted, pickle.loads(request))
    formulas: dict[FormulaKey, None] = {}
    pictures: dict[str, None] = {}

    def typeset(tex: str, display: bool) -> Formula | None:
        formulas[tex, display] = None
        return wanted.formulas.get((tex, display))

    def find_picture(source: str) -> Path | None:
        pictures[source] = None
        return wanted.files.get(source)

    written = page(
        wanted.paper,
        wanted.look,
        labels=wanted.labels,
        is_page=wanted.is_page,
        typeset=typeset,
        find_picture=find_picture,
        beneath=wanted.beneath,
    )
    if written.as_it_is:
        formulas, pictures = {}, {}
    return pickle.dumps(Written(pieces_of(written), tuple(formulas), tuple(pictures)))


def request_of(wanted: Wanted) -> bytes:
    """The bytes that ask for a page."""
    return pickle.dumps(wanted)


def read_answer(answered: bytes) -> Written:
    """A page from the bytes that answer with it. Raises EOFError or UnpicklingError where they are none."""
    return cast(Written, pickle.loads(answered))
