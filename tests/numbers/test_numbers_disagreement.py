"""Numbers of two texts that are ten times one another."""

import pytest

from reader.numbers.disagreement import disagreements


def pairs(here: str, there: str) -> list[tuple[str, str]]:
    return [(found.here.text, found.there.text) for found in disagreements(here, there)]


def test_fourteen_eok_beside_fourteen_b_is_told() -> None:
    assert pairs("14억 매개변수 모델을 제안한다.", "14B 규모의 모델을 제안한다.") == [("14억 매개변수", "14B")]


def test_a_hundred_and_forty_eok_beside_fourteen_b_is_right() -> None:
    assert pairs("140억 매개변수 모델을 제안한다.", "14B 규모의 모델을 제안한다.") == []


def test_a_size_in_a_name_is_compared() -> None:
    assert pairs("Kestrel-14B", "14억 매개변수 모델인 Kestrel을 제안한다.") == [("14B", "14억 매개변수")]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("4,700개의 문제로 평가하였다.", "4만 7천 개의 문제로 평가하였다."),
        ("정확도가 81.4%였다.", "정확도가 8.14%였다."),
        ("50억 토큰으로 학습하였다.", "50B 토큰으로 학습하였다."),
        ("속도가 2.5배 향상되었다.", "25배의 속도 향상을 보였다."),
    ],
)
def test_ten_times_the_same_thing_is_told(here: str, there: str) -> None:
    assert len(pairs(here, there)) == 1
    assert len(pairs(there, here)) == 1


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("정확도가 81.4%였다.", "정확도가 81.4%였다."),
        ("5개 모델을 비교하였다.", "50개 질문을 사용하였다."),
        ("500개 이미지로 5,000개 이미지의 성능에 이르렀다.", "500개 이미지만 사용하였다."),
        ("정확도가 12%였다.", "1.2B 모델이다."),
        ("", "14B"),
    ],
)
def test_what_is_no_mistake_is_not_told(here: str, there: str) -> None:
    assert pairs(here, there) == []
