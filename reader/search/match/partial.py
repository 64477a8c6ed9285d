"""The papers that have some of a query's words: BM25 over words, pairs of syllables and trigrams of titles.

In: nodes, and a `Matcher` that knows where words stand. Out: documents with a score, the best first. For what nobody
wrote in just these words: a question, a title half remembered. What narrows a query, dates, marks and what is left
out, holds here as well (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework).
"""

import heapq
import math
import re
from collections.abc import Iterable, Iterator
from operator import add
from typing import NamedTuple

from reader.base.hangul import is_hangul
from reader.search.analysis.fold import fold
from reader.search.analysis.forms import Form, Kind, Piece
from reader.search.match.fillers import is_filler
from reader.search.match.matcher import Leaf, Matcher, Matches
from reader.search.match.search_source import Documents
from reader.search.query import nodes
from reader.search.store.lanes import Mask
from reader.search.store.posting_block import MOST
from reader.search.store.schema import slot_of, squeezed

MOST_PAPERS = 100
_K = 1.2
_IN_TITLE = 1.8  # times a word is worth there
_PAIR = 0.35  # of the worth of a word, of a pair of its syllables
_TITLES = 1.0  # of the worth of all words, of a title that has every trigram
_LEAST = 0.3  # of the best score
_GRAM = 3
_SHORT = 12  # syllables of a text of which pairs are looked for in titles as well
_ALONE = 0.4  # of the trigrams, in a title whose paper has none of the words
_TOLD_BY = 20  # a trigram in more than one of so many titles tells nothing
_COMMON = 0.4  # of all documents: a word in more says nothing


class Partial(NamedTuple):
    """What was found by some words."""

    docs: list[tuple[int, float]]  # best first
    matches: Matches


class _Sought(NamedTuple):
    leaves: list[Leaf]
    pairs: list[Leaf]
    within: Mask
    text: str


def partial(node: nodes.Node, matcher: Matcher, documents: Documents, firm: Mask) -> Partial | None:
    """The best documents that have some words and are not among `firm`; None where no word is left to go by."""
    sought = _sought(node, matcher, documents)
    total = max(documents.count(), 1)
    scores = [0.0] * documents.lanes.count
    whole = 0.0
    for leaf, share in [*((leaf, 1.0) for leaf in sought.leaves), *((leaf, _PAIR) for leaf in sought.pairs)]:
        documents.check()
        rarity = _rarity(leaf, total) * share
        whole += rarity if share == 1.0 else 0.0
        if len(leaf.found) and (len(leaf.found) <= _COMMON * total or total < MOST_PAPERS):
            column = documents.lanes.column(leaf.found.counts | (leaf.found.titled << 5))
            scores = list(map(add, scores, map(_worth(rarity).__getitem__, column)))
    _add_titles(scores, sought.text, documents, max(whole, 1.0) * _TITLES)
    wanted = documents.lanes.docs(sought.within & documents.all() & ~firm)
    best = heapq.nlargest(2 * MOST_PAPERS, ((scores[doc], -doc) for doc in wanted if scores[doc] > 0))
    if not best:
        return None
    least = best[0][0] * _LEAST
    docs = [(-doc, score) for score, doc in best if score >= least]
    mask = documents.lanes.mask(doc for doc, _ in docs)
    return Partial(docs, Matches(mask, [leaf for leaf in sought.leaves if len(leaf.found)]))


def _rarity(leaf: Leaf, total: int) -> float:
    return math.log(1 + (total - len(leaf.found) + 0.5) / (len(leaf.found) + 0.5))


def _worth(rarity: float) -> list[float]:
    """What a count is worth, with 32 more for a place in the title."""
    plain = [rarity * (_K + 1) * n / (n + _K) for n in range(MOST + 1)]
    return plain + [value * _IN_TITLE for value in plain]


def _sought(node: nodes.Node, matcher: Matcher, documents: Documents) -> _Sought:
    """The words of a query that are worth looking for, and the documents that all else allows."""
    within = documents.all()
    leaves: list[Leaf] = []
    pairs: list[Leaf] = []
    texts: list[str] = []
    parts = list(_parts(node, None))
    for part, slot in parts:
        if not isinstance(part, nodes.Word | nodes.Phrase | nodes.Term):
            within &= matcher.match(part, slot).docs
            continue
        text = part.text if not isinstance(part, nodes.Term) else " ".join(word.text for word in part.words)
        if not isinstance(part, nodes.Phrase):
            texts.append(text)  # quoted words ask for just themselves
        if is_filler(text) and len(parts) > 1:
            continue
        found = matcher.match(part, slot).leaves
        leaves += found
        if slot is None:
            pairs += [leaf for leaf in _pairs_of(text, matcher) if not any(len(other.found) for other in found)]
    return _Sought(leaves, pairs, within, " ".join(text for text in texts if not is_filler(text)))


def _parts(node: nodes.Node, slot: int | None) -> Iterator[tuple[nodes.Node, int | None]]:
    """The parts of a query that all have to be true, each with the slot it is looked for in."""
    match node:
        case nodes.All(children):
            for child in children:
                yield from _parts(child, slot)
        case nodes.Within(kind, child):
            yield from _parts(child, slot_of(kind))
        case nodes.Term(words) if len(words) > 1:
            yield node, slot
            yield from ((word, slot) for word in words)
        case _:
            yield node, slot


def _pairs_of(text: str, matcher: Matcher) -> Iterable[Leaf]:
    """The pairs of syllables of a word that is nowhere as a whole."""
    for run in re.findall("[가-힣]{2,}", fold(text)):
        for at in range(len(run) - 1):
            pieces = (Piece((Form(Kind.RUN, (run[at : at + 2],), (), 2),)),)
            yield Leaf(pieces, matcher.places(pieces), None, run[at : at + 2])


def _add_titles(scores: list[float], text: str, documents: Documents, worth: float) -> None:
    """Add to each document how much of the text its title has: trigrams, the rarer the more."""
    plain = squeezed(text)
    grams = {plain[at : at + _GRAM] for at in range(len(plain) - _GRAM + 1)}
    if len(plain) <= _SHORT and all(map(is_hangul, plain)):
        grams |= {plain[at : at + 2] for at in range(len(plain) - 1)}
    if not grams:
        return
    found: dict[int, float] = {}
    total, whole = max(documents.count(), 1), 0.0
    for gram in grams:
        documents.check()
        docs = documents.titled_seldom(gram, max(MOST_PAPERS, total // _TOLD_BY))
        if docs is None:
            continue
        rarity = math.log(1 + total / (1 + len(docs)))
        whole += rarity
        for doc in docs:
            found[doc] = found.get(doc, 0.0) + rarity
    for doc, share in found.items():
        if scores[doc] or share >= _ALONE * whole:
            scores[doc] += worth * (share / whole) ** 1.5
