"""One section of a paper among those of others → a page of HTML: title, a line about the paper, and the text.

In: words and Markdown, a look. Out: a `Page` whose one anchor begins the section's own text; what stands above it is
marked as the program's words, so that no highlight reaches into it.
"""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from reader.posts.model import NO_POINTS, Points, SectionKind
from reader.render import html_blocks, markdown
from reader.render.points import write_in_column
from reader.render.sheet import Anchor, FindPicture, Labels, Lead, Look, Page, Sheet, Typeset, no_pictures
from reader.render.style import style_sheet

_LABEL = '<a name="label"></a>'
_NAME = "section-0"
_TITLE, _ABOUT, _LABEL_SIZE = 1.12, 0.8125, 0.875  # of the text size
_STAR = 2.2  # of the text size, left free at the right of the title


class Head(NamedTuple):
    """What stands above a text."""

    title: str  # "" for none
    about: Sequence[str] = ()  # id, day …


def passage(
    text: str,
    kind: SectionKind,
    head: Head,
    look: Look,
    *,
    typeset: Typeset,
    find_picture: FindPicture = no_pictures,
    figures: tuple[Lead, ...] = (),
    unknown: bool = False,
    points: Points = NO_POINTS,
    labels: Labels | None = None,
) -> Page:
    """Write a text in Markdown below its head and its numbers; `unknown`: it says that nothing is known. The points of
    an Introduction, if it has any, are written in its stead.
    """
    sheet = Sheet(look, labels or Labels(), typeset, find_picture)
    if unknown:
        body = f'<p class="unknown">{escape(text)}</p>'
    else:
        body = write_in_column(points, sheet) if points.are_named else markdown.summary(text, sheet)
    about = " · ".join(escape(word) for word in head.about)
    title = f'<p class="passage">{_LABEL}{escape(head.title)}</p>' if head.title else ""
    # An anchor needs a character to hang on; the one of no width is part of the program's own words.
    line = f'<p class="about"><a name="{_NAME}"></a>{about or "&#8203;"}</p>' if head.title else ""
    above = f"{title}{line}{html_blocks.written_leads('figures', figures)}"
    html = f"<html><head><style>{style_sheet(look)}\n{_rules(look)}</style></head><body>{above}{body}</body></html>"
    return Page(html, (Anchor(0, _NAME, "", kind),), sheet.pictures)


def _rules(look: Look) -> str:
    size, theme = look.text_size, look.theme
    return (
        f"p.passage {{ font-size:{round(size * _TITLE)}px; font-weight:bold; line-height:100%;"
        f" margin-top:0; margin-bottom:2px; margin-right:{round(size * _STAR)}px }}\n"
        f"p.about {{ font-size:{round(size * _ABOUT)}px; color:{theme.muted}; line-height:100%;"
        f" margin-top:0; margin-bottom:{round(size * 0.5)}px }}\n"
        f"p.label {{ font-size:{round(size * _LABEL_SIZE)}px; color:{theme.muted}; line-height:100%;"
        f" margin-bottom:{round(size * 0.2)}px }}\n"
    )


def differences(runs: Sequence[tuple[str, str]], look: Look) -> Page:
    """A text of words that are "same", "gone" (struck through) or "new" (on the ground of found words)."""
    written = {"same": "{}", "gone": '<span class="gone">{}</span>', "new": '<span class="mark">{}</span>'}
    text = "".join(
        written[change].format(escape(words.rstrip())) + words[len(words.rstrip()) :] for change, words in runs
    ).replace("\n", "<br>")
    rules = f"span.gone {{ color:{look.theme.muted}; text-decoration:line-through }}"
    style = f"<style>{style_sheet(look)}\n{rules}</style>"
    return Page(f"<html><head>{style}</head><body><p>{text}</p></body></html>", (), {})
