"""Names that mean the same, from the table that ships and from brackets in texts."""

import csv
import runpy
from pathlib import Path

import pytest

from reader.search.analysis.fold import fold
from reader.search.concepts.brackets import pairs
from reader.search.concepts.learnt import LIKELY, SURE, Pair, weighed
from reader.search.concepts.shipped import shipped_lines
from reader.search.concepts.table import Concepts, key_of, read
from reader.services.concepts import shipped_phrases

JUDGED = Path(__file__).parents[1] / "data" / "learnt_pairs.tsv"
PACKAGING = Path(__file__).parents[3] / "packaging"


@pytest.fixture(scope="module")
def shipped() -> Concepts:
    return Concepts(shipped_lines())


@pytest.mark.parametrize(
    "text", ["강화학습", "강화 학습", "강화학습을", "Reinforcement-Learning", "reinforcement learning"]
)
def test_a_name_is_found_however_it_is_written(shipped: Concepts, text: str) -> None:
    concept = shipped.of(text)
    assert concept is not None
    assert {"강화학습", "reinforcement learning"} <= set(concept.names)


def test_the_genitive_may_stand_between_two_nouns(shipped: Concepts) -> None:
    assert shipped.of("사고의 연쇄") == shipped.of("chain of thought")


def test_a_name_that_means_other_things_asks_and_is_not_asked_for() -> None:
    concepts = Concepts(read(["어텐션 | attention | ~주의"]))
    concept = concepts.of("주의")
    assert concept is not None
    assert concept.names == ("어텐션", "attention")


def test_the_phrases_that_ship_are_those_of_the_table() -> None:
    made = runpy.run_path(str(PACKAGING / "phrases.py"))["names"]()
    assert sorted(shipped_phrases().names) == made, "run packaging/phrases.py"


def test_no_name_stands_in_two_lines(shipped: Concepts) -> None:
    names = [key_of(name) for concept in shipped.all for name in {key_of(n): n for n in concept.names}.values()]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_no_line_has_a_name_with_and_without_its_accents(shipped: Concepts) -> None:
    for concept in shipped.all:
        if any(fold(name) != name.casefold() for name in concept.names):
            assert len({key_of(name) for name in concept.names}) == len(concept.names), concept


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("자기회귀(autoregressive) 모델을 쓴다", [("자기회귀", "autoregressive")]),
        ("긴 Mixture of Experts(MoE) 층", [("Mixture of Experts", "MoE")]),
        ("이를 위한 종이 접기(paper folding)", [("종이 접기", "paper folding")]),
        ("그림 3(왼쪽)을 보라", []),
        ("모델은 (가) 크고", []),
    ],
)
def test_a_bracket_tells_two_names_of_one_thing(text: str, found: list[tuple[str, str]]) -> None:
    assert list(pairs(text)) == found


def test_what_several_posts_say_is_sure_and_a_name_of_a_model_is_not() -> None:
    said = [("접기 격자", "folding grid", f"paper {n}", f"post {n}") for n in range(3)]
    found = weighed([*said, ("모델", "PaperCrane", "paper 9", "post 9"), ("접는 법", "way folded", "p", "q")])
    assert (found[0].name, found[0].confidence) == ("접기 격자", SURE)
    assert {pair.name: pair.confidence for pair in found}["모델"] < LIKELY


def test_sure_pairs_are_right_by_the_judgement_of_a_person() -> None:
    with JUDGED.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    stated = [(row["name"], row["other"], int(row["papers"]), int(row["posts"]), float(row["share"])) for row in rows]
    sure = [
        row["judgement"] == "right" for row, pair in zip(rows, stated, strict=True) if Pair(*pair).confidence == SURE
    ]
    assert len(rows) >= 200
    assert sum(sure) / len(sure) >= 0.97
