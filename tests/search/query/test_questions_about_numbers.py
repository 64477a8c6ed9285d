"""Words that ask for a number are taken together, as many as are one question, and are said."""

import pytest

from reader.search.query.nodes import All, Node, Noted, Word
from reader.search.query.parser import parse

QUESTIONS = {"FID<2", "정확도 90% 이상", "less than three", "a b c d e f", "b c d e f g h"}


def read(query: str) -> tuple[list[Node], tuple[str, ...]]:
    """The parts of a query, and the questions in it."""
    parsed = parse(query, is_question=QUESTIONS.__contains__)
    node = parsed.node
    parts = node.children if isinstance(node, All) else (node,)
    return [Word(part.text) if isinstance(part, Word) else part for part in parts], parsed.numbers


@pytest.mark.parametrize(
    ("query", "parts", "numbers"),
    [
        ("FID<2", [Noted("number", "FID<2", (0, 5))], ("FID<2",)),
        ("정확도 90% 이상", [Noted("number", "정확도 90% 이상")], ("정확도 90% 이상",)),
        (
            "확산 정확도 90% 이상 FID<2 모델",
            [Word("확산"), Noted("number", "정확도 90% 이상"), Noted("number", "FID<2"), Word("모델")],
            ("정확도 90% 이상", "FID<2"),
        ),
        ("정확도 90%", [Word("정확도"), Word("90%")], ()),
        ("a b c d e f", [Noted("number", "a b c d e f")], ("a b c d e f",)),  # six words
        ("b c d e f g h", [Word(word) for word in "bcdefgh"], ()),  # and no more
    ],
)
def test_a_question_stands_for_its_words(query: str, parts: list[Node], numbers: tuple[str, ...]) -> None:
    assert read(query) == (parts, numbers)


def test_quoted_words_ask_for_no_number() -> None:
    assert read('"less than three"')[1] == ()
    assert read("확산 OR FID<2")[1] == ()


def test_without_anyone_who_knows_questions_there_are_none() -> None:
    assert parse("FID<2").numbers == ()
