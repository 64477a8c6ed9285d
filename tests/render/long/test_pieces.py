"""Pages are cut where one block ends, words without end are broken, and what cannot be cut is shown as it is."""

import re

import pytest

from reader.posts.model import Paper, PaperKey, Section, SectionKind
from reader.render.long.pieces import LONGEST_LINE, LONGEST_WORD, cards_of, pieces_of
from reader.render.page import MOST_SHORT, MOST_SIGNS, is_long, page
from reader.render.sheet import Look, Page, no_formulas
from reader.render.theme import LIGHT

PARAGRAPH = "여러 줄에 걸친 *보통* 문단이다. " * 12 + "\n\n"


def paper(text: str) -> Paper:
    return Paper(PaperKey("a.md"), 0, "글", "글", sections=(Section(SectionKind.OTHER, "", text),))


def written(text: str) -> Page:
    return page(paper(text), Look(LIGHT), is_page=True, typeset=no_formulas)


def bodies(cut: Page) -> list[str]:
    return [html.partition("<body>\n")[2].rpartition("\n</body>")[0] for html in (cut.html, *cut.rest)]


def words(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def test_an_ordinary_page_is_one_piece() -> None:
    whole = written(PARAGRAPH * 20)
    assert pieces_of(whole) is whole


def test_the_pieces_of_a_page_are_the_page() -> None:
    whole = written("".join(f"## {n}\n\n{PARAGRAPH}- a\n- b\n\n---\n\n```\ncode\n```\n\n" for n in range(200)))
    cut = pieces_of(whole)
    assert len(cut.rest) > 2
    assert "".join(bodies(cut)) == bodies(whole)[0]
    assert all(len(re.findall(r"<p[ >]", body)) == body.count("</p>") for body in bodies(cut))
    assert all(html.startswith(whole.html.partition("<body>")[0]) for html in cut.rest)


def test_no_piece_begins_behind_a_line_across_the_page() -> None:
    cut = pieces_of(written(f"{PARAGRAPH}---\n\n" * 400))
    assert len(cut.rest) > 2
    assert not any('class="rule"' in body[-200:] for body in bodies(cut)[:-1])


def test_a_word_without_end_is_broken_and_keeps_its_letters() -> None:
    html = written("a" * (LONGEST_WORD * 2 + 5)).html
    assert html.count("<br>") == 2
    assert "a" * LONGEST_WORD + "<br>" in html
    assert words(bodies(Page(html, (), {}))[0]).strip() == "a" * (LONGEST_WORD * 2 + 5)


def test_a_word_is_not_broken_within_an_entity_or_a_tag() -> None:
    address = "https://a.example/" + "b" * (LONGEST_WORD + 5)
    html = written(f"[x]({address}) " + "&" * (LONGEST_WORD + 5)).html
    assert f'href="{address}"' in html
    assert "&amp;" * LONGEST_WORD + "<br>" + "&amp;" * 5 in html


def test_code_is_broken_by_a_line_of_its_own() -> None:
    html = written("```\n" + "a" * (LONGEST_WORD + 5) + "\n```").html
    assert "a" * LONGEST_WORD + "\naaaaa" in html
    assert "<br>" not in html


@pytest.mark.parametrize("text", ["가나다" * LONGEST_WORD, "日本語" * LONGEST_WORD, "word " * LONGEST_WORD])
def test_text_in_which_lines_can_break_is_left_alone(text: str) -> None:
    assert "<br>" not in written(text).html


def test_a_paragraph_of_thousands_of_words_that_look_otherwise_is_shown_as_it_is() -> None:
    assert not written("*a*b" * 500).as_it_is
    assert written("*a*b" * 1_500).as_it_is
    assert not written(("*a*b" * 300 + "\n\n") * 10).as_it_is


def test_a_long_table_becomes_several_of_whole_rows() -> None:
    html = written("|a|b|\n|-|-|\n" + "|c|d|\n" * 899).html
    assert html.count("<table") == html.count("</table>") == 5
    assert html.count("<tr>") == 900
    assert all(row.count("<t") == 2 for row in re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL))


def test_a_table_with_cells_of_several_rows_is_not_torn() -> None:
    rows = "<tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr>" * 230
    assert written(f"<table>{rows}</table>").html.count("<table") == 1


def test_a_text_as_it_is_stands_on_several_cards_and_loses_nothing() -> None:
    text = "\n".join(["short"] * 2_500 + ["x" * (LONGEST_LINE * 3 + 1)])
    cards = cards_of(text)
    assert [card.count("\n") + 1 for card in cards] == [600, 600, 600, 600, 104]
    lines = "\n".join(cards).split("\n")
    assert lines[:2_500] == ["short"] * 2_500
    assert [len(line) for line in lines[2_500:]] == [LONGEST_LINE] * 3 + [1]
    assert len(cards_of("y" * 60_001)) == 3
    assert cards_of("") == [""]


def test_a_long_line_ends_behind_a_word_where_it_has_any() -> None:
    lines = cards_of("word " * 500)[0].split("\n")
    assert "".join(lines) == "word " * 500
    assert all(line.endswith("word ") and len(line) <= LONGEST_LINE for line in lines)


def test_long_is_what_has_many_characters_or_many_signs() -> None:
    assert not is_long(paper("a" * MOST_SHORT))
    assert is_long(paper("a" * (MOST_SHORT + 1)))
    assert not is_long(paper("*" * MOST_SIGNS))
    assert is_long(paper("*" * (MOST_SIGNS + 1)))
    assert is_long(paper("\n" * (MOST_SIGNS + 1)))
    assert not is_long(paper("가나다, abc. " * (MOST_SIGNS // 2)))
