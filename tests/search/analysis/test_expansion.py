"""The rules for words, by example: folding, tokens, particles, verbs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.base.hangul import keys_of, syllables_of
from reader.search.analysis.fold import fold, folded
from reader.search.analysis.hangul_typos import meant
from reader.search.analysis.latin_typos import closest, distance
from reader.search.analysis.particles import tails
from reader.search.analysis.tokenizer import singular, tokens, word_parts, word_whole
from reader.search.analysis.verbs import forms, main_stems, nouns_of


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
        ("DINOv3", ["dino", "v", "3"]),
        ("conv2d", ["conv", "2", "d"]),
        ("256x256", ["256", "x", "256"]),
        ("1,000", ["1000"]),
        ("69.8", ["69.8"]),
        ("C#", ["c#"]),
        ("C++", ["c++"]),
    ],
)
def test_latin_words_part_where_case_or_kind_changes(word: str, parts: list[str]) -> None:
    assert word_parts(word) == parts
    assert word_whole(word) == "".join(parts)


def test_an_acronym_in_u_has_a_plural() -> None:
    assert word_whole("GPUs") == "gpu" and word_parts("GPUs") == ["gpu"]


@pytest.mark.parametrize(
    ("word", "one"),
    [("models", "model"), ("losses", "loss"), ("studies", "study"), ("boxes", "box"), ("class", "class"),
     ("corpus", "corpus"), ("analysis", "analysis"), ("gas", "gas")],
)  # fmt: skip
def test_the_s_of_a_plural_is_dropped(word: str, one: str) -> None:
    assert singular(word) == one


def test_a_syllable_is_marked_where_it_may_be_a_noun() -> None:
    assert {"=값"} <= terms("값을") and {"=값"} <= terms("값")
    assert "값$" in terms("임계값으로") and "값%" in terms("키값을") and "^웹" in terms("웹사이트")
    assert "맵$" in terms("깊이맵에서") and "팔$" in terms("로봇팔") and "층$" in terms("중간층별")
    assert "=눈" not in terms("눈덩이")


@pytest.mark.parametrize(
    ("run", "noun"),
    [("이미지를", "이미지"), ("모델에서는", "모델"), ("실험으로", "실험"), ("모델로", "모델"), ("사용자에게", "사용자"),
     ("데이터이다", "데이터"), ("값과", "값"), ("언어로부터", "언어"), ("에이전트들", "에이전트"),
     ("모델들로", "모델")],
)  # fmt: skip
def test_particles_end_a_noun(run: str, noun: str) -> None:
    assert len(noun) in tails(run)


@pytest.mark.parametrize("run", ["전문가", "경로", "효과", "모델를", "데이터을", "실험로", "만들", "힘들"])
def test_a_particle_has_the_form_its_noun_asks_for(run: str) -> None:
    assert not tails(run)


@pytest.mark.parametrize(
    ("word", "noun"),
    [("제안하였다", "제안"), ("압축된", "압축"), ("정확히", "정확"), ("향상시켰다", "향상"), ("활용하여", "활용"),
     ("학습되는", "학습"), ("평가받는", "평가")],
)  # fmt: skip
def test_a_noun_is_found_in_the_verb_made_of_it(word: str, noun: str) -> None:
    assert nouns_of(word) == (noun,)


@pytest.mark.parametrize("word", ["위한", "통해", "강화학습", "최적화", "문제해결", "자연스러운"])
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
        ("자연스러운", "자연스럽 자연스러워"),
        ("있는", "있다 있었다 있음"),
    ],
)
def test_a_form_of_a_verb_gives_its_other_forms(word: str, others: str) -> None:
    found = forms(word)
    assert [o for o in others.split() if o not in found and not any(o.startswith(f) for f in found)] == []


@pytest.mark.parametrize("word", ["사용자", "생성기", "영상지"])
def test_no_verb_has_a_stem_in_ng(word: str) -> None:
    assert forms(word) == ()


@pytest.mark.parametrize(
    ("word", "stem"),
    [("밝혀졌다", "밝히"), ("빨라진", "빠르"), ("만들어낸", "만들"), ("커지는", "크"), ("보여준다", "보이"),
     ("어려워졌다", "어렵")],
)  # fmt: skip
def test_a_verb_with_an_auxiliary_is_of_the_verb_before_it(word: str, stem: str) -> None:
    assert stem in main_stems(word)


@pytest.mark.parametrize("word", ["주어진", "가진", "이어지는", "해내는", "에너지", "이미지"])
def test_not_every_ji_is_an_auxiliary(word: str) -> None:
    assert not {"주", "가", "이", "하"}.intersection(main_stems(word))


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


class Words:
    """A vocabulary of some words, each in as many documents as is said."""

    def __init__(self, **counts: int) -> None:
        self.counts = counts

    def words(self, prefix: str) -> list[str]:
        return [word for word in self.counts if word.startswith(prefix)]

    def docs(self, term: str) -> range:
        return range(self.counts[term])

    def is_pair(self, pair: str) -> bool:
        return any(pair in word for word in self.counts)

    def uses(self, run: str) -> int:
        return sum(count for word, count in self.counts.items() if run in word)


@pytest.mark.parametrize(
    ("slip", "word"), [("sparce", "sparse"), ("spase", "space"), ("diffsion", "diffusion"), ("spqq", None)]
)
def test_the_nearest_word_is_meant(slip: str, word: str | None) -> None:
    assert closest(slip, Words(sparse=1, space=9, diffusion=2)) == word


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("트렌스포머", "트랜스포머"),  # ㅐ for ㅔ
        ("이밎지", "이미지"),  # a coda too many
        ("이지미", "이미지"),  # two syllables exchanged
        ("임지", "이미지"),  # a vowel too few: one syllable less, and 이미 is only its beginning
        ("토컨", "토큰"),  # the key beside it
        ("젼", None),  # too short to tell
        ("로봇트", "로봇"),
        ("인코터", "인코더"),
        ("트렌스퍼머", "트랜스포머"),  # two slips in a longer word
        ("또큰", "토큰"),  # the first letter, where it sounds alike
        ("바나나", None),
    ],
)
def test_the_nearest_run_is_meant(slip: str, word: str | None) -> None:
    known = Words(트랜스포머=3, 이미지=5, 확산모델=2, 토큰=2, 로봇=4, 인코더=2, 코끼리=1)
    assert meant(slip, known.is_pair, known.uses) == word


def test_of_equal_slips_the_commonest_word_is_meant() -> None:
    known = Words(도메인=3, 도메안=0, 도매인=9)
    assert meant("도매안", known.is_pair, known.uses) == "도매인"


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=6))
def test_a_run_is_made_of_its_keys(run: str) -> None:
    made = syllables_of(keys_of(run))
    assert made is not None and keys_of(made) == keys_of(run)
