"""The papers that share with one paper what tells most of it: its neighbours.

In: the terms of the paper (`telling`) and a `SearchSource`. Out: other papers, the nearest first, each with the terms
they share. BM25 with the paper as the query (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework).
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import and_
from typing import NamedTuple

from reader.posts.model import PaperKey
from reader.search.analysis.fold import fold
from reader.search.analysis.forms import Form, Kind
from reader.search.concepts.table import NO_CONCEPTS, Concepts
from reader.search.match.postings_algebra import behind_one_another
from reader.search.match.search_source import Documents, SearchSource
from reader.search.match.telling import FEW, Way, telling
from reader.search.store.lanes import Mask
from reader.search.store.posting_block import MOST
from reader.search.store.schema import paper_number

SHARED = 6  # terms that are said of each
_K = 1.2
_IN_TITLE = 1.8  # times a term is worth there
_COMMON = 0.2  # of all documents: a term in more tells nothing
_BYTE = 255
_LOOKED_AT = 20  # times as many documents as papers are wanted are scored exactly
_CHECKED = 2  # times as many are looked at word by word


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


class _Found(NamedTuple):
    """A term as it is found in the library."""

    text: str
    ways: tuple[Way, ...]
    column: bytes  # of each document how often it is there, and 32 more where it is in the title
    worth: list[float]  # of each of these numbers


def neighbours(
    paper: PaperText, source: SearchSource, concepts: Concepts = NO_CONCEPTS, limit: int = 10
) -> list[Neighbour]:
    """The papers nearest to one, other appearances of it left out; of a `limit` of 0 all that share anything."""
    documents = source.documents
    total = max(documents.count(), 1)
    terms = []
    for term in telling(paper.title, paper.texts, source.library, concepts, total):
        documents.check()
        lanes, count = _any_of(term.ways, source)
        if 0 < count <= max(_COMMON * total, FEW):
            terms.append(_Found(term.text, term.ways, documents.lanes.column(lanes), _worth(term.weight, count, total)))
    candidates = _candidates(terms, documents, limit)
    return list(_nearest(terms, candidates, paper.key, source, limit))


def _any_of(ways: Iterable[Way], source: SearchSource) -> tuple[int, int]:
    """How often any of these is in each document, with 32 for the title, and in how many it is.

    Whether terms are side by side is not looked at here: it takes long, and is done for the nearest (`_true`).
    """
    lanes = source.documents.lanes
    counts = titled = 0
    for way in ways:
        founds = [source.places.of_form(Form(Kind.WORD, (term,))) for term, _ in way]
        counts = lanes.sum(counts, reduce(lanes.least, (found.counts for found in founds)))
        titled |= reduce(and_, (found.titled for found in founds))
    return counts | titled << 5, lanes.where(counts).bit_count()


def _worth(weight: float, count: int, total: int) -> list[float]:
    rarity = weight * math.log(1 + (total - count + 0.5) / (count + 0.5))
    plain = [rarity * (_K + 1) * n / (n + _K) for n in range(MOST + 1)]
    return plain + [value * _IN_TITLE for value in plain]


def _candidates(terms: Sequence[_Found], documents: Documents, limit: int) -> list[int]:
    """The documents that may be the nearest: those with the highest sums in a byte each."""
    lanes = documents.lanes
    step = sum(max(term.worth) for term in terms) / (_BYTE - len(terms))
    sums = 0
    for term in terms:
        steps = bytes(math.ceil(value / step) for value in term.worth)
        sums += lanes.lanes(term.column.translate(steps.ljust(256, b"\0")))
    column = lanes.column(lanes.only(sums, documents.all()))
    least = 1
    if limit and terms:
        least = max(1, sorted(column, reverse=True)[: _LOOKED_AT * limit][-1])
    return [doc for doc, value in enumerate(column) if value >= least]


def _nearest(
    terms: Sequence[_Found], candidates: Sequence[int], key: PaperKey, source: SearchSource, limit: int
) -> Iterator[Neighbour]:
    documents = source.documents
    papers = documents.column("paper")
    first = sorted(candidates, key=lambda doc: (-sum(term.worth[term.column[doc]] for term in terms), doc))
    if limit:
        first = [doc for doc in first if papers[doc] != paper_number(key)][: _CHECKED * limit]
    shared = _true(terms, first, source)
    seen = {paper_number(key)}
    for doc in sorted(first, key=lambda doc: (-sum(shared[doc].values()), doc)):
        if papers[doc] in seen or not shared[doc]:
            continue
        seen.add(papers[doc])
        score = sum(shared[doc].values())
        yield Neighbour(documents.key(doc), documents.name(doc), score, _said(shared[doc]))
        if len(seen) == limit + 1:
            return


def _true(terms: Sequence[_Found], docs: Sequence[int], source: SearchSource) -> dict[int, dict[str, float]]:
    """What each document shares and what that is worth: words of a name only where they stand side by side."""
    within = source.documents.lanes.mask(docs)
    found: dict[int, dict[str, float]] = {doc: {} for doc in docs}
    for term in terms:
        there = source.documents.lanes.column(_side_by_side(term.ways, within, source))
        for doc in docs:
            if there[doc] and (value := term.worth[term.column[doc]]):
                found[doc][term.text] = value
    return found


def _side_by_side(ways: Iterable[Way], within: Mask, source: SearchSource) -> Mask:
    docs = 0
    for way in ways:
        founds = [source.places.of_form(Form(Kind.WORD, (term,))) for term, _ in way]
        here = reduce(and_, (found.docs for found in founds), within & ~docs)
        if here and len(way) > 1:
            here &= behind_one_another(founds, [at for _, at in way], source.documents.check, here).docs
        docs |= here
    return docs


def _said(worth: dict[str, float]) -> tuple[str, ...]:
    """The terms that are worth most; not those that are part of a longer one that is said."""
    ranked = sorted(worth, key=lambda text: -worth[text])
    texts = list(map(fold, ranked))
    whole = [text for text, own in zip(ranked, texts, strict=True) if not any(own in t for t in texts if t != own)]
    return tuple(whole[:SHARED])
