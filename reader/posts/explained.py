"""Why a post came out as it did: what was taken for what, as JSON and in English words.

In: a `Reading`. Out: values for machines, sentences for people. The window and `check` show the same.
"""

from collections.abc import Iterator
from typing import Any

from reader.base.links import arxiv_id
from reader.posts.headings import BELOW, LINKED, NONE, NUMBERED, SECTIONS
from reader.posts.model import Paper
from reader.posts.outside import is_a_page
from reader.posts.parse import Reading

_HEADS = {
    "yaml": "YAML between lines of three dashes",
    "toml": "TOML between lines of three plus signs",
    "json": "a JSON object",
    "pandoc": "pandoc's title block",
    "multimarkdown": "MultiMarkdown's metadata",
    "org": "Org's keywords",
}
_TITLES = {
    "head": "Title: as the head has it.",
    "first heading": "Title: the first heading of level 1, since the head has none.",
    "name": "Title: the file's name, since neither head nor headings have one.",
}
_PAPERS = {
    NUMBERED: "numbered headings link to papers",
    LINKED: "headings of one level link to papers",
    BELOW: "headings of one level have a paper's link in the lines below them",
    SECTIONS: "numbered headings are followed by the sections of a summary",
}


def as_json(reading: Reading) -> dict[str, Any]:
    """What was taken for what, for a machine; names and values are stable."""
    post = reading.post
    return {
        "encoding": reading.encoding,
        "encoding_is": "a guess" if reading.guessed else "certain",
        "head": _head(reading),
        "bad_lines": list(reading.bad_lines),
        "title_from": reading.title_from,
        "date_from": reading.date_from or "none",
        "papers_by": reading.papers_by,
        "numbered_headings_are": "papers" if post.papers else "chapters" if reading.has_chapters else "none",
        "text_outside_papers": is_a_page(post.preamble, post.title),
        "papers": [
            {"key": paper.key, "known_by": known_by(paper), "link_from": place or "none"}
            for paper, place in zip(post.papers, reading.links_from, strict=False)
        ],
    }


def in_words(reading: Reading) -> list[str]:
    """The same as English sentences, one a line."""
    return list(_sentences(reading))


def known_by(paper: Paper) -> str:
    """What makes a paper the same one elsewhere: "arXiv id", "link", "title" or "place"."""
    if arxiv_id(paper.key):
        return "arXiv id"
    if paper.key.startswith(("http://", "https://")):
        return "link"
    return "title" if paper.key.startswith("title:") else "place"


def _head(reading: Reading) -> str:
    by_line = any(remark.code == "frontmatter-unreadable" for remark in reading.post.remarks)
    return f"{reading.head}, line by line" if reading.head and by_line else reading.head or "none"


def _sentences(reading: Reading) -> Iterator[str]:
    post = reading.post
    if reading.encoding != "utf-8" or reading.guessed:
        yield f"Encoding: {reading.encoding}{', which is a guess' if reading.guessed else ''}."
    bad = ", ".join(map(str, reading.bad_lines))
    if not reading.head:
        yield "Head: none; the file is text from its first line on."
    elif _head(reading) != reading.head:
        yield f"Head: {_HEADS[reading.head]}, read line by line{f'; not understood: line {bad}' if bad else ''}."
    else:
        yield f"Head: {_HEADS[reading.head]}."
    yield _TITLES[reading.title_from]
    yield _date(reading)
    if reading.papers_by == NONE:
        chapters = "; its numbered headings are chapters" if reading.has_chapters else ""
        yield f"One page: no heading names a paper{chapters}."
    else:
        yield f"{len(post.papers)} papers: {_PAPERS[reading.papers_by]}."
    if is_a_page(post.preamble, post.title):
        yield "Text outside the papers is a page of its own."


def _date(reading: Reading) -> str:
    match reading.date_from:
        case "":
            return "Date: none that can be read."
        case "name":
            return "Date: from the file's name."
        case "folders":
            return "Date: from the folders' names."
        case key:
            return f"Date: `{key}` of the head."
