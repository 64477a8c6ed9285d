"""The text of a range: what it means, what it is written as, and what is none."""

from datetime import date

import pytest

from reader.across.ranges import Range, parse_range
from reader.base.errors import ReaderError

TODAY = date(2025, 12, 24)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", Range()),
        ("all", Range()),
        ("전체", Range()),
        ("today", Range("2025-12-24", "2025-12-24")),
        ("어제", Range("2025-12-23", "2025-12-23")),
        ("week", Range("2025-12-22", "2025-12-28")),
        ("this week", Range("2025-12-22", "2025-12-28")),
        ("이번주", Range("2025-12-22", "2025-12-28")),
        ("이번 주", Range("2025-12-22", "2025-12-28")),
        ("last week", Range("2025-12-15", "2025-12-21")),
        ("지난주", Range("2025-12-15", "2025-12-21")),
        ("week:2025-01-01", Range("2024-12-30", "2025-01-05")),
        ("month", Range("2025-12-01", "2025-12-31")),
        ("지난달", Range("2025-11-01", "2025-11-30")),
        ("2025", Range("2025", "2025")),
        ("2025-12", Range("2025-12", "2025-12")),
        ("2025-12-22", Range("2025-12-22", "2025-12-22")),
        ("2025-12-01..2025-12-07", Range("2025-12-01", "2025-12-07")),
        ("2025-11~2025-12", Range("2025-11", "2025-12")),
        ("none", Range("none", "none")),
        ("last:7", Range(posts=7)),
        ("최근:3", Range(posts=3)),
        ("tag:llm", Range(tag="llm")),
        ('label:"졸업 논문"', Range(label="졸업 논문")),
        ("북마크", Range(bookmarked=True)),
        ("안 읽음 tag:llm", Range(unread=True, tag="llm")),
        ("search:확산 모델", Range(search="확산 모델")),
        ('search:"확산 모델" tag:llm', Range(search="확산 모델", tag="llm")),
        ("week tag:llm bookmarked search:정확도 -로봇", None),
    ],
)
def test_a_range_is_understood_and_written_so_that_it_is_understood_again(text: str, meant: Range | None) -> None:
    found = parse_range(text, TODAY)
    if meant is not None:
        assert found == meant
    assert parse_range(str(found), TODAY) == found


def test_parts_hold_together() -> None:
    assert parse_range("week tag:llm bookmarked search:정확도 -로봇", TODAY) == Range(
        "2025-12-22", "2025-12-28", tag="llm", bookmarked=True, search="정확도 -로봇"
    )


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "2025-13",
        "2025-02-30",
        "2025-12-07..2025-12-01",
        "last:0",
        "last:x",
        "last:",
        "tag:",
        "search:",
        "week:x",
        "２０２５",
    ],
)
def test_text_that_is_no_range_is_refused_with_what_there_is(text: str) -> None:
    with pytest.raises(ReaderError) as refused:
        parse_range(text, TODAY)
    assert text.partition(":")[0] in str(refused.value)


def test_days_are_the_first_and_last_of_what_is_named() -> None:
    assert parse_range("2024-02", TODAY).days == (date(2024, 2, 1), date(2024, 2, 29))
    assert parse_range("2024..2025-03", TODAY).days == (date(2024, 1, 1), date(2025, 3, 31))
    assert parse_range("tag:llm", TODAY).days is None
