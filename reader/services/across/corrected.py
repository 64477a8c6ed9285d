"""A person's corrections beside passages of papers: what goes into files of many papers as theirs.

In: highlights with what the person says instead. Out: those whose words stand in a passage, in the order of the words.
"""

from collections.abc import Iterable
from typing import NamedTuple

from reader.across.passages import POINTS, Lensed, Passage
from reader.marks.anchors import place_of
from reader.marks.model import Highlight
from reader.posts.model import PaperKey, SectionKind
from reader.services.profile import Profile


class Corrected(NamedTuple):
    """Words of a passage, and what the person says instead."""

    words: str
    correction: str


class Corrections:
    """All corrections of a profile, or of some highlights."""

    def __init__(self, highlights: Iterable[Highlight] = ()) -> None:
        self._by_key: dict[PaperKey, list[Highlight]] = {}
        for each in highlights:
            if each.correction:
                self._by_key.setdefault(each.key, []).append(each)

    def of(self, key: PaperKey, section: Lensed, passage: Passage | None) -> tuple[Corrected, ...]:
        """Those of a paper's passage; words that a rewriting took away have none."""
        known = self._by_key.get(key)
        if not known or passage is None:
            return ()
        named = {passage.heading, SectionKind.INTRODUCTION.value if section in POINTS else section}
        placed = [
            (place, each)
            for each in known
            if each.section in named
            and (place := place_of(each.quotation, each.before, each.after, passage.text)) is not None
        ]
        placed.sort(key=lambda found: found[0])
        return tuple(Corrected(" ".join(each.quotation.split()), each.correction) for _, each in placed)


def corrections_of(profile: Profile) -> Corrections:
    """What the person corrected, in all papers."""
    return Corrections(profile.marks.all_highlights())
