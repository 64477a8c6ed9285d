"""What is read off a sentence: a number with its metric, its unit and the words that say what it is.

In and out: values only. Nothing here reads a text.
"""

from decimal import Decimal
from typing import Literal, NamedTuple

FigureKind = Literal["value", "change", "ratio", "count"]
"""A level (FID 2.31), a difference (4.1 % better), how many times (3.2×), or how many of a thing (500 images)."""


class Measurement(NamedTuple):
    """One number of a text. `text` is `source[span]`, and every number in the other fields stands in it."""

    metric: str  # as the text writes it, "" where it names none: FID, 추론 속도; of a count, what is counted
    value: Decimal  # the only, the last (from → to) or the lower one (a range); 만, 억 and 조 are multiplied out
    unit: str  # as the text writes it: %, %p, 배, 점, ms, B; "" for a bare number
    kind: FigureKind
    span: tuple[int, int]  # characters of the text given, from the first digit to the end of the unit
    text: str
    before: Decimal | None = None  # what it was: 41.2 in "41.2%에서 58.9%로"
    high: Decimal | None = None  # the other end of a range: 3.8 in "2.7~3.8배"
    spread: Decimal | None = None  # 0.4 in "82.3±0.4"
    versus: Decimal | None = None  # what it is set against: 0.61 in "0.79 대 0.61"
    bound: str = ""  # ≥, ≤, > or <, where the text says 이상, 이하, 초과 or 미만
    change: str = ""  # the word that makes it a difference, as the text writes it: 향상, 감소시켰다, 빠른
    benchmark: str = ""  # on what it was measured, where the text says so beside it
    metric_span: tuple[int, int] | None = None  # where `metric` stands
