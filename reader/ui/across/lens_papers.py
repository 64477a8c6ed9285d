"""The papers of a lens: a range's ids in order, what each says in the section, and which of them say nothing there.

Texts are read from the catalogue some at a time, for the rows that come into sight, and let go again.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Literal

from reader.across.lens import LensEntry, entry_of
from reader.across.passages import Lensed
from reader.library.listing import Listing
from reader.library.model import Appearance

Verdict = Literal["told", "silent", "none"]
"""What a paper says in the section: something, nothing, or that it is no paper, or gone."""

_AT_ONCE = 12  # texts read together
_KEPT = 240  # texts


class LensPapers:
    """The papers of one range."""

    def __init__(self, listing: Listing, ids: Sequence[int]) -> None:
        """`ids` of appearances, one a paper, in the order to be read in."""
        self._listing = listing
        self.ids = ids
        self.section: Lensed = "introduction"
        self._texts: OrderedDict[int, Appearance] = OrderedDict()
        self._verdicts: dict[int, Verdict] = {}  # by id; those not looked at count as told
        self.told: list[int] = list(ids)
        self.silent: list[int] = []

    def show(self, section: Lensed) -> None:
        """Look at another section; nothing is known of it yet."""
        self.section = section
        self._verdicts = {}
        self.told, self.silent = list(self.ids), []

    @property
    def is_sifted(self) -> bool:
        """Whether of every paper it is known whether it says something."""
        return len(self._verdicts) >= len(self.ids)

    def sift(self, ids: Iterable[int]) -> bool:
        """Look which of these papers say something; True if some of them do not, and were told apart."""
        new = [number for number in ids if number not in self._verdicts]
        if not new:
            return False
        self._read(new)
        found = {number: self._verdict_of(number) for number in new}
        return self.take(found)

    def take(self, found: dict[int, Verdict]) -> bool:
        """Others looked: True if some of these papers say nothing, and were told apart."""
        self._verdicts |= found
        if all(verdict == "told" for verdict in found.values()):
            return False
        self.told = [number for number in self.ids if self._verdicts.get(number, "told") == "told"]
        self.silent = [number for number in self.ids if self._verdicts.get(number) == "silent"]
        return True

    def is_silent(self, number: int) -> bool:
        """Whether a paper is known to say nothing."""
        return self._verdicts.get(number, "told") != "told"

    def appearance(self, number: int) -> Appearance | None:
        """A paper's appearance; with it the next ones are read."""
        if number not in self._texts:
            try:
                place = self.told.index(number)
                near = self.told[place : place + _AT_ONCE]
            except ValueError:
                near = [number]
            self._read(near)
        return self._texts.get(number)

    def entry(self, number: int) -> LensEntry | None:
        """What a paper says in the section; None where the catalogue has it no more."""
        appearance = self.appearance(number)
        return entry_of(appearance, self.section) if appearance else None

    def _verdict_of(self, number: int) -> Verdict:
        appearance = self._texts.get(number)
        return verdict_of(appearance, self.section)

    def _read(self, ids: Sequence[int]) -> None:
        wanted = [number for number in ids if number not in self._texts]
        self._texts.update(self._listing.appearances(wanted))
        for number in ids:
            if number in self._texts:
                self._texts.move_to_end(number)
        while len(self._texts) > max(_KEPT, len(ids)):
            self._texts.popitem(last=False)


def verdict_of(appearance: Appearance | None, section: Lensed) -> Verdict:
    """Whether an appearance says something in a section."""
    if appearance is None or appearance.is_page:
        return "none"
    return "silent" if entry_of(appearance, section).is_silent else "told"
