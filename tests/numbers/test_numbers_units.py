"""Amounts in their base, so that different units compare."""

from decimal import Decimal

import pytest

from reader.numbers.grammar import measurements
from reader.numbers.units import normalised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("140억 파라미터", "14B 파라미터"),
        ("2만 6천 개의 질문", "26,000개의 질문"),
        ("지연은 850ms이다.", "지연은 0.85초이다."),
        ("지연은 2분이다.", "지연은 120초이다."),
        ("메모리는 1.5GB이다.", "메모리는 1500MB이다."),
        ("3× 속도 향상", "3배 속도 향상"),
    ],
)
def test_the_same_amount_in_other_units_is_the_same(one: str, other: str) -> None:
    (left,), (right,) = measurements(one), measurements(other)

    assert normalised(left.value, left.unit) == normalised(right.value, right.unit)


def test_percent_and_percentage_points_are_not_compared() -> None:
    assert normalised(Decimal(5), "%").base != normalised(Decimal(5), "%p").base


def test_fourteen_eok_is_a_tenth_of_fourteen_b() -> None:
    (left,), (right,) = measurements("14억 파라미터"), measurements("14B 파라미터")

    assert normalised(left.value, left.unit).value * 10 == normalised(right.value, right.unit).value
