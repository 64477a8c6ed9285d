"""The strip of figures, the sentences they lead to, and all values of a benchmark."""

from datetime import date
from pathlib import Path

import pytest

from reader.across.benchmarks import model_of, values_of
from reader.across.figures import figures_in, figures_of
from reader.across.sentences import sentences
from reader.posts.parse import parse
from reader.posts.plain import plain_text
from tests.across.summaries import appearance
from tests.numbers.test_numbers_literal import unfounded


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("복원 품질(rFID 0.58→0.214)이 좋아졌다.", ["rFID 0.58 → 0.214"]),
        ("GenEval 61.4%→66.25%로 올랐다.", ["GenEval 61.4 → 66.25 %"]),
        ("학습 속도가 2.5배 향상되었다.", ["학습 속도 2.5배 향상"]),
        ("정확도가 82.3±0.4%였다.", ["정확도 82.3 ± 0.4 %"]),
        ("AIME25에서 정확도 69.8%를 기록하였다.", ["AIME25 정확도 69.8 %"]),
        ("2만 6천 개의 문제를 만들었다.", ["문제 2만 6천 개"]),
        ("정확도가 4.1%p 증가했으며 빨라졌다.", ["정확도 4.1 %p 증가"]),
        ("더 나은 결과를 보였다.", []),
    ],
)
def test_a_figure_is_shown_in_a_few_characters_of_the_text(text: str, labels: list[str]) -> None:
    assert [figure.label for figure in figures_in(text)] == labels


def test_a_figure_leads_to_its_sentence() -> None:
    text = "먼저 학습한다. 정확도가 69.8%였다.\n속도는 2배였다 (표 3). 끝."
    first, second = figures_in(text)
    assert first.sentence_text == "정확도가 69.8%였다."
    assert text[slice(*second.sentence)] == second.sentence_text == "속도는 2배였다 (표 3)."
    assert text[slice(*second.measured.span)] == second.measured.text


def test_only_results_are_in_the_strip() -> None:
    paper = appearance("X", {"Method": "64개의 장치를 썼다.", "Results": "정확도가 69.8%였다."})
    assert [(figure.section, figure.label) for figure in figures_of(paper)] == [(1, "정확도 69.8 %")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("하나이다. 둘이다.", ["하나이다.", "둘이다."]),
        ("GPT-3.5는 2.5배였다. Kim et al. 2024도 같다.", ["GPT-3.5는 2.5배였다.", "Kim et al. 2024도 같다."]),
        ("속도 향상\n메모리 절감", ["속도 향상", "메모리 절감"]),
        ("정말인가? 그렇다!", ["정말인가?", "그렇다!"]),
        ("", []),
    ],
)
def test_sentences_end_with_their_marks_and_lines(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_a_wrapped_line_is_no_end_of_a_sentence() -> None:
    text = (
        "이 문장은 길어서 편집기가 여든 글자가 되기 전에 줄을 나누었고 그래서 두 줄에 걸쳐 서 있으며 이 줄의 끝에는\n"
        "마침표가 없다. 다음이다."
    )
    assert len(sentences(text)) == 2


def test_no_figure_of_real_posts_says_what_its_sentence_does_not(shared: Path) -> None:
    count = 0
    for file in sorted((shared / "corpus").rglob("*.md")):
        for paper in parse(file.read_bytes(), file.name).papers:
            for section in paper.sections:
                text = plain_text(section.markdown)
                for figure in figures_in(text):
                    count += 1
                    start = figure.sentence[0]
                    measured = figure.measured
                    assert text[slice(*figure.sentence)] == figure.sentence_text
                    assert measured.text in figure.sentence_text
                    assert start <= measured.span[0] < measured.span[1] <= figure.sentence[1]
                    assert not unfounded(text, [measured])
    assert count > 500


ONE = appearance(
    "PixelVAE: Better Codes", {"Results": "PixelVAE는 FID 2.31을 달성하였다. 기존 GAN-X의 rFID는 0.61이었다."}, number=1
)
TWO = appearance(
    "Slow Trees",
    {"Results": "Qwen3는 GenEval 76.5%를 기록하였다.", "Conclusion": "FID가 12% 감소하였다."},
    number=2,
    link="https://arxiv.org/abs/2501.00002",
    day=date(2025, 2, 3),
)


def test_all_values_of_a_metric_are_found_with_paper_model_day_and_sentence() -> None:
    first, second = values_of("FID", [ONE, TWO])
    assert (first.key, first.model, str(first.figure.measured.value)) == ("2501.00001", "PixelVAE", "2.31")
    assert first.figure.sentence_text == "PixelVAE는 FID 2.31을 달성하였다."
    assert (second.model, str(second.figure.measured.value)) == ("GAN-X", "0.61")


def test_a_difference_is_no_value_of_a_benchmark() -> None:
    assert [value.appearance for value in values_of("FID", [TWO])] == []


def test_a_benchmark_is_named_in_any_case() -> None:
    (value,) = values_of("geneval", [ONE, TWO])
    assert (value.key, value.model, value.day) == ("2501.00002", "Qwen3", date(2025, 2, 3))


def test_a_metric_is_found_by_its_name_in_the_other_language() -> None:
    paper = appearance("X", {"Results": "정확도가 69.8%였다."})
    assert len(values_of("accuracy", [paper])) == 1


def test_what_is_said_twice_is_one_value_that_of_results() -> None:
    paper = appearance("X", {"Method": "FID 2.31을 목표로 한다.", "Results": "FID 2.31을 달성하였다."})
    (value,) = values_of("FID", [paper])
    assert value.kind.value == "results"


def test_a_model_with_its_size_in_brackets_is_named() -> None:
    *_, figure = figures_in("Slim-VAE(3층)는 FID 3.54를 달성하였다.")
    assert model_of(figure, "Better Codes for Images") == "Slim-VAE"


def test_where_no_model_is_named_none_is_given() -> None:
    (figure,) = figures_in("평균 FID는 2.31이었다.")
    assert model_of(figure, "Better Codes for Images") == ""


def test_a_model_that_is_only_compared_with_is_not_taken_for_the_one_that_has_the_value() -> None:
    (figure,) = figures_in("SVG-Q 모델은 기존 VAE 기반 모델들을 능가하는 품질(FID 3.54)을 달성하였다.")
    assert model_of(figure, "Better Codes for Images") == "SVG-Q"
