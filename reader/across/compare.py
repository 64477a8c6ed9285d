"""Papers beside one another: sections aligned, and two texts of one paper with their differences word by word."""

import re
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from reader.across.passages import Passage, points_of, texts_of
from reader.library.model import Appearance
from reader.posts.folding import folded
from reader.posts.model import SectionKind

MOST = 4  # papers
_MOST_WORDS = 4_000  # of two texts together, to be compared word by word; longer ones line by line

DifferenceKind = Literal["same", "gone", "new"]


class Run(NamedTuple):
    """A stretch of words of two texts."""

    change: DifferenceKind  # "gone": only the first has it; "new": only the second
    text: str  # with the white space behind it


class Aligned(NamedTuple):
    """One section of every paper compared."""

    kind: SectionKind
    heading: str  # that of the first paper which has one
    passages: tuple[Passage | None, ...]  # one a paper
    differences: tuple[Run, ...] = ()  # of two appearances of one paper


class Comparison(NamedTuple):
    """Papers beside one another."""

    appearances: tuple[Appearance, ...]
    sections: tuple[Aligned, ...]
    is_one_paper: bool  # appearances of the same paper, the earlier first
    until: date | None = None  # when the first gave way to the second, where they are one post before and after


def compare(appearances: Sequence[Appearance]) -> Comparison:
    """Two to four appearances side by side, in the order given; two of one paper with their differences.

    The five sections come first, in reading order, then others by their headings.
    """
    columns = [_passages(each) for each in appearances]
    names = list(dict.fromkeys(name for column in columns for name in column))
    order = list(SectionKind)
    names.sort(key=lambda name: order.index(name[0]))
    is_one = len(appearances) == 2 and appearances[0].paper.key == appearances[1].paper.key
    sections = []
    for name in names:
        passages = tuple(column.get(name) for column in columns)
        heading = next((each.heading for each in passages if each), "")
        runs = word_differences(*(each.text if each else "" for each in passages)) if is_one else ()
        sections.append(Aligned(name[0], heading, passages, runs))
    return Comparison(tuple(appearances), tuple(sections), is_one)


def word_differences(before: str, after: str) -> tuple[Run, ...]:
    """What changed from one text to the other, word by word; the runs that are not gone make up `after`.

    Other line breaks are no difference.
    """
    ours, theirs = _words(before), _words(after)
    if len(ours) + len(theirs) > _MOST_WORDS:
        ours, theirs = before.splitlines(keepends=True), after.splitlines(keepends=True)
    matcher = SequenceMatcher(None, [each.strip() for each in ours], [each.strip() for each in theirs], autojunk=False)
    runs: list[Run] = []
    for what, first, last, begin, end in matcher.get_opcodes():
        if what == "equal":
            runs.append(Run("same", "".join(theirs[begin:end])))
            continue
        if first < last:
            runs.append(Run("gone", "".join(ours[first:last])))
        if begin < end:
            runs.append(Run("new", "".join(theirs[begin:end])))
    return tuple(runs)


def _words(text: str) -> list[str]:
    """The words of a text, each with the white space behind it."""
    return re.findall(r"\S+\s*", text.lstrip())


def _passages(appearance: Appearance) -> dict[tuple[SectionKind, str], Passage]:
    """(kind, and the heading where it is not one of the five) → all its text."""
    found: dict[tuple[SectionKind, str], Passage] = {}
    for section, text in zip(appearance.paper.sections, texts_of(appearance), strict=True):
        name = (section.kind, folded(section.heading) if section.kind is SectionKind.OTHER else "")
        before = found.get(name)
        if before is None:
            points = points_of(appearance, section)
            found[name] = Passage(section.heading, section.markdown, text, section.nothing_known, points)
        else:
            found[name] = Passage(
                before.heading,
                f"{before.markdown}\n\n{section.markdown}",
                f"{before.text}\n{text}",
                before.nothing_known and section.nothing_known,
            )
    return found
