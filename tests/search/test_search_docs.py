"""docs/search.md, held to its word: what its tables say is found is found."""

import re
from datetime import date
from pathlib import Path

import pytest

from reader.search.index import Index
from reader.search.query.nodes import All, Any, Marked, Node, Not, Noted, Within, Word
from reader.search.query.parser import parse
from reader.search.query.spoken_dates import Calendar
from tests.search.documents import document, names

DOCS = (Path(__file__).parents[2] / "docs" / "search.md").read_text(encoding="utf-8")
TODAY = date(2025, 3, 31)


def table(heading: str) -> list[list[str]]:
    """The rows of every table with this heading, code marks taken off."""
    rows = []
    for found in re.finditer(rf"(?m)^\| {re.escape(heading)} .*\n\|[ -|]*\n((?:\|.*\n)+)", DOCS):
        rows += [[cell.strip().strip("`") for cell in row.strip("|").split("|")] for row in found[1].splitlines()]
    return rows


@pytest.mark.parametrize(("query", "found", "other"), table("typed"))
def test_a_query_finds_what_the_docs_say(index: Index, query: str, found: str, other: str) -> None:
    texts = [text.strip() for cell in (found, other) for text in cell.split("·") if text.strip()]
    wanted = len([text for text in found.split("·") if text.strip()])
    # How the library uses words is part of what it knows.
    usage = "이미지를 제로샷을 강화학습을 길이를 점수를 크기를 트랜스포머를"
    index.apply(add=[document(str(n), "T", method=text) for n, text in enumerate(texts)])
    index.apply(add=[document("usage", "T", results=usage)])
    missed = set(map(str, range(wanted))) - set(names(index, query))
    assert not missed, [texts[int(n)] for n in missed]
    wrong = set(names(index, query)) & set(map(str, range(wanted, len(texts))))
    assert not wrong, [texts[int(n)] for n in wrong]


@pytest.mark.parametrize(("english", "korean"), [row[:2] for row in table("English")])
def test_operators_mean_the_same_in_both_languages(english: str, korean: str) -> None:
    first, second = (parse(query, Calendar(TODAY)) for query in (english, korean))
    assert _bare(first.node) == _bare(second.node)
    assert first.not_understood == second.not_understood == ()


def test_there_are_tables() -> None:
    assert len(table("typed")) > 20
    assert len(table("English")) > 15


def _bare(node: Node) -> Node:
    match node:
        case Word() | Marked() | Noted():
            return node._replace(span=(0, 0))
        case All(children) | Any(children):
            return type(node)(tuple(map(_bare, children)))
        case Not(child):
            return Not(_bare(child))
        case Within(kind, child):
            return Within(kind, _bare(child))
    return node
