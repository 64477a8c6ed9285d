"""Papers about the same: those that share a paper's own words, the rarer the more.

In: a paper's texts, and what is searched. Out: documents with a score and the words shared, the best first. A paper's
own words are those that it has often and the library has seldom; a word in both titles tells most (tf·idf; Robertson
and Zaragoza 2009). A name of a concept is shared in whichever language.
"""

import heapq
import math
from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import compress
from typing import NamedTuple

from reader.base.hangul import is_hangul
from reader.search.analysis.names import expand_name
from reader.search.analysis.particles import tails
from reader.search.analysis.tokenizer import chunks, word_whole
from reader.search.analysis.verbs import nouns_of
from reader.search.concepts.table import Concepts
from reader.search.match.fillers import is_filler
from reader.search.match.meaning import widened
from reader.search.match.search_source import SearchSource
from reader.search.model import Document, Neighbour
from reader.search.query import nodes
from reader.search.store.posting_block import MOST
from reader.search.store.schema import paper_number, squeezed

_TERMS = 24
_NAMES = 4  # of a concept
_TRIED = 44  # words of a paper whose rarity is looked at
_TITLE = 4  # times in the text that a word in the title counts
_COMMON = 0.25  # of all documents: a word in more tells nothing
_SHOWN = 5
_TITLED = MOST + 1
_IN_TITLE = 2.0
_K = 1.2


class _Term(NamedTuple):
    text: str
    times: bytes  # of each document: how often the term is there, up to MOST, and _TITLED more if it is in the title
    worth: float
    is_name: bool  # of a concept


def related(document: Document, source: SearchSource, concepts: Concepts, limit: int) -> list[Neighbour]:
    """The papers nearest to one, the best first; the same paper elsewhere is not among them."""
    documents = source.documents
    terms = _terms(document, source, concepts)
    scores = array("d", bytes(8 * documents.lanes.count))  # of each document
    every = range(documents.lanes.count)
    for term in terms:
        documents.check()
        plain = [term.worth * (_K + 1) * n / (n + _K) for n in range(_TITLED)]
        table = plain + [value * _IN_TITLE for value in plain]
        for doc in compress(every, term.times):
            scores[doc] += table[term.times[doc]]
    documents.check()
    papers = documents.column("paper")
    seen = {paper_number(document.key), *(papers[doc] for doc in documents.titled(squeezed(document.title)))}
    others = ((score, -doc) for doc, score in enumerate(scores) if score and papers[doc] not in seen)
    best = heapq.nlargest(4 * limit + 8, others)
    found: list[Neighbour] = []
    for score, negative in best:
        doc = -negative
        if papers[doc] not in seen and len(found) < limit:
            seen.add(papers[doc])
            found.append(Neighbour(documents.key(doc), documents.name(doc), score, _shared(terms, doc)))
    return found


def _shared(terms: Iterable[_Term], doc: int) -> tuple[str, ...]:
    """The words that a document shares: names of concepts first, then what tells most."""
    there = [
        (term.is_name, term.worth * min(times, 3), term.text) for term in terms if (times := term.times[doc] & MOST)
    ]
    said: list[str] = []
    for _, _, text in sorted(there, reverse=True):
        if not any(text in other or other in text for other in said):  # 가속, 가속화
            said.append(text)
    return tuple(said[:_SHOWN])


def _terms(document: Document, source: SearchSource, concepts: Concepts) -> list[_Term]:
    """A paper's own words, and where else they are."""
    documents = source.documents
    counts = _words(document)
    total = max(documents.count(), 1)
    rough = heapq.nlargest(_TRIED, counts, key=lambda word: counts[word] * _rarity(source, word, total))
    found: list[_Term] = []
    seen: set[str] = set()
    for word in rough:
        documents.check()
        node = widened(nodes.Word(word), concepts)
        names = node.names[:_NAMES] if isinstance(node, nodes.Term) else ()
        if (name := names[0] if names else word) not in seen:
            seen.add(name)
            with documents.in_passing():
                term = _term(word, names, counts[word], source)
            if term is not None:
                found.append(term)
    return heapq.nlargest(_TERMS, found, key=lambda term: term.worth)


def _term(word: str, names: tuple[str, ...], often: int, source: SearchSource) -> _Term | None:
    """A word that a paper has so often, with the names of its concept; None where sharing it tells nothing."""
    documents = source.documents
    total = max(documents.count(), 1)
    ways = [pieces for one in (word, *names) if (pieces := expand_name(one, source.library, anywhere=True))]
    where = source.places.any_of([source.places.of(pieces) for pieces in ways])
    if not 1 < len(where) <= max(_COMMON * total, 2):
        return None
    worth = math.log(total / len(where)) ** 1.5 * often / (often + 2.0)
    times = documents.lanes.column(where.counts | where.titled << _TITLED.bit_length() - 1)
    return _Term(word, times, worth, bool(names))


def _rarity(source: SearchSource, word: str, total: int) -> float:
    """How rare a word is, roughly: by its rarest pair of syllables."""
    many = source.library.most(word) if is_hangul(word[0]) else source.library.known(word)
    return math.log(1 + total / (1 + many)) if many > 1 else 0.0


def _words(document: Document) -> Counter[str]:
    """How often each word is in a paper, particles aside; a word in the title counts several times."""
    found: Counter[str] = Counter()
    for weight, text in ((_TITLE, document.title), *((1, text) for _, text in document.sections)):
        for chunk, _ in chunks(text):
            word = _stem(chunk)
            if word and not is_filler(word):
                found[word] += weight
    return found


def _stem(chunk: str) -> str:
    if not is_hangul(chunk[0]):
        word = word_whole(chunk)
        return word if len(word) > 1 and not word[0].isdigit() else ""
    nouns = nouns_of(chunk)
    stem = nouns[0] if nouns else chunk[: next((cut for cut in tails(chunk) if cut > 1), len(chunk))]
    return stem if len(stem) > 1 else ""
