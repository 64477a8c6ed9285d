"""One section of many papers as Markdown and HTML: each under its heading, then a list of the silent ones."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from reader.export.citing import one_line
from reader.export.escaping import escape_tags
from reader.export.html import END, beginning, is_web, rendered


class Excerpt(NamedTuple):
    """What one paper says."""

    title: str  # for display
    raw_title: str  # Markdown
    link: str  # "" for none
    about: tuple[str, ...]  # day, key and the like, to be shown small
    markdown: str  # "" for a paper that says nothing
    corrections: Sequence[tuple[str, str]] = ()  # words of it, and what the person says instead


class Heads(NamedTuple):
    """The exporter's own words."""

    title: str  # "Limitations · 2025-12"
    silent: str  # "Nothing known"
    correction: str = ""  # "My correction"


def markdown_excerpts(excerpts: Sequence[Excerpt], heads: Heads) -> Iterator[str]:
    """The text piece by piece."""
    yield f"# {escape_tags(one_line(heads.title))}\n"
    for excerpt in excerpts:
        if excerpt.markdown:
            yield f"\n## {_titled(excerpt)}\n\n"
            if excerpt.about:
                yield f"{' · '.join(excerpt.about)}\n\n"
            yield f"{escape_tags(excerpt.markdown.strip())}\n"
            for quoted, said in excerpt.corrections:
                yield f"\n> {escape_tags(quoted)}\n>\n> {heads.correction}: {escape_tags(said)}\n"
    silent = [excerpt for excerpt in excerpts if not excerpt.markdown]
    if silent:
        yield f"\n## {heads.silent}\n\n"
        yield from (f"- {_titled(excerpt)}\n" for excerpt in silent)


def html_excerpts(excerpts: Sequence[Excerpt], heads: Heads, language: str) -> Iterator[str]:
    """One page; the silent ones are folded into a line that opens."""
    yield beginning(heads.title, language, "\n@media print { article { break-before: auto } }")
    yield f"<h1>{escape(heads.title)}</h1>\n"
    for excerpt in excerpts:
        if excerpt.markdown:
            yield f"<article>\n<h2>{_linked(excerpt)}</h2>\n"
            yield f'<p class="about">{escape(" · ".join(excerpt.about))}</p>\n' if excerpt.about else ""
            yield rendered(excerpt.markdown)
            for quoted, said in excerpt.corrections:
                yield f"<blockquote><mark>{escape(quoted)}</mark>"
                yield f'<p class="correction">{escape(heads.correction)}: {escape(said)}</p></blockquote>\n'
            yield "</article>\n"
    silent = [excerpt for excerpt in excerpts if not excerpt.markdown]
    if silent:
        yield f"<details>\n<summary>{escape(heads.silent)} ({len(silent)})</summary>\n<ul>\n"
        yield from (f"<li>{_linked(excerpt)}</li>\n" for excerpt in silent)
        yield "</ul>\n</details>\n"
    yield END


def _titled(excerpt: Excerpt) -> str:
    title = escape_tags(one_line(excerpt.raw_title or excerpt.title))
    return f"[{title}](<{excerpt.link}>)" if excerpt.link else title


def _linked(excerpt: Excerpt) -> str:
    title = escape(excerpt.title)
    return f'<a href="{escape(excerpt.link)}">{title}</a>' if is_web(excerpt.link) else title
