"""One question, answered: by an index that is open or, without one, by a scan of all texts.

In: a query with what the caller knows of papers, and a `SearchSource` to search on. Out: `Results` or an `Explanation`.
"""

import logging
import time

from reader.posts.model import PaperKey
from reader.search.match import scorer
from reader.search.match.explanation import explain
from reader.search.match.matcher import Matcher, Matches
from reader.search.match.search_source import Documents, SearchSource
from reader.search.model import Explanation, Hit, Results
from reader.search.query import parser
from reader.search.request import NOTHING_KNOWN, Known, SearchRequest
from reader.search.snippets import highlighter

log = logging.getLogger(__name__)


def answer(asked: SearchRequest, source: SearchSource, known: Known = NOTHING_KNOWN) -> Results:
    """The papers a query finds. Raises `Cancelled`."""
    started = time.perf_counter()
    documents = source.documents
    parsed, matcher, matches = _matched(asked, source, known)
    if asked.sort == "date":
        order, total = scorer.by_date(matches, documents, asked.limit)
    else:
        order, total = scorer.by_relevance(matches, documents, matcher, asked.limit)
    sections = scorer.sections([r.doc for r in order], [leaf.found for leaf in matches.leaves], documents.check)
    documents.check()
    scores = {r.doc: r.score for r in order}
    hits = tuple(
        Hit(documents.key(doc), documents.name(doc), scores[doc], sections[doc]) for doc in documents.watched(scores)
    )
    log.debug("%d papers in %.1f ms", total, 1000 * (time.perf_counter() - started))
    return Results(
        query=asked.query,
        total=total,
        hits=hits,
        highlighter=highlighter(leaf.pieces for leaf in matches.leaves),
        correction=_corrected(asked.query, matches),
        apart=_apart(matches, documents),
        not_understood=tuple(sorted({*parsed.not_understood, *matches.strange})),
        generation=source.number,
    )


def explained(asked: SearchRequest, source: SearchSource, known: Known, key: PaperKey) -> Explanation | None:
    """Why a paper stands where it stands; None when it is not in the answer."""
    _, matcher, matches = _matched(asked, source, known)
    return explain(matches, source.documents, matcher, key)


def _matched(asked: SearchRequest, source: SearchSource, known: Known) -> tuple[parser.Parsed, Matcher, Matches]:
    source.documents.cancelled = known.cancelled
    parsed = parser.parse(asked.query, known.today)
    matcher = Matcher(source, known.key_sets, word_sets=known.word_sets, as_you_type=asked.as_you_type)
    return parsed, matcher, matcher.match(parsed.node)


def _apart(matches: Matches, documents: Documents) -> int:
    """How many papers are left out because their words are apart."""
    left_out = documents.lanes.docs(matches.apart & ~matches.docs)
    if not left_out:
        return 0
    papers = documents.column("paper")
    return len(
        {papers[doc] for doc in left_out}.difference(map(papers.__getitem__, documents.lanes.docs(matches.docs)))
    )


def _corrected(query: str, matches: Matches) -> str | None:
    for typed, taken in matches.corrections:
        query = query.replace(typed, taken)
    return query if matches.corrections else None
