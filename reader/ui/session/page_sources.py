"""What the paper list is a list of: the papers of a place, or the hits of a search.

Both hold ids alone and read rows from the catalogue when they come into sight.
"""

from array import array
from collections.abc import Callable, Sequence
from itertools import pairwise

from reader.library.listing import Listing
from reader.library.model import PaperRow
from reader.posts.model import PaperKey
from reader.services.search_result import SearchResult
from reader.ui.session.rows import ResultRow

_FEW = 4  # papers whose place is asked; for more it is worth noting where every one is


class PlaceSource:
    """The papers of a place in an order. A snapshot: what comes later is in the next one."""

    def __init__(self, listing: Listing, ids: Sequence[int]) -> None:
        """`ids` of appearances, one a paper."""
        self._listing = listing
        self.ids = ids
        self._places: array[int] | None = None  # by id: one above the place in the order, 0 for what is not in it
        self._asked = 0

    def count(self) -> int:
        return len(self.ids)

    def rows(self, offset: int, limit: int) -> Sequence[PaperRow]:
        return self._listing.rows(self.ids[offset : offset + limit])

    def openings(self) -> Sequence[int]:
        """No row of a place stands below a heading."""
        return ()

    def keys(self, offset: int, limit: int) -> Sequence[PaperKey]:
        """The papers of rows, without the rows."""
        return self._listing.keys(self.ids[offset : offset + limit])

    def position(self, key: PaperKey) -> int | None:
        """Where a paper is in the order; None if it isn't in the list."""
        found = self._listing.ids_of(key)
        self._asked += 1
        if self._asked <= _FEW:
            return next((self.ids.index(id_) for id_ in found if id_ in self.ids), None)
        if self._places is None:
            self._places = array("I", bytes(4 * (max(self.ids, default=0) + 1)))
            for place, id_ in enumerate(self.ids, 1):
                self._places[id_] = place
        places = (self._places[id_] for id_ in found if id_ < len(self._places))
        return next((place - 1 for place in places if place), None)


class ResultSource:
    """The papers a search found, with the words found marked where the search looked at the text."""

    def __init__(self, listing: Listing, finding: SearchResult) -> None:
        self._listing = listing
        self._finding = finding
        self._places: dict[PaperKey, int] | None = None
        self._openings: list[int] | None = None

    @property
    def ids(self) -> list[int]:
        """The appearances that stand for the papers, in their order."""
        return [paper.appearance for paper in self._finding.papers]

    def count(self) -> int:
        return len(self._finding.papers)

    def rows(self, offset: int, limit: int) -> Sequence[ResultRow]:
        found = self._finding.papers[offset : offset + limit]
        rows = {row.key: row for row in self._listing.rows([paper.appearance for paper in found])}
        opened = {self._finding.papers[row].key: self._finding.papers[row].tier for row in self.openings()}
        return [
            ResultRow(
                rows.get(paper.key) or self._newer(paper.key),
                paper.snippet,
                paper.title_spans,
                paper.snippet_spans,
                opened.get(paper.key, ""),
            )
            for paper in found
        ]

    def _newer(self, key: PaperKey) -> PaperRow:
        """The row of a paper that a sync rewrote since it was found, or of one that is gone: it keeps its place among
        the others until the newer answer comes.
        """
        there = self._listing.rows(self._listing.ids_of(key)[:1])
        return there[0] if there else PaperRow(key, "", None, None, 0, "", gone=True)

    def openings(self) -> Sequence[int]:
        """Where papers begin that have a word's meaning, or some of the words, instead of every word."""
        if self._openings is None:
            tiers = ["all", *(paper.tier for paper in self._finding.papers)]
            self._openings = [row for row, (before, tier) in enumerate(pairwise(tiers)) if tier != before]
        return self._openings

    def keys(self, offset: int, limit: int) -> Sequence[PaperKey]:
        """The papers of rows, without the rows."""
        return [paper.key for paper in self._finding.papers[offset : offset + limit]]

    def position(self, key: PaperKey) -> int | None:
        """Where a paper is in the order; None if it isn't in the list."""
        if self._places is None:
            self._places = {paper.key: place for place, paper in enumerate(self._finding.papers)}
        return self._places.get(key)


def unread_from(
    source: PlaceSource | ResultSource, start: int, by: int, is_read: Callable[[PaperKey], bool]
) -> PaperKey | None:
    """The first unread paper of a list from a row on, down (1) or up (-1)."""
    chunk = 200
    while 0 <= start < source.count():
        first = start if by > 0 else max(0, start - chunk + 1)
        rows: list[PaperRow | ResultRow] = list(source.rows(first, chunk if by > 0 else start - first + 1))
        ordered: list[PaperRow | ResultRow] = rows if by > 0 else rows[::-1]
        for row in ordered:
            key = row.row.key if isinstance(row, ResultRow) else row.key
            if not is_read(key):
                return key
        start += by * max(1, len(rows))
    return None
