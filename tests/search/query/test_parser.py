"""What people type, read: every operator by example, and never an error."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.posts.model import SectionKind
from reader.search.query.nodes import All, Any, Arxiv, Days, Marked, Node, Not, Noted, Phrase, Tag, Within, Word
from reader.search.query.parser import parse
from reader.search.query.spoken_dates import Calendar

TODAY = date(2025, 3, 31)


def read(query: str) -> Node:
    """The tree of a query, without what only the search field needs of its words."""
    return _bare(parse(query, Calendar(TODAY)).node)


def _bare(node: Node) -> Node:  # noqa: PLR0911  # one for each node
    match node:
        case Word(text, prefix):
            return Word(text, prefix)
        case All(children):
            return All(tuple(map(_bare, children)))
        case Any(children):
            return Any(tuple(map(_bare, children)))
        case Not(child):
            return Not(_bare(child))
        case Within(kind, child):
            return Within(kind, _bare(child))
        case Marked(name):
            return Marked(name)
        case Noted(name, word):
            return Noted(name, word)
    return node


A, B, C = Word("확산"), Word("모델"), Word("c")
LIMITS, RESULTS = SectionKind.LIMITATIONS, SectionKind.RESULTS


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("", All(())),
        ("확산", A),
        ("확산 모델", All((A, B))),
        ("확산 OR 모델", Any((A, B))),
        ("확산 모델 OR c", Any((All((A, B)), C))),
        ("확산 (모델 OR c)", All((A, Any((B, C))))),
        ("확산 -모델", All((A, Not(B)))),
        ('확산 -"모델 c"', All((A, Not(Phrase("모델 c"))))),
        ("확산 AND 모델", All((All((A,)), All((B,))))),
        ('"확산 모델', Phrase("확산 모델")),
        ("확산*", Word("확산", prefix=True)),
        ("c*", Word("c", prefix=True)),
        ("*", All(())),
        ("-((확산 모델) c)", Not(All((All((A, B)), C)))),
        ("((확산 OR 모델) c) 확산", All((All((Any((A, B)), C)), A))),
        ("ST-AR", Word("ST-AR")),
        ("한계:확산", Within(LIMITS, A)),
        ("limitations: 확산", Within(LIMITS, A)),
        ("결과:(확산 모델) c", All((Within(RESULTS, All((A, B))), C))),
        ("section:results 확산 모델", Within(RESULTS, All((A, B)))),
        ("title:확산", Within(None, A)),
        ("제목:확산", Within(None, A)),
        ("goal:확산", Within(SectionKind.INTRODUCTION, A)),
        ("tag:nlp", Tag("nlp")),
        ("태그:nlp", Tag("nlp")),
        ('tag:"generative AI" 확산 모델', All((Tag("generative AI"), A, B))),
        ("date:2025-10", Days(date(2025, 10, 1), date(2025, 10, 31))),
        ("date:2024", Days(date(2024, 1, 1), date(2024, 12, 31))),
        ("date:2024-02", Days(date(2024, 2, 1), date(2024, 2, 29))),
        ("날짜:2025-10-01..2025-10-20", Days(date(2025, 10, 1), date(2025, 10, 20))),
        ("date:2025-10..", Days(date(2025, 10, 1), None)),
        ("after:2025-10", Days(date(2025, 10, 1), None)),
        ("before:2025-10", Days(None, date(2025, 9, 30))),
        ("date:2025.10.1", Days(date(2025, 10, 1), date(2025, 10, 1))),
        ("date:20251001~20251020", Days(date(2025, 10, 1), date(2025, 10, 20))),
        ("날짜:2025년10월", Days(date(2025, 10, 1), date(2025, 10, 31))),
        ("날짜:2025년10월3일", Days(date(2025, 10, 3), date(2025, 10, 3))),
        ("date:2025년", Days(date(2025, 1, 1), date(2025, 12, 31))),
        ("date:today", Days(TODAY, TODAY)),
        ("날짜:어제", Days(date(2025, 3, 30), date(2025, 3, 30))),
        ("date:none", Not(Days(None, None))),
        ("newer:7d", Days(date(2025, 3, 25), None)),
        ("newer:7일", Days(date(2025, 3, 25), None)),
        ("최근:2주", Days(date(2025, 3, 18), None)),
        ("newer:1d", Days(TODAY, None)),
        ("newer:1m", Days(date(2025, 2, 28), None)),
        ("newer:3개월", Days(date(2024, 12, 28), None)),
        ("newer:1y", Days(date(2024, 3, 28), None)),
        ("newer:99999y", Days(date.min, None)),
        ("note:idea", Noted("note", "idea")),
        ("메모:아이디어", Noted("note", "아이디어")),
        ("label:thesis", Noted("label", "thesis")),
        ("is:due is:highlighted", All((Marked("is:due"), Marked("is:highlighted")))),
        ("is:안읽음 has:메모", All((Marked("is:unread"), Marked("has:note")))),
        ("is:Unread has:note", All((Marked("is:unread"), Marked("has:note")))),
        ("2512.17909", Arxiv("2512.17909")),
        ("arxiv:2512.17909v2", Arxiv("2512.17909")),
        ("https://arxiv.org/pdf/2512.17909v1", Arxiv("2512.17909")),
        ("https://huggingface.co/papers/2512.17909", Arxiv("2512.17909")),
        (") 확산 (", A),
        ("...", All(())),
    ],
)
def test_a_query_is_read(query: str, tree: Node) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "strange"),
    [
        ("foo:bar", (0, 7)),
        ("확산 date:gestern", (3, 15)),
        ("before:0000", (0, 11)),
        ("newer:bald", (0, 10)),
        ("newer:", (0, 6)),
        ("note:", (0, 5)),
    ],
)
def test_what_is_not_understood_is_a_word_and_is_said(query: str, strange: tuple[int, int]) -> None:
    parsed = parse(query)
    assert parsed.not_understood == (strange,)
    assert "Word" in repr(parsed.node)


@given(st.text(alphabet='확산ab-"()*:. ORANDtagis한계date2025-..|', max_size=60))
def test_no_query_is_an_error(query: str) -> None:
    parsed = parse(query)
    assert all(0 <= start < end <= len(query) for start, end in parsed.not_understood)


def test_deep_nesting_is_no_error() -> None:
    parse("(" * 10_000 + "a")
    parse("-" * 10_000 + "a")
    parse("한계: " * 10_000 + "a")


@pytest.mark.parametrize(
    ("query", "strange"),
    [
        ("가" * 300, ((64, 300),)),
        ("확산 " + "모" * 70 + " 팔", ((67, 73),)),
        ("가 " * 600, ((199, 1200), (1000, 1200))),
        ('"' + "a " * 700, ((1000, 1401),)),
        ("가" * 64, ()),
    ],
)
def test_what_is_too_long_to_be_meant_is_left_out_and_said(query: str, strange: tuple[tuple[int, int], ...]) -> None:
    assert sorted(parse(query).not_understood) == sorted(strange)


def test_what_follows_a_word_that_is_too_long_is_read() -> None:
    node = parse("모" * 70 + " 팔").node
    assert isinstance(node, All) and [child.text for child in node.children if isinstance(child, Word)] == [
        "모" * 64,
        "팔",
    ]


def test_a_link_is_read_whole_however_long() -> None:
    assert read("https://arxiv.org/abs/2512.17909?" + "utm=" * 60) == Arxiv("2512.17909")
