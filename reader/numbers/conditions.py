"""What people ask of numbers: "FID<2", "정확도 90% 이상", "7B 이하", "10배 이상 빠른", "100만 장 이상 데이터셋".

Comes in: the whole text of a question. Goes out: a `Condition`, or None where it is no question about a number.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from reader.numbers.choosing import is_count
from reader.numbers.figures import Figure
from reader.numbers.grammar import measurements
from reader.numbers.items import Item, sentences
from reader.numbers.model import Measurement
from reader.numbers.names import counts_parameters, means
from reader.numbers.phrases import CHANGES
from reader.numbers.sizes import sizes
from reader.numbers.tables import in_order, listed
from reader.numbers.terms import is_model_name
from reader.numbers.units import COUNTERS, LATIN_SCALES, POINTS, TIMES, normalised
from reader.numbers.vague import vague_counts

_LESS = listed("under below less fewer 작은 적은 낮은 짧은 빠른")
_MORE = listed("over above more 넘는 넘게 초과하는 웃도는 큰 많은 높은 긴")
_AT_LEAST = listed("최소 least 이르는 달하는")
_AT_MOST = listed("최대 most")
_THAN_ONLY = listed("작은 적은 낮은 짧은 빠른 큰 많은 높은 긴")
_COMPARATIVES = listed("빠른 빠르게 느린 높은 낮은 적은 작은 큰 faster slower higher lower better smaller")
_FILLERS = listed("at than of with 논문 모델 인 의 되는 수준 정도 성능 가진 쓰는 쓴 사용한 사용하는 학습한")
_FAST = re.compile(r"빠르|빠른|빨라|빨랐|가속|속도|고속|단축|speed|faster|지연|시간")
_SLOW = re.compile(r"느린|느려|느리|slower")
_DATA_UNITS = in_order("장 개 건 쌍 편 종")
_DATA = listed("데이터 데이터셋 데이터세트 dataset data 이미지 영상 샘플")
_MOST_WORDS = 4
_LONGEST = 200


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
        return self.holds_for([*measurements(text), *vague_counts(text)], text)

    def holds_for(self, found: Iterable[Measurement], text: str = "") -> bool:
        """As `holds_in`, for measurements that were read before."""
        if any(self.holds(measurement) for measurement in found):
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
        return self._is_in_unit_of(one) and (not self.metric or means(self.metric, f"{one.benchmark} {one.metric}"))

    def _is_in_unit_of(self, one: Measurement) -> bool:
        if not self.unit:
            return one.unit not in POINTS and one.unit not in TIMES
        return normalised(self.value, self.unit).base == normalised(one.value, one.unit).base

    def _counts_the_same(self, one: Measurement) -> bool:
        parameters = counts_parameters(one.metric, one.unit, scaled_unit=one.unit in LATIN_SCALES)
        if counts_parameters(self.metric, self.unit, scaled_unit=self.unit in LATIN_SCALES and not self.metric):
            return parameters
        if self.metric in _DATA and self.unit not in COUNTERS - set(_DATA_UNITS):
            return one.unit in (*_DATA_UNITS, "") and not parameters
        if self.metric:
            return means(self.metric, f"{one.metric} {one.unit}")
        return one.unit == self.unit

    def _compares(self, one: Measurement) -> bool:
        wanted = normalised(self.value, self.unit).value if self.unit else self.value
        ends = [value for value in (one.value, one.high) if value is not None]
        if self.unit:
            ends = [normalised(value, one.unit).value for value in ends]
        if self.operator == one.bound and self.operator in {"<", ">"}:
            return wanted in ends or any(_is_true(end, self.operator, wanted) for end in ends)
        return any(_is_true(end, self.operator, wanted) for end in ends)


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


def parse_condition(text: str) -> Condition | None:
    """The question that a text asks as a whole: a number with a bound, and a metric unless it has a unit."""
    found = [items for items in sentences(text.strip()[:_LONGEST]) if items]
    if len(found) != 1:
        return None
    items = found[0]
    places = [at for at, item in enumerate(items) if item.figure is not None]
    figure = items[places[0]].figure if len(places) == 1 else None
    if figure is None or figure.before is not None or figure.high is not None:
        return None
    operator = _operator(items, places[0], figure)
    return _asked(items, places[0], figure, operator) if operator else None


def _asked(items: list[Item], at: int, figure: Figure, operator: str) -> Condition | None:
    """The condition with what the other words say, or None where they are too many to be a metric."""
    than = items[at].particle == "보다"
    words = [item for item in items if item.figure is None and item.kind != "mark" and not _says_operator(item, than)]
    if len(words) > _MOST_WORDS or any(item.kind == "verb" for item in words):
        return None
    changes = [item.text for item in words if item.kind in CHANGES or item.text in _COMPARATIVES]
    names = [item.text for item in words if item.kind in {"name", "noun", "code"} and item.text not in changes]
    bare = not figure.unit and not figure.scaled
    if bare and (not names or is_model_name(names[0])):
        return None
    return Condition(" ".join(names), operator, figure.value, figure.unit, " ".join(changes), is_count(figure))


def _operator(items: list[Item], at: int, figure: Figure) -> str:
    """The bound as a sign: 이상, <, "under", "7B보다 작은"."""
    if figure.bound.strip("~"):
        return figure.bound
    if at and items[at - 1].text == "=":
        return "="
    than = items[at].particle == "보다"
    for item in items:
        if not _says_operator(item, than) or item.text in _FILLERS:
            continue
        for words, sign in ((_LESS, "<"), (_MORE, ">"), (_AT_LEAST, "≥"), (_AT_MOST, "≤")):
            if item.text.casefold() in words:
                return sign
    return ""


def _says_operator(item: Item, than: bool) -> bool:
    """Whether a word belongs to the bound: "at least", 넘는; 작은 only behind 보다."""
    low = item.text.casefold()
    if low in _THAN_ONLY:
        return than
    return low in _FILLERS | _LESS | _MORE | _AT_LEAST | _AT_MOST
