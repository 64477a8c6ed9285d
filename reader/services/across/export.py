"""What reads across papers, as files for other programs: the lens, the table, benchmark values."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from reader.across.benchmarks import BenchmarkValue
from reader.across.lens import Lens, LensEntry
from reader.across.passages import Lensed, Passage
from reader.across.table import Table
from reader.base.links import ArxivId, paper_links
from reader.export.excerpts import Excerpt, Heads, html_excerpts, markdown_excerpts
from reader.export.grid import GridCell, csv_grid, html_grid, markdown_grid
from reader.posts.model import PaperKey
from reader.services.across.corrected import Corrections

GridFormat = Literal["csv", "md", "html"]
LensFormat = Literal["md", "html"]


class AcrossWords(NamedTuple):
    """The exporter's own words in a language; sections have theirs in `sections`."""

    language: str
    sections: dict[Lensed, str]
    silent: str
    title: str
    day: str
    number: str
    everything: str  # the range of all papers
    correction: str  # in front of what the person says instead of words


ENGLISH = AcrossWords(
    "en",
    {
        "introduction": "Introduction",
        "goal": "Goal",
        "motivation": "Motivation",
        "contribution": "Contribution",
        "method": "Method",
        "results": "Results",
        "limitations": "Limitations",
        "conclusion": "Conclusion",
    },
    "Nothing known",
    "Title",
    "Date",
    "Number",
    "all papers",
    "My correction",
)
KOREAN = AcrossWords(
    "ko",
    {
        "introduction": "서론",
        "goal": "목표",
        "motivation": "동기",
        "contribution": "기여",
        "method": "방법",
        "results": "결과",
        "limitations": "한계",
        "conclusion": "결론",
    },
    "정보 부족",
    "제목",
    "날짜",
    "수치",
    "모든 논문",
    "내 정정",
)


def lens_pieces(seen: Lens, where: str, form: LensFormat, words: AcrossWords, own: Corrections) -> Iterator[str]:
    """A lens as text; `where` is the range as text, `own` what the person corrected."""
    title = f"{words.sections[seen.section]} · {words.everything if where == 'all' else where}"
    heads = Heads(title, words.silent, words.correction)
    excerpts = [_excerpt(entry, seen.section, own) for entry in (*seen.told, *seen.silent)]
    if form == "md":
        return markdown_excerpts(excerpts, heads)
    return html_excerpts(excerpts, heads, words.language)


def table_pieces(shown: Table, where: str, form: GridFormat, words: AcrossWords, own: Corrections) -> Iterator[str]:
    """A table as text; in a CSV every row has the paper's key as well."""
    with_numbers = any(row.number for row in shown.rows)
    heads = [words.title, words.day, *(words.sections[column] for column in shown.columns)]
    rows = [
        [
            GridCell(row.title, link_of(row.arxiv_id, row.link)),
            GridCell(row.day.isoformat() if row.day else ""),
            *([GridCell(row.number.label if row.number else "")] if with_numbers else []),
            *(
                GridCell(_with_corrections(row.key, column, cell, words, own))
                for column, cell in zip(shown.columns, row.cells, strict=True)
            ),
        ]
        for row in shown.rows
    ]
    if with_numbers:
        heads.insert(2, words.number)
    if form == "csv":
        keyed = ([GridCell(row.key), *cells] for row, cells in zip(shown.rows, rows, strict=True))
        return csv_grid(["key", *heads], keyed)
    if form == "md":
        return markdown_grid(heads, rows)
    return html_grid(words.everything if where == "all" else where, heads, rows, words.language)


BENCHMARK_COLUMNS = ("key", "title", "model", "benchmark", "metric", "value", "before", "unit", "date", "sentence")


def benchmark_csv(values: Sequence[BenchmarkValue]) -> Iterator[str]:
    """Benchmark values for a spreadsheet."""
    return csv_grid(BENCHMARK_COLUMNS, (_benchmark_cells(value) for value in values))


def _benchmark_cells(value: BenchmarkValue) -> list[GridCell]:
    measured = value.figure.measured
    texts = (
        value.key,
        value.title,
        value.model,
        measured.benchmark,
        measured.metric,
        format(measured.value, "f"),
        "" if measured.before is None else format(measured.before, "f"),
        measured.unit,
        value.day.isoformat() if value.day else "",
        value.figure.sentence_text,
    )
    return [GridCell(text) for text in texts]


def _with_corrections(key: PaperKey, column: Lensed, cell: Passage | None, words: AcrossWords, own: Corrections) -> str:
    """A cell's text, and below it what the person says instead."""
    if cell is None or cell.nothing_known:
        return ""
    said = (f"[{words.correction}: {each.words} → {each.correction}]" for each in own.of(key, column, cell))
    return "\n".join((cell.text, *said))


def _excerpt(entry: LensEntry, section: Lensed, own: Corrections) -> Excerpt:
    about = (entry.day.isoformat() if entry.day else "", entry.arxiv_id or "")
    told = entry.passage.markdown if entry.passage and not entry.is_silent else ""
    return Excerpt(
        entry.title,
        entry.raw_title,
        link_of(entry.arxiv_id, entry.link),
        tuple(part for part in about if part),
        told,
        own.of(entry.key, section, entry.passage) if told else (),
    )


def link_of(arxiv_id: str | None, link: str | None) -> str:
    """A paper's first page, "" where there is none."""
    links = paper_links(ArxivId(arxiv_id) if arxiv_id else None, link)
    return links.arxiv or links.other or ""
