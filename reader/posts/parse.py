"""bytes → Post: the one way a file becomes something to read.

No file is rejected and no text is lost: what cannot be understood as papers stays readable as the post's body, and the
remarks say why. `read` says besides what was taken for what.
"""

import logging
import re
from itertools import chain
from typing import NamedTuple

from reader.base.budget import OverBudget, within
from reader.posts.blocks import Body, read_blocks
from reader.posts.encoding import Decoded, decode
from reader.posts.headings import NONE, PaperHeadings, paper_headings
from reader.posts.heads.dates import date_in_name
from reader.posts.heads.read import Head, read_head
from reader.posts.model import Post, Remark
from reader.posts.outside import is_a_page, parts_outside
from reader.posts.papers import PaperReader
from reader.posts.pieces import cleaned, pieces_of, shown_text
from reader.posts.plain import plain_line

log = logging.getLogger("reader.posts")

_DATED_NAME = re.compile(r"^(?:\d{4}[-_.]\d{1,2}[-_.]\d{1,2}|\d{8}(?!\d))[-_ .]*")
_HTML_HEADING = re.compile(r"<h1(?:\s[^<>]{0,300})?>(.{1,500}?)</h1>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")
_NAMED_BY_NOTION = re.compile(r" [0-9a-f]{32}$")
MOST_SECONDS = (
    1.5  # of the processor's time, for a post of up to a million characters; usual ones take a hundredth of it
)
MAX_CHARACTERS = 8 * 1024 * 1024
"""Above this a file is shown as plain text: no daily post is that long, and Markdown of that size takes minutes."""


class Reading(NamedTuple):
    """A post, and how it was understood."""

    post: Post
    encoding: str
    guessed: bool  # whether the encoding is a guess, or some bytes could not be read
    head: str  # "yaml", "toml", "json", "pandoc", "multimarkdown", "org", "" for none
    bad_lines: tuple[int, ...]  # 1-based lines of the head that could not be read
    title_from: str  # "head", "first heading", "name"
    date_from: str  # the head's key, "name", "folders", "" for none
    papers_by: str  # see headings.py
    has_chapters: bool  # numbered headings that are no papers
    links_from: tuple[str, ...] = ()  # of each paper: "heading", "lines below", "" for none


def parse(source: bytes, name: str) -> Post:
    """Understand a post. Never raises, for any input.

    `source` is the file's bytes; `name` its path within the source folder with "/" between folders, used for the
    date and title that the head does not give, and as the key of a post without papers.
    """
    return read(source, name).post


def read(source: bytes, name: str) -> Reading:
    """The same with what was taken for what. Never raises: one post can't hurt the others."""
    decoded = decode(source)
    try:
        with within(seconds := MOST_SECONDS * max(1.0, len(decoded.text) / 1_000_000)):
            return _read(decoded, name)
    except OverBudget:
        message = f"The post takes longer than {seconds:.1f} seconds to understand; shown as it is."
        return _as_text(decoded, name, Remark(1, "too-long", message))
    except Exception:  # a fault of ours in one post must not end the reading of the others
        log.exception("A post could not be understood: %s", name)
        message = "The post could not be understood, by a fault of this program; shown as it is."
        return _as_text(decoded, name, Remark(1, "fault", message))


def _as_text(decoded: Decoded, name: str, remark: Remark) -> Reading:
    post = Post(name, title_of_name(name), None, None, body=decoded.text.strip("\n"), remarks=(remark,))
    return Reading(post, decoded.encoding, bool(decoded.trouble), "", (), "name", "", NONE, False)


def _read(decoded: Decoded, name: str) -> Reading:
    head = read_head(decoded.text)
    too_long = len(head.body) > MAX_CHARACTERS
    body = Body((), ()) if too_long else read_blocks(head.body)
    found = paper_headings(body)
    heading = _title_in(body, found)
    title_from = "head" if head.title else "first heading" if heading else "name"
    by_name, place = (None, "") if head.published else date_in_name(name)
    published = head.published or by_name
    post = Post(
        name=name,
        title=head.title or heading or title_of_name(name),
        published=published,
        day=published.date() if published else None,
        tags=head.tags,
        categories=head.categories,
        body=head.body.strip("\n").rstrip(),
        head=head.source,
        remarks=tuple(_remarks(decoded, head, title_from, too_long)),
    )
    post = post if too_long else _with_papers(post, body, found, head.body_line)
    return Reading(
        post,
        decoded.encoding,
        bool(decoded.trouble),
        head.kind,
        head.bad_lines,
        title_from,
        head.date_from or place,
        found.by,
        found.has_chapters,
        tuple("heading" if p.text.link else "lines below" if p.own else "" for p in found.papers),
    )


def _remarks(decoded: Decoded, head: Head, title_from: str, too_long: bool) -> list[Remark]:
    remarks = [Remark(1, "encoding", decoded.trouble)] if decoded.trouble else []
    remarks += head.remarks
    if head.published is None:
        remarks.append(
            Remark(1, "date-missing", "No date in the front matter; taken from the file name, if it has one.")
        )
    if title_from != "head":
        source = "first heading" if title_from == "first heading" else "file name"
        remarks.append(Remark(1, "title-missing", f"No title in the front matter; the {source} stands in for it."))
    if too_long:
        message = f"The post is longer than {MAX_CHARACTERS >> 20} million characters; shown as it is."
        remarks.append(Remark(1, "too-long", message))
    return remarks


def _title_in(body: Body, found: PaperHeadings) -> str:
    """The first heading of level 1 that is no paper, as plain text; "" for none."""
    papers = {heading.start for heading in found.papers}
    headings = (b.content for b in body.blocks if b.type == "heading" and b.level == 1 and b.start not in papers)
    tagged = (_HTML_HEADING.search(b.content[:9_000]) for b in body.blocks if b.type == "paragraph")
    in_html = (_TAG.sub("", each[1]) for each in tagged if each)
    return next((title for each in chain(headings, in_html) if (title := _shown_title(each))), "")


def _shown_title(heading: str) -> str:
    """A heading as plain text, without badges unless it has nothing else."""
    return shown_text(pieces_of(heading)) or plain_line(cleaned(heading))


def has_head(source: bytes, *, is_html: bool) -> bool:
    """Whether the beginning of a file has a head, or of an HTML page the line that begins one."""
    text = decode(source).text
    return text.lstrip().startswith("---") if is_html else bool(read_head(text).kind)


def title_of_name(name: str) -> str:
    """A title from a file name: without folder, date, ending and the number Notion adds, hyphens as spaces."""
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    words = re.sub(r"[-_]+", " ", _DATED_NAME.sub("", _NAMED_BY_NOTION.sub("", stem))).strip()
    return words or stem or name


def _with_papers(post: Post, body: Body, found: PaperHeadings, first_line: int) -> Post:
    if not found.papers:
        code, message = ("empty", "The post is empty.") if not post.body else ("no-papers", "No papers; one page.")
        return post._replace(remarks=(*post.remarks, Remark(1, code, message)))
    reader = PaperReader(post.name, body, first_line, found.papers)
    spans = parts_outside(body, found.papers)
    papers = []
    for position, heading in enumerate(found.papers):
        end_line = spans.end_of(position)
        blocks = [b for b in body.blocks[heading.behind : spans.last_block(position)] if b.start < end_line]
        while blocks and blocks[-1].type == "hr" and not body.text(blocks[-1].end, end_line):
            end_line = blocks.pop().start  # the rule stands between this paper and what follows it
        papers.append(reader.paper(heading, position + 1, blocks, end_line))
    papers = reader.told_apart(papers)
    preamble = "\n\n".join(text for span in spans.outside if (text := reader.text(*span)))
    for line in body.unclosed:
        reader.remark(line, "fence-open", "A code block is never closed; it was read as text.")
    if is_a_page(preamble, post.title):
        reader.remark(0, "preamble", "There is text outside the papers; it is shown as a page of its own.")
    remarks = sorted((*post.remarks, *reader.remarks), key=lambda remark: remark.line)
    return post._replace(papers=tuple(papers), preamble=preamble, remarks=tuple(remarks))
