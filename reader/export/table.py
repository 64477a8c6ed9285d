"""CSV for spreadsheets, a line a paper: UTF-8 with the mark by which Excel knows it, lines end in CR LF (RFC 4180).

An arXiv id has `arXiv:` in front: a spreadsheet, and pandas, take 2511.90100 for the number 2511.901.
Text that a spreadsheet would take for a formula gets an apostrophe in front, which means "this is text": titles come
from strangers, and a formula can send other cells away (https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime

from reader.arxiv.model import Details
from reader.export.model import ExportedPaper, Quotation
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
    "authors",
    "published",
    "version",
    "withdrawn",
    "categories",
    "doi",
    "journal",
    "abstract",
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
        f"arXiv:{paper.key}" if paper.key == paper.arxiv_id else paper.key,
        paper.name,
        f"arXiv:{paper.arxiv_id}" if paper.arxiv_id else "",
        paper.link or "",
        paper.day.isoformat() if paper.day else "",
        "; ".join(paper.tags),
        "; ".join(paper.labels),
        _instant(paper.bookmarked),
        _instant(paper.read),
        paper.revisit.isoformat() if paper.revisit else "",
        *(plain_line(point) for point in (points.goal, points.motivation, points.contribution)),
        paper.note,
        "\n".join(_quoted(quotation) for quotation in paper.highlights),
        "; ".join(paper.posts),
        *_details(paper.details),
    )


def _quoted(quotation: Quotation) -> str:
    return f"{quotation.text} → {quotation.correction}" if quotation.correction else quotation.text


def _details(details: Details | None) -> tuple[str, ...]:
    """The cells that only arXiv can fill."""
    if details is None:
        return ("",) * 8
    return (
        "; ".join(details.authors),
        details.published.isoformat() if details.published else "",
        str(details.version),
        "yes" if details.withdrawn else "no",
        "; ".join(details.categories),
        details.doi,
        details.journal,
        details.abstract,
    )


def _instant(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""


def csv_line(cells: Iterable[str]) -> str:
    """Cells as a line; what a spreadsheet would take for a formula as text."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow(f"'{cell}" if cell.startswith(_BEGINS_FORMULA) else cell for cell in cells)
    return buffer.getvalue()
