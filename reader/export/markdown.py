"""Markdown: a paper as a file of a vault, and as text to be pasted.

A file has YAML front matter that Obsidian shows as properties, then the person's note and highlights, then the
sections. The last line of the front matter seals the file (seal.py), so that a later export knows whether a person has
changed it.
"""

import re
from collections.abc import Callable, Iterator

from reader.arxiv.model import Details
from reader.export.citing import one_line, reference_id
from reader.export.escaping import escape_summary, escape_tags
from reader.export.model import ExportedPaper, Words
from reader.export.notes import FindName, closed, linked
from reader.export.returning import base_of
from reader.export.seal import NOTE, sealed
from reader.posts.model import Section, SectionKind


def vault_file(paper: ExportedPaper, words: Words, find_name: FindName) -> str:
    """A paper's file in a vault, sealed. All its lines end in "\\n", even those of notes older than that rule."""
    note = note_text(paper.note, find_name)
    body = "\n\n".join(_body(paper, words, note)).replace("\r\n", "\n").replace("\r", "\n")
    return sealed({**_properties(paper), NOTE: base_of(paper.note, note) if note else ""}, body)


def note_text(note: str, find_name: FindName) -> str:
    """A note as a file has it."""
    return closed(linked(note.replace("\r\n", "\n").replace("\r", "\n").strip(), find_name))


def beginnings(paper: ExportedPaper) -> tuple[str, ...]:
    """The first lines of a paper's sections in its file."""
    texts = [f"## {section.heading}" if section.heading else section.markdown.strip() for section in paper.sections]
    escape = str if paper.is_page else escape_summary
    return tuple(escape(text.split("\n", 1)[0]).rstrip() for text in texts if text)


def as_markdown(paper: ExportedPaper) -> str:
    """A paper's sections below its linked title, to be pasted, without the person's marks."""
    title = _heading(paper, escape_tags)
    heading = f"# [{title}]({paper.link})" if paper.link else f"# {title}"
    return "\n\n".join([heading, *_sections(paper, escape_tags)]) + "\n"


def _properties(paper: ExportedPaper) -> dict[str, object]:
    name, links = one_line(paper.name), paper.links
    moments = {"bookmarked": paper.bookmarked, "read": paper.read, "revisit": paper.revisit}
    return {
        "title": name,
        "aliases": (name, *([paper.arxiv_id] if paper.arxiv_id else [])),
        "key": paper.key,
        "citekey": reference_id(paper),
        "arxiv": paper.arxiv_id,
        "url": paper.link,
        "pdf": links.pdf,
        "alphaxiv": links.alphaxiv,
        "huggingface": links.huggingface,
        "date": paper.day,
        "posts": paper.posts,
        **_details(paper.details),
        "tags": tuple(dict.fromkeys(map(_tag, paper.tags))),
        "labels": paper.labels,
        **moments,
    }


def _details(details: Details | None) -> dict[str, object]:
    if details is None:
        return {}
    return {
        "authors": details.authors,
        "published": details.published,
        "version": str(details.version),
        "categories": details.categories,
        "doi": details.doi,
        "journal": details.journal,
        "withdrawn": "yes" if details.withdrawn else "",
    }


def _body(paper: ExportedPaper, words: Words, note: str) -> Iterator[str]:
    yield f"# {_heading(paper, escape_summary)}"
    if links := _links(paper):
        yield links
    if note:
        yield f"## {words.note}"
        yield note
    if paper.highlights:
        yield f"## {words.highlights}"
        for quotation in paper.highlights:
            lines = [f"> {escape_summary(line)}".rstrip() for line in quotation.text.splitlines()]
            said = " · ".join(part for part in (quotation.section, quotation.colour) if part)
            if quotation.correction:
                lines += [">", f"> {words.correction}: {escape_summary(quotation.correction)}"]
            yield "\n".join([*lines, *([">", f"> — {said}"] if said else [])])
    yield from _sections(paper, escape_summary)
    if paper.details and paper.details.abstract:
        yield "## Abstract"
        yield closed(escape_summary(paper.details.abstract))


def _sections(paper: ExportedPaper, escape: Callable[[str], str]) -> Iterator[str]:
    """A page written by hand may have HTML and tags on purpose; a summary never does."""
    for section in paper.sections:
        if section.heading:
            yield f"## {escape(section.heading)}"
        text = section.markdown.strip() if paper.is_page else closed(escape(_section_text(section, paper)))
        if text:
            yield text


def _section_text(section: Section, paper: ExportedPaper) -> str:
    points, introduces = paper.points, section.kind is SectionKind.INTRODUCTION
    if introduces and points.are_named:
        named = (("Goal", points.goal), ("Motivation", points.motivation), ("Contribution", points.contribution))
        told = "\n".join(f"- **{name}**: {_indented(point)}" for name, point in named if point)
        return "\n\n".join(part for part in (told, points.rest.strip()) if part)
    return section.markdown.strip()


def _indented(text: str) -> str:
    return text.strip().replace("\n", "\n  ")


def _heading(paper: ExportedPaper, escape: Callable[[str], str]) -> str:
    return escape(one_line(paper.raw_title or paper.name))


def _links(paper: ExportedPaper) -> str:
    links = paper.links
    named = (
        ("arXiv", links.arxiv),
        ("PDF", links.pdf),
        ("HTML", links.html),
        ("Alphaxiv", links.alphaxiv),
        ("Hugging Face", links.huggingface),
        ("Link", links.other),
    )
    return " · ".join(f"[{name}](<{link}>)" for name, link in named if link)


def _tag(tag: str) -> str:
    """A tag that Obsidian accepts: letters, digits, `_`, `-` and `/`, but not digits alone."""
    plain = re.sub(r"[^\w/-]+", "-", tag).strip("-") or "tag"
    return f"{plain}_" if plain.isdecimal() else plain
