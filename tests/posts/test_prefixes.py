"""Labels and numbers are taken off with their own markers, and no marker of the text goes with them."""

import pytest

from reader.posts.sections import read_points
from reader.posts.titles import read_heading

LINK = "https://arxiv.org/abs/2601.91011"


@pytest.mark.parametrize("bullet", ["", "- ", "* ", "1. "])
@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Contribution: **기여** 하나", "**기여** 하나"),
        ("Contribution:**기여** 하나", "**기여** 하나"),
        ("Contribution: *기여* 하나", "*기여* 하나"),
        ("Contribution: __기여__ 하나", "__기여__ 하나"),
        ("Contribution: ***기여*** 하나", "***기여*** 하나"),
        ("Contribution: **_기여_ 하나** 둘", "**_기여_ 하나** 둘"),
        ("Contribution: `기여` 하나", "`기여` 하나"),
        ("Contribution: [기여](https://water.example)", "[기여](https://water.example)"),
        ("Contribution: 기여 **하나**", "기여 **하나**"),
        ("**Contribution:** **기여** 하나", "**기여** 하나"),
        ("**Contribution**: **기여** 하나", "**기여** 하나"),
        ("**Contribution:**기여 **하나**", "기여 **하나**"),
        ("**Contribution: ** 기여", "기여"),
        ("**Contribution: **기여** 하나**", "****기여** 하나**"),
        ("**Contribution: 기여 하나**", "**기여 하나**"),
        ("*Contribution: 기여 **하나***", "*기여 **하나***"),
        ("***Contribution**: 기여 하나*", "*기여 하나*"),
        ("**_Contribution_**: __기여__", "__기여__"),
        ("**[Contribution]**: *기여*", "*기여*"),
        ("【기여】：**기여** 하나", "**기여** 하나"),
        ("［기여］：**기여** 하나", "**기여** 하나"),
        ("〔기여〕：**기여** 하나", "**기여** 하나"),
        ("[기여]: **기여** 하나", "**기여** 하나"),
        ("__기여__ : _기여_ 하나", "_기여_ 하나"),
        ("**Contribution: 기여 하나", "기여 하나"),
        ("(기여: 기여 하나)", "(기여 하나)"),
    ],
)
def test_a_label_goes_with_its_own_markers_alone(bullet: str, written: str, said: str) -> None:
    points = read_points(f"{bullet}Goal: 목표\n{bullet}{written}")
    assert (points.goal, points.contribution, points.rest) == ("목표", said, "")


def test_emphasis_that_only_begins_with_a_label_is_no_point() -> None:
    assert read_points("**기여도가 높은** 방법: 하나") == read_points("")._replace(rest="**기여도가 높은** 방법: 하나")


@pytest.mark.parametrize(
    ("heading", "raw"),
    [
        ("**1. Slow Kettles**", "**Slow Kettles**"),
        ("1. **Slow** Kettles", "**Slow** Kettles"),
        ("1.**Slow** Kettles", "**Slow** Kettles"),
        ("**1.** **Slow** Kettles", "**Slow** Kettles"),
        ("*1)* *Slow* Kettles", "*Slow* Kettles"),
        ("(1) _Slow_ Kettles", "_Slow_ Kettles"),
        (f"[1. Slow Kettles]({LINK})", "Slow Kettles"),
        (f"**[1. Slow Kettles]({LINK})**", "Slow Kettles"),
        (f"1. **[*Slow* Kettles]({LINK})**", "*Slow* Kettles"),
        (f"[1] [Slow [Kettles]]({LINK})", "Slow [Kettles]"),
        (f"[[1] Slow Kettles]({LINK})", "Slow Kettles"),
        (f"1. [**Slow Kettles**]({LINK}) (NeurIPS)", "**Slow Kettles**"),
        ("Slow Kettles", "Slow Kettles"),
    ],
)
def test_a_title_in_markdown_keeps_its_markers_and_loses_its_number(heading: str, raw: str) -> None:
    assert read_heading(heading, {}).raw_title == raw


def test_a_title_keeps_a_sign_that_belongs_to_its_first_word() -> None:
    assert [read_heading(each, {}).title for each in ("-O3 Is Enough", "- Kettles -", "— Kettles:")] == [
        *("-O3 Is Enough", "Kettles", "Kettles")
    ]
