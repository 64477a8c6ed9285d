"""Without an index: the same answers by reading every text."""

import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

from reader.search.index import Index
from reader.search.known import Known
from reader.search.match import full_scan
from reader.search.match.matcher import Cancelled
from reader.search.model import Document, Results
from reader.search.request import SearchRequest
from tests.search.documents import QUERY_PIECES, TEXTS, documents

QUERIES = [
    *(piece for piece in QUERY_PIECES if piece.strip("*:.|-()\"'")),
    "정확도", "빠르게", "강화 학습", "강화학습", "제로샷", "값", "눈", "웹", "난이도", "의료 영상", "models",
    "self-attention",
    '"생성 모델"', "로봇 -비디오", "확산 OR 로봇", "(확산 OR 로봇) 모델",
    "제안*", "diffus*", "title:sheep",
    "한계:일반화", "결과:FID", "한계:(긴 문맥)", "section:method 학습", "10,000", "69.8", "hallucination",
    "after:2025-12-20", "vision language",
    "이밎지", "메머리", "벤치마킈를", "강화학슴", "바나낭", "큰", "긴", "점", "보여준다", "빨라진", "모델들", "눈의",
]  # fmt: skip


def keys(found: Results) -> list[str]:
    return [hit.key for hit in found.hits]


@pytest.mark.parametrize("query", QUERIES)
def test_a_scan_finds_what_the_index_finds(index: Index, query: str) -> None:
    index.apply(add=documents())
    indexed = index.find(SearchRequest(query))
    scanned = index.scan(SearchRequest(query), documents, 1)
    assert set(keys(scanned)) == set(keys(indexed))
    assert scanned.correction == indexed.correction
    assert scanned.not_understood == indexed.not_understood


@pytest.mark.parametrize("typed", ["이", "임", "이미", "이밎", "이미지 ㅅ", "확", "flas", "강화 하"])
def test_a_scan_answers_while_one_types(index: Index, typed: str) -> None:
    index.apply(add=documents())
    indexed = index.find(SearchRequest(typed, as_you_type=True))
    assert set(keys(index.scan(SearchRequest(typed, as_you_type=True), documents, 1))) == set(keys(indexed))


def test_a_scan_says_the_sections(index: Index) -> None:
    index.apply(add=documents())
    indexed = {hit.key: hit.sections for hit in index.find(SearchRequest("모델")).hits}
    assert {hit.key: hit.sections for hit in index.scan(SearchRequest("모델"), documents, 1).hits} == indexed


def test_texts_are_read_again_only_when_the_library_changed(index: Index) -> None:
    times_read = []

    def read() -> Iterator[Document]:
        times_read.append(1)
        return documents()

    for state in (1, 1, 2):
        assert index.scan(SearchRequest("모델"), read, state).hits
    assert len(times_read) == 2


def test_texts_are_let_go_of_when_an_index_answers_and_those_of_a_large_library_at_once(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.apply(add=documents())
    times_read = []

    def read() -> Iterator[Document]:
        times_read.append(1)
        return documents()

    index.scan(SearchRequest("모델"), read, 1)
    index.find(SearchRequest("모델"))
    index.scan(SearchRequest("모델"), read, 1)
    index.scan(SearchRequest("이미지"), read, 1)
    assert len(times_read) == 2
    monkeypatch.setattr(full_scan, "_FEW", len(TEXTS))
    index.scan(SearchRequest("이미지"), read, 1)
    assert len(times_read) == 2
    monkeypatch.setattr(full_scan, "_FEW", len(TEXTS) - 1)
    index.scan(SearchRequest("이미지"), read, 2)
    index.scan(SearchRequest("이미지"), read, 2)
    assert len(times_read) == 4


@pytest.mark.parametrize("after", [0, 40, 300])
def test_a_scan_is_given_up_at_the_next_look(index: Index, after: int) -> None:
    looks: list[float] = []

    def is_old() -> bool:
        looks.append(time.thread_time())
        return len(looks) > after

    with pytest.raises(Cancelled):
        index.scan(SearchRequest("이미지 어려운"), lambda: documents(800), 1, known=Known(cancelled=is_old))
    assert len(looks) == after + 1
    gaps = sorted(b - a for a, b in pairwise(looks))
    assert not gaps or gaps[len(gaps) * 9 // 10] < 0.02  # of the thread's own time; the collector may come in between


def test_a_scan_that_was_cut_off_leaves_nothing_half_read(index: Index) -> None:
    index.apply(add=documents())
    with pytest.raises(Cancelled):
        index.scan(SearchRequest("이미지"), documents, 1, known=Known(cancelled=lambda: True))
    asked = SearchRequest("이미지")
    assert set(keys(index.scan(asked, documents, 1))) == set(keys(index.find(asked)))
