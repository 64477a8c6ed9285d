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
