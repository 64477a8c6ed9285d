"""`lens`, `table`, `compare`, `numbers`, `benchmark` and `trends`: reading across papers."""

import csv
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.command_line import CommandLine
from tests.factories import SECTIONS, paper, post, write_post

BOTH = "2501.00001"  # in two posts


@pytest.fixture
def library(command: CommandLine, tmp_path: Path) -> CommandLine:
    """Two days: four papers, one of them in both posts, with other words and a number ten times as large."""
    folder = tmp_path / "posts"
    early = [
        paper(1, "FoldVAE: Folding Long Texts", sections={**SECTIONS, "Results": "FoldVAE는 FID 2.31을 달성하였다."}),
        paper(2, "Slow Trees", "https://arxiv.org/abs/2501.00002", {**SECTIONS, "Limitations": "정보 부족"}),
    ]
    write_post(folder, "2025-01-02-papers.md", post(early))
    later = [
        paper(1, "FoldVAE: Folding Long Texts", sections={**SECTIONS, "Results": "FoldVAE는 FID 23.1을 달성하였다."}),
        paper(
            2, "LeafBench: A Benchmark for Leaf Counting", "https://arxiv.org/abs/2502.00002", {"Method": "나무를 센다"}
        ),
        paper(3, "Fast Leaf Counting", "https://arxiv.org/abs/2502.00003", {**SECTIONS, "Results": "FID 12.5였다."}),
    ]
    write_post(folder, "2025-02-03-papers.md", post(later, date="2025-02-03 08:15:00"))
    assert command("sync", folder).code == 0
    return command


def titles(papers: list[dict[str, str]]) -> list[str]:
    return [each["title"] for each in papers]


def test_a_section_of_a_range_is_read_in_one_piece(library: CommandLine) -> None:
    seen = library("lens", "limitations", "2025-01", "--format", "json").json
    assert (seen["range"], seen["section"]) == ("2025-01", "limitations")
    assert titles(seen["papers"]) == ["FoldVAE: Folding Long Texts"]
    assert titles(seen["silent"]) == ["Slow Trees"]
    assert seen["papers"][0] == {
        "key": BOTH,
        "title": "FoldVAE: Folding Long Texts",
        "date": "2025-01-02",
        "heading": "Limitations",
        "markdown": SECTIONS["Limitations"],
        "text": SECTIONS["Limitations"],
        "nothing_known": False,
        "corrections": [],
    }


def test_corrections_of_a_section_are_in_its_lens_and_table(library: CommandLine) -> None:
    library("correct", BOTH, "23.1", "2.31")
    said = [{"words": "23.1", "correction": "2.31"}]
    (paper,) = (each for each in library("lens", "results", "--format", "json").json["papers"] if each["key"] == BOTH)
    assert paper["corrections"] == said
    rows = library("table", "2025-02", "--columns", "goal,results", "--format", "json").json["rows"]
    (row,) = (each for each in rows if each["key"] == BOTH)
    assert [cell["corrections"] for cell in row["cells"]] == [[], said]
    assert "> 23.1\n>\n> My correction: 2.31\n" in library("lens", "results", "--lang", "en").out


def test_a_lens_is_markdown_with_linked_titles_and_the_silent_below(library: CommandLine) -> None:
    text = library("lens", "한계", "2025-01", "--lang", "en").out
    assert text == (
        "# Limitations · 2025-01\n\n"
        "## [FoldVAE: Folding Long Texts](<https://arxiv.org/abs/2501.00001>)\n\n"
        "2025-01-02 · 2501.00001\n\n"
        f"{SECTIONS['Limitations']}\n\n"
        "## Nothing known\n\n"
        "- [Slow Trees](<https://arxiv.org/abs/2501.00002>)\n"
    )


def test_a_lens_is_a_page_for_browsers(library: CommandLine) -> None:
    page = library("lens", "goal", "--format", "html", "--lang", "ko").out
    assert page.startswith('<!DOCTYPE html>\n<html lang="ko">')
    assert "<h1>목표 · 모든 논문</h1>" in page
    assert page.count("<article>") == 3
    assert "<summary>정보 부족 (1)</summary>" in page


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        ("2025-02", [BOTH, "2502.00002", "2502.00003"]),
        ("2025-01..2025-02", [BOTH, "2501.00002", "2502.00002", "2502.00003"]),
        ("last:1", [BOTH, "2502.00002", "2502.00003"]),
        ("last:2 tag:llm", [BOTH, "2501.00002", "2502.00002", "2502.00003"]),
        ("bookmarked", ["2501.00002"]),
        ("label:읽을거리", ["2502.00003"]),
        ("unread 2025-01", [BOTH]),
        ("search:leaf counting", ["2502.00002", "2502.00003"]),
        ("2025-01 search:trees", ["2501.00002"]),
        ("none", []),
    ],
)
def test_a_range_is_days_posts_tags_marks_and_searches(library: CommandLine, wanted: str, keys: list[str]) -> None:
    library("bookmark", "2501.00002")
    library("read", "2501.00002")
    library("label", "2502.00003", "읽을거리")
    seen = library("lens", "method", wanted, "--format", "json").json
    assert sorted(each["key"] for each in [*seen["papers"], *seen["silent"]]) == keys


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lens", "colour"), "There is no section 'colour'."),
        (("lens", "goal", "soon"), "'soon' says no range of papers."),
        (("table", "label:없음"), "There is no label '없음'."),
        (("table", "--sort", "size"), "not sorted by 'size'"),
        (("compare", "2502.00002"), "in one post only"),
        (("compare", "1", "2502.00002"), "There is no paper '1'"),
        (("benchmark", " "), "Name a metric"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(library: CommandLine, words: tuple[str, ...], said: str) -> None:
    assert said in library(*words).complaint


def test_a_table_is_sorted_by_a_number(library: CommandLine) -> None:
    shown = library("table", "2025-02", "--columns", "results,한계", "--sort=-number:FID", "--format", "json").json
    assert shown["columns"] == ["results", "limitations"]
    assert [(row["key"], row["number"] and row["number"]["value"]) for row in shown["rows"]] == [
        (BOTH, "23.1"),
        ("2502.00003", "12.5"),
        ("2502.00002", None),
    ]
    assert shown["rows"][2]["cells"] == [None, None]


def test_a_table_is_a_csv_a_spreadsheet_reads(library: CommandLine) -> None:
    text = library("table", "2025-01", "--format", "csv", "--lang", "en").out
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[0] == ["key", "Title", "Date", "Goal", "Results", "Limitations"]
    assert rows[2][:3] == ["2501.00002", "Slow Trees", "2025-01-02"]
    assert rows[2][5] == ""


def test_a_table_is_markdown_and_html(library: CommandLine) -> None:
    lines = library("table", "2025-01", "--columns", "results", "--lang", "en").out.splitlines()
    assert lines[:3] == [
        "| Title | Date | Results |",
        "| --- | --- | --- |",
        "| [FoldVAE: Folding Long Texts](<https://arxiv.org/abs/2501.00001>) | 2025-01-02 |"
        " FoldVAE는 FID 2.31을 달성하였다. |",
    ]
    page = library("table", "2025-01", "--format", "html", "--lang", "en").out
    assert page.count("<tr>") == 3
    assert '<th scope="col">Title</th>' in page


def test_papers_are_compared_section_by_section(library: CommandLine) -> None:
    found = library("compare", BOTH, "2501.00002", "--json").json
    assert not found["one_paper"]
    assert [each["key"] for each in found["papers"]] == [BOTH, "2501.00002"]
    limits = next(section for section in found["sections"] if section["kind"] == "limitations")
    assert [each["nothing_known"] for each in limits["passages"]] == [False, True]
    assert limits["differences"] == []


def test_one_paper_is_compared_with_itself_in_the_post_before(library: CommandLine) -> None:
    found = library("compare", BOTH, "--json").json
    assert found["one_paper"]
    assert [each["date"] for each in found["papers"]] == ["2025-01-02", "2025-02-03"]
    results = next(section for section in found["sections"] if section["kind"] == "results")
    assert ["gone", "2.31을 "] in results["differences"]
    assert "[-2.31을-]" in library("compare", BOTH).out


def test_numbers_of_every_post_lead_to_their_sentences_and_a_tenfold_one_is_told(library: CommandLine) -> None:
    later, early = library("numbers", BOTH, "--json").json["appearances"]
    (figure,) = early["figures"]
    assert (figure["label"], figure["value"], figure["sentence"]) == (
        "FID 2.31",
        "2.31",
        "FoldVAE는 FID 2.31을 달성하였다.",
    )
    assert [(doubt["kind"], doubt["here"], doubt["there"]) for doubt in later["doubts"]] == [
        ("tenfold", "23.1", "2.31")
    ]
    assert "one is ten times the other" in library("numbers", BOTH).out


def test_a_benchmark_is_listed_over_the_library(library: CommandLine) -> None:
    found = library("benchmark", "fid", "--json").json
    assert [(each["key"], each["model"], each["value"], each["date"]) for each in found["values"]] == [
        (BOTH, "FoldVAE", "23.1", "2025-02-03"),
        ("2502.00003", "", "12.5", "2025-02-03"),
        (BOTH, "FoldVAE", "2.31", "2025-01-02"),
    ]
    rows = list(csv.reader(io.StringIO(library("benchmark", "FID", "--format", "csv").out.removeprefix("\ufeff"))))
    assert (len(rows), rows[0][2], rows[1][2]) == (4, "model", "FoldVAE")
    assert "FoldVAE" in library("benchmark", "FID").out


def test_trends_count_days_terms_repeated_papers_and_new_benchmarks(library: CommandLine) -> None:
    library("read", BOTH)
    found = library("trends", "2025-02", "--json").json
    assert (found["papers"], found["before"]["papers"]) == (3, 2)
    assert found["days"] == [{"day": "2025-02-03", "papers": 3, "read": 1, "query": "date:2025-02-03"}]
    assert [(each["key"], each["times"], each["query"]) for each in found["repeated"]] == [(BOTH, 2, BOTH)]
    assert [each["name"] for each in found["benchmarks"]] == ["LeafBench"]
    assert "smoothed log-odds" in found["counted"]
    text = library("trends", "2025-02").out
    assert "LeafBench" in text
    assert "2025-02-03" in text


def test_each_trend_leads_to_a_search_that_finds_it(library: CommandLine) -> None:
    found = library("trends", "2025-02", "--json").json
    terms = [*found["rising"], *found["first_seen"]]
    assert terms
    for term in terms:
        assert library("search", term["query"], "--json").json["total"] >= term["papers"], term
    for each in [*found["repeated"], *found["benchmarks"]]:
        assert each["key"] in [hit["key"] for hit in library("search", each["query"], "--json").json["hits"]], each


def test_without_a_library_all_is_empty_and_nothing_is_made(command: CommandLine) -> None:
    assert command("lens", "results", "--format", "json").json["papers"] == []
    assert command("table", "--format", "json").json["rows"] == []
    assert command("benchmark", "FID", "--json").json["values"] == []
    assert command("trends", "week", "--json").json["papers"] == 0
    assert not (command.profile / "data").exists()


def test_a_lens_and_a_table_are_pdfs_with_their_text_and_an_outline(library: CommandLine, tmp_path: Path) -> None:
    assert library.process("lens", "results", "--format", "pdf", "-o", tmp_path / "l.pdf").code == 0
    assert library.process("table", "--format", "pdf", "-o", tmp_path / "t.pdf").code == 0
    lens, table = PdfReader(tmp_path / "l.pdf"), PdfReader(tmp_path / "t.pdf")
    heads = [line for line in library("lens", "results").out.splitlines() if line.startswith("## ")]
    titles = [head[3:].split("](")[0].lstrip("[") for head in heads]
    assert titles[0] in " ".join(lens.pages[0].extract_text().split())
    named = [entry.title for part in lens.outline if isinstance(part, list) for entry in part]
    assert titles[0] in named
    assert lens.pages[0].mediabox.width < lens.pages[0].mediabox.height
    assert table.pages[0].mediabox.width > table.pages[0].mediabox.height


def test_a_pdf_has_to_go_to_a_file_and_other_formats_may(library: CommandLine, tmp_path: Path) -> None:
    assert "add -o FILE" in library("lens", "results", "--format", "pdf").complaint
    assert library("lens", "results", "-o", tmp_path / "l.md").out == ""
    assert (tmp_path / "l.md").read_text("utf-8") == library("lens", "results").out
    for words in (("lens", "results", "--format", "json"), ("table", "--format", "json")):
        assert library(*words, "-o", tmp_path / "l.json").out == ""
        assert (tmp_path / "l.json").read_text("utf-8") == library(*words).out


@pytest.mark.parametrize("form", ["md", "pdf"])
def test_no_lens_is_written_where_it_would_be_read_as_a_post(library: CommandLine, tmp_path: Path, form: str) -> None:
    out = tmp_path / "posts" / f"lens.{form}"
    assert "read as posts" in library("lens", "results", "--format", form, "-o", out).complaint
    assert not out.exists()
