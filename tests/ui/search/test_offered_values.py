"""What is offered behind an operator: its values that begin so, newest and commonest first, with their papers."""

import pytest

from reader.ui.search.suggestions import Known, suggestions

KNOWN = Known(
    tags=(("llm", 9), ("vision", 3)),
    labels=(("thesis", 2),),
    months=(("2025-12", 5), ("2025-11", 4), ("2025-10", 3), ("2025-09", 2), ("2025-08", 1), ("2024-12", 7)),
)


def offered(query: str) -> list[tuple[str, int]]:
    found = suggestions(query, len(query), KNOWN)
    assert {one.text.partition(":")[0] for one in found} <= {query.partition(":")[0]}
    return [(one.text.partition(":")[2].strip(), one.papers) for one in found]


@pytest.mark.parametrize("name", ["date", "after", "before", "날짜", "이후", "이전"])
def test_dates_are_the_newest_months_with_their_papers_then_years(name: str) -> None:
    assert offered(f"{name}:20") == [*KNOWN.months, ("2025", -1), ("2024", -1)]
    assert offered(f"{name}:2024") == [("2024-12", 7)]


def test_behind_a_bare_date_are_the_named_days_first() -> None:
    rest = [*KNOWN.months[:4], ("2025", -1), ("2024", -1)]
    assert offered("date:") == [("today", -1), ("yesterday", -1), *rest]
    assert offered("날짜:") == [("오늘", -1), ("어제", -1), *rest]


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("tag:l", ["llm"]),
        ("tag:", ["llm", "vision"]),
        ("label:t", ["thesis"]),
        ("newer:", ["7d", "2w", "1m", "3m", "1y"]),
        ("is:", ["unread", "read", "bookmarked", "due", "noted", "highlighted"]),
        ("is:re", ["read"]),
        ("has:", ["note"]),
        ("section:l", ["limitations"]),
        ("title:x", []),
    ],
)
def test_an_operator_offers_what_it_may_have(query: str, values: list[str]) -> None:
    assert [value for value, _ in offered(query)] == values


def test_each_value_has_its_kind() -> None:
    queries = ("date:2", "tag:l", "label:t", "newer:", "is:", "has:", "section:l")
    kinds = [suggestions(query, len(query), KNOWN)[0].kind for query in queries]
    assert kinds == ["date", "tag", "label", "date", "value", "value", "value"]
