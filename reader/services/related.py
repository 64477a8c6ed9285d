"""Related papers: the neighbours of a paper in the library, each with the terms they share.

Joins the catalogue, which has the paper's text, with the index, which knows who else has its terms. Runs in the command
line and on the window's search thread.
"""

from typing import NamedTuple

from reader.base.errors import ReaderError
from reader.library.listing import Listing
from reader.posts.model import PaperKey
from reader.search.index import Index, IndexUnusable
from reader.search.match.related import PaperText
from reader.services.concepts import shipped_concepts

USUAL = 10  # neighbours


class RelatedPaper(NamedTuple):
    """A neighbour of a paper."""

    key: PaperKey
    appearance: int  # of the catalogue, the nearest of the paper's
    score: float  # comparable within one answer only
    shared: tuple[str, ...]  # terms, as the paper asked about writes them, the most telling first


def related(index: Index, listing: Listing, key: PaperKey, limit: int = USUAL) -> tuple[RelatedPaper, ...]:
    """The papers nearest to one, the nearest first; 0 for all that share a term. Other appearances of it are not in it.

    Raises ReaderErrors: `IndexUnusable` where a sync has to make the index first.
    """
    record = listing.record(key)
    if record is None:
        raise ReaderError(f"The text of {key} is no longer known.")
    paper = PaperText(key, record.title, record.appearances[0].texts)
    found = index.related(paper, shipped_concepts(), limit)
    identity = listing.identity()
    if found and not found[0].document.startswith(f"{identity}:"):
        raise IndexUnusable("The search index is of another library. Sync the library to build it anew.")
    return tuple(
        RelatedPaper(each.key, int(each.document.rpartition(":")[2]), each.score, each.shared) for each in found
    )
