"""One question, answered: by an index that is open or, without one, by a scan of all texts.

In: a query with what the caller knows of papers, and a `SearchSource` to search on. Out: `Results` or an `Explanation`.
"""

import logging
import time
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from reader.posts.model import PaperKey
from reader.search.known import NOTHING_KNOWN, Known
from reader.search.match import scorer
from reader.search.match.explanation import explain
from reader.search.match.matcher import Matcher, Matches
from reader.search.match.related import related
from reader.search.match.search_source import Documents, SearchSource
from reader.search.match.tiers import Ranking, tiers
from reader.search.match.understanding import Reader, corrected
from reader.search.model import Document, Explanation, Hit, Neighbour, Results, Understood
from reader.search.query import nodes, parser
from reader.search.query.spoken_dates import Calendar
from reader.search.request import SearchRequest
from reader.search.snippets import Highlighter, highlighter

log = logging.getLogger(__name__)
_NAMED = 2


def answer(asked: SearchRequest, source: SearchSource, known: Known = NOTHING_KNOWN) -> Results:
    """The papers a query finds. Raises `Cancelled`."""
    started = time.perf_counter()
    documents = source.documents
    parsed, node, reader, matcher = _read(asked, source, known)
    found = tiers(asked, node, known.concepts, matcher, documents)
    exact = found[0].matches
    firm = [ranking for ranking in found if ranking.tier != "some" and ranking.total]
    shown = (firm or found)[-1].matches
    hits = tuple(hit for ranking in found for hit in _hits(ranking, documents))
    total = sum(ranking.total for ranking in found if ranking.tier != "some")
    log.debug("%d papers in %.1f ms", total, 1000 * (time.perf_counter() - started))
    return Results(
        query=asked.query,
        total=total,
        hits=hits,
        highlighter=_highlighter(shown, documents),
        correction=corrected(asked.query, reader.understood),
        apart=_apart(exact, documents),
        not_understood=tuple(sorted({*parsed.not_understood, *exact.strange})),
        generation=source.number,
        understood=(*_asked(parsed), *reader.understood, *_meant(found, matcher)),
        suggestion=_suggestion(asked.query, reader),
        also=sum(ranking.total for ranking in found if ranking.tier == "some"),
        missing=tuple(dict.fromkeys(reader.missing)) if not total else (),
    )


def _meant(found: list[Ranking], matcher: Matcher) -> Iterator[Understood]:
    """The names by which words were looked for as well, where that found papers: those the library has, two of each."""
    wide = next((ranking.matches for ranking in found if ranking.tier == "concept" and ranking.total), None)
    for leaf in wide.leaves if wide else ():
        known = (name for name in leaf.names if matcher.has_name(name))
        if names := list(islice(known, _NAMED)):
            yield Understood("concept", leaf.text, ", ".join(names))


def _highlighter(matches: Matches, documents: Documents) -> Highlighter:
    """What marks the words that were found; a sentence is worth the rarity of its words."""
    leaves = matches.leaves
    rare = scorer.rarities(matches, documents)
    return highlighter([(leaf.pieces, *leaf.others) for leaf in leaves], rare, [leaf.text for leaf in leaves])


def _hits(ranking: Ranking, documents: Documents) -> Iterator[Hit]:
    """The papers of a tier as they are shown."""
    leaves = ranking.matches.leaves
    docs = [ranked.doc for ranked in ranking.ranked]
    sections = scorer.sections(docs, [leaf.found for leaf in leaves], documents.check)
    scores = {ranked.doc: ranked.score for ranked in ranking.ranked}
    for doc in documents.watched(scores):
        yield Hit(documents.key(doc), documents.name(doc), scores[doc], sections[doc], ranking.tier)


def neighbours(document: Document, source: SearchSource, known: Known, limit: int) -> list[Neighbour]:
    """The papers nearest to one."""
    source.documents.cancelled = known.cancelled
    return related(document, source, known.concepts, limit)


def explained(asked: SearchRequest, source: SearchSource, known: Known, key: PaperKey) -> Explanation | None:
    """Why a paper stands where it stands; None when it is not in the answer."""
    _, node, _, matcher = _read(asked, source, known)
    found = tiers(asked._replace(partial=False), node, known.concepts, matcher, source.documents)
    before = 0
    for ranking in found:
        if why := explain(ranking.matches, source.documents, matcher, key):
            return why._replace(place=before + why.place, total=sum(ranking.total for ranking in found))
        before += ranking.total
    return None


def _read(
    asked: SearchRequest, source: SearchSource, known: Known
) -> tuple[parser.Parsed, nodes.Node, Reader, Matcher]:
    source.documents.cancelled = known.cancelled
    parsed = parser.parse(asked.query, _calendar(source.documents, known), known.is_question)
    matcher = Matcher(
        source, known.key_sets, word_sets=known.word_sets, as_you_type=asked.as_you_type, concepts=known.concepts
    )
    reader = Reader(source.library, known.concepts, typing=asked.as_you_type)
    return parsed, reader.read(parsed.node), reader, matcher


def _apart(matches: Matches, documents: Documents) -> int:
    """How many papers are left out because their words are apart."""
    return scorer.papers(matches.apart & ~matches.docs, documents, matches.docs)


def _calendar(documents: Documents, known: Known) -> Calendar:
    """Today, and the days that have papers."""
    return Calendar(known.today or datetime.now().astimezone().date(), documents.days)


def _asked(parsed: parser.Parsed) -> Iterator[Understood]:
    """What was taken for a date, with the days as `date:` takes them, and for a question about a number."""
    yield from (Understood("number", text, text) for text in parsed.numbers)
    for typed, said in parsed.dates:
        how = "date from the last day" if said.from_last_day else "date"
        yield Understood(how, typed, f"{said.first or ''}..{said.last or ''}")


def _suggestion(query: str, reader: Reader) -> str | None:
    """The query as it may have been meant."""
    instead = query
    for typed, like in reader.suggestions:
        instead = instead.replace(typed, like)
    return instead if instead != query else None
