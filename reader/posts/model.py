"""What a post says, as values: Post, Paper, Section, Points and the remarks made while reading it.

Nothing here knows where a post is stored or what a person marked on it.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, NewType

PaperKey = NewType("PaperKey", str)
"""What makes two appearances one paper: the arXiv id without its version ("2512.17909"), else the normalised link
("https://openreview.net/forum?id=…"), else "title:" and the folded title. A post without papers is keyed by its path
within its source ("_posts/2025-07-01-test.md")."""


class SectionKind(StrEnum):
    """The five sections a summary has, in the order they are read, and everything else."""

    INTRODUCTION = "introduction"
    METHOD = "method"
    RESULTS = "results"
    LIMITATIONS = "limitations"
    CONCLUSION = "conclusion"
    OTHER = "other"


class Remark(NamedTuple):
    """Something in a post that was not as expected, and what was made of it."""

    line: int  # 1-based line in the file
    code: str  # stable and machine-readable: "title-broken", "frontmatter-unreadable" …
    message: str  # one English sentence


class Points(NamedTuple):
    """An Introduction's points, each Markdown without its label, "" where the post has none."""

    goal: str = ""
    motivation: str = ""
    contribution: str = ""
    rest: str = ""  # Markdown of the Introduction beside the three

    @property
    def are_named(self) -> bool:
        """Whether the post names any of the three."""
        return bool(self.goal or self.motivation or self.contribution)


NO_POINTS = Points()


class Section(NamedTuple):
    """One section of a summary."""

    kind: SectionKind
    heading: str  # as the post has it, "" for text before a paper's first heading
    markdown: str  # source, without the heading, blank lines at both ends removed
    lines: range = range(0)  # 0-based lines of `markdown` in the file, end excluded
    nothing_known: bool = False  # the post says '정보 부족' ("not enough information") and no more


class Paper(NamedTuple):
    """A paper as one post presents it: an appearance."""

    key: PaperKey
    number: int  # as in its heading, 1-based
    title: str  # cleaned for display, one line
    raw_title: str  # as the post has it, Markdown
    link: str | None = None  # as the post has it
    arxiv_id: str | None = None  # without the version
    arxiv_version: int | None = None
    alphaxiv: str | None = None  # the post's own Alphaxiv link
    sections: tuple[Section, ...] = ()
    points: Points = NO_POINTS
    lines: range = range(0)  # 0-based lines in the file, end excluded


class Post(NamedTuple):
    """One file, understood. `papers` is empty for a long-form or empty post: then `body` is the page to read."""

    name: str  # path within its source, "/" between folders
    title: str
    published: datetime | None  # zone-aware; from the front matter, else from the file name
    day: date | None  # the calendar day the post itself gives
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    body: str = ""  # Markdown behind the front matter, NFC, "\n" line ends
    preamble: str = ""  # Markdown that belongs to no paper, before, between or behind them; "" without papers
    remarks: tuple[Remark, ...] = ()
    head: str = ""  # the front matter as it is written
