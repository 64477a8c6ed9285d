"""Which headings of a post name papers, and by which of four signs.

1. A number and the page of a paper at an archive: `# 1. [Title](https://arxiv.org/abs/…)`.
2. Two headings of one level, each with another paper's page: `## [Title](…)`, without numbers.
3. Two headings of one level, each with the link of another paper in the labelled lines below it.
4. The sections of a summary: a numbered or linked heading that Introduction or Method follows.

Where one holds, other headings of the level are papers by a number or a link alone. Numbered headings without links
that run on through Introduction, Method and Conclusion are the chapters of one page.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reader.base.links import identity
from reader.posts.blocks import Block, Body
from reader.posts.lead import own_link
from reader.posts.model import SectionKind
from reader.posts.sections import section_kind
from reader.posts.titles import HeadingText, read_heading

_MAX_TITLE_BLOCKS = 4
_PART = re.compile(r"\W{0,6}\d{1,2}(?:\.\d{1,2})+\.?\s")

NUMBERED = "numbered headings"
LINKED = "linked headings"
BELOW = "links below headings"
SECTIONS = "sections below headings"
NONE = "none, one page"


@dataclass(slots=True)
class PaperHeading:
    """A heading that may name a paper."""

    text: HeadingText
    block: int  # position among the body's blocks
    behind: int  # position of the first block behind the title
    level: int
    start: int  # 0-based line of the body
    broken: bool = False  # the title goes on behind a line's end
    following: Block | None = None  # the next heading
    own: str | None = None  # the link that its labelled lines give
    is_section: bool = False  # Introduction, Method …, and no paper

    @property
    def link(self) -> str | None:
        """The link that names the paper."""
        return self.text.link or self.own

    @property
    def certain(self) -> bool:
        """Whether it is a paper whatever stands around it."""
        return self.text.number is not None and self.text.is_named and not self.is_section


@dataclass(slots=True)
class PaperHeadings:
    """The headings that name papers, in order, and how they were told."""

    papers: list[PaperHeading] = field(default_factory=list)
    by: str = NONE
    has_chapters: bool = False  # of one page: numbered headings that are no papers


def paper_headings(body: Body) -> PaperHeadings:
    """The headings that name papers, in order."""
    headings = _headings(body)
    chapters = _levels_of_chapters(headings)
    candidates = [h for h in headings if not h.is_section and h.text.title and h.level not in chapters]
    if chapters:  # `2.1 [Title](…)` is a part of chapter 2
        candidates = [h for h in candidates if not _PART.match(body.blocks[h.block].content)]
    by, levels = _papers_levels(candidates)
    papers = [h for h in candidates if h.certain or _is_paper(h, levels, by)]
    numbered = any(h.text.number is not None for h in headings)
    return PaperHeadings(papers, by if papers else NONE, numbered and not papers)


def _papers_levels(candidates: Sequence[PaperHeading]) -> tuple[str, set[int]]:
    """By which sign papers are told, and the levels of headings on which they stand."""
    if levels := {h.level for h in candidates if h.certain}:
        return NUMBERED, levels
    if levels := _with_two(candidates, lambda h: h.text.link if h.text.is_named else None):
        return LINKED, levels
    if levels := _with_two(candidates, lambda h: h.own):
        return BELOW, levels
    return SECTIONS, _with_summaries(candidates)


def _with_summaries(candidates: Iterable[PaperHeading]) -> set[int]:
    """The highest level on which a linked heading begins a summary, or half of the numbered ones do."""
    by_level: dict[int, list[PaperHeading]] = defaultdict(list)
    for heading in candidates:
        if heading.text.number is not None or heading.text.is_named:
            by_level[heading.level].append(heading)
    for level, headings in sorted(by_level.items()):
        begin = [h for h in headings if _introduces(h)]
        if any(h.text.link for h in begin) or (begin and 2 * len(begin) >= len(headings)):
            return {level}
    return set()


def _with_two(candidates: Iterable[PaperHeading], link: Callable[[PaperHeading], str | None]) -> set[int]:
    """The levels on which two headings have links to two papers."""
    papers: dict[int, set[str | None]] = defaultdict(set)
    for heading in candidates:
        if href := link(heading):
            papers[heading.level].add(identity(href))
    return {level for level, keys in papers.items() if len(keys) > 1}


def _is_paper(heading: PaperHeading, levels: set[int], by: str) -> bool:
    text = heading.text
    if heading.level not in levels:
        return text.link is not None and (text.number is not None or text.is_named) and _introduces(heading)
    if text.number is not None or text.is_named or heading.own is not None:
        return by != SECTIONS or text.number is not None or _introduces(heading)
    return by == LINKED and text.link is not None


def _introduces(heading: PaperHeading) -> bool:
    """Whether the next heading begins a summary's sections, and is not the next of some chapters."""
    following = heading.following
    if following is None or following.setext:
        return False
    if section_kind(following.content) not in (SectionKind.INTRODUCTION, SectionKind.METHOD):
        return False
    return following.level != heading.level or read_heading(following.content, {}).number is None


def _levels_of_chapters(headings: Sequence[PaperHeading]) -> set[int]:
    """The levels whose numbers count Introduction, Method … and where most headings have no paper of their own."""
    numbered: dict[int, list[PaperHeading]] = defaultdict(list)
    for heading in headings:
        if heading.text.number is not None:
            numbered[heading.level].append(heading)
    return {
        level
        for level, each in numbered.items()
        if any(h.is_section for h in each) and 2 * sum(h.certain for h in each) < len(each)
    }


def _headings(body: Body) -> list[PaperHeading]:
    found: list[PaperHeading] = []
    positions = [n for n, block in enumerate(body.blocks) if block.type == "heading"]
    for position, after in zip(positions, [*positions[1:], len(body.blocks)], strict=False):
        heading = _heading(body, position)
        heading.following = body.blocks[after] if after < len(body.blocks) else None
        if heading.text.link is None and not heading.is_section:
            heading.own = own_link(body, body.blocks[heading.behind : after], heading.text.title)
        found.append(heading)
    return found


def _heading(body: Body, position: int) -> PaperHeading:
    block = body.blocks[position]
    behind = position + 1
    content = block.content
    while _is_open(content) and (more := _continuing(body, behind)) and behind - position < _MAX_TITLE_BLOCKS:
        content += f"\n{more.content}"
        behind += 1
    text = read_heading(content, body.references)
    return PaperHeading(
        text=text,
        block=position,
        behind=behind,
        level=block.level,
        start=block.start,
        broken=behind > position + 1,
        is_section=text.link is None and section_kind(text.title) is not SectionKind.OTHER,
    )


def _is_open(text: str) -> bool:
    """Whether a title's link was opened and not closed: it goes on in the next block."""
    return "[" in text and "](" not in text and text.count("[") > text.count("]")


def _continuing(body: Body, position: int) -> Block | None:
    """The paragraph that ends a broken title. Only one with the link's end in reach, else the title stays as it is."""
    blocks = body.blocks[position : position + _MAX_TITLE_BLOCKS - 1]
    end = body.blocks[position - 1].end
    for block in blocks:
        if block.type != "paragraph" or any(line.strip() for line in body.lines[end : block.start]):
            return None
        end = block.end
        if "](" in block.content:
            return blocks[0]
    return None
