"""Noun phrases of a sentence: which items name a metric, where a phrase begins, what ends one.

Shared by the looks behind a figure and before it.
"""

from reader.numbers.figures import BOUNDS
from reader.numbers.items import Item
from reader.numbers.tables import in_order, listed
from reader.numbers.terms import PASSED_OVER, is_benchmark_name, is_metric_name
from reader.numbers.words import compound, is_metric_noun

JOINERS = frozenset({"와", "과", "이나", "나"})
JOINING_MARKS = listed(", / · 및 그리고 、 ，")
ENDS_PHRASE = listed("만에 내에 동안 이내에 간 이후 후 전 안에 만으로 만으로도 중 내 당시 가운데 만큼 이전")
"""Words with which a phrase of time or place ends, so that no metric follows: 40 에폭 만에."""

COMPARING = in_order("대비 기준 보다 비해")
ELSEWHERE = in_order("데이터셋 벤치마크 환경 실험")
CHANGES = frozenset({"change", "change of", "verb of change"})
"""Kinds of items that say a change."""

NO_METRIC = listed(
    """
    모델 방법 기법 방식 연구 논문 실험 에이전트 시스템 프레임워크 네트워크 연구진 저자 경우 대상 기준 환경 조건 설정
    상황 과정 단독 규모 알고리즘 전략 접근법 접근 베이스라인 기준선 것 중 중간 내 이후 이전 반면 다음 때 시 예 결과
    """
)
"""Nouns that may stand beside a number and are not what it is the number of."""


def is_metric(item: Item) -> bool:
    """Whether an item names a quantity by itself."""
    if item.kind == "name":
        return is_metric_name(item.text)
    return item.kind == "noun" and (item.text == "수" or is_metric_noun(item.text) or compound(item.text) is not None)


def is_hyphened(items: list[Item], at: int) -> bool:
    """Whether a name and a hyphen stand right before: F-스코어."""
    if at < 2 or not items[at].tight:
        return False
    return items[at - 1].text == "-" and items[at - 1].tight and items[at - 2].kind == "name"


def beginning(items: list[Item], last: int) -> int:
    """Where the noun phrase that ends at `last` begins: at most two words before it."""
    first = last - 2 if is_hyphened(items, last) else last
    while first > 0 and last - first < 2 and _belongs(items[first - 1], items[first]):
        first -= 1
    return first


def _belongs(item: Item, following: Item) -> bool:
    """Whether a word is part of the noun phrase that goes on behind it."""
    if item.particle or item.kind not in {"name", "noun"} or item.text in PASSED_OVER | NO_METRIC | ENDS_PHRASE:
        return False
    if item.kind == "name" and following.kind == "name":
        return following.text.islower() and not is_benchmark_name(item.text)
    if item.text in BOUNDS or (item.text.endswith(("도", "당")) and not is_metric(item)):
        return False
    return not item.text.endswith(COMPARING + ELSEWHERE)
