"""Which of the two metrics is a figure's, the one before it or the one behind it."""

from typing import NamedTuple

from reader.numbers.ahead import Ahead
from reader.numbers.behind import Behind
from reader.numbers.figures import Figure
from reader.numbers.items import Item
from reader.numbers.tables import in_order, listed
from reader.numbers.terms import GENERIC, PROCESSES, is_metric_name
from reader.numbers.units import CLOCKS, COUNTERS, LATIN_SCALES

_SIZED = listed("파라미터 매개변수 토큰")
_COUNTING = in_order("수 길이 크기 파라미터 매개변수 토큰 데이터 호출")


class FigureReading(NamedTuple):
    """A figure with its metric: items `first` to `last`, or -1."""

    at: int
    first: int = -1
    last: int = -1
    change: str = ""
    certain: bool = False  # enough for a number without a unit
    beside: int = -1  # a benchmark's name right before the figure, where the metric stands behind it


def is_count(figure: Figure) -> bool:
    """Whether a figure's unit or scale makes it a count."""
    return figure.unit in COUNTERS or figure.unit in LATIN_SCALES or (figure.scaled and not figure.unit)


def chosen(items: list[Item], at: int, ahead: Ahead, behind: Behind) -> FigureReading:
    """The reading of the figure at `at`."""
    figure = items[at].figure
    if figure is None:
        return FigureReading(at)
    first = FigureReading(at, ahead.first, ahead.last, behind.change or ahead.change, certain=ahead.known)
    second = FigureReading(at, behind.first, behind.last, behind.change, certain=behind.known)
    if is_count(figure):
        return _counted(items, figure, first, second, ahead, behind)
    if ahead.how == "beside" and (ahead.known or not behind.known) and not _is_year(figure):
        return _valued(items, first, second, behind)
    if figure.unit in CLOCKS and not behind.known and items[at].particle != "의":
        second = _process(items, second)
    if _is_before(items, figure, second, ahead, behind):
        return first._replace(certain=ahead.known or figure.decimals > 1)
    return second if figure.unit or behind.known else FigureReading(at, change=behind.change)


def _valued(items: list[Item], first: FigureReading, second: FigureReading, behind: Behind) -> FigureReading:
    """FID 2.3 beside "1.9배 빠른 …"; but in "GSM8K 92%의 정확도" the name is on what was measured."""
    name = items[first.last]
    specific = behind.known and items[behind.last].text not in GENERIC
    if specific and name.kind == "name" and not is_metric_name(name.text):
        return second._replace(certain=True, beside=first.last)
    return first._replace(certain=True)


def _is_before(items: list[Item], figure: Figure, second: FigureReading, ahead: Ahead, behind: Behind) -> bool:
    """Whether the metric before the figure is meant."""
    if ahead.how == "in" and ahead.known:
        return True
    if ahead.how in {"marked", "said"} and behind.present:
        return True
    if ahead.how == "marked" and _is_marked(items[second.at], figure, ahead, behind):
        return True
    if behind.known or (second.first >= 0 and figure.unit and not (ahead.how == "said" and behind.change)):
        return False
    if ahead.how == "said" and ahead.known and behind.change != "더":
        return True
    return ahead.how == "of" and bool(figure.unit or ahead.known)


def _is_marked(item: Item, figure: Figure, ahead: Ahead, behind: Behind) -> bool:
    """Whether the noun with 을 or 이 right before the figure is its metric."""
    if behind.change == "더":
        return False
    turned = behind.turned or figure.before is not None or (item.particle == "만" and figure.unit != "")
    return ahead.known or bool(behind.change and figure.unit) or (turned and (figure.unit != "" or figure.decimals > 1))


def _process(items: list[Item], reading: FigureReading) -> FigureReading:
    """What takes a time is its metric only by name: 0.4초 추론, but not 8초 단일 샷 영상."""
    if reading.first == reading.last >= 0 and items[reading.first].text in PROCESSES:
        return reading
    return FigureReading(reading.at, change=reading.change)


def _is_year(figure: Figure) -> bool:
    return not figure.unit and not figure.decimals and 1950 <= figure.value <= 2099


def _counted(
    items: list[Item], figure: Figure, first: FigureReading, second: FigureReading, ahead: Ahead, behind: Behind
) -> FigureReading:
    """What a count counts: mostly the noun behind it."""
    at = first.at
    moved = figure.before is not None and (ahead.known or ahead.how == "marked")
    told = ahead.how == "marked" and ahead.known and items[ahead.last].text.endswith(_COUNTING)
    people = figure.unit in {"명", "인"} and items[at].particle == "의" and ahead.how == "beside"
    listed_first = behind.joined and ahead.how == "beside"
    if moved or told or listed_first or (people and ahead.last == at - 1):
        return first
    if behind.first >= 0:
        return second._replace(last=behind.first if items[behind.first].text in _SIZED else behind.end)
    if ahead.how == "beside" or (ahead.how in {"said", "marked"} and ahead.known):
        return first
    return FigureReading(at, change=behind.change)
