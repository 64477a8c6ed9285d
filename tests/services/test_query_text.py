"""Queries edited as text: what is added or taken away is what the grammar then reads."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.query import nodes, parser
from reader.search.query.nodes import All, Tag
from reader.services import query_text
from reader.services.query_text import (
    apart,
    closed,
    has_choice,
    operator,
    pieces,
    quoted,
    settled,
    values,
    with_operator,
    without_operator,
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tag:nlp 확산 모델", [("tag", "nlp"), ("", "확산"), ("", "모델")]),
        ('태그:"generative AI" 확산', [("tag", "generative AI"), ("", "확산")]),
        ("제목:(a b) c", [("title", "a b"), ("", "c")]),
        ("제목: 말 c", [("title", "말"), ("", "c")]),
        ("is:안읽음 has:메모", [("is", "unread"), ("has", "note")]),
        ("섹션:한계 데이터", [("section", "limitations"), ("", "데이터")]),
        ("(a OR b) c", [("", "(a OR b)"), ("", "c")]),
        ('"tag:nlp" x', [("", '"tag:nlp"'), ("", "x")]),
        ("https://arxiv.org/abs/2512.17909", [("", "https://arxiv.org/abs/2512.17909")]),
        ("tag:", [("tag", "")]),
        ("", []),
        (") (", [("", "(")]),
        ("x (a OR b) c", [("", "x"), ("", "(a OR b)"), ("", "c")]),
        ('(a ")" b) c', [("", '(a ")" b)'), ("", "c")]),
        ("is:북마크 is:읽음 is:예정 is:강조", [("is", v) for v in ("bookmarked", "read", "due", "highlighted")]),
        ("is:Whatever", [("is", "whatever")]),
        ("제목: -말 c", [("title", "-말"), ("", "c")]),
        ("제목: (a b) c", [("title", "(a b)"), ("", "c")]),
        ("tag: (a) c", [("tag", ""), ("", "(a)"), ("", "c")]),
        ('방법:"a b"', [("method", '"a b"')]),
    ],
)
def test_a_query_in_pieces(query: str, found: list[tuple[str, str]]) -> None:
    assert [(piece.name, piece.value) for piece in pieces(query)] == found


def test_only_operators_that_hold_for_the_whole_query_count() -> None:
    assert values("tag:nlp 확산", "tag") == ["nlp"]
    assert values("-tag:nlp 확산", "tag") == []
    assert values("확산 OR tag:nlp", "tag") == []
    assert values("(tag:nlp OR b) c", "tag") == []


def test_a_piece_says_where_it_stands_and_whether_it_is_negated() -> None:
    query = "a -tag:nlp -(b c) d"
    assert [(query[each.start : each.end], each.negated) for each in pieces(query)] == [
        ("a", False),
        ("-tag:nlp", True),
        ("-(b c)", True),
        ("d", False),
    ]


@pytest.mark.parametrize(
    ("query", "is_choice"), [("a OR b", True), ("a 또는 b", True), ("a | b", True), ("a or b", False)]
)
def test_a_choice_is_known_by_its_words(query: str, is_choice: bool) -> None:
    assert has_choice(query) == is_choice
    assert values(f"{query} tag:nlp", "tag") == ([] if is_choice else ["nlp"])


def test_the_sections_are_those_of_the_grammar_in_reading_order() -> None:
    assert query_text.SECTIONS == ("introduction", "method", "results", "limitations", "conclusion")
    assert all(parser.SECTIONS[name] is not None for name in query_text.SECTIONS)


@pytest.mark.parametrize(
    ("query", "without_tag"),
    [
        ("x  tag:a  y", "x y"),
        ("tag:a", ""),
        ("x -tag:a", "x -tag:a"),
        ("tag:a (b c)", "b c"),
        ("(x) tag:a (y)", "(x) (y)"),
    ],
)
def test_what_stays_is_as_it_was_typed(query: str, without_tag: str) -> None:
    assert without_operator(query, "tag") == without_tag


@pytest.mark.parametrize(
    ("query", "whole"),
    [
        ('a "b', 'a "b"'),
        ("(a (b", "(a (b))"),
        ("a) b", "a b"),
        ('"a (b', '"a (b"'),
        ('")" )', '")" '),
        ("(a) )b", "(a) b"),
    ],
)
def test_what_is_open_is_closed_and_what_closes_nothing_is_left_out(query: str, whole: str) -> None:
    assert closed(query) == whole


@pytest.mark.parametrize(
    ("query", "narrowed"),
    [
        ("이미지 생", "tag:nlp 이미지 생"),  # the word being typed stays the last one
        ("a OR b", "tag:nlp (a OR b)"),
        ("(a OR b", "tag:nlp (a OR b)"),
        ('"a b', 'tag:nlp "a b"'),
        ("", "tag:nlp"),
    ],
)
def test_an_operator_is_added_in_front_and_taken_away_again(query: str, narrowed: str) -> None:
    assert with_operator(query, "tag", "nlp") == narrowed
    assert without_operator(narrowed, "tag") == closed(query).strip("()")


def test_taking_away_one_value_leaves_the_others() -> None:
    assert without_operator("tag:a x tag:b y", "tag", "b") == "tag:a x y"
    assert without_operator("tag:a x 태그:b", "tag") == "x"
    assert without_operator("a OR tag:b", "tag") == "a OR tag:b"


def test_values_with_spaces_are_written_so_that_they_are_read_again() -> None:
    for name, value in (("tag", "generative AI"), ("label", "읽을 (것)"), ("title", "flash attention")):
        assert values(f"{operator(name, value)} x", name) == [value]
    assert operator("title", '"flash attention"') == 'title:"flash attention"'
    assert operator("title", "flash attention") == "title:(flash attention)"
    assert operator("title", " flash ") == "title:flash"
    assert operator("tag", ' a "b" ') == 'tag:"a  b"'
    assert operator("tag", "nlp") == "tag:nlp"


def test_the_grammar_reads_quoted_values() -> None:
    assert parser.parse('tag:"generative AI"').node == Tag("generative AI")
    assert parser.parse('태그:"generative AI" 확산').not_understood == ()
    assert parser.parse('foo:"a b"').not_understood == ((0, 9),)
    assert parser.parse('tag: "a b"').not_understood == ((0, 4),)


def test_a_word_is_quoted_only_where_it_stands_alone() -> None:
    assert quoted('difusion difusions "difusion"', "difusion") == '"difusion" difusions "difusion"'


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("이미지 tag:", "이미지"),
        ("tag:", ""),
        ('태그:"', ""),
        ("이미지 -tag:", "이미지"),
        ("한계:", ""),
        ("tag: 이미지", "tag: 이미지"),
        ("tag:nlp", "tag:nlp"),
        ("foo:", "foo:"),
        ("ㅇ", ""),
        ("이미지 ㅅ", "이미지 "),
        ("이미지 생ㅅ", "이미지 생ㅅ"),
        ("ㅇ 이미지", "ㅇ 이미지"),
        ("이미지 ", "이미지 "),
        ("is:", ""),
        ("has:", ""),
        ("이미지 arxiv:", "이미지"),
        ("이미지 최근:", "이미지"),
        ("(ㅇ", "("),
    ],
)
def test_what_says_nothing_yet_is_left_out(query: str, said: str) -> None:
    assert settled(query) == said


def test_words_may_be_apart() -> None:
    assert apart("강화 학습") == "강화 AND 학습"
    assert apart("tag:nlp 강화 학습 모델") == "tag:nlp 강화 AND 학습 모델"
    assert apart("강화") == "강화"
    assert apart("a OR b") == "a OR b"
    assert apart("a 그리고 b c") == "a 그리고 b AND c"
    assert apart("a -b") == "a -b"
    assert apart("a tag:x b") == "a tag:x b"


def test_every_name_of_the_grammar_is_known_here() -> None:
    for alias, kind in parser.SECTIONS.items():
        assert query_text.name_of(alias) == ("title" if kind is None else kind.value.lower())
    for alias, name in parser._NAMES.items():
        assert query_text.name_of(alias) == name


@given(st.text(alphabet='ab가 ":()-*tag|OR\t', max_size=30))
def test_any_query_can_be_narrowed_and_is_then_read_as_narrowed(query: str) -> None:
    narrowed = parser.parse(with_operator(query, "tag", "zz")).node
    assert narrowed == Tag("zz") or (isinstance(narrowed, All) and Tag("zz") in narrowed.children)
    found = pieces(query)
    assert all(a.end <= b.start for a, b in pairwise(found))
    again = without_operator(with_operator(query, "tag", "zz"), "tag", "zz")
    assert _meant(again) == _meant(closed(query.strip()))


def _meant(query: str) -> nodes.Node:
    """What a query means, aside from which word is the last one and where it stands."""
    return _plain(parser.parse(query).node)


def _plain(node: nodes.Node) -> nodes.Node:  # noqa: PLR0911  # one for each kind
    match node:
        case nodes.Word():
            return nodes.Word(node.text, node.prefix)
        case nodes.Marked(name):
            return nodes.Marked(name)
        case nodes.Noted(name, word):
            return nodes.Noted(name, word)
        case nodes.Within(kind, child):
            return nodes.Within(kind, _plain(child))
        case nodes.Not(child):
            return nodes.Not(_plain(child))
        case nodes.All(children) | nodes.Any(children):
            return type(node)(tuple(map(_plain, children)))
    return node
