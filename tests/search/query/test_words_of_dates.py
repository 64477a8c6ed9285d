"""Every word for a month, a week, a part of a month, a unit and a year is read, in both languages."""

import calendar
from datetime import date, timedelta

import pytest

from reader.search.query.spoken_dates import Calendar, spoken

TODAY = date(2026, 11, 28)  # a Saturday
EMPTY = Calendar(TODAY)


def days(text: str, of: Calendar = EMPTY) -> tuple[date | None, date | None]:
    found = spoken(text, of)
    assert found is not None, text
    return found[:2]


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_by_its_english_names(month: int) -> None:
    last = calendar.monthrange(2025, month)[1]
    name = calendar.month_name[month].lower()
    for written in (f"{name} 2025", f"{name[:3]} 2025", f"2025 {name}", f"2025년 {month}월"):
        assert days(written) == (date(2025, month, 1), date(2025, month, last)), written
    assert days(f"{name} 7th, 2025") == days(f"7 {name} 2025") == (date(2025, month, 7),) * 2
    assert days("sept 2025") == (date(2025, 9, 1), date(2025, 9, 30))


@pytest.mark.parametrize(
    ("word", "is_month"),
    [
        *[(word, True) for word in ("january", "february", "april", "august", "september", "october", "december")],
        *[(word, False) for word in ("march", "may", "june", "july", "jan", "sept", "dec")],
    ],
)
def test_a_month_by_its_name_alone_only_where_the_name_is_no_other_word(word: str, is_month: bool) -> None:
    assert (spoken(word, EMPTY) is not None) is is_month


@pytest.mark.parametrize(
    ("nth", "first"),
    [
        *[("첫", 1), ("첫째", 1), ("첫 번째", 1), ("1", 1), ("1째", 1), ("둘째", 8), ("두 번째", 8), ("2번째", 8)],
        *[("셋째", 15), ("세 번째", 15), ("넷째", 22), ("네 번째", 22), ("다섯째", 29), ("5", 29), ("마지막", 25)],
    ],
)
def test_every_week_of_a_month(nth: str, first: int) -> None:
    assert days(f"2025년 10월 {nth} 주") == (date(2025, 10, first), date(2025, 10, min(first + 6, 31)))


@pytest.mark.parametrize(
    ("part", "first", "last"), [("초", 1, 10), ("상순", 1, 10), ("중순", 11, 20), ("말", 21, 31), ("하순", 21, 31)]
)
def test_every_part_of_a_month(part: str, first: int, last: int) -> None:
    assert days(f"2025년 10월 {part}") == (date(2025, 10, first), date(2025, 10, last))


@pytest.mark.parametrize(
    ("unit", "count"),
    [
        *[("3일", 3), ("3주", 21), ("3주일", 21), ("3개월", 90), ("3달", 90), ("3년", 1095)],
        *[("한달", 30), ("두 달", 60), ("세 달", 90), ("네 달", 120), ("몇 달", 90), ("일주일", 7), ("3주간", 21)],
    ],
)
def test_days_counted_back_in_korean(unit: str, count: int) -> None:
    for word in ("최근", "지난"):
        assert days(f"{word} {unit}") == (TODAY - timedelta(days=count - 1), TODAY)


@pytest.mark.parametrize(
    ("unit", "count"),
    [("2 day", 2), ("2 days", 2), ("2 week", 14), ("2 weeks", 14), ("2 months", 60), ("1 year", 365), ("2 years", 730)],
)
def test_days_counted_back_in_english(unit: str, count: int) -> None:
    for word in ("last", "past"):
        assert days(f"{word} {unit}") == (TODAY - timedelta(days=count - 1), TODAY)


@pytest.mark.parametrize(
    ("word", "year"),
    [
        *[("재작년", 2024), ("작년", 2025), ("지난해", 2025), ("올해", 2026), ("금년", 2026), ("last year", 2025)],
        *[("this year", 2026), ("2025년도", 2025)],
    ],
)
def test_every_word_for_a_year(word: str, year: int) -> None:
    assert days(word) == (date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize(
    ("half", "first", "last"),
    [
        *[("상반기", (1, 1), (6, 30)), ("하반기", (7, 1), (12, 31)), ("1분기", (1, 1), (3, 31))],
        *[("2분기", (4, 1), (6, 30)), ("3분기", (7, 1), (9, 30)), ("4분기", (10, 1), (12, 31))],
    ],
)
def test_halves_and_quarters_of_a_year(half: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert days(f"2025년 {half}") == days(f"작년 {half}") == (date(2025, *first), date(2025, *last))


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [
        *[("오늘", 0, 0), ("today", 0, 0), ("어제", 1, 1), ("yesterday", 1, 1), ("그제", 2, 2), ("그저께", 2, 2)],
        *[("이번 주", 5, -1), ("this week", 5, -1), ("지난주", 12, 6), ("저번주", 12, 6), ("last week", 12, 6)],
    ],
)
def test_days_and_weeks_near_today(word: str, first: int, last: int) -> None:
    assert days(word) == (TODAY - timedelta(days=first), TODAY - timedelta(days=last))


@pytest.mark.parametrize("word", ["지난달", "저번달", "last month"])
def test_the_month_before(word: str) -> None:
    assert days(word) == (date(2026, 10, 1), date(2026, 10, 31))
    assert days("지난달 5일") == (date(2026, 10, 5),) * 2
    assert days("this month") == days("이번달") == (date(2026, 11, 1), date(2026, 11, 30))
    assert days("지난달", Calendar(date(2026, 1, 5))) == (date(2025, 12, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        *[("2025년 10월 이후", date(2025, 10, 1), None), ("2025년 10월 이후로", date(2025, 10, 1), None)],
        *[("2025년 10월부터", date(2025, 10, 1), None), ("2025년 10월 후", date(2025, 10, 1), None)],
        *[("2025년 10월까지", None, date(2025, 10, 31)), ("2025년 10월 이전", None, date(2025, 9, 30))],
        *[("2025년 10월 전", None, date(2025, 9, 30)), ("2025-10-03~2025-10-05", date(2025, 10, 3), date(2025, 10, 5))],
    ],
)
def test_days_with_an_open_end(text: str, first: date | None, last: date | None) -> None:
    assert days(text) == (first, last)


def test_a_month_without_a_year_is_the_last_that_has_papers_or_has_begun() -> None:
    assert days("11월") == (date(2026, 11, 1), date(2026, 11, 30))
    assert days("12월") == (date(2025, 12, 1), date(2025, 12, 31))
    old = Calendar(TODAY, [date(2017, 3, 1).toordinal(), date(2026, 1, 2).toordinal()])
    assert days("3월", old) == (date(2017, 3, 1), date(2017, 3, 31))
    older = Calendar(TODAY, [date(2016, 3, 1).toordinal(), date(2026, 1, 2).toordinal()])
    assert days("3월", older) == (date(2026, 3, 1), date(2026, 3, 31))
