"""One HTML page that a browser opens without a network: contents, then each paper with note, highlights and sections.

Markdown is read as everywhere else in the program, so `<think>` is a word. Formulas stay TeX; pictures stay where the
post has them.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from reader.export.model import ExportedPaper, Quotation, Words
from reader.posts.model import Section, SectionKind
from reader.posts.plain import parser

_MARKUP = re.compile(r"[\\`*_\[\]&<|\0\r\t]|~~|^[\s>#+=~:-]|^\d+[.)]|\s$| \n|\n\n", re.MULTILINE)
"""What may be markup: some of it anywhere, some at the beginning of a line."""
_STYLE = """
:root { color-scheme: light dark;
  --text: #22252a; --muted: #6a7078; --line: #e3e5e8; --ground: #fff; --accent: #2f6b4f }
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e6e9; --muted: #9aa1a9; --line: #363b42; --ground: #1d2024; --accent: #7cc3a2 } }
body { max-width: 44rem; margin: 3rem auto; padding: 0 1.25rem; background: var(--ground); color: var(--text);
  font: 1rem/1.7 system-ui, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", sans-serif;
  word-break: keep-all; overflow-wrap: anywhere }
a { color: var(--accent) }
nav ol { padding-left: 2.2rem }
article { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem }
h1, h2 { line-height: 1.35 }
article h3 { color: var(--accent); font-size: 1rem; margin: 1.8rem 0 .5rem }
.about { color: var(--muted); font-size: .875rem }
.note { background: color-mix(in srgb, var(--accent) 9%, transparent); border-radius: .5rem; padding: .2rem 1rem }
blockquote { border-left: 3px solid var(--line); margin-left: 0; padding-left: 1rem }
mark { color: inherit; padding: .1em 0 }
.yellow { background: #f5d94a66 } .green { background: #7ccf8a66 } .blue { background: #7ab5f066 }
.pink { background: #f09ac066 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1.2rem }
dt { color: var(--muted) } dd, dd p { margin: 0 }
pre { overflow-x: auto } table { border-collapse: collapse }
td, th { border: 1px solid var(--line); padding: .3rem .6rem }
@media print { article { break-before: page; border: 0 } nav { display: none } }
""".strip()

END = "</main>\n</body>\n</html>\n"


def html_page(papers: Iterable[ExportedPaper], words: Words, language: str) -> Iterator[str]:
    """The page in two pieces. The first names all papers, so their parts are written before it and kept."""
    names: list[str] = []
    articles: list[str] = []
    for number, paper in enumerate(papers, 1):
        names.append(paper.name)
        articles.append(_article(number, paper, words))
    title = names[0] if len(names) == 1 else words.papers
    yield beginning(title, language)
    if len(names) > 1:
        yield f"<h1>{escape(words.papers)}</h1>\n<nav>\n<ol>\n"
        for number, name in enumerate(names, 1):
            yield f'<li><a href="#paper-{number}">{escape(name)}</a></li>\n'
        yield "</ol>\n</nav>\n"
    yield from articles
    yield END


def beginning(title: str, language: str, style: str = "") -> str:
    """A page up to its first words; `style` is added to that of all pages."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}{style}\n</style>\n</head>\n<body>\n<main>\n"
    )


def _article(number: int, paper: ExportedPaper, words: Words) -> str:
    begin = f'<article id="paper-{number}" data-key="{escape(paper.key)}">\n'
    parts = [begin, f"<h2>{escape(paper.name)}</h2>\n", _about(paper)]
    if paper.note:
        parts.append(f'<section class="note">\n<h3>{escape(words.note)}</h3>\n{rendered(paper.note)}</section>\n')
    if paper.highlights:
        quoted = "".join(_quoted(quotation, words) for quotation in paper.highlights)
        parts.append(f"<section>\n<h3>{escape(words.highlights)}</h3>\n{quoted}</section>\n")
    parts += [_section(section, paper) for section in paper.sections]
    return "".join([*parts, "</article>\n"])


def _about(paper: ExportedPaper) -> str:
    links = paper.links
    named = (("arXiv", links.arxiv), ("PDF", links.pdf), ("Alphaxiv", links.alphaxiv), ("Link", links.other))
    parts = [f'<a href="{escape(link)}">{name}</a>' for name, link in named if link and is_web(link)]
    if paper.day:
        parts.append(f'<time datetime="{paper.day.isoformat()}">{paper.day.isoformat()}</time>')
    parts += [f"#{escape(tag)}" for tag in paper.tags]
    parts += [escape(label) for label in paper.labels]
    by = f'<p class="about">{escape(", ".join(paper.details.authors))}</p>\n' if paper.details else ""
    return by + (f'<p class="about">{" · ".join(parts)}</p>\n' if parts else "")


def is_web(link: str) -> bool:
    """Whether a browser may be led there."""
    return link.startswith(("https://", "http://"))


def _quoted(quotation: Quotation, words: Words) -> str:
    marked = f'<mark class="{escape(quotation.colour)}">{escape(quotation.text)}</mark>'
    if quotation.correction:
        marked += f'<p class="correction">{escape(words.correction)}: {escape(quotation.correction)}</p>'
    return f"<blockquote>{marked}</blockquote>\n"


def _section(section: Section, paper: ExportedPaper) -> str:
    heading = f"<h3>{escape(section.heading)}</h3>\n" if section.heading else ""
    points = paper.points
    named = (("Goal", points.goal), ("Motivation", points.motivation), ("Contribution", points.contribution))
    if section.kind is SectionKind.INTRODUCTION and any(point for _, point in named):
        rows = "".join(f"<dt>{name}</dt><dd>{rendered(point)}</dd>\n" for name, point in named if point)
        text = f"<dl>\n{rows}</dl>\n{rendered(points.rest)}"
    else:
        text = rendered(section.markdown)
    return f"<section>\n{heading}{text}</section>\n"


def rendered(markdown: str) -> str:
    """Markdown as HTML. Most sections are plain lines, which need no parser: it would take twenty times as long."""
    if not markdown or _MARKUP.search(markdown):
        return str(parser().render(markdown))
    text = escape(markdown, quote=False).replace('"', "&quot;")
    return f"<p>{text}</p>\n"
