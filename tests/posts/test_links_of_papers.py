"""Which of several links leads to the paper, what stands behind it, and what goes with a paper from elsewhere."""

import pytest

from reader.posts.model import Post
from reader.posts.parse import parse
from reader.posts.pieces import Piece, pieces_of
from reader.posts.titles import read_heading
from tests.factories import METHOD_ONLY, paper, post

ARXIV = "https://arxiv.org/abs/2501.00001"
CODE = "https://github.com/a/kettle"


def read(*papers: str) -> Post:
    return parse(post(papers).encode(), "_posts/2025-01-02-daily.md")


@pytest.mark.parametrize(
    "archive", ["https://openreview.net/forum?id=abc", "https://aclanthology.org/2025.acl-long.1", ARXIV]
)
def test_an_archive_is_where_the_paper_is_and_other_links_are_not(archive: str) -> None:
    assert read_heading(f"1. Slow Kettles [Code]({CODE}) [Text]({archive})", {}).link == archive
    assert read_heading(f"1. Slow Kettles [Text]({archive}) [Code]({CODE})", {}).link == archive
    assert read_heading(f"1. [Slow Kettles]({CODE}) [Text]({archive})", {}).link == archive


@pytest.mark.parametrize(
    ("sign", "number"),
    [
        *((chr(ord("①") + n), n + 1) for n in range(20)),
        *((chr(ord("❶") + n), n + 1) for n in range(10)),
        *(("🥇", 1), ("🥈", 2), ("🥉", 3)),
    ],
)
def test_signs_count_papers(sign: str, number: int) -> None:
    assert read_heading(f"{sign} [Slow Kettles]({ARXIV})", {}).number == number


def test_a_paper_knows_its_lines_in_the_file() -> None:
    first, second = read(paper(1, "One", ARXIV, METHOD_ONLY), paper(2, "Two", f"{ARXIV}2", METHOD_ONLY)).papers
    text = post([paper(1, "One", ARXIV, METHOD_ONLY), paper(2, "Two", f"{ARXIV}2", METHOD_ONLY)]).split("\n")
    assert text[first.lines.start].startswith("# 1. [One]")
    assert text[second.lines.start].startswith("# 2. [Two]")
    assert first.lines.stop == second.lines.start


def test_a_paper_that_stands_twice_keeps_its_id_and_one_without_is_counted() -> None:
    twice = read(paper(1, "One", ARXIV, METHOD_ONLY), paper(2, "One", ARXIV, METHOD_ONLY))
    assert [each.key for each in twice.papers] == ["2501.00001", "2501.00001"]
    untold = "\n\n## Method\n글.\n"
    titled = read(f"# 1. Slow Kettles{untold}", f"# 2. Slow Kettles{untold}")
    assert [each.key for each in titled.papers] == ["title:slow kettles", "title:slow kettles#2"]


def test_a_footnote_comes_with_the_footnotes_that_it_names() -> None:
    notes = "[^a]: 앞말[^b].\n\n[^b]: 뒷말.\n\n[^c]: 남의 말.\n"
    first, _ = read(
        f"# 1. [One]({ARXIV})\n\n## Method\n물[^a].\n", f"# 2. [Two]({ARXIV}2)\n\n## Method\n글.\n\n{notes}"
    ).papers
    assert first.sections[0].markdown == "물[^a].\n\n[^a]: 앞말[^b].\n\n[^b]: 뒷말."


def test_what_looks_like_a_footnote_in_raw_html_is_none() -> None:
    first, _ = read(
        f"# 1. [One]({ARXIV})\n\n## Method\n물[^a].\n",
        f"# 2. [Two]({ARXIV}2)\n\n## Method\n<pre>\n[^a]: 속말\n</pre>\n",
    ).papers
    assert first.sections[0].markdown == "물[^a]."


def test_a_line_between_two_signs_of_formulas_is_no_formula_before_the_first() -> None:
    (only,) = read(f"# 1. [One]({ARXIV})\n## Method\n글\n$$\na\n$$\n## Results\n끝\n").papers
    assert [each.heading for each in only.sections] == ["Method", "Results"]


def test_a_line_of_thousands_of_characters_is_one_piece_with_single_blanks() -> None:
    assert pieces_of("[물](a)  불 " * 400) == [Piece(" ".join(["[물](a)", "불"] * 400))]


@pytest.mark.parametrize("written", ["[[notes/2026/kettle#steam]]", "[[kettle]]", "[[notes/kettle]]"])
def test_a_link_to_a_note_is_shown_by_the_notes_name(written: str) -> None:
    assert "".join(piece.text for piece in pieces_of(written)) == "kettle"
