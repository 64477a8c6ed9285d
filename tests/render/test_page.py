"""A paper → a page: points as a table, sections with anchors, tabs, and every word of the summary."""

import re
from pathlib import Path

import pytest

from reader.base.budget import OverBudget
from reader.posts.model import Paper, PaperKey, Points, Section, SectionKind
from reader.posts.parse import parse
from reader.render.page import Page, page
from reader.render.sheet import Labels, Look
from reader.render.style import style_sheet
from reader.render.theme import DARK, LIGHT
from tests.factories import CONTRIBUTION, GOAL, MOTIVATION, SECTIONS, paper, post
from tests.render.reading_html import tags_of, text_of, words_of

KOREAN = Labels(goal="목표", motivation="동기", contribution="기여")


def written(source: str | None = None) -> Page:
    summary = parse(post([paper()] if source is None else [source]).encode(), "_posts/2025-01-02-daily.md").papers[0]
    return page(summary, Look(LIGHT), labels=KOREAN)


def longform(markdown: str) -> Page:
    section = Section(SectionKind.OTHER, "", markdown)
    return page(Paper(PaperKey("a.md"), 0, "글", "글", sections=(section,)), Look(LIGHT), is_page=True)


def test_the_introduction_is_a_table_of_its_points_in_the_readers_language() -> None:
    text = text_of(written().html)
    for label, point in (("목표", GOAL), ("동기", MOTIVATION), ("기여", CONTRIBUTION)):
        assert text.index(label) < text.index(point)
    assert "Goal" not in text


def test_sections_come_in_order_each_with_its_anchor() -> None:
    shown = written()
    assert [anchor.heading for anchor in shown.anchors] == list(SECTIONS)
    assert [anchor.kind for anchor in shown.anchors] == list(SectionKind)[:5]
    named = [attributes["name"] for tag, attributes in tags_of(shown.html) if "name" in attributes]
    assert [name for name in named if name != "label"] == [anchor.name for anchor in shown.anchors]
    assert named.count("label") == 3  # the program's own words: goal, motivation, contribution


@pytest.mark.parametrize(("label", "width"), [("목표", 51), ("기여한 것들", 100), ("Contribution", 108), ("Goal", 51)])
def test_labels_have_the_room_that_the_longest_needs(label: str, width: int) -> None:
    section = Section(SectionKind.INTRODUCTION, "Introduction", "x")
    shown = page(
        Paper(PaperKey("k"), 1, "t", "t", sections=(section,), points=Points(goal="목적")),
        Look(LIGHT),
        labels=Labels(goal=label),
    )
    assert f'<td class="label" width="{width}">' in shown.html


def test_without_other_words_labels_are_english() -> None:
    assert Labels()[:3] == ("Goal", "Motivation", "Contribution")


def test_points_without_a_motivation_leave_no_empty_row() -> None:
    section = Section(SectionKind.INTRODUCTION, "Introduction", "x")
    points = Points(goal="목적", contribution="공헌", rest="그리고 **나머지**")
    html = page(Paper(PaperKey("k"), 1, "t", "t", sections=(section,), points=points), Look(LIGHT)).html
    assert "Motivation" not in text_of(html)
    assert html.count("<tr>") == 2
    assert "<strong>나머지</strong>" in html


def test_an_introduction_without_points_is_shown_as_it_is() -> None:
    assert "점이 없는 글" in text_of(written(paper(sections={"Introduction": "점이 없는 글"})).html)


def test_a_section_that_says_nothing_is_muted() -> None:
    assert '<p class="unknown">정보 부족</p>' in written(paper(sections={"Limitations": "정보 부족"})).html


def test_text_before_the_first_heading_is_shown_and_has_no_tab() -> None:
    section = Section(SectionKind.OTHER, "", "제목: 어떤 글")
    shown = page(Paper(PaperKey("k"), 1, "t", "t", sections=(section,)), Look(LIGHT))
    assert "어떤 글" in text_of(shown.html)
    assert shown.anchors == ()


def test_nothing_of_a_page_is_written_for_a_paper_without_sections() -> None:
    assert text_of(page(Paper(PaperKey("k"), 1, "t", "t"), Look(LIGHT)).html).strip() == "There is nothing in it yet."


@pytest.mark.parametrize(
    ("markdown", "tabs"),
    [
        ("## A\n\n## B", ["A", "B"]),
        ("# T\n\n### A\n\n#### a\n\n### B", ["A", "B"]),
        ("# T\n\n글", []),
        ("글", []),
        ("\n\n".join(f"## {n}" for n in range(8)), [str(n) for n in range(8)]),
        ("\n\n".join(f"## {n}" for n in range(9)), []),
        ("```\n# no\n# heading\n```", []),
    ],
)
def test_a_long_page_has_tabs_for_its_top_headings_where_they_are_two_to_eight(markdown: str, tabs: list[str]) -> None:
    assert [anchor.heading for anchor in longform(markdown).anchors] == tabs


def test_a_page_too_long_to_be_read_as_markdown_is_shown_as_it_is() -> None:
    html = longform("# 제목 *글*\n" * 50_000).html
    assert "# 제목 *글*" in text_of(html)


def test_both_themes_give_the_page_their_own_colours() -> None:
    assert DARK.accent in style_sheet(Look(DARK))
    assert LIGHT.accent not in style_sheet(Look(DARK))


def test_a_larger_text_makes_everything_larger() -> None:
    assert "font-size:32px" in style_sheet(Look(LIGHT, text_size=32.0))


@pytest.mark.parametrize("folder", ["posts", "corpus/blog/_posts", "corpus/early"])
def test_every_word_of_every_summary_is_on_its_page(shared: Path, folder: str) -> None:
    for file in sorted((shared / folder).glob("*.md")):
        for summary in parse(file.read_bytes(), file.name).papers:
            shown = text_of(page(summary, Look(LIGHT)).html)
            for section in summary.sections:
                assert [word for word in words_of(section.markdown) if word not in shown] in ([], *_LABELS), file.name


_LABELS = [["목표"], ["동기"], ["기여"], ["목표", "동기", "기여"], ["목적", "동기", "기여"], ["목적"]]
"""Labels of points, which the page says in the reader's language."""


def test_what_takes_too_long_to_be_understood_is_shown_as_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> str:
        raise OverBudget

    monkeypatch.setattr("reader.render.markdown.summary", endless)
    shown = written(paper(sections={"Method": "**물** <b>", "Results": "불"}))
    text = shown.html.partition("<body>")[2]
    assert "<pre>Method<br><br>**물** &lt;b&gt;</pre>" in re.sub(r"<pre[^>]*>", "<pre>", text)
    assert "Results<br><br>불" in text
    assert shown.anchors == ()


def test_themes_are_called_by_their_names() -> None:
    assert (LIGHT.name, DARK.name) == ("light", "dark")
