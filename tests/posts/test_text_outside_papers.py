"""What stands outside the papers is a page if it says more than the post's title."""

import pytest

from reader.library.appearances import papers_of
from reader.posts.parse import parse, title_of_name
from tests.posts.kinds.shape import HEADED, LINK, METHOD


@pytest.mark.parametrize(
    "outside",
    [
        "# 주전자",
        "# **주전자** {#id}",
        "<!-- 물 -->",
        "주전자\n===",
        "***\n\n# 주전자\n\n***",
        "{% raw %}",
        "{{< toc >}}",
        ":::",
    ],
)
def test_what_only_repeats_the_title_or_is_for_programs_is_no_page(outside: str) -> None:
    post = parse(f"---\ntitle: 주전자\n---\n{outside}\n\n## 1. [Slow Kettles]({LINK}){METHOD}".encode(), "note.md")
    assert [paper.title for paper in papers_of(post)] == ["Slow Kettles"]
    assert "preamble" not in {remark.code for remark in post.remarks}


@pytest.mark.parametrize("outside", ["# 숟가락", "# 주전자\n\n물", "![](kettle.png)", "<!-- 물 --> 불", "주전자 하나"])
def test_what_says_more_is_a_page(outside: str) -> None:
    post = parse(f"---\ntitle: 주전자\n---\n{outside}\n\n## 1. [Slow Kettles]({LINK}){METHOD}".encode(), "note.md")
    assert [paper.title for paper in papers_of(post)] == ["주전자", "Slow Kettles"]
    assert "preamble" in {remark.code for remark in post.remarks}


def test_a_rule_between_two_papers_is_of_neither() -> None:
    post = parse(f"{HEADED}---\n\n***\n\n# 2. [Cold Spoons]({LINK}9)\n\n차다.\n\n---\n".encode(), "note.md")
    assert [paper.sections[-1].markdown for paper in post.papers] == ["김이 난다.", "차다."]


def test_the_number_that_notion_adds_to_a_name_is_no_part_of_a_title() -> None:
    assert title_of_name("a/Slow Kettles 1f0a2b3c4d5e6f708192a3b4c5d6e7f8.md") == "Slow Kettles"


def test_a_title_of_a_name_has_blanks_for_signs() -> None:
    assert title_of_name("a/2025-01-02-slow--kettles_and-spoons.md") == "slow kettles and spoons"


def test_a_page_of_its_own_stands_on_no_lines_of_a_paper() -> None:
    (page,) = papers_of(parse("물이 끓는다.".encode(), "note.md"))
    assert (len(page.sections[0].lines), page.sections[0].nothing_known) == (0, False)
