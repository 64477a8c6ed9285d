"""The lens, the table and the comparison, on papers read by the real parser."""

from datetime import date

import pytest

from reader.across.compare import compare, word_differences
from reader.across.lens import lens_of
from reader.across.passages import section_named
from reader.across.table import table_of
from reader.base.errors import ReaderError
from tests.across.summaries import appearance

FULL = appearance(
    "Beta",
    {
        "Introduction": "- Goal: 목표이다.\n- Motivation: 동기이다.\n- Contribution: 새 **기여**이다.",
        "Results": "FID 2.31을 달성하였다.",
        "Limitations": "짧은 글에서는 이득이 없다.",
    },
    number=1,
)
SILENT = appearance("alpha", {"Results": "FID 10.5였다.", "Limitations": "정보 부족"}, number=2, day=date(2025, 1, 3))
WITHOUT = appearance("Gamma", {"Method": "접는다."}, number=3, day=None)
PAPERS = [FULL, SILENT, WITHOUT]


def test_a_lens_shows_one_section_and_folds_those_that_say_nothing() -> None:
    seen = lens_of(PAPERS, "limitations")
    assert [(entry.title, entry.passage.text if entry.passage else "") for entry in seen.told] == [
        ("Beta", "짧은 글에서는 이득이 없다.")
    ]
    assert [entry.title for entry in seen.silent] == ["alpha", "Gamma"]


def test_a_point_of_the_introduction_is_seen_as_a_section() -> None:
    (entry,) = lens_of(PAPERS, "contribution").told
    assert entry.passage is not None
    assert (entry.passage.markdown, entry.passage.text) == ("새 **기여**이다.", "새 기여이다.")


def test_two_sections_of_a_kind_are_read_as_one() -> None:
    paper = appearance("X", {"Experiments": "하나.", "Results": "둘."})
    (entry,) = lens_of([paper], "results").told
    assert entry.passage is not None
    assert entry.passage.text == "하나.\n둘."


@pytest.mark.parametrize(
    ("text", "section"),
    [("results", "results"), ("Limit", "limitations"), ("한계", "limitations"), ("목표", "goal"), ("METHOD", "method")],
)
def test_a_section_is_named_in_both_languages(text: str, section: str) -> None:
    assert section_named(text) == section


@pytest.mark.parametrize("text", ["", "co", "con", "colour", "초록"])
def test_what_names_no_section_is_refused(text: str) -> None:
    with pytest.raises(ReaderError, match="no section"):
        section_named(text)


@pytest.mark.parametrize(
    ("sort", "titles"),
    [
        ("", ["Beta", "alpha", "Gamma"]),
        ("title", ["alpha", "Beta", "Gamma"]),
        ("-title", ["Gamma", "Beta", "alpha"]),
        ("date", ["Gamma", "Beta", "alpha"]),
        ("-date", ["alpha", "Beta", "Gamma"]),
        ("number:FID", ["Beta", "alpha", "Gamma"]),
        ("-number:FID", ["alpha", "Beta", "Gamma"]),
    ],
)
def test_a_table_is_sorted_and_papers_without_the_number_stand_last(sort: str, titles: list[str]) -> None:
    assert [row.title for row in table_of(PAPERS, ["goal", "results"], sort).rows] == titles


def test_a_cell_is_what_the_paper_says_there() -> None:
    row = table_of([FULL], ["goal", "conclusion"]).rows[0]
    assert [cell.text if cell else None for cell in row.cells] == ["목표이다.", None]


def test_no_such_sort_is_refused() -> None:
    with pytest.raises(ReaderError, match="not sorted by"):
        table_of(PAPERS, ["goal"], "size")


def test_papers_are_compared_section_by_section() -> None:
    other = appearance("Delta", {"Results": "정확도가 올랐다."}, link="https://arxiv.org/abs/2501.00009")
    found = compare([FULL, other])
    assert not found.is_one_paper
    assert [section.kind.value for section in found.sections] == ["introduction", "results", "limitations"]
    assert [passage.text if passage else None for passage in found.sections[1].passages] == [
        "FID 2.31을 달성하였다.",
        "정확도가 올랐다.",
    ]


def test_two_summaries_of_one_paper_show_what_changed() -> None:
    later = appearance("Beta", {"Results": "FID 2.13을 달성하였다."}, number=4)
    found = compare([FULL, later])
    assert found.is_one_paper
    results = next(section for section in found.sections if section.kind.value == "results")
    assert [(run.change, run.text) for run in results.differences] == [
        ("same", "FID "),
        ("gone", "2.31을 "),
        ("new", "2.13을 "),
        ("same", "달성하였다."),
    ]


def test_how_lines_are_broken_is_no_difference() -> None:
    assert [run.change for run in word_differences("하나 둘\n셋", "하나\n둘 셋")] == ["same"]


def test_all_words_of_both_texts_are_in_the_differences() -> None:
    before, after = "a b c d e", "a x c e f"
    runs = word_differences(before, after)
    assert "".join(run.text for run in runs if run.change != "gone").split() == after.split()
    assert "".join(run.text for run in runs if run.change != "new").split() == before.split()


def test_very_long_texts_are_compared_line_by_line() -> None:
    before = "\n".join(f"{number} 줄" for number in range(3000))
    runs = word_differences(before, before.replace("\n1500 줄", "\n1500 선"))
    assert [run.change for run in runs] == ["same", "gone", "new", "same"]


def test_an_introduction_that_is_one_section_keeps_its_points() -> None:
    (entry,) = lens_of([FULL], "introduction").told
    assert entry.passage is not None
    assert entry.passage.points[:3] == ("목표이다.", "동기이다.", "새 **기여**이다.")
    two = appearance("X", {"Introduction": "- Goal: 하나.", "Background": "- Goal: 둘.", "Intro": "셋."})
    (entry,) = lens_of([two], "introduction").told
    assert entry.passage is not None
    assert not any(entry.passage.points), "of several sections the points would leave words out"
    (section,) = [each for each in compare([two, FULL]).sections if each.kind == "introduction"]
    first, second = section.passages
    assert first is not None
    assert second is not None
    assert (any(first.points), second.points.goal) == (False, "목표이다.")
