"""Which metric each figure of a sentence belongs to, through lists.

In a list the last figure often speaks for all ("A 대비 8%, B 대비 3% 높은 정확도"), the first one too ("오차를 4.2cm,
3.1cm로"), and 각각 hands several metrics to several figures in order.
"""

from reader.numbers.ahead import ahead
from reader.numbers.behind import Behind, behind
from reader.numbers.choosing import FigureReading, chosen
from reader.numbers.items import Item
from reader.numbers.phrases import JOINERS, JOINING_MARKS, is_metric
from reader.numbers.tables import in_order, listed
from reader.numbers.terms import PASSED_OVER

_FAR = 7
_MOST_LISTED = 6
_CARRIED = listed("이 가 을 를 은 는")
_CLAUSE_ENDS = in_order("며 고 다 나")


def readings(items: list[Item]) -> list[FigureReading]:
    """The reading of every figure, in order."""
    places = [at for at, item in enumerate(items) if item.figure is not None]
    found = _behind_all(items, places)
    done: list[FigureReading] = []
    for order, at in enumerate(places):
        reading = chosen(items, at, ahead(items, at), found[order])
        named = items[at - 1].kind == "name" and not items[at - 1].particle
        if done and reading.first < 0 and not named and _is_linked(items, places[order - 1], at):
            reading = _like(items, done[-1], reading)
        done.append(reading)
    return _respectively(items, done)


def _behind_all(items: list[Item], places: list[int]) -> list[Behind]:
    """What stands behind each figure, or behind the one that speaks for it."""
    found = [behind(items, at) for at in places]
    for order in range(len(places) - 2, -1, -1):
        for other in range(order + 1, min(order + 3, len(places))):
            spoken = _spoken_for(items, places[order], places[other], found[order], found[other])
            if spoken is not None:
                found[order] = spoken
            elif items[places[other] - 1].text == "(":
                continue
            break
    return found


def _spoken_for(items: list[Item], left: int, right: int, this: Behind, other: Behind) -> Behind | None:
    """What the figure at `right` says for the one at `left`, or None."""
    if this.through == right:
        return other._replace(change=this.change)
    if not this.joined:
        return None
    if _is_linked(items, left, right):
        return other._replace(joined=True) if _is_alike(items, left, right) else Behind(change=other.change)
    if _is_parallel(items, left, right) and not other.turned:
        return Behind(change=other.change)
    return None


def _is_parallel(items: list[Item], left: int, right: int) -> bool:
    """mAP가 3.7점, 재현율이 5.1% 향상: two figures whose metrics both carry a particle of their own."""
    near = right - left <= _FAR
    return near and _carrier(items, left).particle in _CARRIED and _carrier(items, right).particle in _CARRIED


def _carrier(items: list[Item], at: int) -> Item:
    """The word before a figure, behind words like 평균 and 최대."""
    before = at - 1
    while before > 0 and items[before].text in PASSED_OVER:
        before -= 1
    return items[before]


def _is_alike(items: list[Item], left: int, right: int) -> bool:
    one, other = items[left].figure, items[right].figure
    return one is not None and other is not None and one.unit == other.unit


def _is_linked(items: list[Item], left: int, right: int) -> bool:
    """Whether two figures are neighbours in a list: a joiner between them, and no verb of saying or metric."""
    if right - left > _FAR:
        return False
    joined = items[left].particle in JOINERS
    for item in items[left + 1 : right]:
        if item.kind == "mark" or item.text in JOINING_MARKS:
            joined |= item.text in JOINING_MARKS or item.particle in {"와", "과"}
        elif is_metric(item) or _ends_clause(item):
            return False
    return joined


def _ends_clause(item: Item) -> bool:
    if item.kind in {"change", "verb of change"}:
        return True
    return item.kind == "verb" and item.text.endswith(_CLAUSE_ENDS)


def _like(items: list[Item], previous: FigureReading, reading: FigureReading) -> FigureReading:
    """The reading with the metric of the one before it in the list, where both have one unit."""
    if not _is_alike(items, previous.at, reading.at) or not 0 <= previous.first <= previous.at:
        return reading
    return previous._replace(at=reading.at, change=reading.change or previous.change, beside=-1)


def _respectively(items: list[Item], done: list[FigureReading]) -> list[FigureReading]:
    """정확도와 정밀도를 각각 18%, 12%: the metrics in order, where there are as many as figures."""
    for order, reading in enumerate(done[:-1]):
        if not 0 <= reading.last < reading.at <= reading.last + _FAR:
            continue
        if not any(item.text == "각각" for item in items[reading.last : reading.at]):
            continue
        names = _listed_before(items, reading)
        together = range(order, min(order + _MOST_LISTED, len(done)))
        group = [at for at in together if (done[at].first, done[at].last) == (reading.first, reading.last)]
        if len(names) == len(group) > 1:
            for at, (first, last) in zip(group, names, strict=True):
                done[at] = done[at]._replace(first=first, last=last)
    return done


def _listed_before(items: list[Item], reading: FigureReading) -> list[tuple[int, int]]:
    """The metrics of a list that ends with the reading's."""
    names = [(reading.first, reading.last)]
    at = reading.first - 1
    while at >= 0 and len(names) < _MOST_LISTED:
        marked = items[at].text in JOINING_MARKS
        if not marked and items[at].particle not in {"와", "과"}:
            break
        at -= marked
        if at < 0 or not is_metric(items[at]):
            break
        names.insert(0, (at, at))
        at -= 1
    return names
