"""No number is invented: every number of every measurement stands in the sentence, at the place it names."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.numbers.grammar import measurements
from reader.numbers.model import Measurement
from tests.numbers.scoring import TRUTH, cases

_LETTERS = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12}
_PARTED = re.compile(r"에서|부터|[~∼–—→±/]|(?<=\d)-|->|대|vs")
_WRITTEN = re.compile(r"\d[\d,]*(?:\.\d+)?(?:[eE][-−]?\d+)?|[십백천만억조]")


def written(text: str) -> set[Decimal]:
    """Every number that the characters of a text can mean, read apart from the grammar."""
    return {value for part in _PARTED.split(text) for value in _amounts(part)}


def _amounts(text: str) -> Iterator[Decimal]:
    """The amounts on the way to the whole: of 8억 6500만 also 8억."""
    total, group, number = Decimal(0), Decimal(0), Decimal(0)
    for piece in _WRITTEN.findall(text):
        if piece not in _LETTERS:
            number = Decimal(piece.replace(",", "").replace("−", "-"))
            yield number
        elif _LETTERS[piece] < 10**4:
            group, number = group + (number or 1) * _LETTERS[piece], Decimal(0)
        else:
            total, group, number = total + (group + number) * _LETTERS[piece], Decimal(0), Decimal(0)
        yield total + group + number


def unfounded(text: str, found: Iterable[Measurement]) -> list[str]:
    """What a measurement says that the text doesn't say."""
    wrong: list[str] = []
    for one in found:
        if text[slice(*one.span)] != one.text:
            wrong.append(f"{one.text!r} does not stand at {one.span}")
        numbers = {one.value, one.before, one.high, one.spread, one.versus} - {None}
        if not numbers <= written(one.text.translate({0xFF10 + digit: 0x30 + digit for digit in range(10)})):
            wrong.append(f"{sorted(map(str, numbers))} is not written in {one.text!r}")
        if one.metric and (one.metric_span is None or text[slice(*one.metric_span)] != one.metric):
            wrong.append(f"{one.metric!r} does not stand at {one.metric_span}")
        if any(word not in text for word in [*one.benchmark.split(), one.change]):
            wrong.append(f"{one.benchmark!r} or {one.change!r} is not in the text")
    return wrong


def test_no_number_of_the_truth_is_invented() -> None:
    for file in TRUTH.glob("*.txt"):
        for case in cases(file):
            assert not unfounded(case.sentence, measurements(case.sentence)), case.sentence


def test_no_number_of_the_real_posts_is_invented(shared: Path) -> None:
    count = 0
    for file in sorted((shared / "corpus").rglob("*.md")):
        text = file.read_text(encoding="utf-8", errors="replace")
        for section in re.split(r"(?m)^#+ .*$", text):
            found = measurements(section)
            count += len(found)
            assert not unfounded(section, found), (file.name, section)
    assert count > 500


def test_an_invented_number_would_be_noticed() -> None:
    text = "정확도가 61.3%였다."
    (found,) = measurements(text)

    assert not unfounded(text, [found])
    assert unfounded(text, [found._replace(value=Decimal("61.4"))])
    assert unfounded(text, [found._replace(metric="재현율")])


@given(st.text(alphabet="0123456789.,%×x~→±+-/() \n가에서로의배점억만천개FIDB정확도향상각각와", max_size=60))
def test_any_text_gives_only_what_stands_in_it(text: str) -> None:
    for one in measurements(text):
        assert text[slice(*one.span)] == one.text
        assert one.metric_span is None or text[slice(*one.metric_span)] == one.metric
