"""All that a library says of one metric or benchmark: values with paper, model, day and the sentence they stand in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from reader.across.figures import Figure, figures_in
from reader.across.passages import texts_of
from reader.library.model import Appearance
from reader.numbers.names import means, spellings
from reader.numbers.terms import is_benchmark_name, is_metric_name
from reader.posts.folding import folded
from reader.posts.model import PaperKey, SectionKind

_NAME = re.compile(
    r"(?<![\w-])(?P<name>[A-Za-z][A-Za-z0-9_.+-]*[A-Za-z0-9+])"
    r"(?:\([^()]{0,40}\))?(?: ?(?:모델|모형|방법|기법|방식|프레임워크|시스템|에이전트))?(?:는|은|이|가|의)(?![\w-])"
)
"""A name that a sentence is about, or to which what follows belongs: X는, "X 모델이", X의; not "X 기반", "X 대비"."""
_OWN_NAME = re.compile(r"^\s*([A-Za-z][\w.+ -]{0,38}?)\s*:")


class BenchmarkValue(NamedTuple):
    """One value."""

    appearance: int  # id in the catalogue
    key: PaperKey
    title: str
    day: date | None
    model: str  # whose value it is, as the sentence writes it; "" where it names nobody
    section: int  # which of the appearance's sections, 0-based
    kind: SectionKind
    figure: Figure


def values_of(name: str, appearances: Iterable[Appearance]) -> list[BenchmarkValue]:
    """The values of a metric or benchmark, in the order of the appearances: levels, not differences.

    A value that a paper gives several times is listed once: as its Results have it, else the first.
    """
    words = words_for(name)
    found: dict[tuple[object, ...], BenchmarkValue] = {}
    for appearance in appearances:
        for value in _values_in(appearance, name, words):
            measured = value.figure.measured
            said = (value.key, measured.value, measured.before, measured.unit)
            before = found.get(said)
            if before is None or (
                before.appearance == value.appearance and value.kind is SectionKind.RESULTS is not before.kind
            ):
                found[said] = value
    return list(found.values())


def _values_in(appearance: Appearance, name: str, words: Sequence[str]) -> Iterator[BenchmarkValue]:
    paper = appearance.paper
    for number, (section, text) in enumerate(zip(paper.sections, texts_of(appearance), strict=True)):
        low = text.casefold()
        if section.nothing_known or not any(word in low for word in words):
            continue
        for figure in figures_in(text, number, words):
            if figure.measured.kind == "value" and _is_about(name, figure):
                model = model_of(figure, paper.title)
                yield BenchmarkValue(
                    appearance.id, paper.key, paper.title, appearance.day, model, number, section.kind, figure
                )


def words_for(name: str) -> list[str]:
    """Words, folded, of which any text with this name has at least one: a quick test before a text is read."""
    words = folded(name).split()
    return spellings(max(words, key=len)) if words else []


def model_of(figure: Figure, title: str) -> str:
    """Whose value it is: the paper's own name if it stands before the value, else the last name the sentence is about.

    Only the part of the sentence before the value is looked at.
    """
    before = figure.sentence_text[: max(0, figure.measured.span[0] - figure.sentence[0])]
    own = _OWN_NAME.match(title)
    if own and re.search(rf"(?<![\w-]){re.escape(own[1])}(?![A-Za-z0-9])", before, re.IGNORECASE):
        return own[1]
    said = (figure.measured.metric, figure.measured.benchmark)
    names = [found["name"] for found in _NAME.finditer(before)]
    of_models = [name for name in names if not (is_metric_name(name) or is_benchmark_name(name) or name in said)]
    return of_models[-1] if of_models else ""


def _is_about(name: str, figure: Figure) -> bool:
    measured = figure.measured
    asked = folded(name)
    if measured.metric and means(name, measured.metric):
        return True
    benchmark = folded(measured.benchmark)
    return bool(benchmark) and (benchmark == asked or benchmark.startswith((f"{asked} ", f"{asked}-")))
