"""The truth: sentences with the numbers a person reads in them, and how what is found is scored against it."""

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from reader.numbers.grammar import measurements
from reader.numbers.model import Measurement

TRUTH = Path(__file__).parent / "truth"
_VALUE = re.compile(
    r"(?:(?P<before>[\d.]+)>)?(?P<value>[\d.]+)"
    r"(?:~(?P<high>[\d.]+)|±(?P<spread>[\d.]+)|:(?P<versus>[\d.]+))?"
)


class Expected(NamedTuple):
    metrics: tuple[str, ...]
    value: Decimal
    before: Decimal | None
    high: Decimal | None
    spread: Decimal | None
    versus: Decimal | None
    unit: str
    kinds: tuple[str, ...]
    benchmark: str
    optional: bool


class Case(NamedTuple):
    sentence: str
    expected: list[Expected]


class Score(NamedTuple):
    right: int
    found: int
    wanted: int
    wrong: list[str]

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


def cases(file: Path) -> list[Case]:
    """The sentences of a truth file with what is to be found in each."""
    found: list[Case] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("  "):
            found[-1].expected.append(_expected(line.strip()))
        else:
            found.append(Case(line, []))
    return found


def _expected(line: str) -> Expected:
    optional = line.startswith("?")
    fields = [field.strip() for field in line.removeprefix("?").split("|")]
    match = _VALUE.fullmatch(fields[1])
    assert match, line
    numbers = {name: Decimal(text) if text else None for name, text in match.groupdict().items()}
    value = numbers.pop("value")
    assert value is not None
    return Expected(
        metrics=tuple(part.strip() for part in (fields[0] + " ").split(" or ")),
        value=value,
        unit=fields[2],
        kinds=tuple(fields[3].split(" or ")),
        benchmark=fields[4] if len(fields) > 4 else "",
        optional=optional,
        **numbers,
    )


def is_right(found: Measurement, expected: Expected) -> bool:
    """Whether a measurement is the expected one. What is counted may stand in its metric or unit, with more words."""
    if (found.value, found.before, found.high, found.spread, found.versus) != expected[1:6]:
        return False
    if found.kind not in expected.kinds:
        return False
    if found.kind == "count":
        said = f" {found.metric} {found.unit} "
        words = [plain for metric in expected.metrics if (plain := re.sub(r"\([^)]*\) ?", "", metric).strip())]
        named = not words or "" in expected.metrics or any(f"{word} " in said for word in words)
        return named and (not expected.unit or expected.unit in f"{found.unit} {found.metric}")
    return found.unit == expected.unit and any(_reads(metric, found.metric) for metric in expected.metrics)


def _reads(expected: str, found: str) -> bool:
    """Whether a name is the expected one, whose words in brackets may be left out."""
    pattern = "".join(
        rf"(?:{re.escape(part[1:-1])} ?)?" if part.startswith("(") else re.escape(part.strip()) + " ?"
        for part in re.findall(r"(?<![^ ])\([^)]*\)|(?:[^ (]|(?<=[^ ])\([^)]*\))+", expected)
    )
    return re.fullmatch(pattern, found + " ") is not None or re.fullmatch(pattern, found) is not None


def score(truth: list[Case]) -> Score:
    """How many measurements are right, found and wanted, with a line for each that is wrong or missed."""
    right = found_count = wanted = 0
    wrong: list[str] = []
    for case in truth:
        open_ones = list(case.expected)
        extra: list[Measurement] = []
        for found in measurements(case.sentence):
            match = next((one for one in open_ones if is_right(found, one)), None)
            if match is None:
                extra.append(found)
                continue
            open_ones.remove(match)
            if not match.optional:
                right, found_count = right + 1, found_count + 1
        for found in list(extra):
            loose = next((one for one in open_ones if one.optional and one.value == found.value), None)
            if loose is not None:
                open_ones.remove(loose)
                extra.remove(found)
        missed = [one for one in open_ones if not one.optional]
        found_count += len(extra)
        wanted += sum(not one.optional for one in case.expected)
        if extra or missed:
            wrong.append(_told(case, extra, missed))
    return Score(right, found_count, wanted, wrong)


def _told(case: Case, extra: list[Measurement], missed: list[Expected]) -> str:
    wrong = [f"    wrong  {one.metric!r}: {one.text} ({one.kind}, {one.change or 'no change'})" for one in extra]
    lost = [f"    missed {' or '.join(one.metrics)}: {one.value} {one.unit} ({'/'.join(one.kinds)})" for one in missed]
    return "\n".join([case.sentence, *wrong, *lost])
