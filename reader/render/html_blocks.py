"""Pieces of HTML in the subset that QTextBrowser draws: cards for code, bars for quotes, places for pictures, formulas,
lines of words that lead to places in a text.

A block with a ground or a bar has to be a table of one cell: QTextBrowser knows border and padding on no other element.
"""

from html import escape
from math import ceil
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import unquote, urlsplit

from reader.render.formula import BASE, Formula
from reader.render.sheet import FilePicture, FormulaPicture, Lead, Sheet

QUOTE_OPEN = '<table class="quote" width="100%" cellspacing="0" cellpadding="0"><tr><td class="quote">'
QUOTE_CLOSE = "</td></tr></table>"
GRID_OPEN = '<table class="grid" cellspacing="0">'
RULE = '<table class="rule" width="100%" cellspacing="0" cellpadding="0"><tr><td class="rule"></td></tr></table>'
_OPTICAL = 1.1  # a formula's letters are smaller than a sans-serif's of the same size
_ROOM = 0.94  # of the column: a formula may stand in a quotation
_WEB = ("http", "https")


def code_block(text: str) -> str:
    """Code on a card; long lines wrap."""
    return code_card(escape(text.rstrip()))


def code_card(html: str) -> str:
    """The same of code that is HTML already."""
    return (
        '<table class="code" width="100%" cellspacing="0" cellpadding="0"><tr><td class="code"><a name="card"></a>'
        f"<pre>{html}</pre></td></tr></table>"
    )


def code(text: str) -> str:
    """Code in a line of text."""
    return f"<code>{escape(text)}</code>"


def aside(text: str) -> str:
    """What is not meant to be read but must not get lost: Liquid tags, comments."""
    return f'<code class="aside">{escape(text)}</code>'


def formula(tex: str, sheet: Sheet, *, display: bool) -> str:
    """A formula as a picture; its TeX as code where it isn't typeset."""
    drawing = None if sheet.is_full else sheet.typeset(tex, display)
    if drawing is None:
        return code(tex.strip())
    picture = _formula_picture(drawing, tex.strip(), sheet)
    size = f'width="{ceil(picture.width)}" height="{ceil(picture.ascent + picture.depth)}"'
    return f'<img src="{sheet.name_picture(picture)}" {size} alt="{escape(tex.strip())}">'


def _formula_picture(drawing: Formula, tex: str, sheet: Sheet) -> FormulaPicture:
    """The drawing in the page's size and colour, made smaller where it is wider than the column."""
    look = sheet.look
    scale = min(look.text_size / BASE * _OPTICAL, look.column * _ROOM / drawing.width)
    svg = drawing.svg(look.theme.text)
    return FormulaPicture(svg, drawing.width * scale, drawing.ascent * scale, drawing.depth * scale, tex)


def figure(source: str, alt: str, width: int | None, sheet: Sheet) -> str:
    """A picture that stands alone; without its file, a box in its place with what is known of it."""
    path = sheet.find_picture(source)
    if path is not None:
        name = sheet.name_picture(FilePicture(path, width, alt))
        return f'<p class="figure"><img src="{name}" alt="{escape(alt)}"></p>'
    title = f"<b>{escape(alt)}</b><br>" if alt else ""
    return (
        '<table class="place" width="100%" cellspacing="0" cellpadding="0"><tr>'
        '<td class="place" align="center"><a name="card"></a>'
        f"{title}{_where(source, sheet)}</td></tr></table>"
    )


def picture_in_line(source: str, alt: str, width: int | None, sheet: Sheet) -> str:
    """A picture within a line of text."""
    path = sheet.find_picture(source)
    if path is not None and sheet.is_full:
        return f'<span class="place">[{escape(alt or path.name)}]</span>'
    if path is not None:
        name = sheet.name_picture(FilePicture(path, width, alt))
        return f'<img src="{name}" alt="{escape(alt)}">'
    title = f"{escape(alt)} · " if alt else ""
    return f'<span class="place">[{title}{_where(source, sheet)}]</span>'


def _where(source: str, sheet: Sheet) -> str:
    address = web_address(source)
    if address is None:
        name = PurePosixPath(unquote(source)).name or source
        return escape(sheet.labels.picture_missing.format(name=name))
    words = sheet.labels.picture_elsewhere.format(host=urlsplit(address).netloc)
    return f'<a href="{escape(address)}">{escape(words)}</a>'


def written_leads(kind: Literal["figures", "doubts"], leads: tuple[Lead, ...]) -> str:
    """The numbers below a heading, or what makes one doubt it, as a line of links that does not break in a number."""
    if not leads:
        return ""
    said = (f'<a class="{kind}" href="#{lead.name}">{_unbroken(lead.words, kind)}</a>' for lead in leads)
    between = "<br>" if kind == "doubts" else "&nbsp;&nbsp; "
    return f'<p class="{kind}"><a name="label"></a>{between.join(said)}</p>\n'


def web_address(source: str) -> str | None:
    """An absolute http(s) address as it is, "//host/…" as https; None for anything else."""
    if source.startswith("//"):
        source = f"https:{source}"
    try:
        parts = urlsplit(source.strip())
    except ValueError:
        return None
    return source.strip() if parts.scheme.lower() in _WEB and parts.netloc else None


def followable(href: str) -> bool:
    """Whether a link may be clicked: a web page, a mail address or a place on this page."""
    return href.startswith("#") or web_address(href) is not None or href.lower().startswith("mailto:")


def _unbroken(words: str, kind: str) -> str:
    return escape(words) if kind == "doubts" else escape(words).replace(" ", "&nbsp;").replace("-", "&#8209;")
