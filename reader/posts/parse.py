"""bytes → Post: the one way a file becomes something to read.

No file is rejected and no text is lost: what cannot be understood as papers stays readable as the post's body, and the
remarks say why. Never raises for any input.
"""

import re
import unicodedata
from itertools import zip_longest

from reader.base.links import arxiv_id, normalised
from reader.posts.blocks import Block, Body, read_blocks
from reader.posts.folding import folded
from reader.posts.frontmatter import date_in_name, read_head
from reader.posts.headings import PaperHeading, paper_headings
from reader.posts.model import Paper, PaperKey, Points, Post, Remark, Section, SectionKind
from reader.posts.plain import parser, plain_line, plain_text
from reader.posts.sections import nothing_known, read_points, section_kind

_LABEL = re.compile(
    r"(?:^|(?<=\s))(?:제목|논문|링크|title|arxiv|alphaxiv|link|url|pdf|abs|html|paper|hugging\s?face)\s*(?:[:：]|(?=\s|$))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+|\b\d{4}\.\d{4,5}(?:v\d+)?\b")
_SENTENCE_END = tuple(".!?。…)]」』”’\"'")
_DATED_NAME = re.compile(r"^\d{4}[-_]\d{2}[-_]\d{2}[-_ ]*")
_EXPECTED = tuple(kind for kind in SectionKind if kind is not SectionKind.OTHER)
MAX_CHARACTERS = 4 * 1024 * 1024
"""Above this a file is shown as plain text: no daily post is that long, and Markdown of that size takes minutes."""


def parse(source: bytes, name: str) -> Post:
    """Understand a post.

    `source` is the file's bytes; `name` its path within the source folder with "/" between folders, used for the
    date and title that the front matter does not give, and as the key of a post without papers.
    """
    text, remarks = decode(source)
    head = read_head(text)
    remarks += head.remarks
    published = head.published or date_in_name(name)
    if head.published is None:
        remarks.append(
            Remark(1, "date-missing", "No date in the front matter; taken from the file name, if it has one.")
        )
    if not head.title:
        remarks.append(Remark(1, "title-missing", "No title in the front matter; the file name stands in for it."))
    post = Post(
        name=name,
        title=head.title or title_of_name(name),
        published=published,
        day=published.date() if published else None,
        tags=head.tags,
        categories=head.categories,
        body=head.body.strip("\n").rstrip(),
        remarks=tuple(remarks),
    )
    if len(head.body) > MAX_CHARACTERS:
        return _with_remark(post, "too-long", "The post is longer than 4 million characters; shown as it is.")
    return _with_papers(post, read_blocks(head.body), head.body_line)


def decode(source: bytes) -> tuple[str, list[Remark]]:
    """A file's bytes as text: UTF-8, else what a byte order mark says, else Korean Windows; NFC, "\\n" line ends."""
    remarks: list[Remark] = []
    encoding = "utf-16" if source[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = source.decode(encoding)
    except UnicodeDecodeError:
        try:
            text = source.decode("cp949")
            remarks.append(Remark(1, "encoding", "The file is not UTF-8; it was read as Korean Windows (cp949)."))
        except UnicodeDecodeError:
            text = source.decode("utf-8-sig", errors="replace")
            remarks.append(Remark(1, "encoding", "The file is not UTF-8; unreadable bytes are shown as �."))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "�")
    return unicodedata.normalize("NFC", text), remarks


def title_of_name(name: str) -> str:
    """A title from a file name: without folder, date and ending, hyphens as spaces."""
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    words = re.sub(r"[-_]+", " ", _DATED_NAME.sub("", stem)).strip()
    return words or stem or name


def _with_remark(post: Post, code: str, message: str) -> Post:
    return post._replace(remarks=(*post.remarks, Remark(1, code, message)))


def _with_papers(post: Post, body: Body, first_line: int) -> Post:
    headings = paper_headings(body)
    if not headings:
        code, message = ("empty", "The post is empty.") if not post.body else ("no-papers", "No papers; one page.")
        return _with_remark(post, code, message)
    reader = _PaperReader(post, body, first_line)
    papers = []
    for position, heading in enumerate(headings):
        last = position + 1 == len(headings)
        end = len(body.blocks) if last else headings[position + 1].block
        end_line = len(body.lines) if last else headings[position + 1].start
        papers.append(reader.paper(heading, position + 1, body.blocks[heading.behind : end], end_line))
    preamble = body.text(0, headings[0].start)
    reader.remark_repeats(papers)
    for line in body.unclosed:
        reader.remark(line, "fence-open", "A code block is never closed; it was read as text.")
    if preamble:
        reader.remark(0, "preamble", "There is text before the first paper; it is shown as a page of its own.")
    remarks = sorted((*post.remarks, *reader.remarks), key=lambda remark: remark.line)
    return post._replace(papers=tuple(papers), preamble=preamble, remarks=tuple(remarks))


class _PaperReader:
    """Reads the papers of one post and collects what there is to remark."""

    def __init__(self, post: Post, body: Body, first_line: int) -> None:
        self._post = post
        self._body = body
        self._first_line = first_line
        self.remarks: list[Remark] = []

    def remark(self, line: int, code: str, message: str) -> None:
        """Note something about a line of the body (0-based)."""
        self.remarks.append(Remark(line + self._first_line + 1, code, message))

    def paper(self, heading: PaperHeading, ordinal: int, blocks: tuple[Block, ...], end_line: int) -> Paper:
        """One paper: its heading, the blocks up to the next paper, and the line where that begins."""
        cuts = _section_headings(blocks)
        lead_end = cuts[0].start if cuts else end_line
        lead_blocks = [b for b in blocks if b.start < lead_end]
        lead_start = lead_blocks[0].start if lead_blocks else lead_end
        links = _links(self._body.text(lead_start, lead_end))
        alphaxiv = next((link for link in links if "alphaxiv.org" in link), None)
        link = heading.link or next((link for link in links if arxiv_id(link)), None)
        identifier = arxiv_id(link) if link else None
        sections = self._lead(heading, lead_blocks)
        for cut, following in zip_longest(cuts, cuts[1:]):
            sections.append(self._section(cut, following.start if following else end_line))
        introduction = next((s for s in sections if s.kind is SectionKind.INTRODUCTION), None)
        number = heading.number if heading.number is not None else ordinal
        self._remark_paper(heading, link, sections)
        return Paper(
            key=_key(identifier.id if identifier else None, link, heading.title, f"{self._post.name}#{number}"),
            number=number,
            title=heading.title,
            raw_title=heading.raw_title,
            link=link,
            arxiv_id=identifier.id if identifier else None,
            arxiv_version=identifier.version if identifier else None,
            alphaxiv=alphaxiv,
            sections=tuple(sections),
            points=read_points(introduction.markdown) if introduction else Points(),
            lines=range(heading.start + self._first_line, end_line + self._first_line),
        )

    def _lead(self, heading: PaperHeading, blocks: list[Block]) -> list[Section]:
        """What stands between a paper's heading and its first section, without what only repeats title and links."""
        kept = [b for b in blocks if not _repeats(self._body.text(b.start, b.end), heading.title)]
        texts = [heading.tail, *(self._body.text(b.start, b.end) for b in kept)]
        markdown = "\n\n".join(text for text in texts if text)
        if not markdown:
            return []
        start, end = (kept[0].start, kept[-1].end) if kept else (heading.start, heading.start + 1)
        lines = range(start + self._first_line, end + self._first_line)
        return [Section(SectionKind.OTHER, "", markdown, lines, nothing_known(markdown))]

    def _section(self, heading: Block, end: int) -> Section:
        markdown = self._body.text(heading.end, end)
        return Section(
            kind=section_kind(heading.content),
            heading=heading.content.strip(),
            markdown=markdown,
            lines=range(heading.end + self._first_line, end + self._first_line),
            nothing_known=nothing_known(markdown),
        )

    def _remark_paper(self, heading: PaperHeading, link: str | None, sections: list[Section]) -> None:
        if heading.broken:
            self.remark(heading.start, "title-broken", "The title is broken over several lines; they were joined.")
        if heading.number is None:
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
            self.remark(line, "text-cut", "The text ends in the middle of a sentence.")

    def remark_repeats(self, papers: list[Paper]) -> None:
        """Note papers that stand in the post twice."""
        seen: set[PaperKey] = set()
        for paper in papers:
            if paper.key in seen:
                line = paper.lines.start - self._first_line
                self.remark(line, "paper-twice", f"The paper {paper.key} stands in this post more than once.")
            seen.add(paper.key)


def _section_headings(blocks: tuple[Block, ...]) -> list[Block]:
    """The headings that begin a section: those of known kind, and others that stand no deeper than those do."""
    headings = [b for b in blocks if b.type == "heading" and b.content.strip()]
    known = [b for b in headings if section_kind(b.content) is not SectionKind.OTHER]
    usual = known or [b for b in headings if not b.setext][:1]
    if not usual:
        return []
    level = min(b.level for b in usual)
    return [b for b in headings if b in known or (b.level <= level and not b.setext)]


def _links(markdown: str) -> list[str]:
    links = [
        str(child.attrs["href"])
        for token in parser().parse(markdown)
        for child in token.children or ()
        if child.type == "link_open"
    ]
    return links + re.findall(r"https?://[^\s<>)\]]+", markdown)


def _repeats(markdown: str, title: str) -> bool:
    """Whether a block says nothing that the paper's title and links do not say already."""
    text = _LABEL.sub(" ", _ADDRESS.sub(" ", plain_line(markdown)))
    left = re.findall(r"\w+", folded(text))
    return set(left) <= set(re.findall(r"\w+", folded(title)))


def _key(identifier: str | None, link: str | None, title: str, place: str) -> PaperKey:
    if identifier:
        return PaperKey(identifier)
    if link and link.startswith(("http://", "https://")):
        return PaperKey(normalised(link))
    return PaperKey(f"title:{folded(title)}" if folded(title) else place)
