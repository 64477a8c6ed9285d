"""An Introduction's points → HTML: each below or beside its label, which is the program's own word.

In: points, the sheet of a page. Out: a table, or paragraphs where a column is too narrow for labels beside the text.
"""

from html import escape

from reader.posts.model import Points
from reader.render import markdown
from reader.render.sheet import Sheet

_NARROW = 30  # times the text size; in a narrower column labels stand above the text


def write_points(points: Points, sheet: Sheet) -> str:
    """The points of a page."""
    rows = _named(points, sheet)
    longest = max(_columns(label) for label, _ in rows)
    width = round(sheet.look.text_size * max(3.2, longest * 0.46 + 1.2))
    written = "".join(_point(label, text, width, sheet) for label, text in rows)
    return f'<table class="points" width="100%" cellspacing="0" cellpadding="0">{written}</table>'


def write_in_column(points: Points, sheet: Sheet) -> str:
    """The points in a column of any width, and what else the Introduction says."""
    rest = markdown.summary(points.rest, sheet)
    if sheet.look.column >= _NARROW * sheet.look.text_size:
        return write_points(points, sheet) + rest
    return "".join(_below(label, text, sheet) for label, text in _named(points, sheet)) + rest


def _named(points: Points, sheet: Sheet) -> list[tuple[str, str]]:
    """Label and text of those there are."""
    labels = sheet.labels
    named = ((labels.goal, points.goal), (labels.motivation, points.motivation))
    return [(label, text) for label, text in (*named, (labels.contribution, points.contribution)) if text]


def _point(label: str, text: str, width: int, sheet: Sheet) -> str:
    return (
        f'<tr><td class="label" width="{width}"><p><a name="label"></a>{escape(label)}</p></td>'
        f'<td class="point">{markdown.summary(text, sheet)}</td></tr>'
    )


def _below(label: str, text: str, sheet: Sheet) -> str:
    return f'<p class="label"><a name="label"></a>{escape(label)}</p>{markdown.summary(text, sheet)}'


def _columns(label: str) -> int:
    """The width of a label in columns of a terminal: a Hangul syllable takes two."""
    return sum(2 if character >= "ᄀ" else 1 for character in label)
