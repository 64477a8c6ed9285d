"""A table of texts as CSV, Markdown and HTML: rows of papers under columns.

In: the heads of the columns, and cells of plain text, some with a link. The CSV is for spreadsheets, as in `table.py`.
In Markdown a cell is one line; in HTML lines stay lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from reader.export.escaping import escape_tags
from reader.export.html import END, beginning, is_web
from reader.export.table import BYTE_ORDER_MARK, csv_line

_STYLE = """
main { max-width: none } body { max-width: 90rem }
table { width: 100% } td { vertical-align: top; white-space: pre-line } th { text-align: left }
""".rstrip()


class GridCell(NamedTuple):
    """A cell of a table."""

    text: str
    link: str = ""  # where it leads; a CSV leaves it out


Grid = Iterable[Sequence[GridCell]]


def csv_grid(heads: Sequence[str], rows: Grid) -> Iterator[str]:
    """The head, then a line a row."""
    yield BYTE_ORDER_MARK + csv_line(heads)
    for row in rows:
        yield csv_line(cell.text for cell in row)


def markdown_grid(heads: Sequence[str], rows: Grid) -> Iterator[str]:
    """A pipe table, as GitHub, Obsidian and Pandoc read it."""
    yield f"| {' | '.join(map(_in_markdown, heads))} |\n|{' --- |' * len(heads)}\n"
    for row in rows:
        yield f"| {' | '.join(map(_linked, row))} |\n"


def html_grid(title: str, heads: Sequence[str], rows: Grid, language: str) -> Iterator[str]:
    """One page with the table."""
    yield beginning(title, language, _STYLE)
    yield f"<h1>{escape(title)}</h1>\n<table>\n<thead><tr>"
    yield from (f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield "</tr></thead>\n<tbody>\n"
    for row in rows:
        yield f"<tr>{''.join(map(_html_cell, row))}</tr>\n"
    yield f"</tbody>\n</table>\n{END}"


def _in_markdown(text: str) -> str:
    """Plain text inside a cell: on one line, with every sign that would be markup escaped."""
    line = " ".join(text.split()).replace("\\", "\\\\")
    for sign in "|*_`[]":
        line = line.replace(sign, f"\\{sign}")
    return escape_tags(line)


def _linked(cell: GridCell) -> str:
    text = _in_markdown(cell.text)
    return f"[{text}](<{cell.link}>)" if cell.link else text


def _html_cell(cell: GridCell) -> str:
    text = escape(cell.text)
    if cell.link and is_web(cell.link):
        text = f'<a href="{escape(cell.link)}">{text}</a>'
    return f"<td>{text}</td>"
