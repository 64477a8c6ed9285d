"""Where papers end: the parts of a post that belong to none of them.

Text before the first paper, and what a heading begins that stands no deeper than the papers do without being one: the
name of a part (`## Vision`), words at the end (`# Goodbye`). Where sections of summaries themselves stand that high, as
in posts whose papers are at level 3 and sections at level 2, only the next paper ends one.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reader.posts.blocks import Body
from reader.posts.folding import folded
from reader.posts.headings import PaperHeading
from reader.posts.model import SectionKind
from reader.posts.pieces import cleaned
from reader.posts.plain import plain_line, without_comments
from reader.posts.sections import section_kind

_SIGNS = re.compile(
    r"\{%[^%\n]{0,500}%\}|\{\{[^{}\n]{0,500}\}\}|\{[:.#][^{}\n]{0,300}\}|^ {0,3}:{3,}.{0,200}$", re.MULTILINE
)
_SAYS = re.compile(r"\w|!\[")
Span = tuple[int, int]  # lines of the body, end excluded


class Spans(NamedTuple):
    """The lines of papers and those outside of them."""

    papers: tuple[Span, ...]  # of each paper, with its heading
    blocks: tuple[int, ...]  # the position of the first block behind each paper
    outside: tuple[Span, ...]  # what belongs to none, in order

    def end_of(self, paper: int) -> int:
        """The line behind a paper."""
        return self.papers[paper][1]

    def last_block(self, paper: int) -> int:
        """The position of the first block behind a paper."""
        return self.blocks[paper]


def parts_outside(body: Body, headings: Sequence[PaperHeading]) -> Spans:
    """Cut a body into papers and what belongs to none."""
    level = min(heading.level for heading in headings)
    highs = [
        (n, b)
        for n, b in enumerate(body.blocks)
        if b.type == "heading" and not b.setext and b.level <= level and b.content.strip()
    ]
    starts = {heading.start for heading in headings}
    others = [(n, b) for n, b in highs if b.start not in starts and b.start > headings[0].start]
    if any(section_kind(b.content) is not SectionKind.OTHER for _, b in others):
        others = []
    positions = [n for n, _ in others]
    papers, blocks, outside = [], [], [(0, headings[0].start)]
    for position, heading in enumerate(headings):
        last = position + 1 == len(headings)
        end_block = len(body.blocks) if last else headings[position + 1].block
        end = len(body.lines) if last else headings[position + 1].start
        first = bisect_left(positions, heading.behind)
        if first < len(positions) and positions[first] < end_block:
            number, block = others[first]
            outside.append((block.start, end))
            end_block, end = number, block.start
        papers.append((heading.start, end))
        blocks.append(end_block)
    return Spans(tuple(papers), tuple(blocks), tuple(outside))


def is_a_page(text: str, title: str) -> bool:
    """Whether text outside the papers says more than the post's title: else it is no page to read."""
    lines = _SIGNS.sub("", without_comments(text)).split("\n")
    said = (line for line in lines if _SAYS.search(line))
    return any("![" in line or folded(plain_line(cleaned(line.lstrip(" #")))) != folded(title) for line in said)
