"""Words that name a concept together are looked for side by side, as far as what else is asked allows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.search.analysis.expansion import expand
from reader.search.concepts.phrases import phrases_of
from reader.search.concepts.table import Concepts, read
from reader.search.index import Index
from reader.search.known import Known
from reader.search.request import SearchRequest
from reader.search.store.phrases import NO_PHRASES, Phrases
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


def test_while_a_name_is_typed_its_words_are_apart_until_the_last_is_one(library: Index) -> None:
    def typed(query: str) -> tuple[bool, int]:
        found = library.find(SearchRequest(query, partial=False, as_you_type=True), Known(concepts=CONCEPTS))
        return "apart" in {hit.document for hit in found.hits}, found.apart

    assert typed("영상 생") == (True, 0)
    assert typed("영상 생성") == (False, 1)  # 생성을 is 생성 with a particle


def test_and_between_the_words_finds_those_as_well(library: Index) -> None:
    assert _found(library, "영상 AND 생성")[0] == {"beside", "solid", "object", "genitive", "apart"}


def test_a_name_with_a_latin_word_may_have_something_between(library: Index) -> None:
    assert _found(library, "3D 재구성") == ({"mixed"}, 0)


def test_words_that_are_asked_for_beside_others_need_not_be_side_by_side(tmp_path: Path) -> None:
    texts = {
        "other": "about birds",
        "beside": "flash attention for robots",
        "twice": "flash attention in models",
        "apart": "a flash of robots needs attention",
    }
    with index_of(tmp_path / "index", *(document(name, "T", text) for name, text in texts.items())) as index:
        assert _found(index, "flash attention") == ({"beside", "twice"}, 1)
        assert _found(index, "flash attention after:2000") == ({"beside", "twice"}, 1)
        assert _found(index, "flash attention (robots OR birds)") == ({"beside", "apart"}, 0)
        assert _found(index, 'flash attention "robots"') == ({"beside", "apart"}, 0)
        assert _found(index, "flash attention -models") == ({"beside", "apart"}, 0)
        typed = index.find(SearchRequest("flash atten", partial=False, as_you_type=True))
        assert {hit.document for hit in typed.hits} == {"beside", "twice", "apart"}


@pytest.mark.parametrize("query", ["영상 생성", "gaussian s", "긴 문장 생성", "flash attention"])
def test_the_first_paper_is_found_by_its_words_alone_as_any_other_is(tmp_path: Path, query: str) -> None:
    texts = {
        "first": "두루미를 본다.",
        "second": "영상 생성과 영상생성. 긴 문장 생성. gaussian s, gaussians. flash attention, flashattention",
    }
    with index_of(tmp_path / "index", *(document(name, "T", text) for name, text in texts.items())) as index:
        assert _found(index, query) == ({"second"}, 0)


def test_a_name_that_was_written_down_is_no_beginning_of_another_word_either(tmp_path: Path) -> None:
    concepts = Concepts(read(["LLM 에이전트 | LLM agent"]))
    texts = {"0": "LLM 에이전트를 쓴다.", "1": "LLM 에이전트릭스가 있다.", "2": "LLM 에이전트릭스를 쓴다."}
    for name, phrases in (("with", Phrases(phrases_of(concepts))), ("without", NO_PHRASES)):
        with Index(tmp_path / name) as index:
            index.apply(add=[document(number, "T", text) for number, text in texts.items()], phrases=phrases)
            found = index.find(SearchRequest("LLM 에이전트", partial=False), Known(concepts=concepts))
            assert [hit.document for hit in found.hits] == ["0"], name


def test_a_name_that_was_written_down_may_grow_while_it_is_typed(tmp_path: Path) -> None:
    with Index(tmp_path) as index:
        texts = {"0": "이미지를 본다.", "1": "이미진다.", "2": "이민자가 온다."}
        index.apply(add=[document(n, "T", text) for n, text in texts.items()], phrases=Phrases([("이미지",)]))

        def typed(text: str) -> set[str]:
            found = index.find(SearchRequest(text, partial=False, as_you_type=True))
            return {hit.document for hit in found.hits}

        assert typed("이미") == {"0", "1", "2"}
        assert typed("이미지") == {"0", "1"}
        assert typed("이미진") == {"1"}


@pytest.mark.parametrize(("solid", "apart"), [(1, 1), (0, 0)])
def test_two_words_are_one_term_where_a_fifth_of_the_papers_that_have_them_together_write_them_as_one(
    tmp_path: Path, solid: int, apart: int
) -> None:
    beside = ["종이 접기를 한다"] * (5 - solid) + ["종이접기를 한다"] * solid + ["종이를 보고 접기를 센다"]
    with index_of(tmp_path, *(document(str(n), "T", text) for n, text in enumerate(beside))) as index:
        found = index.find(SearchRequest("종이 접기", partial=False))
        assert (found.total, found.apart) == (6 - apart, apart)
    rarer = ["종이 접기를 한다"] * 5 + ["종이접기를 한다"] * solid + ["종이를 보고 접기를 센다"]
    with index_of(tmp_path / "rarer", *(document(str(n), "T", text) for n, text in enumerate(rarer))) as index:
        assert index.find(SearchRequest("종이 접기", partial=False)).apart == 0


def test_words_side_by_side_are_looked_for_in_each_of_the_documents_that_are_asked(tmp_path: Path) -> None:
    texts = ["red crane", "red and crane", "a red crane", "crane"]
    with index_of(tmp_path / "index", *(document(str(n), "T", text) for n, text in enumerate(texts))) as index:
        documents, library, places, _ = index._current()[2]
        pieces = (*expand("red", library), *expand("crane", library))
        for asked, found in (({0, 1}, [0]), ({1, 2}, [2]), ({0}, [0]), ({1, 3}, []), ({0, 1, 2, 3}, [0, 2])):
            assert list(places.of(pieces, documents.lanes.mask(asked))) == found
