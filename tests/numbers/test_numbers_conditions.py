"""Questions about numbers: understood as a whole or not at all, and answered by measurements."""

from decimal import Decimal

import pytest

from reader.numbers.answering import Condition
from reader.numbers.conditions import parse_condition


def asked(text: str) -> Condition:
    condition = parse_condition(text)
    assert condition is not None, text
    return condition


@pytest.mark.parametrize(
    ("text", "metric", "operator", "value", "unit"),
    [
        ("FID<2", "FID", "<", "2", ""),
        ("FID 2 이하", "FID", "≤", "2", ""),
        ("FID ≤ 2.5", "FID", "≤", "2.5", ""),
        ("PSNR>30", "PSNR", ">", "30", ""),
        ("정확도 90% 이상", "정확도", "≥", "90", "%"),
        ("90%가 넘는 정확도", "정확도", ">", "90", "%"),
        ("80% 이상", "", "≥", "80", "%"),
        ("7B 이하", "", "≤", "7", "B"),
        ("7B보다 작은", "", "<", "7", "B"),
        ("13B 이상 모델", "", "≥", "13", "B"),
        ("지연 100ms 미만", "지연", "<", "100", "ms"),
        ("100만 장 이상 데이터셋", "데이터셋", "≥", "1000000", "장"),
        ("accuracy over 90%", "accuracy", ">", "90", "%"),
    ],
)
def test_a_question_is_understood(text: str, metric: str, operator: str, value: str, unit: str) -> None:
    condition = asked(text)

    assert (condition.metric, condition.operator) == (metric, operator)
    assert (condition.value, condition.unit) == (Decimal(value), unit)


def test_a_word_of_change_is_part_of_the_question() -> None:
    assert asked("10배 이상 빠른").change == "빠른"
    assert asked("정확도 5%p 이상 향상").change == "향상"


@pytest.mark.parametrize(
    "text",
    ["", "확산 모델", "GPT 4", "Llama 3.1 이상", "2025년 이후", "FID 2", "정확도", "FID 2 이하 그리고 IS 300 이상"],
)
def test_what_asks_no_single_question_is_none(text: str) -> None:
    assert parse_condition(text) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("FID<2", "FID 1.87을 기록하였다."),
        ("FID<2", "rFID 0.61→0.20"),
        ("FID 2 이하", "FID를 3.1에서 2.0으로 낮추었다."),
        ("PSNR>30", "PSNR이 31.2dB였다."),
        ("정확도 90% 이상", "94~99% 순위 정확도"),
        ("정확도 90% 이상", "98% 이상의 정확도를 보였다."),
        ("10배 이상 빠른", "추론 속도를 14.6배 향상시켰다."),
        ("10배 이상 빠른", "최대 100배 빠른 학습"),
        ("7B 이하", "3B 모델이 앞섰다."),
        ("7B 이하", "Kestrel-7B-Instruct를 사용하였다."),
        ("7B 이하", "15억 파라미터 모델"),
        ("100만 장 이상 데이터셋", "370만 개의 이미지로 학습하였다."),
        ("100만 장 이상 데이터셋", "수백만 장의 이미지로 학습하였다."),
        ("지연 0.1초 이하", "지연은 95ms이다."),
    ],
)
def test_a_text_answers_with_yes(question: str, text: str) -> None:
    assert asked(question).holds_in(text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("FID<2", "FID 2.0을 기록하였다."),
        ("FID<2", "FID를 1.5% 개선하였다."),
        ("FID<2", "KID 1.2를 기록하였다."),
        ("정확도 90% 이상", "90% 이상의 정확도 하락을 보였다."),
        ("정확도 90% 이상", "성공률 95%를 보였다."),
        ("10배 이상 빠른", "메모리를 14배 줄였다."),
        ("10배 이상 빠른", "2.3배 빠른 추론"),
        ("7B 이하", "5B 토큰으로 학습하였다."),
        ("7B 이하", "70B 모델이 앞섰다."),
        ("100만 장 이상 데이터셋", "300만 파라미터 모델"),
        ("100만 장 이상 데이터셋", "5,000장의 이미지"),
    ],
)
def test_a_text_answers_with_no(question: str, text: str) -> None:
    assert not asked(question).holds_in(text)


def test_the_number_before_a_change_is_no_answer() -> None:
    assert not asked("FID<2").holds_in("FID가 1.9에서 2.4로 나빠졌다.")
