"""A range as a table: a row a paper, chosen sections as columns, sorted by date, title or a number.

A number to sort by is named: `number:FID` sorts by the first value of FID that a paper's Results give; papers without
one stand last, in the order they had.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from reader.across.benchmarks import words_for
from reader.across.figures import Figure, figures_in
from reader.across.passages import Lensed, Passage, passage_of, texts_of
from reader.base.errors import ReaderError
from reader.library.model import Appearance
from reader.numbers.names import means
from reader.posts.folding import folded
from reader.posts.model import PaperKey, SectionKind

SORTS = ("date", "title", "number:NAME")


class TableRow(NamedTuple):
    """A paper as a row."""

    appearance: int  # id in the catalogue
    key: PaperKey
    title: str
    arxiv_id: str | None
    link: str | None
    day: date | None
    cells: tuple[Passage | None, ...]  # one a column; None where the paper has no such section
    number: Figure | None = None  # the number it is sorted by, if it is sorted by one


class Table(NamedTuple):
    """Rows under their columns."""

    columns: tuple[Lensed, ...]
    rows: tuple[TableRow, ...]


def table_of(appearances: Iterable[Appearance], columns: Sequence[Lensed], sort: str = "") -> Table:
    """The table. Sort "" keeps the order given; "-" in front reverses one. Raises ReaderError for an unknown sort."""
    descending, by = sort.startswith("-"), sort.removeprefix("-")
    kind, _, name = by.partition(":")
    metric = name.strip() if kind == "number" else ""
    if by and by not in ("date", "title") and not metric:
        raise ReaderError(f"A table is not sorted by {by!r}. There is {', '.join(SORTS)}, each with a - in front.")
    rows = [_row(each, columns, metric) for each in appearances if not each.is_page]
    return Table(tuple(columns), tuple(_sorted(rows, kind, descending=descending)))


def number_of(appearance: Appearance, metric: str) -> Figure | None:
    """The first value of a metric or benchmark that an appearance's Results give."""
    words = words_for(metric)
    for number, (section, text) in enumerate(zip(appearance.paper.sections, texts_of(appearance), strict=True)):
        if section.kind is not SectionKind.RESULTS or not any(word in text.casefold() for word in words):
            continue
        for figure in figures_in(text, number, words):
            measured = figure.measured
            if means(metric, measured.metric) or (measured.benchmark and means(metric, measured.benchmark)):
                return figure
    return None


def _row(appearance: Appearance, columns: Sequence[Lensed], metric: str) -> TableRow:
    paper = appearance.paper
    return TableRow(
        appearance.id,
        paper.key,
        paper.title,
        paper.arxiv_id,
        paper.link,
        appearance.day,
        tuple(passage_of(appearance, column) for column in columns),
        number_of(appearance, metric) if metric else None,
    )


def _sorted(rows: list[TableRow], kind: str, *, descending: bool) -> list[TableRow]:
    match kind:
        case "date":
            return sorted(rows, key=lambda row: row.day or date.min, reverse=descending)
        case "title":
            return sorted(rows, key=lambda row: folded(row.title), reverse=descending)
        case "number":
            valued = [row for row in rows if row.number]
            valued.sort(key=_value, reverse=descending)
            return [*valued, *(row for row in rows if not row.number)]
    return rows


def _value(row: TableRow) -> Decimal:
    return row.number.measured.value if row.number else Decimal(0)
