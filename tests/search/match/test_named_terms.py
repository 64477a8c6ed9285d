"""Words that name a concept together are looked for side by side, as far as what else is asked allows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.search.concepts.table import Concepts, read
from reader.search.index import Index
from reader.search.known import Known
from reader.search.request import SearchRequest
from tests.search.documents import document, index_of

CONCEPTS = Concepts(read(["영상 생성 | video generation", "3D 재구성 | 3D reconstruction"]))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Index]:
    texts = {
        "beside": "영상 생성을 다룬다.",
        "solid": "영상생성 모델이다.",
        "object": "긴 영상을 생성하는 모델이다.",
        "genitive": "영상의 생성을 빠르게 한다.",
        "apart": "영상을 보고 문장의 생성을 돕는다.",
        "mixed": "3D 장면을 재구성한다.",
    }
    with index_of(tmp_path / "index", *(document(name, "T", text) for name, text in texts.items())) as index:
        yield index


def _found(index: Index, query: str) -> tuple[set[str], int]:
    found = index.find(SearchRequest(query, partial=False), Known(concepts=CONCEPTS))
    return {hit.document for hit in found.hits}, found.apart


@pytest.mark.parametrize("query", ["영상 생성", "영상 생성 after:2000-01"])
def test_papers_that_have_the_words_apart_are_counted_and_not_found(library: Index, query: str) -> None:
    assert _found(library, query) == ({"beside", "solid", "object", "genitive"}, 1)


def test_and_between_the_words_finds_those_as_well(library: Index) -> None:
    assert _found(library, "영상 AND 생성")[0] == {"beside", "solid", "object", "genitive", "apart"}


def test_a_name_with_a_latin_word_may_have_something_between(library: Index) -> None:
    assert _found(library, "3D 재구성") == ({"mixed"}, 0)
