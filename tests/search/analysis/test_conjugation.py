"""What the forms of a verb begin with, one regular or irregular kind of stem after the other."""

import pytest

from reader.search.analysis.conjugation import beginnings, proofs


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("어렵", "어렵 어려우 어려운 어려울 어려움 어려웁 어려워 어려웠"),
        ("돕", "도우 도운 도와 도왔 돕는 돕고"),
        ("곱", "고우 고와 고왔"),
        ("듣", "듣고 들은 들을 들음 들으 들어 들었"),
        ("짓", "짓고 지은 지을 지음 지어 지었"),
        ("빨갛", "빨간 빨갈 빨감 빨개"),
        ("빠르", "빠르 빠른 빨라 빨랐 빨리"),
        ("흐르", "흐르 흐른 흘러 흘렀"),
        ("만들", "만들 만드는 만드니 만드네 만드시 만든 만듭 만듦 만들어 만들었"),
        ("길", "길며 길면 길려 길을"),
        ("나쁘", "나쁘 나쁜 나빠 나빴"),
        ("크", "크며 크면 크므 크니 크려 큰다 커서 커졌 컸다 컸고"),
        ("하", "하며 해서 했다"),
        ("보이", "보이 보인 보여 보였 보이어"),
        ("줄이", "줄여 줄였"),
        ("바꾸", "바꿔 바꿨 바꾸어"),
        ("나누", "나눠 나눴"),
        ("보", "보며 보면"),
        ("많", "많은 많을 많음 많이"),
    ],
)
def test_forms_begin_as_the_orthography_says(stem: str, forms: str) -> None:
    assert set(forms.split()) - set(beginnings(stem)) == set()


@pytest.mark.parametrize(
    ("stem", "forms"), [("어렵", "어려와 어려왔"), ("만들", "만들는 만들니"), ("빨갛", "빨가"), ("돕", "도와와")]
)
def test_and_not_as_another_kind_of_stem_would(stem: str, forms: str) -> None:
    assert set(forms.split()) & set(beginnings(stem)) == set()


def test_what_proves_a_verb_is_no_form_of_a_noun() -> None:
    assert {"어렵고", "어렵게", "어려웠"} <= set(proofs("어렵"))
    assert "만들어" in proofs("만들")
    assert "보여" not in proofs("보이")


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("어렵", "어렵 어려우 어려운 어려울 어려움 어려웁 어려워 어려웠"),
        ("만들", "만들 만드네 만드는 만드니 만드시 만든 만들어 만들었 만듦 만듭"),
        ("나쁘", "나쁘 나쁜 나쁠 나쁨 나쁩 나빠 나빴"),
        ("흐르", "흐르 흐른 흐를 흐름 흐릅 흐러 흐렀 흐르러 흐르렀 흘러 흘렀 흘리"),
        ("배우", "배우 배운 배울 배움 배웁 배우어 배우었 배워 배웠"),
        ("보이", "보이 보인 보일 보임 보입 보이어 보이었 보여 보였"),
        ("비교하", "비교하 비교한 비교할 비교함 비교합 비교하여 비교하였 비교해 비교했"),
        ("빨갛", "빨갛 빨간 빨갈 빨감 빨개"),
        (
            "살",
            "살고 살게 살지 살는 살다 살기 살던 살네 살거 살자 살습 살겠 살느 "
            "살며 살면 살려 살을 살아 살았 사는 사니 사네 사시 산 삽 삶",
        ),
        ("먹", "먹고 먹게 먹지 먹는 먹다 먹기 먹던 먹네 먹거 먹자 먹습 먹겠 먹느 먹은 먹을 먹음 먹으 먹이 먹어 먹었"),
        (
            "짓",
            "짓고 짓게 짓지 짓는 짓다 짓기 짓던 짓네 짓거 짓자 짓습 짓겠 짓느 짓은 짓을 짓음 짓으 짓이 짓어 짓었 "
            "지은 지을 지음 지으 지어 지었 지아 지았",
        ),
        (
            "크",
            "크고 크게 크지 크는 크다 크기 크던 크네 크거 크자 크습 크겠 크느 크며 크면 크므 "
            "크니 크려 큰 큰다 클 큼 큽 커서 커야 커도 커지 커진 커졌 커져 "
            "커질 커짐 컸다 컸고 컸으 컸던 컸지 컸는 컸을 컸음",
        ),
    ],
)
def test_these_are_all_ways_in_which_a_form_may_begin(stem: str, forms: str) -> None:
    """With some that nobody writes (흐러, 짓어), which no text contains."""
    assert set(beginnings(stem)) == set(forms.split())


def test_these_are_all_proofs_of_a_verb() -> None:
    assert " ".join(proofs("어렵")) == "어렵고 어렵게 어렵지 어렵다 어렵며 어렵던 어렵도록 어렵거나 어려웠 어렵어"
    assert " ".join(proofs("나쁘")) == "나쁘고 나쁘게 나쁘지 나쁘다 나쁘며 나쁘던 나쁘도록 나쁘거나 나빴"
