"""What answers a question about numbers: the measurements of a text that are about it, on the right side of its bound.

Comes in: a `Condition` as `conditions` reads it, and a text. Goes out: yes or no.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reader.numbers.grammar import measurements
from reader.numbers.model import Measurement
from reader.numbers.names import counts_parameters, keys, means
from reader.numbers.sizes import sizes
from reader.numbers.tables import in_order, listed
from reader.numbers.units import LATIN_SCALES, LATIN_UNITS, PERCENT, POINTS, TIMES, normalised
from reader.numbers.vague import vague_counts

_FAST = re.compile(r"빠르|빠른|빨라|빨랐|가속|속도|고속|단축|speed|faster|지연|시간")
_SLOW = re.compile(r"느린|느려|느리|slower")
_THINGS = in_order("장 개 건 쌍 편 종")
_DATA = listed("데이터 데이터셋 데이터세트 dataset data 이미지 영상 샘플")
_NO_DATA = listed(
    """
    라벨 레이블 클래스 범주 픽셀 가우시안 노드 스텝 차원 채널 층 레이어 뉴런 헤드 토큰 단어 언어 모델 gpu
    """
)
"""What is counted like data and is none."""
_HUNDRED = 100
_LEAST_SHARE = Decimal("0.1")  # less is asked of distances and errors


class Condition(NamedTuple):
    """A question about a number."""

    metric: str  # "" for any
    operator: str  # <, ≤, >, ≥ or =
    value: Decimal
    unit: str
    change: str = ""  # the word of change asked for: 빠른, 향상
    counts: bool = False  # of things: 7B, 100만 장

    def holds(self, measurement: Measurement) -> bool:
        """Whether a measurement answers the question with yes."""
        if self.counts or measurement.kind == "count":
            about = self.counts and measurement.kind == "count" and self._counts_the_same(measurement)
        else:
            about = self._is_about(measurement)
        return about and self._compares(measurement)

    def holds_in(self, text: str) -> bool:
        """Whether any measurement of a text does; sizes in models' names and counts in words are asked as well."""
        if any(map(self.holds, (*measurements(text), *vague_counts(text)))):
            return True
        if self.metric or self.unit not in LATIN_SCALES:
            return False
        wanted = normalised(self.value, self.unit).value
        return any(_is_true(normalised(size.value, size.unit).value, self.operator, wanted) for size in sizes(text))

    def _is_about(self, one: Measurement) -> bool:
        is_change = one.kind in {"change", "ratio"}
        if (self.metric or self.change) and bool(self.change) != is_change:
            return False
        if self.change and not _is_alike(self.change, one):
            return False
        if self.metric in LATIN_UNITS and not self.unit and one.unit.casefold() == self.metric.casefold():
            return True  # FPS>30: 45 FPS
        return self._is_in_unit_of(one) and (not self.metric or means(self.metric, f"{one.benchmark} {one.metric}"))

    def _is_in_unit_of(self, one: Measurement) -> bool:
        if not self.unit:
            return one.unit not in POINTS and one.unit not in TIMES
        if self.unit in PERCENT and ((self.change and one.unit in POINTS) or self._is_share(one)):
            return True
        base = normalised(self.value, self.unit).base
        return base.casefold() == normalised(one.value, one.unit).base.casefold()

    def _is_share(self, one: Measurement) -> bool:
        """Whether one of the two says in percent what the other says as a part of one: GenEval 0.86 is 86 %."""
        if one.kind != "value":
            return False
        if self.unit in PERCENT:
            return not one.unit and one.value != int(one.value) and 0 < one.value < 1
        return not self.unit and one.unit in PERCENT and _LEAST_SHARE <= self.value < 1

    def _counts_the_same(self, one: Measurement) -> bool:
        parameters = counts_parameters(one.metric, one.unit, scaled_unit=one.unit in LATIN_SCALES)
        if counts_parameters(self.metric, self.unit, scaled_unit=self.unit in LATIN_SCALES and not self.metric):
            return parameters
        if self.metric in _DATA and self.unit in (*_THINGS, *LATIN_SCALES, ""):
            counted = frozenset(keys(one.metric)[-1:])
            if one.unit in LATIN_SCALES:
                return not counted.isdisjoint((*_DATA, *_THINGS))  # 3M 쌍
            return not parameters and one.unit in (*_THINGS, "") and counted.isdisjoint(_NO_DATA)
        if self.unit and self.unit not in (*_THINGS, *LATIN_SCALES) and not (self.metric and one.metric):
            return means(self.unit, f"{one.metric} {one.unit}")  # 1조 토큰: 2조 개의 토큰
        if self.metric:
            return not parameters and means(self.metric, f"{one.metric} {one.unit}")
        return one.unit == self.unit

    def _compares(self, one: Measurement) -> bool:
        wanted = normalised(self.value, self.unit).value if self.unit else self.value
        ends = list(self._comparable(one))
        if self.operator == one.bound and self.operator in {"<", ">"} and wanted in ends:
            return True
        return any(_is_true(end, self.operator, wanted) for end in ends)

    def _comparable(self, one: Measurement) -> Iterator[Decimal]:
        """The ends of a measurement in the unit of the question."""
        share = self._is_share(one)
        for end in (one.value, one.high):
            if end is None:
                continue
            if share:
                yield end * _HUNDRED if self.unit else end / _HUNDRED
            else:
                yield normalised(end, one.unit).value if self.unit else end


def _is_true(value: Decimal, operator: str, wanted: Decimal) -> bool:
    return {
        "<": value < wanted,
        "≤": value <= wanted,
        ">": value > wanted,
        "≥": value >= wanted,
        "=": value == wanted,
    }[operator]


def _is_alike(change: str, one: Measurement) -> bool:
    """Whether the change asked for is the measurement's: 빠른 asks for a speed, other words for any change."""
    if not _FAST.search(change):
        return True
    told = f"{one.metric} {one.change}"
    return _FAST.search(told) is not None and _SLOW.search(told) is None
