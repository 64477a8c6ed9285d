"""Phrases are found when a document is indexed just where a search finds them without."""

from pathlib import Path

import pytest

from reader.search.concepts.phrases import chained, phrases_of
from reader.search.concepts.table import Concepts, read
from reader.search.index import Index
from reader.search.known import Known
from reader.search.request import SearchRequest
from reader.search.store.phrases import Phrases
from tests.search.documents import documents

TABLE = """
강화 학습 | 강화학습 | reinforcement learning | RL
언어 모델 | language model | LM
언어 | language
모델 | model
사고의 연쇄 | chain of thought | CoT
어텐션 | attention
자기회귀 | autoregressive
3D 재구성 | 3D reconstruction
LLM 에이전트 | LLM agent
"""
QUERIES = (
    "강화 학습",
    "강화학습을",
    "언어 모델",
    "language model",
    "language 모델",
    "대규모 언어모델",
    "사고 연쇄",
    "3D 재구성",
    "LLM 에이전트 벤치마크",
    "flash attention",
    "한계:(언어 모델)",
    '"언어 모델" -확산',
)


@pytest.fixture(scope="module")
def concepts() -> Concepts:
    return Concepts(read(TABLE.splitlines()))


@pytest.mark.parametrize("query", QUERIES)
def test_an_answer_is_the_same_with_phrases_and_without(query: str, concepts: Concepts, tmp_path: Path) -> None:
    answers = []
    for name, phrases in (("with", Phrases(phrases_of(concepts))), ("without", Phrases())):
        with Index(tmp_path / name) as index:
            index.apply(add=list(documents())[:6], phrases=phrases)
            index.apply(add=list(documents())[6:], phrases=phrases)
            found = index.find(SearchRequest(query), Known(concepts=concepts))
            answers.append((found.total, [(hit.key, hit.tier) for hit in found.hits]))
    assert answers[0] == answers[1]


def test_a_run_may_have_its_spaces_anywhere() -> None:
    positions = {"강화": [1], "화학": [1 + 1], "학습": [3, 9], "=강": [7], "^화": [8]}
    assert Phrases([("강화학습",)]).of(positions) == {"강화학습": [1]}


def test_terms_have_to_stand_behind_one_another() -> None:
    positions = {"language": [4, 10], "model": [5, 20]}
    assert Phrases([("language", "model")]).of(positions) == {"language model": [4]}


def test_a_phrase_of_both_scripts_is_one(concepts: Concepts) -> None:
    assert ("3", "d", "재구성") in set(phrases_of(concepts))


def test_pieces_with_other_ways_to_write_them_are_no_phrase(tmp_path: Path) -> None:
    from reader.search.analysis.forms import Form, Kind, Piece

    one, two = Form(Kind.WORD, ("flash",)), Form(Kind.WORD, ("flashattention",))
    assert chained((Piece((one, two)), Piece((Form(Kind.WORD, ("attention",)),)))) == ()


def test_a_run_of_four_syllables_is_a_phrase_and_one_of_three_beside_another_term() -> None:
    assert Phrases([("재구성",), ("학습",), ("model",), ("강화학습",)]).names == {"강화학습"}
    beside = Phrases([("d", "재구성")])
    assert beside.of({"d": [0, 5], "재구": [1, 9], "구성": [2]}) == {"d 재구성": [0]}
    assert beside.of({"d": [0], "재구": [1], "구성": [3], "=재": [7]}) == {}
    assert Phrases([("강화학습",)]).of({"강화": [1], "학습": [9], "화학": [20]}) == {}
    assert Phrases([("강화학습",)]).of({"강화": [1], "화학": [2, 20], "=습": [4]}) == {"강화학습": [1]}
