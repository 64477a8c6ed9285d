"""The grammar by its shapes, one example each."""

import unicodedata
from decimal import Decimal

import pytest

from reader.numbers.grammar import measurements
from reader.numbers.model import Measurement


def only(text: str) -> Measurement:
    (found,) = measurements(text)
    return found


def shown(text: str) -> list[str]:
    """Metric, number and kind of each measurement, as a strip would show them."""
    return [f"{one.metric} {one.text} {one.kind}".strip() for one in measurements(text)]


@pytest.mark.parametrize(
    ("text", "strip"),
    [
        ("AlphaNet은 FID 2.31을 기록하였다.", ["FID 2.31 value"]),
        ("정확도가 61.3%에서 74.8%로 상승하였다.", ["정확도 61.3%에서 74.8% value"]),
        ("rFID 0.61→0.20", ["rFID 0.61→0.20 value"]),
        ("97.4% 성공률을 보였다.", ["성공률 97.4% value"]),
        ("12%의 정확도 향상을 보였다.", ["정확도 12% change"]),
        ("정확도를 12% 높였다.", ["정확도 12% change"]),
        ("2.5배 빠른 추론 속도", ["추론 속도 2.5배 ratio"]),
        ("속도가 2.3× 빨라졌다.", ["속도 2.3× ratio"]),
        ("FID 2.56, IS 310.2", ["FID 2.56 value", "IS 310.2 value"]),
        ("평균 nDCG@10은 0.346이다.", ["nDCG@10 0.346 value"]),
        ("A 대비 8%, B 대비 3% 높은 정확도", ["정확도 8% change", "정확도 3% change"]),
        ("정확도와 정밀도를 각각 18%, 12% 향상하였다.", ["정확도 18% change", "정밀도 12% change"]),
        ("오차를 4.2cm, 3.1cm로 낮추었다.", ["오차 4.2cm value", "오차 3.1cm value"]),
        ("32개 프레임만 사용한다.", ["프레임 32개 count"]),
        ("7B 모델이 앞섰다.", ["모델 7B count"]),
    ],
)
def test_a_shape_is_read(text: str, strip: list[str]) -> None:
    assert shown(text) == strip


@pytest.mark.parametrize(
    "text",
    [
        "Llama 3.1과 Gemini 2.5 Pro를 비교하였다.",
        "2024년에 공개된 3D 데이터이다.",
        "256×256 해상도와 16×16 패치",
        "4.2절과 표 3에 있다.",
        "arXiv:2509.01234의 후속 연구",
        "2단계 학습을 따른다.",
        "1) 수집 2) 학습",
        "17번째 블록이 1위였다.",
        "기존의 10분의 1 규모이다.",
        "파라미터를 10 분의 1로 줄였다.",
        "학습 파라미터는 1만 분의 1로 줄었다.",
        "2만분의 1 축척의 지도이다.",
        "8×H100에서 4K 이미지를 만든다.",
        "11월 3일에 공개되었다.",
    ],
)
def test_a_number_that_is_a_name_is_left(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14억 파라미터", 14 * 10**8),
        ("2만 6천 개의 질문", 26_000),
        ("8억 6500만 개의 파라미터", 865_000_000),
        ("8.65억 파라미터", 865_000_000),
        ("1천2백만 장의 이미지", 12_000_000),
        ("1백만 장의 이미지", 1_000_000),
        ("15조 토큰", 15 * 10**12),
        ("4,961개 질문", 4961),
        ("200여 개의 세미나", 200),
    ],
)
def test_korean_counts_are_multiplied_out(text: str, value: int) -> None:
    assert only(text).value == value


def test_a_range_has_both_ends() -> None:
    found = only("2.7~3.8배의 속도 향상")

    assert (found.value, found.high) == (Decimal("2.7"), Decimal("3.8"))


def test_a_spread_is_kept() -> None:
    assert only("정확도 82.3±0.4%").spread == Decimal("0.4")


def test_what_a_number_is_set_against_is_kept() -> None:
    assert only("F1 0.82 대 0.64").versus == Decimal("0.64")


def test_a_bound_is_kept_as_a_sign() -> None:
    assert [only(f"정확도 90% {word}").bound for word in ("이상", "이하", "초과", "미만")] == ["≥", "≤", ">", "<"]


def test_the_word_of_change_is_the_texts_own() -> None:
    assert only("메모리를 71% 절약하였다.").change == "절약하였다"


def test_the_benchmark_beside_a_number_is_known() -> None:
    assert only("GAIA 벤치마크에서 정확도가 32.2%였다.").benchmark == "GAIA"
    assert only("AIME 2024에서 72.4%의 정확도").benchmark == "AIME 2024"


def test_of_several_benchmarks_none_is_chosen() -> None:
    assert only("MMLU, ARC 벤치마크에서 평균 정확도가 32.2%였다.").benchmark == ""


def test_every_sentence_of_a_section_is_read_in_its_place() -> None:
    text = "- FID 2.3이다.\n\n**정확도**는 91%였다. 속도는 3배이다."

    assert [text[slice(*one.span)] for one in measurements(text)] == ["2.3", "91%", "3배"]


def test_korean_in_parts_is_read_in_its_place() -> None:
    text = unicodedata.normalize("NFD", "정확도가 61.3%에서 74.8%로 상승하였다.")

    found = only(text)

    assert text[slice(*found.span)] == found.text
    assert found.value == Decimal("74.8")
    assert found.metric == "정확도"


def test_full_width_digits_are_digits() -> None:
    found = only("정확도 ９１％")

    assert (found.value, found.unit, found.text) == (91, "%", "９１％")


def test_text_without_numbers_gives_nothing() -> None:
    assert measurements("") == []
    assert measurements("모든 지표에서 우수하였다.") == []
