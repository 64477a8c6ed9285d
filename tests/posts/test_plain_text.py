"""Markdown as plain text: what a reader sees of it, and what is meant for programs left out."""

import pytest

from reader.posts.model import SectionKind
from reader.posts.plain import plain_text, without_comments
from reader.posts.sections import read_points, section_kind


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("앞 ![그림 하나](a.png) 뒤", "앞 그림 하나 뒤"),
        ("- 하나\n- 둘\n\n셋", "하나\n둘\n셋"),
        ("1. 하나\n2. 둘", "1. 하나\n2. 둘"),
        ("| a | b |\n|---|---|\n| c | d |", "a b\nc d"),
        ("```py\nx = 1\n```\n끝", "x = 1\n끝"),
        ("한 줄  \n다음 **줄**", "한 줄\n다음 줄"),
        ("1.\n2. 둘", "1.\n2. 둘"),
        ("- # 물\n- 불", "물\n불"),
        ("> 하나\n>\n> 둘\n\n셋", "하나\n둘\n셋"),
        ("물 <b>불</b> &amp; <김>", "물 <b>불</b> & <김>"),
        ("    x = 1\n\n끝", "x = 1\n끝"),
        ("~~하나~~ `둘`", "하나 둘"),
        ("하나\n===\n둘", "하나\n둘"),
        ("물\n- 불", "물\n불"),
        ("물\n\n> 불", "물\n불"),
        ("물\n# 불", "물\n불"),
        ("X는 물 _X_\nX", "X는 물 X\nX"),
    ],
)
def test_plain_text_is_what_is_seen(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


def test_what_is_nested_deeper_than_a_hundred_levels_is_not_followed() -> None:
    assert "깊은 글" not in plain_text("> " * 120 + "깊은 글")


@pytest.mark.parametrize(
    ("markdown", "left"),
    [
        ("<!-- 처음 -->글", "글"),
        ("앞<!-- a\nb -->뒤<!-- c -->", "앞뒤"),
        ("앞<!-- 끝이 없다", "앞<!-- 끝이 없다"),
        ("-->앞", "-->앞"),
    ],
)
def test_comments_are_left_out_where_they_end(markdown: str, left: str) -> None:
    assert without_comments(markdown) == left


@pytest.mark.parametrize("opening", ["[", "(", "【", "<", "*", "**", "__", "`"])
def test_the_marks_around_a_label_go_with_it(opening: str) -> None:
    closing = {"[": "]", "(": ")", "【": "】", "<": ">"}.get(opening, opening)
    found = read_points(f"- {opening}Goal{closing}: 빠르게 읽는다.")
    assert (found.goal, found.rest) == ("빠르게 읽는다.", "")


def test_three_bullets_without_labels_are_the_three_points_and_other_text_stays() -> None:
    found = read_points("앞말.\n\n- 하나\n- 둘\n- 셋\n\n뒷말.\n\n끝말.")
    assert (found.goal, found.motivation, found.contribution) == ("하나", "둘", "셋")
    assert found.rest == "앞말.\n\n뒷말.\n\n끝말."


def test_numbered_points_with_lists_below_them_keep_these() -> None:
    found = read_points("1. Goal: 하나\n   - 안의 것\n   - 또\n2. Motivation: 둘\n3. Contribution: 셋")
    assert (found.goal, found.motivation, found.contribution) == ("하나\n- 안의 것\n- 또", "둘", "셋")


def test_a_label_on_the_second_line_of_a_paragraph_begins_a_point() -> None:
    found = read_points("Goal: 하나\n이어서\nMotivation: 둘\nContribution: 셋")
    assert (found.goal, found.motivation, found.contribution) == ("하나\n이어서", "둘", "셋")


EVERY_LABEL = {
    "goal": "Goal Goals Objective Objectives Aim Purpose 목표 연구목표 연구·목표 목적 연구·목적",
    "motivation": "Motivation motivations Background 동기 연구·동기 배경 연구·배경 필요성",
    "contribution": "Contribution contributions 기여 기여점 주요·기여 연구·기여 공헌 기여도",
}


@pytest.mark.parametrize(
    ("point", "label"),
    [(point, label.replace("·", " ")) for point, labels in EVERY_LABEL.items() for label in labels.split()],
)
@pytest.mark.parametrize("written", ["{}: 물", "**{}**：물", "[{}] : 물", "(**{}**): 물"])
def test_every_label_names_its_point(point: str, label: str, written: str) -> None:
    found = read_points(f"- {written.format(label)}")
    assert (getattr(found, point), found.rest) == ("물", "")


@pytest.mark.parametrize("word", ["목표치", "기여도가", "Goalkeeper", "XGoal"])
def test_a_word_that_only_begins_or_ends_as_a_label_names_no_point(word: str) -> None:
    assert read_points(f"- {word}: 물").rest == f"- {word}: 물"


def test_code_and_rules_of_an_introduction_are_kept_beside_its_points() -> None:
    found = read_points("```\nx\n\ny\n```\n\n- Goal: 물\n\n***\n\n    z\n\n> 불")
    assert (found.goal, found.rest) == ("물", "```\nx\n\ny\n```\n\n***\n\nz\n\n> 불")


@pytest.mark.parametrize("sign", [" & ", "/", ", ", "·", " and ", " AND ", " 및 ", "와 ", "과 "])
def test_of_two_kinds_in_a_heading_the_first_that_is_known_counts(sign: str) -> None:
    assert section_kind(f"Kettles{sign}Results") is SectionKind.RESULTS
    assert section_kind(f"Results{sign}Kettles") is SectionKind.RESULTS
    assert section_kind(f"3. Method{sign}Results") is SectionKind.METHOD
    assert section_kind(f"Kettles{sign}Spoons") is SectionKind.OTHER


@pytest.mark.parametrize("numbering", ["1. ", "2.1. ", "3) ", "IV. ", "iv) ", "**1.** ", "§ 1. "])
def test_a_number_before_a_section_is_no_part_of_its_name(numbering: str) -> None:
    assert section_kind(f"{numbering}Method") is SectionKind.METHOD
