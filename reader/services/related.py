"""Papers related to one: those of the library that share its own words, with the words they share."""

from collections.abc import Callable
from typing import NamedTuple

from reader.base.errors import ReaderError
from reader.library.listing import Listing
from reader.posts.model import PaperKey
from reader.search.index import Index
from reader.search.known import Known
from reader.search.model import Document
from reader.services.concepts import known_concepts

RELATED = 10


class RelatedPaper(NamedTuple):
    """A neighbour."""

    key: PaperKey
    appearance: int  # of the catalogue
    score: float  # comparable within one answer only
    shared: tuple[str, ...]  # words, what tells most first


def related(
    index: Index,
    listing: Listing,
    key: PaperKey,
    limit: int = RELATED,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[RelatedPaper, ...]:
    """The papers nearest to one, best first. Raises ReaderError for a paper that no post has, and Cancelled."""
    record = listing.record(key)
    if record is None or not record.appearances:
        raise ReaderError(f"No post has the paper {key}, so nothing can be told of what is like it.")
    appearance = record.appearances[0]
    paper = appearance.paper
    sections = tuple((s.kind, text) for s, text in zip(paper.sections, appearance.texts, strict=True))
    document = Document("", key, paper.arxiv_id, appearance.post, 0, appearance.day, (), paper.title, sections)
    found = index.related(document, limit, Known(cancelled=cancelled, concepts=known_concepts(index)))
    return tuple(RelatedPaper(one.key, int(one.document.rpartition(":")[2]), one.score, one.shared) for one in found)
