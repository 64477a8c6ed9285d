"""What the search field offers: operators in both languages, their values, searches made before."""

import time

import pytest

from reader.base.hangul import keys_of
from reader.search.query import parser
from reader.ui.search.suggestions import MOST, Known, Suggestion, recent, suggestions

KNOWN = Known(
    tags=[("arxiv", 612), ("papers", 500), ("generative AI", 30), ("확산모델", 12)],
    labels=[("읽을 것", 3), ("thesis", 2)],
    months=[("2025-12", 161), ("2025-11", 172), ("2024-12", 5)],
    recent=["이미지 생성", "tag:arxiv 이미지", "Diffusion"],
)


def offered(query: str, cursor: int | None = None) -> list[str]:
    at = len(query) if cursor is None else cursor
    return [query[: s.start] + s.text + query[s.end :] for s in suggestions(query, at, KNOWN)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ti", "title:"),
        ("확산 ti", "확산 title:"),
        ("태", "태그:"),
        ("택", "태그:"),  # ㅌㅐㄱ: the syllable being composed
        ("분", "분류:"),
        ("저", "저자:"),
        ("-ta", "-tag:"),
        ("(ti", "(title:"),
        ("tag:", "tag:arxiv "),
        ("태그:확", "태그:확산모델 "),
        ("tag:gen", 'tag:"generative AI" '),
        ('tag:"gen', 'tag:"generative AI" '),
        ("tag:AI", 'tag:"generative AI" '),
        ("label:읽", 'label:"읽을 것" '),
        ("라벨:", '라벨:"읽을 것" '),
        ("date:2024", "date:2024-12 "),
        ("date:", "date:today "),
        ("날짜:", "날짜:오늘 "),
        ("after:2025-1", "after:2025-12 "),
        ("newer:", "newer:7d "),
        ("최근:", "최근:7일 "),
        ("section:r", "section:results "),
        ("섹션:", "섹션:서론 "),
        ("is:안", "is:안읽음 "),
        ("is:u", "is:unread "),
        ("has:", "has:note "),
        ("이미", "이미지 생성"),
        ("diff", "Diffusion"),
    ],
)
def test_the_first_of_what_is_offered(query: str, first: str) -> None:
    assert offered(query)[0] == first


@pytest.mark.parametrize("query", ["", "   ", "x", "ㅌ", "확산 모델", "foo:", "12", "tag:zz", '"ta', "한계:ti"])
def test_nothing_is_offered_where_nothing_is_asked(query: str) -> None:
    assert offered(query) == []


def test_nothing_is_offered_inside_a_word() -> None:
    assert offered("tit", 2) == []
    assert offered("ti 확산", 2)[0] == "title: 확산"


def test_what_is_complete_is_not_offered_again() -> None:
    assert offered("tag:arxiv") == []
    assert "이미지 생성" not in offered("이미지 생성")


def test_an_empty_field_offers_the_newest_searches() -> None:
    assert [s.text for s in recent(KNOWN)] == list(KNOWN.recent)


def test_never_more_than_fit() -> None:
    many = Known(tags=[(f"tag{n}", 1) for n in range(1000)])
    assert len(suggestions("tag:t", 5, many)) == MOST


def test_whatever_is_offered_is_understood() -> None:
    for query in (
        "ti",
        "in",
        "go",
        "mo",
        "me",
        "re",
        "co",
        "li",
        "태",
        "날",
        "이",
        "최",
        "메",
        "라",
        "목",
        "서",
        "is",
        "ha",
    ):
        for name in offered(query):
            if name.endswith(":"):
                for value in (s.text for s in suggestions(name, len(name), KNOWN)):
                    assert parser.parse(value.strip()).not_understood == (), value
    assert suggestions("ta", 2, KNOWN) == [
        Suggestion(0, 2, "tag:", "operator", "tag"),
        Suggestion(0, 2, "tag:arxiv 이미지", "recent", ""),
    ]


def test_a_text_as_the_keys_pressed_for_it() -> None:
    assert keys_of("값을") == "ㄱㅏㅂㅅㅇㅡㄹ"
    assert keys_of("Tag 와") == "tag ㅇㅗㅏ"


def test_thousands_of_tags_take_no_time() -> None:
    many = Known(tags=[(f"아주 긴 태그 이름 {n}", n) for n in range(5000)])
    suggestions("tag:없", 5, many)
    began = time.perf_counter()
    suggestions("tag:없는", 6, many)
    assert time.perf_counter() - began < 0.02
