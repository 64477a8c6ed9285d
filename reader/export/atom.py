"""An Atom feed of papers, for feed readers: https://www.rfc-editor.org/rfc/rfc4287

An entry's id is the paper's own address, so that a feed reader does not show the same paper twice. Its time is the day
of its latest post; the hour of a post says nothing, since a job writes it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from reader.base.links import SCHEME, address_of_paper
from reader.export.citing import one_line
from reader.export.clean import clean_text
from reader.export.html import rendered
from reader.export.model import ExportedPaper, Words

_NEVER = date(1970, 1, 1)  # a feed has to give a time, even for papers without a day


def atom(papers: Iterable[ExportedPaper], words: Words, language: str) -> Iterator[str]:
    """The feed. Its time is that of its newest paper, so all entries are made before the first is given."""
    entries: list[str] = []
    newest = _NEVER
    for paper in papers:
        newest = max(newest, paper.day or _NEVER)
        entries.append(_entry(paper, words))
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">\n'
        f"<id>{SCHEME}:feed</id>\n<title>Daily Papers: {escape(words.papers)}</title>\n"
        f"<updated>{_instant(newest)}</updated>\n<author><name>Daily Papers Reader</name></author>\n"
    )
    yield from entries
    yield "</feed>\n"


def _entry(paper: ExportedPaper, words: Words) -> str:
    parts = [
        f"<id>{escape(_address(paper))}</id>",
        f"<title>{escape(one_line(clean_text(paper.name)))}</title>",
        f"<updated>{_instant(paper.day or _NEVER)}</updated>",
    ]
    if paper.link and paper.link.startswith(("https://", "http://")):
        parts.append(f"<link href={quoteattr(clean_text(paper.link))}/>")
    names = paper.details.authors if paper.details else ()  # where there are none, the feed's own counts
    parts += [f"<author><name>{escape(clean_text(name))}</name></author>" for name in names]
    parts += [f"<category term={quoteattr(clean_text(tag))}/>" for tag in paper.tags]
    parts.append(f'<content type="html">{escape(clean_text(_content(paper, words)))}</content>')
    return "<entry>\n" + "\n".join(parts) + "\n</entry>\n"


def _content(paper: ExportedPaper, words: Words) -> str:
    note = f"<h3>{escape(words.note)}</h3>\n{rendered(paper.note)}" if paper.note else ""
    sections = (
        (f"<h3>{escape(section.heading)}</h3>\n" if section.heading else "") + rendered(section.markdown)
        for section in paper.sections
    )
    return note + "".join(sections)


def _address(paper: ExportedPaper) -> str:
    """An address that never changes."""
    arxiv = f"https://arxiv.org/abs/{paper.arxiv_id}"
    return arxiv if paper.arxiv_id else address_of_paper(paper.key)


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
