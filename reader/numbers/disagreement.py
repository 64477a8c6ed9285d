"""Two texts about one paper whose numbers are ten times one another: 14B in one, 14억 in the other.

14억 is 1.4e9 and 14B is 1.4e10, so one of them is wrong; 140억 beside 14B is right. Which of the two is wrong is not
said. A number that the other text has as well is no disagreement.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reader.numbers.grammar import measurements
from reader.numbers.model import Measurement
from reader.numbers.names import PARAMETERS, counts_parameters, keys
from reader.numbers.sizes import sizes
from reader.numbers.units import COUNTERS, LATIN_SCALES, normalised

_MOST_ALIKE = 20


class ComparedNumber(NamedTuple):
    """A number of a text as it is compared with another's."""

    value: Decimal  # in the base of its kind
    base: str
    about: frozenset[str]  # words of its metric or of what it counts; empty where the text names nothing
    span: tuple[int, int]
    text: str


class Disagreement(NamedTuple):
    """Two numbers of which one is ten times the other."""

    here: ComparedNumber
    there: ComparedNumber


def disagreements(here: str, there: str) -> list[Disagreement]:
    """The pairs in which two texts say ten times one another, in the order of the first text."""
    ours, theirs = said(here), said(there)
    our_values, their_values = _by_value(ours), _by_value(theirs)
    found: list[Disagreement] = []
    for one in ours:
        if (one.base, one.value) in their_values or not one.value:
            continue
        tenfold = (one.value * 10, one.value / 10)
        others = (other for value in tenfold for other in their_values.get((one.base, value), [])[:_MOST_ALIKE])
        match = next((other for other in others if _may_be_one(one, other, our_values)), None)
        if match is not None:
            found.append(Disagreement(one, match))
    return found


def _by_value(numbers: list[ComparedNumber]) -> dict[tuple[str, Decimal], list[ComparedNumber]]:
    found: dict[tuple[str, Decimal], list[ComparedNumber]] = {}
    for one in numbers:
        found.setdefault((one.base, one.value), []).append(one)
    return found


def _may_be_one(
    one: ComparedNumber, other: ComparedNumber, ours: dict[tuple[str, Decimal], list[ComparedNumber]]
) -> bool:
    """Whether two numbers can be meant to be one: of the same thing, in the same unit, or of more than one digit.

    Where our text has the other number as well, both must hold: 500 and 5,000 images are two numbers, and no mistake.
    """
    same, long = bool(one.about & other.about), len(one.value.normalize().as_tuple().digits) > 1
    if (other.base, other.value) in ours:
        return (same and long) or _are_in_two_scales(one, other)
    return same or long or one.base != ""


def _are_in_two_scales(one: ComparedNumber, other: ComparedNumber) -> bool:
    """Whether one is written with 억 and the other with B, which is where the mistake is made."""
    written = {("억" in said.text, said.text[-1:] in LATIN_SCALES) for said in (one, other)}
    return written == {(True, False), (False, True)}


def said(text: str) -> list[ComparedNumber]:
    """The numbers of a text that can be compared, in order; sizes in models' names are among them."""
    found = [one for measurement in measurements(text) for one in _of(measurement)]
    starts = {one.span[0] for one in found}
    for size in sizes(text):
        if size.span[0] not in starts:
            value = normalised(size.value, size.unit).value
            found.append(ComparedNumber(value, "", frozenset({PARAMETERS}), size.span, text[slice(*size.span)]))
    return sorted(found, key=lambda one: one.span)


def _of(measurement: Measurement) -> Iterator[ComparedNumber]:
    unit, about = measurement.unit, keys(measurement.metric)
    if measurement.kind == "count":
        if counts_parameters(measurement.metric, unit, scaled_unit=unit in LATIN_SCALES):
            about = [PARAMETERS]
        elif unit in COUNTERS and len(unit) > 1:
            about = [*about, *keys(unit)]
    for value in (measurement.before, measurement.value, measurement.high):
        if value is not None:
            amount = normalised(value, unit)
            yield ComparedNumber(amount.value, amount.base, frozenset(about), measurement.span, measurement.text)
