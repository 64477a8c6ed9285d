"""Dates as people say them, without an operator."""

from datetime import date

import pytest

from reader.search.query.nodes import All, Days, Node, Word
from reader.search.query.parser import parse
from reader.search.query.spoken_dates import Calendar, SpokenDays, spoken

TODAY = date(2026, 11, 28)
LIBRARY = Calendar(TODAY, range(date(2025, 8, 29).toordinal(), date(2025, 12, 27).toordinal()))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("10월", "2025-10-01", "2025-10-31"),
        ("10월에", "2025-10-01", "2025-10-31"),
        ("작년 11월", "2025-11-01", "2025-11-30"),
        ("11월 둘째 주", "2025-11-08", "2025-11-14"),
        ("11월둘째주", "2025-11-08", "2025-11-14"),
        ("11월 마지막 주", "2025-11-24", "2025-11-30"),
        ("10월 말", "2025-10-21", "2025-10-31"),
        ("10월 13일", "2025-10-13", "2025-10-13"),
        ("2025-10-13", "2025-10-13", "2025-10-13"),
        ("2025년 하반기", "2025-07-01", "2025-12-31"),
        ("2025년 4분기", "2025-10-01", "2025-12-31"),
        ("작년", "2025-01-01", "2025-12-31"),
        ("oct 2025", "2025-10-01", "2025-10-31"),
        ("october", "2025-10-01", "2025-10-31"),
        ("13 oct 2025", "2025-10-13", "2025-10-13"),
        ("10월부터 11월까지", "2025-10-01", "2025-11-30"),
    ],
)
def test_a_date_is_understood(text: str, first: str, last: str) -> None:
    assert spoken(text, LIBRARY) == SpokenDays(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["may", "2025", "13월", "2월 31일", "모델", "oct", "10"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert spoken(text, LIBRARY) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("지난주", "2025-12-15", "2025-12-21"),
        ("지난달", "2025-11-01", "2025-11-30"),
        ("last 7 days", "2025-12-20", "2025-12-26"),
    ],
)
def test_days_counted_back_are_counted_from_the_last_day_where_today_finds_none(
    text: str, first: str, last: str
) -> None:
    assert spoken(text, LIBRARY) == SpokenDays(date.fromisoformat(first), date.fromisoformat(last), from_last_day=True)


def test_days_counted_back_are_counted_from_today_where_there_are_papers() -> None:
    fresh = Calendar(TODAY, range(TODAY.toordinal() - 30, TODAY.toordinal()))
    assert spoken("지난주", fresh) == SpokenDays(date(2026, 11, 16), date(2026, 11, 22))


@pytest.mark.parametrize("query", ["12월 종이", "종이 12월", "date:12월 종이", "dec 2025 종이"])
def test_a_date_among_words_narrows_them(query: str) -> None:
    def bare(node: Node) -> Node:
        return Word(node.text) if isinstance(node, Word) else node

    node = parse(query, LIBRARY).node
    assert isinstance(node, All)
    assert set(map(bare, node.children)) == {Days(date(2025, 12, 1), date(2025, 12, 31)), Word("종이")}
    quoted = parse('"12월" 종이', LIBRARY).node
    assert isinstance(quoted, All)
    assert not any(isinstance(child, Days) for child in quoted.children)
