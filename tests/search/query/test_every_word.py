"""Every word of the grammar by example, in both languages."""

from datetime import date

import pytest

from reader.posts.model import SectionKind
from reader.search.query.nodes import All, Days, Marked, Noted, Tag, Within
from reader.search.query.parser import parse
from reader.search.query.spoken_dates import Calendar
from tests.search.query.test_parser import A, B, read

TODAY = date(2025, 3, 31)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (SectionKind.INTRODUCTION, "introduction intro goal motivation contribution 서론 소개 목표 동기 기여 배경"),
        (SectionKind.METHOD, "method methods 방법 방법론 기법"),
        (SectionKind.RESULTS, "results result 결과 실험"),
        (SectionKind.LIMITATIONS, "limitations limitation 한계 제한"),
        (SectionKind.CONCLUSION, "conclusion conclusions 결론"),
        (SectionKind.OTHER, "other 기타"),
        (None, "title 제목"),
    ],
)
def test_a_section_by_any_of_its_names(kind: SectionKind | None, names: str) -> None:
    for name in names.split():
        for query in (f"{name}:확산", f"section:{name} 확산", f"섹션:{name} 확산", f"{name}: 확산"):
            assert read(query) == Within(kind, A), query


@pytest.mark.parametrize(
    ("typed", "node"),
    [
        *[(f"{name}:x", Tag("x")) for name in ("tag", "태그", "category")],
        *[(f"{name}:x", Noted("note", "x")) for name in ("note", "메모")],
        *[(f"{name}:x", Noted("label", "x")) for name in ("label", "라벨")],
        *[(f"{name}:x", Noted("author", "x")) for name in ("author", "저자")],
        *[(f"{name}:x", Noted("cat", "x")) for name in ("cat", "분류")],
        *[(f"{name}:2025", Days(date(2025, 1, 1), date(2025, 12, 31))) for name in ("date", "날짜")],
        *[(f"{name}:2025", Days(date(2025, 1, 1), None)) for name in ("after", "이후", "부터")],
        *[(f"{name}:2025", Days(None, date(2024, 12, 31))) for name in ("before", "이전")],
        *[(f"{name}:1d", Days(TODAY, None)) for name in ("newer", "최근")],
        ('tag:"generative AI"', Tag("generative AI")),
    ],
)
def test_a_filter_by_any_of_its_names(typed: str, node: object) -> None:
    found = parse(typed, Calendar(TODAY)).node
    if isinstance(found, Noted):
        found = found._replace(span=(0, 0))
    assert found == node


@pytest.mark.parametrize(
    ("state", "meant"),
    [("북마크", "bookmarked"), ("읽음", "read"), ("안읽음", "unread"), ("메모", "note"), ("예정", "due"),
     ("다시보기", "revisit"), ("강조", "highlighted"), ("UNREAD", "unread")],
)  # fmt: skip
def test_a_state_in_either_language(state: str, meant: str) -> None:
    for name in ("is", "has"):
        node = parse(f"{name}:{state}", Calendar(TODAY)).node
        assert node == Marked(f"{name}:{meant}", (0, len(name) + 1 + len(state)))


@pytest.mark.parametrize("word", ["OR", "또는", "|"])
def test_either_is_said_in_three_ways(word: str) -> None:
    assert read(f"확산 {word} 모델") == read("확산 OR 모델")
    assert read(f"{word} 확산 {word}") == A


@pytest.mark.parametrize("word", ["AND", "그리고", "&"])
def test_and_as_well(word: str) -> None:
    assert read(f"확산 {word} 모델") == All((All((A,)), All((B,))))


@pytest.mark.parametrize(
    ("age", "first"),
    [
        *[(f"10{unit}", date(2025, 3, 22)) for unit in ("d", "day", "days", "일")],
        *[(f"2{unit}", date(2025, 3, 18)) for unit in ("w", "week", "weeks", "주", "주일")],
        *[(f"2{unit}", date(2025, 1, 28)) for unit in ("m", "month", "months", "달", "개월")],
        *[(f"2{unit}", date(2023, 3, 28)) for unit in ("y", "year", "years", "년")],
        ("3m", date(2024, 12, 28)),
        ("15m", date(2023, 12, 28)),
    ],
)
def test_an_age_in_every_unit(age: str, first: date) -> None:
    assert parse(f"newer:{age}", Calendar(TODAY)).node == Days(first, None)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("2025년", (2025, 1, 1), (2025, 12, 31)),
        ("2025-12", (2025, 12, 1), (2025, 12, 31)),
        ("2025.2", (2025, 2, 1), (2025, 2, 28)),
        ("2025/11/5", (2025, 11, 5), (2025, 11, 5)),
        ("20251105", (2025, 11, 5), (2025, 11, 5)),
        ("2025년11월5일", (2025, 11, 5), (2025, 11, 5)),
        ("2025-10..2025-11", (2025, 10, 1), (2025, 11, 30)),
        ("2025-10~2025-11-03", (2025, 10, 1), (2025, 11, 3)),
        ("today", (2025, 3, 31), (2025, 3, 31)),
        ("yesterday", (2025, 3, 30), (2025, 3, 30)),
        ("오늘", (2025, 3, 31), (2025, 3, 31)),
        ("지난달", (2025, 2, 1), (2025, 2, 28)),
    ],
)
def test_a_day_in_every_form(typed: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert parse(f"date:{typed}", Calendar(TODAY)).node == Days(date(*first), date(*last))


@pytest.mark.parametrize("typed", ["..", "2025-13", "2025-02-30", "x..2025", "2025..x", "10..", "0000"])
def test_what_is_no_day_is_said(typed: str) -> None:
    assert parse(f"date:{typed}", Calendar(TODAY)).not_understood == ((0, 5 + len(typed)),)


def test_an_open_end_and_a_month_from_which_on() -> None:
    assert parse("date:..2025-10", Calendar(TODAY)).node == Days(None, date(2025, 10, 31))
    assert parse("date:2024년10월이후", Calendar(TODAY)).node == Days(date(2024, 10, 1), None)
