"""The rules for words, by example: folding, tokens, particles, verbs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.fold import fold, folded
from reader.search.particles import tails
from reader.search.tokens import singular, tokens, word_parts, word_whole
from reader.search.typos import distance
from reader.search.verbs import forms, nouns_of


def terms(text: str) -> set[str]:
    return {term for term, _ in tokens(text)}


def places(text: str, term: str) -> list[int]:
    return [place for found, place in tokens(text) if found == term]


@pytest.mark.parametrize(
    ("text", "same"),
    [("이미지", unicodedata.normalize("NFD", "이미지")), ("ＦＩＤ", "fid"), ("256×256", "256x256"), ("ﬁne", "FINE")],
)
def test_texts_that_look_the_same_are_the_same(text: str, same: str) -> None:
    assert fold(text) == fold(same)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_a_folded_text_finds_its_way_back_to_every_character(text: str) -> None:
    form = folded(text)
    for at in range(len(form.text)):
        start, end = form.origin(at, at + 1)
        assert 0 <= start < end <= len(text)


def test_spaces_inside_a_compound_do_not_move_its_syllables() -> None:
    assert places("강화학습", "학습") == places("강화 학습", "학습") == [2]


def test_a_comma_keeps_words_apart() -> None:
    assert places("강화, 학습", "학습") == [3]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("FlashAttention", ["flash", "attention"]),
        ("LLMs", ["llm"]),
        ("LoRA", ["lo", "ra"]),
        ("gFID", ["gfid"]),
        ("rStar2", ["rstar", "2"]),
        ("AIME25", ["aime", "25"]),
        ("256x256", ["256", "x", "256"]),
        ("1,000", ["1000"]),
        ("69.8", ["69.8"]),
    ],
)
def test_latin_words_part_where_case_or_kind_changes(word: str, parts: list[str]) -> None:
    assert word_parts(word) == parts
    assert word_whole(word) == "".join(parts)


@pytest.mark.parametrize(
    ("word", "one"),
    [("models", "model"), ("losses", "loss"), ("studies", "study"), ("boxes", "box"), ("class", "class"),
     ("corpus", "corpus"), ("analysis", "analysis"), ("gas", "gas")],
)  # fmt: skip
def test_the_s_of_a_plural_is_dropped(word: str, one: str) -> None:
    assert singular(word) == one


def test_a_syllable_is_marked_where_it_may_be_a_noun() -> None:
    assert {"=값"} <= terms("값을") and {"=값"} <= terms("값")
    assert "값$" in terms("임계값으로") and "^웹" in terms("웹사이트")
    assert "=눈" not in terms("눈덩이")


@pytest.mark.parametrize(
    ("run", "noun"),
    [("이미지를", "이미지"), ("모델에서는", "모델"), ("실험으로", "실험"), ("모델로", "모델"), ("사용자에게", "사용자"),
     ("데이터이다", "데이터"), ("값과", "값"), ("언어로부터", "언어")],
)  # fmt: skip
def test_particles_end_a_noun(run: str, noun: str) -> None:
    assert len(noun) in tails(run)


@pytest.mark.parametrize("run", ["전문가", "경로", "효과", "모델를", "데이터을", "실험로"])
def test_a_particle_has_the_form_its_noun_asks_for(run: str) -> None:
    assert not tails(run)


@pytest.mark.parametrize(
    ("word", "noun"),
    [("제안하였다", "제안"), ("압축된", "압축"), ("정확히", "정확"), ("향상시켰다", "향상"), ("활용하여", "활용"),
     ("학습되는", "학습"), ("자연스러운", "자연"), ("평가받는", "평가")],
)  # fmt: skip
def test_a_noun_is_found_in_the_verb_made_of_it(word: str, noun: str) -> None:
    assert nouns_of(word) == (noun,)


@pytest.mark.parametrize("word", ["위한", "통해", "강화학습", "최적화", "문제해결"])
def test_not_every_ha_makes_a_verb_of_a_noun(word: str) -> None:
    assert nouns_of(word) == ()


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("어려운", "어렵 어려움 어려워 어려웠"),  # ㅂ
        ("어렵다", "어려운 어려워"),
        ("빠르게", "빠른 빠름 빨라 빨랐 빨리"),  # 르
        ("빨라졌다", "빨라지 빨라진 빨라져"),
        ("만든", "만들 만드는 만듦"),  # ㄹ
        ("만들어", "만든 만드는"),
        ("들어", "듣고 듣는"),  # ㄷ
        ("지어", "짓고 짓는"),  # ㅅ
        ("빨간", "빨갛 빨개"),  # ㅎ
        ("커서", "큰 크게 컸다"),  # 으
        ("나빠", "나쁘 나쁜"),
        ("따라", "따르 따른"),
        ("보였다", "보이 보인 보여"),
        ("줄이는", "줄이 줄인 줄여 줄였"),
        ("높은", "높고 높다 높아 높이"),
        ("나타낸다", "나타내 나타낸 나타냈"),
        ("도와", "돕는 도운"),
        ("강해", "강하 강한 강했"),
        ("되어", "된 돼서"),
        ("남아있는", "남아"),
    ],
)
def test_a_form_of_a_verb_gives_its_other_forms(word: str, others: str) -> None:
    found = forms(word)
    assert [o for o in others.split() if o not in found and not any(o.startswith(f) for f in found)] == []


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=8))
def test_any_syllables_have_forms_tails_and_nouns(run: str) -> None:
    assert all(forms(run)) and all(0 < k < len(run) for k in tails(run))
    assert all(run.startswith(noun) for noun in nouns_of(run))


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("difusion", "diffusion", 1), ("gausian", "gaussian", 1), ("latnet", "latent", 1), ("word", "world", 1),
     ("a", "xyz", 3)],
)  # fmt: skip
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 2) == slips
