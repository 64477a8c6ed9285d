"""What would find something where a query found nothing: the same query without one of its operators."""

from collections.abc import Callable
from typing import NamedTuple

from reader.library.listing import Listing
from reader.marks.store import MarkStore
from reader.search.index import Index
from reader.search.request import SearchRequest
from reader.services.query_text import has_choice, pieces
from reader.services.search import find

_MOST = 3  # offers


class Offer(NamedTuple):
    """A query that finds something."""

    query: str
    dropped: str  # what it lacks of the one that was asked, as it was typed
    papers: int


def offers(
    index: Index, listing: Listing, marks: MarkStore, query: str, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Offer, ...]:
    """The offers for a query that found nothing, those that find most first; none for one without operators.

    Where no single operator is to blame, all of them are left out together. Raises Cancelled, and what `find` raises.
    """
    named = [] if has_choice(query) else [piece for piece in pieces(query) if piece.name]

    def without(parts: list[tuple[int, int]]) -> Offer:
        rest: list[str] = []
        at = 0
        for start, end in parts:
            rest, at = [*rest, query[at:start]], end
        shorter = " ".join(" ".join([*rest, query[at:]]).split())
        asked = SearchRequest(shorter, limit=1, snippets=0, partial=False)
        total = find(index, listing, asked, marks=marks, cancelled=cancelled).total if shorter else 0
        return Offer(shorter, " ".join(query[start:end] for start, end in parts), total)

    spans = [(piece.start, piece.end) for piece in named]
    found = [without([span]) for span in spans]
    if len(spans) > 1 and not any(offer.papers for offer in found):
        found = [without(spans)]
    helping = sorted((offer for offer in found if offer.papers), key=lambda offer: -offer.papers)
    return tuple(helping[:_MOST])
