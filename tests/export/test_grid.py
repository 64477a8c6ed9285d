"""A table of texts means the same in a spreadsheet, in Markdown and on a page."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.grid import GridCell, csv_grid, html_grid, markdown_grid
from reader.export.html import END

HEADS = ("Paper", "Says <b>")
ROWS = (
    (GridCell("One | two", "https://a.org/1?x=1&y=2"), GridCell("첫 줄\n둘째 *줄* <b>")),
    (GridCell("File", "file:///etc/passwd"), GridCell("=1+1")),
)


def test_a_spreadsheet_gets_the_words_and_no_links() -> None:
    text = "".join(csv_grid(HEADS, ROWS))
    assert text.startswith("\ufeffPaper,")
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))) == [
        ["Paper", "Says <b>"],
        ["One | two", "첫 줄\n둘째 *줄* <b>"],
        ["File", "'=1+1"],
    ]


def test_a_row_of_markdown_is_one_line_and_its_signs_are_words() -> None:
    assert "".join(markdown_grid(HEADS, ROWS)) == (
        "| Paper | Says \\<b> |\n| --- | --- |\n"
        "| [One \\| two](<https://a.org/1?x=1&y=2>) | 첫 줄 둘째 \\*줄\\* \\<b> |\n"
        "| [File](<file:///etc/passwd>) | =1+1 |\n"
    )


@pytest.mark.parametrize("sign", "\\|*_`[]<")
def test_no_sign_in_a_cell_is_markup(sign: str) -> None:
    words = f"X{sign}b{sign} c {sign}{sign}"
    text = "".join(markdown_grid([words], [[GridCell(words)]]))
    cells = [token.children for token in MarkdownIt("commonmark").enable("table").parse(text) if token.children]
    assert ["".join(child.content for child in cell) for cell in cells] == [words, words]
    assert {child.type for cell in cells for child in cell} <= {"text", "text_special"}


@given(st.lists(st.text("a가 |\\`*_[]<>&\n"), min_size=1, max_size=4))
def test_whatever_is_in_the_cells_a_row_keeps_its_columns(texts: list[str]) -> None:
    text = "".join(markdown_grid(texts, [[GridCell(each) for each in texts]]))
    kinds = [token.type for token in MarkdownIt("commonmark").enable("table").parse(text)]
    assert kinds.count("th_open") == kinds.count("td_open") == len(texts)


def test_a_page_has_the_table_with_links_that_a_browser_may_follow() -> None:
    head, _, body = "".join(html_grid("Two & <b>", HEADS, ROWS, "ko")).partition("</head>\n")
    assert '<html lang="ko">' in head
    assert "<title>Two &amp; &lt;b&gt;</title>" in head
    assert "}\nmain { max-width: none }" in head
    assert "white-space: pre-line" in head
    assert body == (
        "<body>\n<main>\n<h1>Two &amp; &lt;b&gt;</h1>\n<table>\n<thead><tr>"
        '<th scope="col">Paper</th><th scope="col">Says &lt;b&gt;</th></tr></thead>\n<tbody>\n'
        '<tr><td><a href="https://a.org/1?x=1&amp;y=2">One | two</a></td><td>첫 줄\n둘째 *줄* &lt;b&gt;</td></tr>\n'
        "<tr><td>File</td><td>=1+1</td></tr>\n</tbody>\n</table>\n" + END
    )
