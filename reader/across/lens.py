"""The lens: one section of many papers, one after the other; those that say nothing there are folded apart."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from reader.across.passages import Lensed, Passage, passage_of
from reader.library.model import Appearance
from reader.posts.model import PaperKey


class LensEntry(NamedTuple):
    """One paper seen through the lens."""

    appearance: int  # id in the catalogue
    key: PaperKey
    title: str
    raw_title: str
    arxiv_id: str | None
    link: str | None  # as the post has it
    day: date | None
    passage: Passage | None  # None where the paper has no such section

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to read: no such section, or one that only says that nothing is known."""
        return self.passage is None or self.passage.nothing_known


class Lens(NamedTuple):
    """A section of every paper of a range, in the range's order."""

    section: Lensed
    told: tuple[LensEntry, ...]
    silent: tuple[LensEntry, ...]  # folded into one line


def entry_of(appearance: Appearance, section: Lensed) -> LensEntry:
    """A paper's entry."""
    paper = appearance.paper
    return LensEntry(
        appearance.id,
        paper.key,
        paper.title,
        paper.raw_title,
        paper.arxiv_id,
        paper.link,
        appearance.day,
        passage_of(appearance, section),
    )


def lens_of(appearances: Iterable[Appearance], section: Lensed) -> Lens:
    """A section of these papers. Posts without papers are left out."""
    entries = [entry_of(each, section) for each in appearances if not each.is_page]
    return Lens(
        section,
        tuple(entry for entry in entries if not entry.is_silent),
        tuple(entry for entry in entries if entry.is_silent),
    )
