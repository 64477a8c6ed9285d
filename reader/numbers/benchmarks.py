"""On what a number was measured: "GAIA 벤치마크에서 정확도가 …", "AIME25에서 69.8%".

Only where one name stands alone: of a list of benchmarks nobody can say which is meant.
"""

from reader.numbers.choosing import FigureReading
from reader.numbers.items import Item
from reader.numbers.phrases import JOINING_MARKS
from reader.numbers.tables import in_order, listed
from reader.numbers.terms import is_benchmark_name, is_metric_name, is_model_name

_KINDS = in_order("벤치마크 데이터셋 데이터세트 테스트셋 검증셋 평가 대회 코퍼스 리더보드 과제 태스크 세트 작업 데이터")
_PLACES = listed("에서 에서의 에서는 기준 의 에 에서도 상에서")
_FAR = 14


def benchmark_of(items: list[Item], reading: FigureReading) -> str:
    """The benchmark's name as the text writes it, or ""."""
    if reading.beside >= 0:
        return items[reading.beside].text
    is_behind = reading.first > reading.at
    if reading.first > 0 and (not is_behind or reading.first > reading.at + 1):
        led = items[reading.first - 1]
        if led.kind == "name" and not led.particle and is_benchmark_name(led.text) and not is_metric_name(led.text):
            return led.text
    for at in range(reading.at - 1, max(-1, reading.at - 1 - _FAR), -1):
        beside = at in {reading.at - 1, reading.first - 1}
        if _is_place(items, at) or (beside and _is_unknown_place(items[at])):
            return "" if _in_list(items, at) else _whole_name(items, at)
    return ""


def _is_place(items: list[Item], at: int) -> bool:
    """Whether a benchmark's name stands here with 에서, perhaps behind 벤치마크 and the like."""
    name = items[at]
    if name.kind != "name" or is_model_name(name.text) or is_metric_name(name.text):
        return False
    known = is_benchmark_name(name.text)
    if name.particle:
        return known and name.particle in _PLACES
    for item in items[at + 1 : at + 7]:
        if item.particle in _PLACES or item.text == "기준":
            return _ends_place(item, known)
        if item.particle or item.kind in {"verb", "name"} or (item.kind == "mark" and item.text != "-"):
            return False
    return False


def _ends_place(item: Item, known: bool) -> bool:
    """Whether the word with 에서 can end a benchmark's name: 데이터셋에서, AIME 2024에서, "X test-clean에서"."""
    if item.kind == "noun":
        return known or item.text.endswith(_KINDS)
    return known and (_is_year(item) or (item.kind == "name" and item.text.islower()))


def _is_unknown_place(name: Item) -> bool:
    """Whether an unknown name right before the metric is where it was measured: ScanRefer에서 Acc@0.5가 …"""
    if name.kind != "name" or is_model_name(name.text) or is_metric_name(name.text):
        return False
    return name.particle in {"에서", "에서의", "에서는"} and len(name.text) > 3


def _in_list(items: list[Item], at: int) -> bool:
    """Whether the name is one of several: "A, B 벤치마크에서"."""
    if at and (items[at - 1].text in JOINING_MARKS or items[at - 1].particle in {"와", "과"}):
        return any(item.kind == "name" and item.particle in {"", "와", "과"} for item in items[max(0, at - 2) : at])
    following = items[at + 1] if at + 1 < len(items) else None
    return following is not None and following.text in JOINING_MARKS and not items[at].particle


def _whole_name(items: list[Item], at: int) -> str:
    """AIME 2024 with its year, SimpleQA Verified with both its words."""
    if at + 1 < len(items) and _is_year(items[at + 1]):
        return f"{items[at].text} {items[at + 1].text}"
    first = at
    while first and _is_bare_name(items[first - 1]):
        first -= 1
    return " ".join(item.text for item in items[first : at + 1])


def _is_year(item: Item) -> bool:
    return item.figure is not None and not item.figure.unit and 1990 <= item.figure.value <= 2099


def _is_bare_name(item: Item) -> bool:
    return item.kind == "name" and not item.particle and not is_model_name(item.text)
