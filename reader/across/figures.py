"""The numbers of Results as a strip of figures, each with the sentence it was read in.

Nothing is shown that is not in the text: every figure is put together from the text's own pieces.
"""

import re
from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from reader.across.passages import texts_of
from reader.across.sentences import sentences
from reader.library.model import Appearance
from reader.numbers.grammar import measurements
from reader.numbers.model import Measurement
from reader.posts.model import SectionKind

_VERBAL = re.compile(r"(?<=[가-힣]{2})(?:하|했|한|할|함|되|됐|된|될|됨|시키|시켰|시킨|시켜|였|이).*$")
"""The verb behind a noun: 감소했으며 is 감소."""


class Figure(NamedTuple):
    """A measurement as it is shown, and where it leads."""

    measured: Measurement  # spans are characters of the section's plain text
    section: int  # which of the appearance's sections, 0-based
    sentence: tuple[int, int]  # in the section's plain text
    sentence_text: str

    @property
    def label(self) -> str:
        """What is shown: "GenEval 61.4 → 66.25 %", "rFID 0.58 → 0.214", "추론 속도 2.5배 향상"."""
        return label_of(self.measured)


def figures_of(appearance: Appearance, kind: SectionKind = SectionKind.RESULTS) -> tuple[Figure, ...]:
    """The figures of an appearance's sections of a kind, in reading order."""
    texts = texts_of(appearance)
    return tuple(
        figure
        for number, section in enumerate(appearance.paper.sections)
        if section.kind is kind and not section.nothing_known
        for figure in figures_in(texts[number], number)
    )


def figures_in(text: str, section: int = 0, words: Collection[str] = ()) -> list[Figure]:
    """The figures of a text; with `words` (folded), only those of sentences with one of them."""
    figures = []
    for start, end in sentences(text):
        sentence = text[start:end]
        if words and not any(word in sentence.casefold() for word in words):
            continue
        figures += [Figure(_moved(each, start), section, (start, end), sentence) for each in measurements(sentence)]
    return figures


def _moved(measured: Measurement, by: int) -> Measurement:
    """A measurement of a sentence with its places in the whole text."""
    span, named = measured.span, measured.metric_span
    return measured._replace(
        span=(span[0] + by, span[1] + by), metric_span=(named[0] + by, named[1] + by) if named else None
    )


def label_of(measured: Measurement) -> str:
    """A measurement in a few characters."""
    unit = measured.unit
    spaced = f" {unit}" if unit and unit.isascii() and unit not in ("x", "×", "X") else unit
    plain = {"%": " %", "%p": " %p"}.get(unit, spaced)
    # A count, and a name with its unit, is best shown in the text's own words.
    if measured.kind == "count" or not _is_plain(measured):
        said = " ".join(measured.text.split())
    else:
        said = f"{_numbers(measured)}{plain}"
    name = measured.metric if measured.metric and measured.metric not in said else ""
    parts = [measured.benchmark if measured.benchmark not in (name, "") else "", name, said]
    if measured.kind in ("change", "ratio") and measured.change not in said:
        parts.append(_VERBAL.sub("", measured.change))
    return " ".join(part for part in parts if part)


def _is_plain(measured: Measurement) -> bool:
    """Whether the value was written in digits as it is, without 만, 억 or thousands to multiply out."""
    written = measured.text.replace(",", "")
    return all(format(value, "f") in written for value in (measured.value, measured.before, measured.high) if value)


def _numbers(measured: Measurement) -> str:
    said = _digits(measured.value)
    if measured.before is not None:
        return f"{_digits(measured.before)} → {said}"
    if measured.high is not None:
        return f"{said}–{_digits(measured.high)}"
    if measured.spread is not None:
        return f"{said} ± {_digits(measured.spread)}"
    return f"{measured.bound}{said}"


def _digits(value: Decimal) -> str:
    return format(value, "f")
