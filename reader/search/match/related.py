"""The papers that share with one paper what tells most of it: its neighbours.

In: the terms of the paper (`telling`) and a `SearchSource`. Out: other papers, the nearest first, each with the terms
they share. BM25 with the paper as the query (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework).
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from reader.posts.model import PaperKey
from reader.search.concepts.table import NO_CONCEPTS, Concepts
from reader.search.match.search_source import Documents, SearchSource
from reader.search.match.telling import Telling, telling
from reader.search.store.postings import PostingList
from reader.search.store.schema import TITLE, paper_number

SHARED = 6  # terms that are said of each
_K = 1.2
_IN_TITLE = 1.8  # times a term is worth there
_COMMON = 0.2  # of all documents: a term in more tells nothing
_SMALL = 10  # documents of a library in which nothing is common


class Neighbour(NamedTuple):
    """A paper that is near, by its nearest appearance."""

    key: PaperKey
    document: str
    score: float  # comparable within one answer only
    shared: tuple[str, ...]  # terms as the paper asked about writes them, the most telling first


class PaperText(NamedTuple):
    """What a paper says."""

    key: PaperKey
    title: str
    texts: tuple[str, ...]


def neighbours(
    paper: PaperText, source: SearchSource, concepts: Concepts = NO_CONCEPTS, limit: int = 10
) -> list[Neighbour]:
    """The papers nearest to one, other appearances of it left out; 0 for all that share anything."""
    documents = source.documents
    total = max(documents.count(), 1)
    worth: dict[int, dict[str, float]] = {}
    for term in telling(paper.title, paper.texts, source.library, concepts, total):
        documents.check()
        found = source.places.any_of([source.places.of(way) for way in term.ways])
        if len(found) <= max(_COMMON * total, _SMALL):
            _add(worth, term, found, total)
    return list(_nearest(worth, paper.key, documents, limit))


def _add(worth: dict[int, dict[str, float]], term: Telling, found: PostingList, total: int) -> None:
    """Add what a term is worth to every document with it."""
    rarity = math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5)) * term.weight
    counts = found.lanes.column(found.counts)
    slots = found.lanes.column(found.slots)
    for doc in found:
        count = counts[doc]
        value = rarity * count * (_K + 1) / (count + _K) * (_IN_TITLE if slots[doc] >> TITLE & 1 else 1.0)
        worth.setdefault(doc, {})[term.text] = value


def _nearest(
    worth: dict[int, dict[str, float]], key: PaperKey, documents: Documents, limit: int
) -> Iterable[Neighbour]:
    papers = documents.column("paper")
    alive = documents.lanes.column(documents.all())
    scores = {doc: sum(terms.values()) for doc, terms in worth.items() if alive[doc]}
    seen = {paper_number(key)}
    for doc in sorted(scores, key=lambda doc: (-scores[doc], doc)):
        if papers[doc] in seen:
            continue
        seen.add(papers[doc])
        best = sorted(worth[doc], key=lambda text: -worth[doc][text])[:SHARED]
        yield Neighbour(documents.key(doc), documents.name(doc), scores[doc], tuple(best))
        if limit and len(seen) > limit:
            return
