"""The papers of a post whose headings are known: sections, links, keys, and remarks about what is odd."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from reader.base.links import arxiv_id, identity, is_archive
from reader.posts.blocks import Block, Body
from reader.posts.definitions import Definitions
from reader.posts.folding import folded, words_of
from reader.posts.headings import PaperHeading
from reader.posts.lead import lead_links
from reader.posts.model import NO_POINTS, Paper, PaperKey, Points, Remark, Section, SectionKind
from reader.posts.pieces import pieces_of, trimmed_address
from reader.posts.plain import plain_text
from reader.posts.sections import nothing_known, read_points, section_kind

_LABEL = re.compile(
    r"(?:^|(?<=\s))(?:제목|논문|링크|title|arxiv|alphaxiv|link|url|pdf|abs|html|paper|hugging\s?face)\s*(?:[:：]|(?=\s|$))",
    re.IGNORECASE,
)
_ID = re.compile(r"\b\d{4}\.\d{4,5}(?:v\d+)?\b")
_ATTRIBUTES_ALONE = re.compile(r"\s*\{:[^{}\n]{0,300}\}\s*")
_SENTENCE_END = tuple(".!?。…)]」』”’\"'")
_MAY_REPEAT = ("paragraph", "blockquote", "bullet_list", "ordered_list", "table")
_ARXIV_PAGE = re.compile(
    r"https?://arxiv\.org/(?:abs|pdf|html)/(?:\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,3})?(?:\.pdf)?/?",
    re.ASCII,
)
_DEFINITION = re.compile(r"\s*\[[^\[\]\n]{1,200}\]:\s*<?(\S{1,4000}?)>?\s*")
_FENCE = re.compile(r"```|~~~|^:::", re.MULTILINE)
_EXPECTED = tuple(kind for kind in SectionKind if kind is not SectionKind.OTHER)


class PaperReader:
    """Reads the papers of one post and collects what there is to remark."""

    def __init__(self, name: str, body: Body, first_line: int, headings: Iterable[PaperHeading]) -> None:
        self._name = name  # the post's path within its source
        self._body = body
        self._first_line = first_line
        titles = (range(each.start, body.blocks[each.behind - 1].end) for each in headings)
        self._definitions = Definitions(body, titles)
        self.remarks: list[Remark] = []

    def remark(self, line: int, code: str, message: str) -> None:
        """Note something about a line of the body (0-based)."""
        self.remarks.append(Remark(line + self._first_line + 1, code, message))

    def text(self, start: int, end: int) -> str:
        """Some lines as a piece to be read alone."""
        return self._definitions.text(start, end)

    def paper(self, heading: PaperHeading, ordinal: int, blocks: Sequence[Block], end_line: int) -> Paper:
        """One paper: its heading, the blocks up to the next paper, and the line where that begins."""
        cuts = _section_headings(blocks)
        lead_end = cuts[0].start if cuts else end_line
        lead_blocks = [b for b in blocks if b.start < lead_end]
        link = heading.link
        alphaxiv = self._alphaxiv(lead_blocks, heading.text.title, link)
        identifier = arxiv_id(link) if link else None
        lead = self._lead(heading, lead_blocks, lead_end, [each for each in (link, alphaxiv) if each])
        sections = [lead] if lead else []
        for cut, following in zip_longest(cuts, cuts[1:]):
            sections.append(self._section(cut, following.start if following else end_line))
        number = heading.text.number if heading.text.number is not None else ordinal
        self._remark_paper(heading, link, sections)
        return Paper(
            key=_key(link, heading.text.title, f"{self._name}#{number}"),
            number=number,
            title=heading.text.title,
            raw_title=heading.text.raw_title,
            link=link,
            arxiv_id=identifier.id if identifier else None,
            arxiv_version=identifier.version if identifier else None,
            alphaxiv=alphaxiv,
            sections=tuple(sections),
            points=self._points(sections),
            lines=range(heading.start + self._first_line, end_line + self._first_line),
        )

    def _alphaxiv(self, blocks: Sequence[Block], title: str, link: str | None) -> str | None:
        links = (each for each in lead_links(self._body, blocks, title) if "alphaxiv.org" in each)
        return next((each for each in links if link is None or identity(each) == identity(link)), None)

    def _points(self, sections: Iterable[Section]) -> Points:
        introduction = next((s for s in sections if s.kind is SectionKind.INTRODUCTION), None)
        if introduction is None:
            return NO_POINTS
        return Points(*(self._definitions.completed(text) for text in read_points(introduction.markdown)))

    def _lead(self, heading: PaperHeading, blocks: Sequence[Block], end: int, links: Sequence[str]) -> Section | None:
        """What stands between a paper's heading and its first section, without what only repeats title and links."""
        start = self._body.blocks[heading.behind - 1].end
        title, tail = heading.text.title, heading.text.tail
        dropped = [b for b in blocks if self._repeats(b, title, links)]
        cuts = [start, *(line for b in dropped for line in (b.start, b.end)), end]
        runs = [(first, last) for first, last in zip(cuts[::2], cuts[1::2], strict=True) if first < last]
        first, *others = runs or [(start, start)]
        texts = [self._definitions.text(*first, beside=tail), *(self.text(*run) for run in others)]
        markdown = "\n\n".join(text for text in texts if text)
        definition = _DEFINITION.fullmatch(markdown)
        if not markdown or (definition and definition[1] in links):
            return None
        kept = [b for b in blocks if b not in dropped]
        start, end = (kept[0].start, kept[-1].end) if kept else (heading.start, heading.start + 1)
        where = range(start + self._first_line, end + self._first_line)
        return Section(SectionKind.OTHER, "", markdown, where, nothing_known(markdown))

    def _repeats(self, block: Block, title: str, links: Sequence[str]) -> bool:
        if block.type not in _MAY_REPEAT:
            return False
        return _repeats("\n".join(self._body.lines[block.start : block.end]).rstrip(), title, links)

    def _section(self, heading: Block, end: int) -> Section:
        markdown = self.text(heading.end, end)
        return Section(
            kind=section_kind(heading.content),
            heading=heading.content.strip(),
            markdown=markdown,
            lines=range(heading.end + self._first_line, end + self._first_line),
            nothing_known=nothing_known(markdown),
        )

    def _remark_paper(self, heading: PaperHeading, link: str | None, sections: Sequence[Section]) -> None:
        if heading.broken:
            self.remark(heading.start, "title-broken", "The title is broken over several lines; they were joined.")
        if heading.text.number is None:
            self.remark(heading.start, "number-missing", "The paper has no number; its place in the post is used.")
        if link is None:
            self.remark(heading.start, "link-missing", "The paper has no link; it is known by its title.")
        for section in sections:
            if not section.markdown:
                line = section.lines.start - self._first_line
                self.remark(line, "section-empty", f"The section {section.heading!r} is empty.")
        missing = [kind.value for kind in _EXPECTED if kind not in {section.kind for section in sections}]
        if missing:
            self.remark(heading.start, "section-missing", f"Sections not found: {', '.join(missing)}.")
        last = plain_text(sections[-1].markdown) if missing and sections else ""
        if last and not last.endswith(_SENTENCE_END):
            line = sections[-1].lines.stop - self._first_line - 1
            while not self._body.lines[line].strip():
                line -= 1
            self.remark(line, "text-cut", "The text ends in the middle of a sentence.")

    def told_apart(self, papers: Sequence[Paper]) -> list[Paper]:
        """The papers with a key each, where several of a post have the same link or title.

        One page that two papers share names neither; an archive's page names the first. The same title with the same
        link is one paper twice.
        """
        by_key: dict[PaperKey, list[Paper]] = {}
        for paper in papers:
            by_key.setdefault(paper.key, []).append(paper)
        shared = {key for key, each in by_key.items() if len({folded(paper.title) for paper in each}) > 1}
        taken: Counter[str] = Counter()
        told = []
        for paper in papers:
            one = self._by_title(paper) if paper.key in shared and self._is_unsure(paper, by_key) else paper
            told.append(self._numbered(one, taken))
        return told

    def _is_unsure(self, paper: Paper, by_key: dict[PaperKey, list[Paper]]) -> bool:
        first = by_key[paper.key][0]
        return not (paper.link and is_archive(paper.link) and folded(paper.title) == folded(first.title))

    def _by_title(self, paper: Paper) -> Paper:
        line = paper.lines.start - self._first_line
        self.remark(line, "link-shared", "Another paper of the post has the same link; this one is known by its title.")
        key = PaperKey(f"title:{folded(paper.title)}")
        return paper._replace(key=key, arxiv_id=None, arxiv_version=None)

    def _numbered(self, paper: Paper, taken: Counter[str]) -> Paper:
        taken[paper.key] += 1
        if taken[paper.key] == 1:
            return paper
        line = paper.lines.start - self._first_line
        self.remark(line, "paper-twice", f"The paper {paper.key} stands in this post more than once.")
        if not paper.key.startswith("title:"):
            return paper
        return paper._replace(key=PaperKey(f"{paper.key}#{taken[paper.key]}"))


def _section_headings(blocks: Sequence[Block]) -> list[Block]:
    """The headings that begin a section: those of known kind, and others that stand no deeper than those do."""
    headings = [b for b in blocks if b.type == "heading" and b.content.strip()]
    known = [b for b in headings if section_kind(b.content) is not SectionKind.OTHER]
    usual = known or [b for b in headings if not b.setext][:1]
    if not usual:
        return []
    level = min(b.level for b in usual)
    is_known = {b.start for b in known}
    return [b for b in headings if b.start in is_known or (b.level <= level and not b.setext)]


def _repeats(markdown: str, title: str, links: Sequence[str]) -> bool:
    """Whether a block says nothing that the paper's title and links do not say already."""
    if _ATTRIBUTES_ALONE.fullmatch(markdown):
        return True
    if len(markdown) > 2_000 or _FENCE.search(markdown):
        return False
    pieces = pieces_of(markdown)
    if not all(_is_known(trimmed_address(piece.href), links) for piece in pieces if piece.href):
        return False
    if any(identity(each) not in map(identity, links) for each in _ID.findall(markdown)):
        return False
    said = " ".join(piece.text for piece in pieces if not piece.found and piece.text != piece.href)
    text = _LABEL.sub(" ", _ID.sub(" ", " ".join(said.split())))
    return set(words_of(text)) <= set(words_of(title))


def _is_known(address: str, links: Sequence[str]) -> bool:
    """Whether an address is one of a paper's links, or another page of it on arXiv."""
    is_page = _ARXIV_PAGE.fullmatch(address) is not None
    return address in links or (is_page and identity(address) in {identity(link) for link in links})


def _key(link: str | None, title: str, place: str) -> PaperKey:
    if link and (named := identity(link)):
        return PaperKey(named)
    return PaperKey(f"title:{folded(title)}" if folded(title) else place)
