"""CSV, a line a paper, for spreadsheets: UTF-8 with the mark by which Excel knows it, lines ending in CR LF (RFC 4180).

Text that a spreadsheet would take for a formula gets an apostrophe in front, which stands for "this is text": a title
comes from elsewhere, and a formula can carry other cells away (https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime

from reader.export.model import ExportedPaper
from reader.posts.plain import plain_line

COLUMNS = (
    "key",
    "title",
    "arxiv_id",
    "link",
    "date",
    "tags",
    "labels",
    "bookmarked",
    "read",
    "revisit",
    "goal",
    "motivation",
    "contribution",
    "note",
    "highlights",
    "posts",
)
BYTE_ORDER_MARK = "\ufeff"
_BEGINS_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)


def table(papers: Iterable[ExportedPaper]) -> Iterator[str]:
    """The head, then a line a paper."""
    yield BYTE_ORDER_MARK + csv_line(COLUMNS)
    for paper in papers:
        yield csv_line(_cells(paper))


def _cells(paper: ExportedPaper) -> tuple[str, ...]:
    points = paper.points
    return (
        paper.key,
        paper.name,
        paper.arxiv_id or "",
        paper.link or "",
        paper.day.isoformat() if paper.day else "",
        "; ".join(paper.tags),
        "; ".join(paper.labels),
        _instant(paper.bookmarked),
        _instant(paper.read),
        paper.revisit.isoformat() if paper.revisit else "",
        *(plain_line(point) for point in (points.goal, points.motivation, points.contribution)),
        paper.note,
        "\n".join(quotation.text for quotation in paper.highlights),
        "; ".join(paper.posts),
    )


def _instant(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""


def csv_line(cells: Iterable[str]) -> str:
    """Cells as a line; what a spreadsheet would take for a formula as text."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow(f"'{cell}" if cell.startswith(_BEGINS_FORMULA) else cell for cell in cells)
    return buffer.getvalue()
