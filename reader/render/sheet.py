"""What one page is made with and what it gathers on the way: the sheet its writers share.

In: theme, words, sizes, and two questions that only the caller can answer (a typeset formula, a picture's file). Out:
the pictures that the HTML names, and its headings. No Qt; the disk is reached only through `find_picture`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from reader.posts.model import SectionKind
from reader.render.formula import Formula
from reader.render.theme import Theme

Typeset = Callable[[str, bool], Formula | None]
FindPicture = Callable[[str], Path | None]

MOST_PICTURES = 1_000
"""On a page; further formulas stay TeX, further pictures words: Qt takes seconds to lay out four thousand of them."""


class Labels(NamedTuple):
    """The words a page adds to the post's own, translated by the caller."""

    goal: str = "Goal"
    motivation: str = "Motivation"
    contribution: str = "Contribution"
    picture_elsewhere: str = "Picture on {host} · click to open it in the browser"
    picture_missing: str = "Picture not found: {name}"
    nothing: str = "There is nothing in it yet."


class Look(NamedTuple):
    """How a page looks; lengths in px."""

    theme: Theme
    text_size: float = 16.0
    column: int = 680  # width of the text
    mono: str = "monospace"  # family for code
    line: int = 115  # distance of lines, per cent of the font's own height
    scrolls: bool = False  # whether what is wider than the column can be reached


class FormulaPicture(NamedTuple):
    """A formula as a picture that stands on the line of its text; lengths in px at the page's text size."""

    svg: bytes
    width: float
    ascent: float  # of its upper edge above the baseline
    depth: float  # of its lower edge below the baseline, may be negative
    tex: str


class FilePicture(NamedTuple):
    """A picture to load from a file, never wider than the column."""

    path: Path
    width: int | None = None  # px, as the post asks for
    alt: str = ""


Picture = FormulaPicture | FilePicture


class Anchor(NamedTuple):
    """A place a tab jumps to."""

    section: int  # index in `Paper.sections`; for a page the heading's number, from 0
    name: str  # of the anchor in the HTML
    heading: str
    kind: SectionKind


class Lead(NamedTuple):
    """A few words of the program's own below a heading, that lead to a place in the text."""

    words: str
    name: str  # what the link says: "#" and this


class Beneath(NamedTuple):
    """What stands below the heading of a section."""

    figures: tuple[Lead, ...] = ()  # its numbers
    doubts: tuple[Lead, ...] = ()  # what seems wrong with it


class Page(NamedTuple):
    """A page ready to be shown."""

    html: str
    anchors: tuple[Anchor, ...]
    pictures: dict[str, Picture]  # by the name in `<img src>`
    rest: tuple[str, ...] = ()  # what comes behind `html`, to be shown piece by piece, each a page of HTML by itself
    as_it_is: bool = False  # whether it is the post's own text, which could not be understood in time


class Heading(NamedTuple):
    """A heading of a page as it was written into the HTML."""

    anchor: str
    text: str
    level: int


def no_formulas(tex: str, display: bool) -> Formula | None:  # noqa: ARG001  # a `Typeset`
    """Typeset nothing: formulas stay TeX."""
    return None


def no_pictures(_source: str) -> Path | None:
    """Find no picture's file: every picture becomes a place with its name."""
    return None


@dataclass(slots=True)
class Sheet:
    """The state of one page being written."""

    look: Look
    labels: Labels
    typeset: Typeset = no_formulas
    find_picture: FindPicture = no_pictures
    pictures: dict[str, Picture] = field(default_factory=dict)  # by the name in `src`
    headings: list[Heading] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)  # raw HTML elements not closed yet
    _names: dict[Picture, str] = field(default_factory=dict)
    _used: int = 0  # how often pictures stand on the page

    @property
    def is_full(self) -> bool:
        """Whether there are as many pictures on the page as it can have."""
        return self._used >= MOST_PICTURES

    def name_picture(self, picture: Picture) -> str:
        """Gather a picture; the name its `<img src>` carries. The same one again is drawn once, and has one name."""
        self._used += 1
        name = self._names.get(picture)
        if name is None:
            kind = "formula" if isinstance(picture, FormulaPicture) else "file"
            name = self._names[picture] = f"{kind}:{len(self.pictures)}"
            self.pictures[name] = picture
        return name

    def add_heading(self, text: str, level: int) -> str:
        """Gather a heading; the name of its anchor."""
        anchor = f"heading-{len(self.headings)}"
        self.headings.append(Heading(anchor, text, level))
        return anchor
