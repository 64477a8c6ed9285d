"""Which headings of a post name papers: `# N. [Title](link)` in all the shapes that were seen.

A numbered heading with a link to arXiv is a paper. One with another link, or none, is a paper where the sections of a
summary follow it or where its neighbours on the same level are papers; so a long-form post's `### 1. Datasets` is not.
"""

import re
from typing import NamedTuple

from markdown_it.token import Token

from reader.base.links import arxiv_id
from reader.posts.blocks import Block, Body
from reader.posts.model import SectionKind
from reader.posts.plain import parser
from reader.posts.sections import section_kind

_NUMBER = re.compile(r"^\W{0,3}(\d{1,4})\s*[.)]\s*(.*)$", re.DOTALL)
_LOOSE_LINK = re.compile(r"^\[(?P<title>.+)\]\(\s*<?(?P<link>[^\s<>]+?)>?\s*\)(?P<tail>.*)$", re.DOTALL)
_BRACKETED = re.compile(r"\[([^\[\]]+)\]")
_MAX_TITLE_BLOCKS = 4


class PaperHeading(NamedTuple):
    """A heading that names a paper."""

    number: int | None
    title: str  # cleaned, one line
    raw_title: str
    link: str | None
    block: int  # position among the body's blocks
    behind: int  # position of the first block behind the title
    level: int
    start: int  # 0-based line of the body
    tail: str = ""  # text behind the link that is no title
    broken: bool = False  # the title goes on behind a line's end

    @property
    def certain(self) -> bool:
        return self.number is not None and self.link is not None and arxiv_id(self.link) is not None


def paper_headings(body: Body) -> list[PaperHeading]:
    """The headings that name papers, in order."""
    candidates = [c for n, block in enumerate(body.blocks) if block.type == "heading" and (c := _candidate(body, n))]
    levels = {c.level for c in candidates if c.certain}
    if not levels:
        introducing = [c for c in candidates if _introduces(body, c)]
        levels = {min(c.level for c in introducing)} if introducing else set()
    return [c for c in candidates if c.certain or _is_paper(body, c, levels)]


def _is_paper(body: Body, heading: PaperHeading, levels: set[int]) -> bool:
    if heading.level not in levels:
        return heading.link is not None and _introduces(body, heading)
    return heading.number is not None or _introduces(body, heading)


def _introduces(body: Body, heading: PaperHeading) -> bool:
    """Whether the next heading begins a summary's sections."""
    following = next((b for b in body.blocks[heading.behind :] if b.type == "heading"), None)
    if following is None or following.setext:
        return False
    return section_kind(following.content) in (SectionKind.INTRODUCTION, SectionKind.METHOD)


def _candidate(body: Body, position: int) -> PaperHeading | None:
    block = body.blocks[position]
    numbered = _NUMBER.match(block.content.strip())
    text = (numbered[2] if numbered else block.content).strip()
    behind = position + 1
    while _is_open(text) and (block_behind := _continuing(body, behind)):
        text += f"\n{block_behind.content}"
        behind += 1
        if behind - position > _MAX_TITLE_BLOCKS:
            return None
    title, raw, link, tail = _read_title(text)
    if not title or (numbered is None and (link is None or arxiv_id(link) is None)):
        return None
    if link is None and section_kind(title) is not SectionKind.OTHER:
        return None
    return PaperHeading(
        number=int(numbered[1]) if numbered else None,
        title=title,
        raw_title=raw,
        link=link,
        block=position,
        behind=behind,
        level=block.level,
        start=block.start,
        tail=tail,
        broken=behind > position + 1,
    )


def _is_open(text: str) -> bool:
    """Whether a title's link was opened and not closed: it goes on in the next block."""
    return text.startswith("[") and not _LOOSE_LINK.match(text) and "](" not in text


def _continuing(body: Body, position: int) -> Block | None:
    """The paragraph that ends a broken title. Only one with the link's end in reach, else the title stays as it is."""
    blocks = body.blocks[position : position + _MAX_TITLE_BLOCKS - 1]
    for block in blocks:
        if block.type != "paragraph":
            return None
        if "](" in block.content:
            return blocks[0]
    return None


def _read_title(text: str) -> tuple[str, str, str | None, str]:
    """(title for display, title as written, link or None, text behind it) of a heading without its number."""
    if loose := _LOOSE_LINK.match(text):
        children = _inline(text)
        whole = children and children[0].type == "link_open" and _closes_at(children) is not None
        tail = _shown(children[(_closes_at(children) or 0) + 1 :]) if whole else loose["tail"]
        raw = loose["title"]
        link = str(children[0].attrs["href"]) if whole else loose["link"]
        given = loose["link"] if not whole or not tail.strip() else link
        return _shown(_inline(raw)), raw, given, tail.strip()
    children = _inline(text)
    links = [str(child.attrs["href"]) for child in children if child.type == "link_open"]
    shown = _shown([child for child in children if not _is_address(child)])
    title = shown.removesuffix("()").removesuffix("[]").strip(" -–—:")
    bracketed = _BRACKETED.fullmatch(title)
    return (bracketed[1] if bracketed else title) or _shown(children), text, links[0] if links else None, ""


def _inline(text: str) -> list[Token]:
    return parser().parseInline(text)[0].children or []


def _closes_at(children: list[Token]) -> int | None:
    return next((n for n, child in enumerate(children) if child.type == "link_close"), None)


def _is_address(token: Token) -> bool:
    return token.type == "text" and token.content.strip().startswith(("http://", "https://"))


def _shown(children: list[Token]) -> str:
    pieces = (" " if c.type in ("softbreak", "hardbreak") else c.content for c in children)
    return " ".join("".join(pieces).split())
