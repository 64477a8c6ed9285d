"""What people ask of numbers: "FID<2", "정확도 90% 이상", "7B 이하", "10배 이상 빠른", "100만 장 이상 데이터셋".

Comes in: the whole text of a question. Goes out: a `Condition`, or None where it is no question about a number.
"""

from reader.numbers.answering import Condition
from reader.numbers.choosing import is_count
from reader.numbers.figures import Figure
from reader.numbers.items import Item, sentences
from reader.numbers.phrases import CHANGES
from reader.numbers.tables import listed
from reader.numbers.terms import PROCESSES, is_model_name

_LESS = listed("under below less fewer 작은 적은 낮은 짧은 빠른")
_MORE = listed("over above more 넘는 넘게 초과하는 웃도는 큰 많은 높은 긴")
_AT_LEAST = listed("최소 least 이르는 달하는")
_AT_MOST = listed("최대 most")
_THAN_ONLY = listed("작은 적은 낮은 짧은 빠른 큰 많은 높은 긴")
_COMPARATIVES = listed("빠른 빠르게 느린 높은 낮은 적은 작은 큰 faster slower higher lower better smaller")
_FILLERS = listed("at than of with 논문 모델 인 의 되는 수준 정도 성능 가진 쓰는 쓴 사용한 사용하는 학습한")
_THINGS = frozenset({"개", "종", "가지"})
"""Counters that say nothing of what is counted: a word for it belongs to the question."""
_MOST_WORDS = 4
_LONGEST = 200


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
    if figure.unit in _THINGS:
        words = [item for item in items if item in words or item.text == "모델"]
    if len(words) > _MOST_WORDS or any(item.kind == "verb" for item in words):
        return None
    changes = [item.text for item in words if item.kind in CHANGES or item.text in _COMPARATIVES]
    names = [item.text for item in words if item.kind in {"name", "noun", "code"} and item.text not in changes]
    if is_count(figure) and len(names) > 1:
        names = [name for name in names if name not in PROCESSES]
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
