"""What stands in the columns of a comparison, without a window."""

from datetime import date

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reader.across.compare import Comparison, compare
from reader.render.theme import LIGHT
from reader.ui.across.compare.compare_rows import CompareRows
from reader.ui.across.entry_page import Sized
from reader.ui.widgets.typography import Typography
from tests.across.summaries import appearance

BEFORE = {"Method": "토큰을 접는다.", "Results": "정확도가 69.8%로 올랐다."}
AFTER = {"Method": "토큰을 접는다.", "Results": "정확도가 96.8%로 크게 올랐다.", "Ablation": "모두 필요하다."}


@pytest.fixture
def rows(qapp: QApplication) -> CompareRows:
    made = CompareRows(QObject(qapp))
    made.set_look(Sized(LIGHT, qapp.font(), 300, 1.0), Typography())
    return made


def two_posts() -> Comparison:
    return compare([appearance("Folding", BEFORE), appearance("Folding", AFTER, number=2, day=date(2025, 2, 3))])


def texts(rows: CompareRows, compared: Comparison) -> dict[str, list[str]]:
    return {row.name: [cell.toPlainText() for cell in row.cells] for row in rows.rows(compared)}


def test_two_papers_have_a_column_each_and_say_where_a_section_is_missing(rows: CompareRows) -> None:
    other = appearance("Weaving", AFTER, number=2, link="https://arxiv.org/abs/2501.00002")
    compared = compare([appearance("Folding", BEFORE), other])
    assert texts(rows, compared) == {
        "Method": ["토큰을 접는다."] * 2,
        "Results": ["정확도가 69.8%로 올랐다.", "정확도가 96.8%로 크게 올랐다."],
        "Ablation": ["Its summary has no such section.", "모두 필요하다."],
    }
    heads = [head.toPlainText() for head in rows.heads(compared)]
    assert [head.replace("\u200b", "") for head in heads] == [
        "Folding\narXiv 2501.00001 · 2025-01-02 #1",
        "Weaving\narXiv 2501.00002 · 2025-01-02 #1",
    ]


def test_of_two_posts_of_one_paper_each_side_has_its_own_words(rows: CompareRows) -> None:
    shown = texts(rows, two_posts())
    assert shown["Results"] == ["정확도가 69.8%로 올랐다.", "정확도가 96.8%로 크게 올랐다."]
    assert [len(cells) for cells in shown.values()] == [2, 2, 2]
    assert len(rows.heads(two_posts())) == 2


def test_in_one_column_gone_and_new_words_stand_behind_one_another(rows: CompareRows) -> None:
    rows.in_one = True
    compared = two_posts()._replace(until=date(2025, 2, 3))
    assert rows.is_one(compared)
    assert texts(rows, compared)["Results"] == ["정확도가 69.8%로 96.8%로 크게 올랐다."]
    (head,) = rows.heads(compared)
    assert "2025-02-03" in head.toPlainText()
    assert "until" not in head.toPlainText()


def test_what_a_text_was_until_a_day_is_said_of_the_first_alone(rows: CompareRows) -> None:
    first, second = rows.heads(two_posts()._replace(until=date(2025, 2, 3)))
    assert first.toPlainText().endswith("as it was until 2025-02-03")
    assert "until" not in second.toPlainText()


def test_a_row_is_as_high_as_its_highest_cell(rows: CompareRows) -> None:
    long = appearance("Weaving", {"Method": "아주 긴 방법이다. " * 40}, number=2, link=None)
    (row,) = rows.rows(compare([appearance("Folding", {"Method": "짧다."}), long]))
    low, high = (cell.height for cell in row.cells)
    assert row.height == high > 3 * low


def test_the_points_of_an_introduction_have_their_labels_as_on_a_page(rows: CompareRows) -> None:
    said = {"Introduction": "- Goal: 빨리 접는다.\n- Contribution: 새 방법이다."}
    compared = compare([appearance("Folding", said), appearance("Weaving", said, number=2, link=None)])
    (first, _) = texts(rows, compared)["Introduction"]
    assert first.splitlines() == ["Goal", "빨리 접는다.", "Contribution", "새 방법이다."]
    section = rows.rows(compared)[0].cells[0].sections()[0]
    assert section.text.split() == ["빨리", "접는다.", "새", "방법이다."], "labels are no words of the post"


def test_papers_without_sections_say_so_in_each_column(rows: CompareRows) -> None:
    bare = compare([appearance("Folding", {}), appearance("Weaving", {}, number=2)])
    assert bare.sections == ()
    assert texts(rows, bare) == {"": ["Its post says no more than its title."] * len(bare.appearances)}
