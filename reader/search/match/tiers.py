"""The tiers of an answer: papers with every word, those with every word or one that means the same, those with some.

In: a query as nodes, and a `Matcher`. Out: each tier with its documents in order, every paper in one tier only, in the
first it is in. A tier stands whole below the one before it.
"""

from typing import NamedTuple

from reader.search.concepts.table import Concepts
from reader.search.match import scorer
from reader.search.match.matcher import Matcher, Matches
from reader.search.match.meaning import widened
from reader.search.match.partial import MOST_PAPERS, partial
from reader.search.match.scorer import Ranked
from reader.search.match.search_source import Documents
from reader.search.match.understanding import respelled
from reader.search.model import Tier
from reader.search.query import nodes
from reader.search.request import ENOUGH, SearchRequest
from reader.search.store.lanes import Mask


class Ranking(NamedTuple):
    """One tier, in order."""

    tier: Tier
    ranked: list[Ranked]  # as many as were wanted
    total: int  # papers
    matches: Matches


def tiers(
    asked: SearchRequest, node: nodes.Node, concepts: Concepts, matcher: Matcher, documents: Documents
) -> list[Ranking]:
    """The tiers of an answer, those without papers left out but the first."""
    exact = matcher.match(node)
    matcher.scope = documents.all() & ~exact.docs
    wide = _widened(node, concepts, matcher)
    matcher.scope = None
    if wide is not None:
        _count_translated_titles(exact, wide)
    found = [_ranking("all", exact, asked, asked.limit, matcher, documents)]
    firm = exact.docs
    if wide is not None and wide.docs & ~firm and (rest := wide.docs & ~_papers_of(firm, documents)):
        wide.docs = rest
        left = asked.limit - len(found[0].ranked) if asked.limit else 0
        found.append(_ranking("concept", wide, asked, left if left or not asked.limit else -1, matcher, documents))
        firm |= rest
    if asked.partial and sum(ranking.total for ranking in found) < ENOUGH:
        firm = _papers_of(firm, documents)
        found += _some(asked, widened(node, concepts), firm, matcher, documents, sum(len(r.ranked) for r in found))
    return found


def _widened(node: nodes.Node, concepts: Concepts, matcher: Matcher) -> Matches | None:
    """What is found with names that mean the same; None where no word has any."""
    meant = respelled(widened(node, concepts), matcher.lexicon)
    return matcher.match(meant) if meant != node else None


def _count_translated_titles(exact: Matches, wide: Matches) -> None:
    """Let a name in the title count a little where it is another one than was typed."""
    if len(exact.leaves) == len(wide.leaves):
        exact.leaves = [
            leaf._replace(translated=other.found.titled & ~leaf.found.titled) if other.others else leaf
            for leaf, other in zip(exact.leaves, wide.leaves, strict=True)
        ]


def _ranking(
    tier: Tier, matches: Matches, asked: SearchRequest, limit: int, matcher: Matcher, documents: Documents
) -> Ranking:
    """A tier's first papers; of a `limit` below 0 none, only how many there are."""
    if limit < 0:
        return Ranking(tier, [], scorer.papers(matches.docs, documents), matches)
    if asked.sort == "date":
        return Ranking(tier, *scorer.by_date(matches, documents, limit), matches)
    return Ranking(tier, *scorer.by_relevance(matches, documents, matcher, limit), matches)


def _papers_of(docs: Mask, documents: Documents) -> Mask:
    """Every document of the papers that some documents are of."""
    shared = docs & documents.several()
    if not shared:
        return docs
    papers = documents.column("paper")
    wanted = {papers[doc] for doc in documents.lanes.docs(shared)}
    others = documents.lanes.docs(documents.several() & ~docs)
    return docs | documents.lanes.mask(doc for doc in others if papers[doc] in wanted)


def _some(
    asked: SearchRequest, node: nodes.Node, firm: Mask, matcher: Matcher, documents: Documents, already: int
) -> list[Ranking]:
    found = partial(node, matcher, documents, firm)
    if found is None:
        return []
    papers = documents.column("paper")
    best: dict[int, Ranked] = {}
    for doc, score in found.docs:
        best.setdefault(papers[doc], Ranked(doc, score))
    ranked = list(best.values())[:MOST_PAPERS]
    if asked.sort == "date":
        days = documents.column("day")
        ranked.sort(key=lambda one: (-days[one.doc], one.doc))
    shown = ranked[: max(asked.limit - already, 0)] if asked.limit else ranked
    return [Ranking("some", shown, len(ranked), found.matches)]
