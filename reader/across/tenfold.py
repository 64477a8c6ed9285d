"""Numbers of a summary that are ten times those of another summary of the same paper: 14B beside 14억.

Which of the two is wrong is not said. The sections of one summary are compared with the whole text of the other; a
number that both have is not in doubt.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reader.across.passages import texts_of
from reader.library.model import Appearance
from reader.numbers.disagreement import disagreements


class Tenfold(NamedTuple):
    """A number here, and one ten times as large or small in another summary of the same paper."""

    section: int  # which of the appearance's sections, 0-based
    span: tuple[int, int]  # in its plain text
    here: str  # as it is written: "14억 매개변수"
    there: str  # "14B"
    other: int  # the other appearance's id


def tenfolds(appearance: Appearance, others: Sequence[Appearance]) -> tuple[Tenfold, ...]:
    """The numbers of an appearance that disagree with those of others of the same paper, in reading order."""
    found: list[Tenfold] = []
    texts = texts_of(appearance)
    joined, starts = _joined(texts)
    seen: set[tuple[int, int]] = set()
    for other in others:
        if other.id == appearance.id:
            continue
        for pair in disagreements(joined, _joined(texts_of(other))[0]):
            span = pair.here.span
            if span in seen:
                continue
            seen.add(span)
            section = max(number for number, start in enumerate(starts) if start <= span[0])
            start = starts[section]
            place = (span[0] - start, span[1] - start)
            found.append(Tenfold(section, place, pair.here.text, pair.there.text, other.id))
    return tuple(sorted(found, key=lambda each: (each.section, each.span)))


def _joined(texts: Sequence[str]) -> tuple[str, list[int]]:
    """All sections in one text, and where each begins in it."""
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 2
    return "\n\n".join(texts), starts or [0]
