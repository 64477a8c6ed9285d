"""Words of the program's own that lead to places in a text: the numbers below a heading, what makes one doubt it."""

from html import escape
from typing import Literal

from reader.render.sheet import Lead


def written_leads(kind: Literal["figures", "doubts"], leads: tuple[Lead, ...]) -> str:
    """A line of them as HTML, each a link; no line breaks within one of the numbers."""
    if not leads:
        return ""
    said = (f'<a class="{kind}" href="#{lead.name}">{_unbroken(lead.words, kind)}</a>' for lead in leads)
    between = "<br>" if kind == "doubts" else "&nbsp;&nbsp; "
    return f'<p class="{kind}"><a name="label"></a>{between.join(said)}</p>\n'


def _unbroken(words: str, kind: str) -> str:
    return escape(words) if kind == "doubts" else escape(words).replace(" ", "&nbsp;").replace("-", "&#8209;")
