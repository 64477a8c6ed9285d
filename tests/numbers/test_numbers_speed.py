"""Reading a section takes less than a millisecond, and no text takes longer than its length allows."""

import random
import time

import pytest

from reader.numbers.conditions import parse_condition
from reader.numbers.disagreement import disagreements
from reader.numbers.grammar import measurements
from tests.numbers.scoring import TRUTH, cases

LONG = 100_000
PIECES = [
    "1",
    " ",
    "×",
    "1×",
    "1.",
    "111,",
    "a1",
    "1% ",
    "1%, ",
    "1~",
    "1에서 ",
    "1만",
    "가",
    "정확도와 ",
    "1(",
    "FID 1.2, ",
    "1±",
    "가\u0301",
]


def seconds(text: str) -> float:
    start = time.perf_counter()
    measurements(text)
    return time.perf_counter() - start


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.slow  # a clock on a busy machine
def test_a_hundred_kilobytes_of_anything_take_no_longer_than_their_length(piece: str) -> None:
    text = (piece * LONG)[:LONG]

    assert seconds(text) < 8  # about one second here; anything that grows with the square takes minutes


def test_lists_and_mixtures_of_a_hundred_kilobytes_are_read_as_well() -> None:
    mixed = "".join(random.Random(3).choices("0123456789 ×.,%~에서로→FID점배(): ", k=LONG))

    assert seconds(mixed) < 8
    assert seconds("정확도와 정밀도를 각각 " + "1%, " * (LONG // 4)) < 8


def test_a_question_and_a_comparison_of_a_hundred_kilobytes_end() -> None:
    start = time.perf_counter()

    parse_condition("9% 이상 " * (LONG // 7))
    disagreements("14B, " * (LONG // 5), "14억 개, " * (LONG // 7))

    assert time.perf_counter() - start < 16


def test_a_section_is_read_in_less_than_a_millisecond() -> None:
    sections = [case.sentence for file in sorted(TRUTH.glob("*.txt")) for case in cases(file)]
    measurements(" ".join(sections))  # words are known from here on, as they are in a library

    taken = sorted(min(seconds(section) for _ in range(3)) for section in sections)

    assert taken[len(taken) // 2] < 0.001
