"""The order of what was found, by what the docs say of it, and the reasons that are given for it."""

from datetime import date, timedelta

import pytest

from reader.posts.model import PaperKey
from reader.search.concepts.table import Concepts, read
from reader.search.index import Index
from reader.search.known import NOTHING_KNOWN, Known
from reader.search.model import Document
from reader.search.request import SearchRequest
from tests.search.documents import document, documents, names

DAY = date(2025, 3, 1)


def ordered(index: Index, query: str, *texts: tuple[str, str], days: tuple[int, ...] = ()) -> list[str]:
    """The papers "0", "1" … of these titles and texts, all of one day or so many days later, as a query orders them."""
    index.clear()
    index.apply(
        add=[
            document(str(n), title, text, day=DAY + timedelta(days[n] if days else 0))
            for n, (title, text) in enumerate(texts)
        ]
    )
    return names(index, query)


def test_a_word_in_the_title_is_worth_more_than_any_number_in_the_text(index: Index) -> None:
    assert ordered(index, "crane", ("T", "crane " * 31), ("Crane", "")) == ["1", "0"]


def test_how_often_the_rarest_found_word_is_there_counts_more_than_how_often_the_others_are(index: Index) -> None:
    once, twice = "crane. x heron. " + "y heron. " * 9, "crane. x heron. y crane. z heron."
    assert ordered(index, "crane 방법:heron", ("T", once), ("T", twice)) == ["1", "0"]


def test_of_two_words_the_rarer_one_tells_more(index: Index) -> None:
    texts = [("T", "crane. x heron heron heron"), ("T", "crane crane crane. x heron"), *[("T", "crane")] * 8]
    assert ordered(index, "crane 방법:heron", *texts) == ["0", "1"]


def test_three_times_are_as_good_as_more_but_for_a_little(index: Index) -> None:
    assert ordered(index, "crane", ("T", "crane " * 3), ("T", "crane " * 4)) == ["1", "0"]
    scores = [hit.score for hit in index.find(SearchRequest("crane")).hits]
    assert scores[0] - scores[1] < 0.1
    ordered(index, "crane", ("T", "crane " * 2), ("T", "crane " * 3))
    scores = [hit.score for hit in index.find(SearchRequest("crane")).hits]
    assert scores[0] - scores[1] > 0.5


def test_of_papers_alike_the_newer_comes_first_and_then_the_one_that_was_there_first(index: Index) -> None:
    assert ordered(index, "crane", *[("T", "crane")] * 4, days=(0, 2, 1, 2)) == ["1", "3", "2", "0"]


def test_no_age_outweighs_a_word(index: Index) -> None:
    assert ordered(index, "crane", ("T", "crane crane"), ("T", "crane"), days=(0, 360_000)) == ["0", "1"]


def test_words_side_by_side_come_first_and_the_more_often_the_better(index: Index) -> None:
    apart, once, thrice = "red x crane " * 3, "red crane " + "red x crane " * 2, "red crane " * 3
    assert ordered(index, "red crane", ("T", once), ("T", thrice), *[("T", apart)] * 3) == ["1", "0", "2", "3", "4"]


def test_every_word_in_the_title_comes_before_most_of_them(index: Index) -> None:
    texts = [("Red heron", "crane " * 9), ("Red crane", ""), ("Crane of red", "")]
    assert ordered(index, "red AND crane", *texts) == ["1", "2", "0"]


@pytest.mark.parametrize("many", [2, 7, 8, 9, 20])
def test_each_of_many_words_counts(index: Index, many: int) -> None:
    query = [f"bird{chr(ord('a') + n)}" for n in range(many)]
    once = ". ".join(query)
    texts = [f"{once}. {word}" for word in query]
    assert ordered(index, " AND ".join(query), ("T", once), *[("T", text) for text in texts])[-1] == "0"
    titled = [("T", once), (query[-1], once), (query[0], once), *[("T", word) for word in query[:1] * 9]]
    assert ordered(index, " AND ".join(query), *titled) == ["1", "2", "0"]


def test_a_title_in_other_words_counts_a_little(index: Index) -> None:
    known = Known(concepts=Concepts(read(["두루미 | crane"])))
    index.apply(
        add=[
            document("0", "T", "두루미", day=DAY + timedelta(9)),
            document("1", "Crane", "두루미", day=DAY),
            document("2", "T", "두루미 두루미", day=DAY),
        ]
    )
    assert names(index, "두루미", known) == ["2", "1", "0"]
    why = index.explain(SearchRequest("두루미"), PaperKey("2501.00001"), known)
    assert why is not None
    assert ("두루미: in the title in other words", 0.5) in why.parts


def test_of_a_paper_in_several_posts_the_best_counts_and_it_is_counted_once(index: Index) -> None:
    added = [document(str(n), "T", "crane " * (n % 3 + 1), key=str(n // 3)) for n in range(30)]
    index.apply(add=added)
    assert len(names(index, "crane")) == 10
    for limit in (1, 4, 10, 50):
        found = index.find(SearchRequest("crane", limit=limit))
        assert found.total == 10
        assert [hit.document for hit in found.hits] == names(index, "crane")[:limit]
        assert {int(hit.document) % 3 for hit in found.hits} == {2}


def test_the_first_of_many_are_those_of_the_whole_order(index: Index) -> None:
    index.apply(add=documents(copies=12))
    for query in ("모델", "이미지", "attention", "한계:일반화", "학습 모델"):
        for sort in ("relevance", "date"):
            whole = names(index, query, sort=sort)
            assert all(names(index, query, sort=sort, limit=limit) == whole[:limit] for limit in (1, 7, 30))


def test_newest_first_is_by_day_then_by_place_in_the_post(index: Index) -> None:
    days = {"0": (1, 2), "1": (1, 1), "2": (2, 3), "3": (None, 1), "4": (0, 1)}
    index.apply(
        add=[
            document(name, "Crane", day=None if day is None else DAY + timedelta(day))._replace(number=number)
            for name, (day, number) in days.items()
        ]
    )
    assert names(index, "crane", sort="date") == ["2", "1", "0", "4", "3"]


EXPLAINED = ["모델", "학습 모델", "flash attention", "한계:일반화", "학습 -이미지", "gaussian splatting", "attention",
             "2501.00003", "date:2025-12", "확산 OR 로봇", "생성 모델 속도"]  # fmt: skip


@pytest.mark.parametrize("query", EXPLAINED)
def test_the_reasons_for_a_place_add_up_to_its_score(index: Index, query: str) -> None:
    known = Known(concepts=Concepts(read(["모델 | model | models", "이미지 | image | images"])))
    index.apply(add=documents(copies=3))
    found = index.find(SearchRequest(query, partial=False), known)
    assert found.hits
    for place, hit in enumerate(found.hits, 1):
        why = index.explain(SearchRequest(query), hit.key, known)
        assert why is not None
        assert (why.place, why.total) == (place, found.total)
        assert why.score == pytest.approx(hit.score)
        assert sum(worth for _, worth in why.parts) == pytest.approx(hit.score)


def why(index: Index, query: str, *texts: Document) -> list[str]:
    index.apply(add=texts)
    found = index.explain(SearchRequest(query), texts[0].key, NOTHING_KNOWN)
    assert found is not None
    return [reason for reason, _ in found.parts]


def test_the_reasons_are_said_in_words(index: Index) -> None:
    first = document("1", "Red Crane", "red crane. crane", day=DAY)
    assert why(index, "red crane", first, document("2", "T", "crane")) == [
        "red: 2 times, in 1 of 2 summaries",
        "red: in the title",
        "crane: 3 times, in 2 of 2 summaries",
        "crane: in the title",
        "every word is in the title",
        "every word 2 times",
        "red crane: side by side",
        "red crane: side by side in the title",
        "of 2025-03-01",
    ]
    assert why(index, "heron", document("3", "T", "heron " * 5, day=None)) == [
        "heron: 5 times, in 1 of 3 summaries",
        "every word 3 times or more",
        "without a day",
    ]
    assert index.explain(SearchRequest("red"), PaperKey("2501.00003")) is None


def test_either_of_two_words_is_a_reason_by_both(index: Index) -> None:
    assert why(index, "heron OR crane", document("1", "T", "crane"), document("2", "T", "heron")) == [
        "heron OR crane: 1 times, in 2 of 2 summaries",
        "every word 1 times",
        "of 2025-01-02",
    ]
