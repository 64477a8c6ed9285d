"""What a bracket tells of two names, how sure that is, and what a table makes of its lines."""

import pytest

from reader.search.analysis.forms import Form, Kind, Piece
from reader.search.concepts.brackets import pairs
from reader.search.concepts.learnt import LIKELY, OPEN, SURE, Pair, concepts, weighed
from reader.search.concepts.own import with_own
from reader.search.concepts.phrases import chained, phrases_of
from reader.search.concepts.table import NO_CONCEPTS, Concept, Concepts, key_of, read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mixture of Experts (MoE) 층", [("Mixture of Experts", "MoE")]),
        ("the Chain of Thought(CoT)", [("Chain of Thought", "CoT")]),
        ("we use Low-Rank Adaptation (LoRA)", [("Low-Rank Adaptation", "LoRA")]),
        ("we use Low-Rank Adapters (DoRA)", []),  # its letters are not those of the words
        ("by Large Language Models (LLM)", [("Large Language Models", "LLM")]),
        ("by Direct Preference Optimization(DPO)를", [("Direct Preference Optimization", "DPO")]),
        ("a Graph-based Neural Network (GNN)", []),
        ("강화 학습(reinforcement learning)", [("강화 학습", "reinforcement learning")]),
        ("종이 접기 방법(folding)", [("방법", "folding")]),  # as many nouns as words
        ("큰 언어 모델(large language model)", [("큰 언어 모델", "large language model")]),
        ("여러 큰 언어 모델(very large language model)", [("큰 언어 모델", "very large language model")]),  # three
        ("종이를 접기(folding paper)", [("접기", "folding paper")]),  # a particle ends the name
        ("제안한 접기(folding paper)", [("접기", "folding paper")]),
        ("기반 접기(folding paper)", [("접기", "folding paper")]),
        ("강화 학습(RL)", [("강화 학습", "RL")]),
        ("강화 학습(RL, reinforcement learning)", [("강화 학습", "RL")]),
        ("강화 학습(표 3)", []),
        ("(RL)", []),
        ("학습(學習)", []),
        ("값(value)", []),  # one syllable is no name
        ("GAN(GAN)", []),
        ("하나(one), 둘째(second). 셋째(third)", [("하나", "one"), ("둘째", "second"), ("셋째", "third")]),
    ],
)
def test_a_bracket_names_what_stands_before_it(text: str, found: list[tuple[str, str]]) -> None:
    assert list(pairs(text)) == found


@pytest.mark.parametrize(
    ("pair", "sure"),
    [
        (Pair("Mixture of Experts", "MoE", 1, 1, 0.1), SURE),  # an acronym of its words
        (Pair("접기 격자", "folding grid", 2, 2, 0.6), SURE),
        (Pair("접기 격자", "folding grid", 2, 2, 0.59), OPEN),
        (Pair("접기 격자", "folding grid", 2, 1, 0.6), LIKELY),
        (Pair("접기", "folding", 3, 2, 0.6), SURE),
        (Pair("접기", "folding", 2, 2, 0.6), LIKELY),
        (Pair("접기", "paper folding", 1, 1, 0.6), LIKELY),
        (Pair("접기", "big paper folding", 1, 1, 0.6), OPEN),
        (Pair("접기 격자", "a folding grid", 1, 1, 1.0), OPEN),
        (Pair("접기 격자", "FoldGrid", 2, 2, 1.0), OPEN),  # a name of its own
        (Pair("접기 격자", "FG", 3, 2, 1.0), SURE),
        (Pair("접기 격자", "FG", 2, 2, 1.0), OPEN),
        (Pair("접기", "Fold3", 2, 2, 1.0), OPEN),
        (Pair("접기", "Qwen-VL", 1, 1, 1.0), OPEN),
    ],
)
def test_how_sure_a_pair_is(pair: Pair, sure: int) -> None:
    assert pair.confidence == sure


def test_pairs_are_counted_by_paper_and_post_however_they_are_written() -> None:
    said = [
        ("접기 격자", "folding grid", "paper 1", "post 1"),
        ("접기격자", "Folding-Grid", "paper 2", "post 2"),
        ("접기 격자", "folding grid", "paper 2", "post 3"),
        ("다른 격자", "folding grid", "paper 3", "post 3"),
        ("Mixture of Experts", "MoE", "paper 1", "post 1"),
    ]
    assert weighed(said) == [
        Pair("접기 격자", "folding grid", 2, 3, 2 / 3),
        Pair("Mixture of Experts", "MoE", 1, 1, 1.0),
        Pair("다른 격자", "folding grid", 1, 1, 1 / 3),
    ]
    assert concepts(weighed(said)) == [
        Concept(("접기 격자", "folding grid")),
        Concept(("Mixture of Experts", "MoE")),
    ]


def test_a_table_is_read_line_by_line() -> None:
    lines = ["# 설명", "", "  어텐션 | attention|~주의 | ~ focus", "토큰"]
    assert read(lines) == [Concept(("어텐션", "attention"), ("주의", "focus")), Concept(("토큰",))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fine-Tuning", "finetuning"), ("fine tuning", "finetunings"), ("강화 학습", "강화학습"),
        ("사고의 연쇄", "사고 연쇄"), ("3D 재구성", "3d재구성"), ("LLM 에이전트", "llm에이전트"),
    ],
)  # fmt: skip
def test_names_are_compared_without_case_spaces_and_plurals(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), [("의의 값", "의 값"), ("연쇄의", "연쇄"), ("학습", "강화 학습")])
def test_and_otherwise_as_they_are(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


TABLE = Concepts(
    read(["비디오 | video | 동영상", "생성 | generation", "어텐션 | attention | ~주의", "모델 | model", "모델 | 모형"])
)


def test_a_concept_is_found_by_any_of_its_names_with_particles_or_without() -> None:
    assert TABLE.of("비디오는") == TABLE.of("videos") == Concept(("비디오", "video", "동영상"))
    assert TABLE.of("주의를") == Concept(("어텐션", "attention"), ("주의",))
    assert TABLE.of("모델") == Concept(("모델", "model", "모형"))  # of two lines
    assert TABLE.of("모형") == Concept(("모델", "모형"))
    assert TABLE.of("없는말") is TABLE.of("") is NO_CONCEPTS.of("모델") is None
    assert [TABLE.is_name(text) for text in ("video", "주의", "비디오는", "x")] == [True, True, False, False]


def test_of_words_together_one_may_be_said_in_the_other_language() -> None:
    assert TABLE.mixed(["video", "생성"]) == ["비디오 생성", "동영상 생성", "video generation"]
    assert TABLE.mixed(["video"]) == TABLE.mixed(["한", "말"]) == []
    assert TABLE.mixed(["종이", "생성"]) == ["종이 generation"]
    assert len(TABLE.mixed(["video", "생성", "모델", "video"])) == 7
    assert len(TABLE.mixed(["video"] * 7)) == 12  # at most


def test_the_ordinary_words_of_the_field_are_those_that_are_long_enough() -> None:
    assert TABLE.words == {"비디오", "video", "동영상", "generation", "어텐션", "attention", "model"}


def test_the_phrases_of_names_are_runs_and_terms_behind_one_another() -> None:
    found = set(phrases_of(Concepts(read(["강화 학습 | reinforcement learning | RL", "LLM 에이전트 | ~큰 에이전트"]))))
    assert {("강화학습",), ("reinforcement", "learning"), ("llm", "에이전트")} <= found
    assert not any(len(phrase) == 1 and len(phrase[0]) < 3 for phrase in found)
    mixed = set(phrases_of(Concepts(read(["영상 모델", "영상 | video"]))))
    assert ("video", "모델") in mixed
    whole = set(phrases_of(Concepts(read(["강화학습 모델", "모델 | model"]))))
    assert ("강화학습", "model") in whole
    assert ("강화학습",) not in whole  # which is no name there


def test_what_is_known_of_two_names_is_that_they_are_one_or_that_they_are_not() -> None:
    table = Concepts(read(["모델 | model | 모형", "비디오 | video"]), [("모형", "model"), ("Video", "film")])
    said = [("모델", "models"), ("model", "모델을"), ("모형", "model"), ("film", "video"), ("video", "비디오")]
    assert [table.is_said(name, other) for name, other in said] == [True, False, True, True, True]
    assert not table.is_said("모델", "video")
    assert not table.is_said("없는말", "모델")


def test_a_table_above_another_adds_to_its_concepts_and_leaves_it_as_it_is() -> None:
    below = Concepts([Concept(("어텐션", "attention")), Concept(("모델", "model"))])
    added = Concept(("attention", "주목"), ("본다",))
    both = Concepts([added], above=below)
    assert both.all == [*below.all, added]
    assert both.of("주목") == added
    assert both.of("attention") == Concept(("어텐션", "attention", "주목"), ("본다",))
    assert (below.of("attention"), below.of("주목")) == (below.all[0], None)
    assert both.of("model") == below.all[1]


def test_what_a_person_says_of_names_counts_above_the_table() -> None:
    known = Concepts([Concept(("어텐션", "attention")), Concept(("모델", "model"))])
    own = with_own(known, [("주목", "attention"), ("두루미", "crane")], [("모델", "model")])
    assert own.of("주목") == Concept(("주목", "attention", "어텐션"))
    assert set(getattr(own.of("attention"), "names", ())) == {"주목", "attention", "어텐션"}
    assert own.of("crane") == Concept(("두루미", "crane"))
    assert own.of("모델") == Concept(("모델",))
    assert own.is_said("모델", "model") and own.is_said("어텐션", "attention")


def test_a_phrase_is_made_of_pieces_that_are_written_in_one_way() -> None:
    word, parts = Form(Kind.WORD, ("flashattention",)), Form(Kind.PARTS, ("flash", "attention"), (), 2)
    model, net = Piece((Form(Kind.RUN, ("모델",), (), 2),)), Piece((Form(Kind.WORD, ("net",)),))
    head = Piece((Form(Kind.HEAD, ("보이",), (), 2),))
    assert chained((Piece((word, parts)), model)) == ("flash", "attention", "모델")
    assert chained((net, model, model)) == ("net", "모델모델")
    assert chained((Piece((parts,)), net)) == ("flash", "attention", "net")
    other = Form(Kind.PARTS, ("flash", "attentions"), (), 2)
    for piece in (Piece((word, other)), Piece((word, parts, parts)), Piece((parts, word)), head):
        assert chained((piece, model)) == chained((model, piece)) == ()
    assert chained((net, model._replace(gap=1))) == chained((model,)) == ()
