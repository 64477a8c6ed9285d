"""A paper → a page of HTML in QTextBrowser's subset, with the places its tabs jump to and the pictures it names.

In: an appearance of a paper, a look and the caller's words. Out: a `Page`, a value. It asks for formulas and for the
files of pictures by two functions that it is given, so that the window can typeset in the background; by default it
typesets while it writes.
"""

import re
from collections import Counter
from collections.abc import Mapping
from html import escape

from reader.base.budget import OverBudget, within
from reader.posts.model import Paper, Points, Section, SectionKind
from reader.render import html_blocks, markdown
from reader.render.long.pieces import broken, cards_of, is_light, short_tables
from reader.render.points import write_points
from reader.render.sheet import (
    Anchor,
    Beneath,
    FindPicture,
    Heading,
    Labels,
    Look,
    Page,
    Sheet,
    Typeset,
    no_pictures,
)
from reader.render.style import style_sheet

MOST_TABS = 8
MOST_SECONDS = 1.0  # of the processor's time, for one page; usual ones take a hundredth of it
MOST_MARKDOWN = 400_000  # characters; a longer page would hold the window up for seconds and is shown as it is
MOST_CELLS = 10_000  # of tables; Qt takes more than a second to lay out so many
MOST_ANCHORS = 1_000  # to jump to; what Qt takes for them grows with the square of their number

MOST_SHORT = 30_000  # characters of a page that is written within a turn of the window's loop
MOST_SIGNS = 2_500  # of Markdown's in it; the longest of 374 real posts has 12,461 characters

_SIGN = re.compile(r"[^\w\s,.()'’-]|\n")
_CELL = re.compile(r"<t[dh]\b")
_ANCHOR = re.compile(r'(<a\b[^<>]*?) (?:id|name)="([^"]*)"')


def page(
    paper: Paper,
    look: Look,
    *,
    labels: Labels | None = None,
    is_page: bool = False,
    typeset: Typeset | None = None,
    find_picture: FindPicture = no_pictures,
    beneath: Mapping[int, Beneath] | None = None,
) -> Page:
    """Write the page of a paper; `is_page`: it is a whole post without papers, written by hand.

    `beneath`: what stands below the headings of sections, by their index; -1 above them all.
    """
    sheet = Sheet(look, labels or Labels(), typeset or _typesetter(), find_picture)
    try:
        with within(MOST_SECONDS):
            body, anchors = _longform(paper, sheet) if is_page else _summary(paper, sheet, beneath or {})
            body = _easy_to_lay_out(body)
    except OverBudget:
        return as_it_is(paper, look)
    return Page(_whole(body or _said(sheet.labels.nothing), look), anchors, sheet.pictures)


def as_it_is(paper: Paper, look: Look) -> Page:
    """The text as the post has it, for what takes too long to be understood as Markdown."""
    texts = (f"{section.heading}\n\n{section.markdown}".strip() for section in paper.sections)
    body = "\n".join(_on_cards(text) for text in texts)
    return Page(_whole(body, look), (), {}, as_it_is=True)


def words_alone(words: str, look: Look) -> Page:
    """A page that says something in place of a text."""
    return Page(_whole(_said(words), look), (), {})


def is_long(paper: Paper) -> bool:
    """Whether its page may take longer to write than a window can wait; it looks at no more than a short one has."""
    length = sum(len(section.markdown) + len(section.heading) for section in paper.sections)
    return length > MOST_SHORT or (
        length > MOST_SIGNS and sum(len(_SIGN.findall(section.markdown)) for section in paper.sections) > MOST_SIGNS
    )


def _whole(body: str, look: Look) -> str:
    return f"<!DOCTYPE html>\n<html><head><style>{style_sheet(look)}</style></head>\n<body>\n{body}\n</body></html>"


def _said(words: str) -> str:
    return f'<p class="unknown">{escape(words)}</p>'


def _easy_to_lay_out(body: str) -> str:
    """The page without what would keep Qt busy for seconds, which no budget of time could end."""
    if sum(1 for _ in _CELL.finditer(body)) > MOST_CELLS:
        raise OverBudget
    names: set[str] = set()

    def one_of_the_first(anchor: re.Match[str]) -> str:
        if len(names) < MOST_ANCHORS:
            names.add(anchor[2])
        return anchor[0] if anchor[2] in names else anchor[1]

    body = short_tables(broken(_ANCHOR.sub(one_of_the_first, body)))
    if not is_light(body):
        raise OverBudget
    return body


def _on_cards(text: str) -> str:
    """A text as it is, a card a line: each one paragraph, as Qt and whoever looks for words take longer for many."""
    return "\n".join(html_blocks.code_block(part).replace("\n", "<br>") for part in cards_of(text))


def _typesetter() -> Typeset:
    from reader.render.math import typeset  # the window has its own, and starts without this one

    return typeset


def _longform(paper: Paper, sheet: Sheet) -> tuple[str, tuple[Anchor, ...]]:
    body = "\n".join(_page_text(section.markdown, sheet) for section in paper.sections)
    return body, _tabs_of(sheet.headings)


def _page_text(text: str, sheet: Sheet) -> str:
    if len(text) > MOST_MARKDOWN:
        raise OverBudget
    return markdown.longform(text, sheet)


def _tabs_of(headings: list[Heading]) -> tuple[Anchor, ...]:
    """The headings of the highest level that has at least two; none where they are too many for tabs."""
    counts = Counter(heading.level for heading in headings)
    level = min((level for level, count in counts.items() if count > 1), default=0)
    if counts[level] > MOST_TABS:
        return ()
    return tuple(
        Anchor(index, heading.anchor, heading.text, SectionKind.OTHER)
        for index, heading in enumerate(headings)
        if heading.level == level
    )


def _summary(paper: Paper, sheet: Sheet, beneath: Mapping[int, Beneath]) -> tuple[str, tuple[Anchor, ...]]:
    nothing = Beneath()
    parts = [
        _section(index, section, paper.points, sheet, beneath.get(index, nothing))
        for index, section in enumerate(paper.sections)
    ]
    if above := html_blocks.written_leads("doubts", beneath.get(-1, nothing).doubts):
        parts.insert(0, above)
    anchors = tuple(
        Anchor(index, _anchor(index), section.heading, section.kind)
        for index, section in enumerate(paper.sections)
        if section.heading
    )
    return "\n".join(parts), anchors


def _section(index: int, section: Section, points: Points, sheet: Sheet, beneath: Beneath) -> str:
    name = f'<a name="{_anchor(index)}"></a>'
    title = markdown.summary_in_line(section.heading, sheet)
    head = f'<p class="section">{name}{title}</p>' if section.heading else ""
    leads = html_blocks.written_leads("figures", beneath.figures) + html_blocks.written_leads("doubts", beneath.doubts)
    return f"{head}\n{leads}{_content(section, points, sheet)}"


def _content(section: Section, points: Points, sheet: Sheet) -> str:
    if section.nothing_known:
        return f'<p class="unknown">{markdown.summary_in_line(section.markdown, sheet)}</p>'
    if section.kind is SectionKind.INTRODUCTION and points.are_named:
        return write_points(points, sheet) + markdown.summary(points.rest, sheet)
    return markdown.summary(section.markdown, sheet)


def _anchor(index: int) -> str:
    return f"section-{index}"
