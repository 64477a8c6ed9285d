# ruff: noqa: SIM905  # lists of words read better as text
"""From a form that was typed to the stems it may be of: every ending that the rules know, behind every kind of stem."""

import pytest

from reader.base.hangul import with_coda
from reader.search.analysis.verbs import forms, is_bare, main_stems, nouns_of, stems

# Behind a consonant and a vowel alike.
PLAIN = """고 게 지 는 다 기 도록 지만 던 네 거나 는다 는데 는지 자 습니다 고자 기도 게도 고도 지는 지도 기는 기에 던데
    더라도 겠다 느냐 고서 기보다 기만""".split()
# With 으 behind a consonant.
EU = "며 면 므로 니 려고 려는 면서 니까 시 러 나 려면 며서 라는".split()
PAST = "다 고 으며 던 으나 지만 는데 을 음 으면 는지 습니다 기에 기 다는 으므로 고자".split()


@pytest.mark.parametrize("ending", PLAIN)
def test_a_plain_ending_leaves_the_stem(ending: str) -> None:
    assert "높" in stems("높" + ending)
    assert "줄이" in stems("줄이" + ending)


@pytest.mark.parametrize("ending", EU)
def test_an_ending_with_eu_behind_a_consonant(ending: str) -> None:
    assert {"높"} <= set(stems("높으" + ending))
    assert "줄이" in stems("줄이" + ending)
    assert "듣" in stems("들으" + ending)
    assert "짓" in stems("지으" + ending)
    assert "어렵" in stems("어려우" + ending)
    assert "만들" in stems(("만들" if ending[0] in "며면므려러" else "만드") + ending) or ending == "라는"


@pytest.mark.parametrize("ending", PAST)
def test_an_ending_of_the_past(ending: str) -> None:
    assert "높" in stems("높았" + ending)
    assert "보이" in stems("보였" + ending)
    assert "빠르" in stems("빨랐" + ending)
    assert "어렵" in stems("어려웠" + ending)


@pytest.mark.parametrize(
    "ending", ["ㅂ니다", "ㅂ니까", "ㄴ다", "ㄴ다는", "ㄴ다고", "ㄴ다면", "ㄴ다며", "ㄹ수록", "ㄹ지", "ㄹ까"]
)
def test_an_ending_that_begins_as_a_coda(ending: str) -> None:
    assert "줄이" in stems(with_coda("줄이", ending[0]) + ending[1:])
    assert "만들" in stems(with_coda("만들", ending[0]) + ending[1:])


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("어려운", "어려우 어려울 어렵"),
        ("만드는", "만드 만들"),
        ("줄어든", "줄어드 줄어들"),
        ("높은", "높"),
        ("들은", "듣 들"),
        ("지은", "짓"),
        ("빨간", "빨가 빨갈 빨갛"),
        ("보여", "보이"),
        ("보여서", "보이"),
        ("보여야", "보이"),
        ("보여도", "보이"),
        ("커서", "커 크"),
        ("커졌다", "커지"),
        ("가서", "가 그"),
        ("봐서", "보"),
        ("줘야", "주"),
        ("내서", "내"),
        ("세도", "세"),
        ("돼서", "되"),
        ("도와", "도오 돕"),
        ("빨라서", "빠르 빨라 빨르"),
        ("흘러서", "흐르 흘러 흘르"),
        ("강해서", "강하 강해"),
        ("되어", "되 됫"),
        ("들어서", "듣 들"),
        ("있는", "있"),
        ("있습니다", "있 있스 있슬 있습니"),
    ],
)
def test_a_form_has_these_stems_and_no_others(form: str, found: str) -> None:
    assert " ".join(stems(form)) == found


@pytest.mark.parametrize("ending", "는 다 고 던 을 음 으며 지만 었다 었던 습니다".split())
def test_what_is_written_together_with_to_be_is_a_form_of_the_verb_before(ending: str) -> None:
    assert "남아" in forms("남아있" + ending)
    assert "남안" not in forms("남안있" + ending)


LIGHT = """하는 하고 한 할 함 합니다 해 해서 했다 하여 하였다 되는 된 될 됨 됩니다 돼 됐다 되어 되었다 시키는 시킨 시킬
    시킴 시킵니다 시켜 시켰다 받는 받은 받을 받아 받았다 당하는 당한 당할 당해 당했다 히 하게 하지 하는지 하도록 하므로
    하려고 하면서 한다 한다는 하자는 되지만 되거나 하던 하며 하면 하기 해야 해도 해진 해졌다 되었으며 하였고""".split()


@pytest.mark.parametrize("behind", LIGHT)
def test_a_noun_with_a_light_verb_is_that_noun(behind: str) -> None:
    assert nouns_of("압축" + behind)[0] == "압축"
    assert "압축" not in nouns_of("압축" + behind + "값")


@pytest.mark.parametrize(
    "auxiliary", "지고 진 질 짐 집니다 져서 졌다 주고 준 줄 줌 줍니다 줘서 줬다 내고 낸 낼 냄 냅니다 냈다".split()
)
def test_the_verb_before_an_auxiliary_is_meant_as_well(auxiliary: str) -> None:
    assert "밝히" in main_stems("밝혀" + auxiliary)


@pytest.mark.parametrize("word", ["밝힌진", "밝혀제", "가진", "주어진", "이어지는"])
def test_where_it_is_one(word: str) -> None:
    assert main_stems(word) == ()


def test_a_word_may_be_a_verb_by_its_last_syllable_alone() -> None:
    assert [is_bare(word) for word in ("어려운", "줄여", "게임", "높고", "보여서", "높았다")] == [True] * 3 + [
        False
    ] * 3
