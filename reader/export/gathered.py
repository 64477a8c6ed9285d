"""A person's own words out of many papers as one text, Markdown or HTML: what they marked and wrote, group by group."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from reader.export.escaping import escape_tags
from reader.export.html import END, beginning, is_web, rendered
from reader.export.notes import closed


class Gathered(NamedTuple):
    """Words that were marked, or a note."""

    text: str  # as it stood there; Markdown where it is a note
    is_note: bool
    correction: str  # what the person says instead, "" for nothing
    title: str  # of the paper
    link: str  # "" for none
    about: tuple[str, ...]  # day, section and the like


Groups = Sequence[tuple[str, Sequence[Gathered]]]
"""A heading, and what stands below it."""


def markdown_gathered(title: str, groups: Groups, correction: str) -> Iterator[str]:
    """The text piece by piece; `correction` is the word in front of one."""
    yield f"# {escape_tags(title)}\n"
    for heading, entries in groups:
        yield f"\n## {escape_tags(heading)}\n"
        for each in entries:
            lines = closed(each.text.strip()) if each.is_note else _quoted(each.text)
            said = f"\n>\n> {correction}: {escape_tags(each.correction)}" if each.correction else ""
            name = escape_tags(each.title)
            where = f"[{name}](<{each.link}>)" if is_web(each.link) else name
            yield f"\n{lines}{said}\n\n— {' · '.join((where, *map(escape_tags, each.about)))}\n"


def html_gathered(title: str, groups: Groups, correction: str, language: str) -> Iterator[str]:
    """The same as one page."""
    yield beginning(title, language)
    yield f"<h1>{escape(title)}</h1>\n"
    for heading, entries in groups:
        yield f"<h2>{escape(heading)}</h2>\n"
        for each in entries:
            text = rendered(each.text) if each.is_note else f"<blockquote>{escape(each.text)}</blockquote>\n"
            said = f"<p>{escape(correction)}: {escape(each.correction)}</p>\n" if each.correction else ""
            name = escape(each.title)
            where = f'<a href="{escape(each.link)}">{name}</a>' if is_web(each.link) else name
            about = " · ".join((where, *map(escape, each.about)))
            yield f'{text}{said}<p class="about">{about}</p>\n'
    yield END


def _quoted(text: str) -> str:
    return "\n".join(f"> {escape_tags(line)}".rstrip() for line in text.strip().splitlines())
