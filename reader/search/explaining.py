"""Why a paper stands where it stands: the parts of its score, in words.

The score is worked out once more, part by part, for one document; a test holds the sum to what `ranking` gives.
"""

from datetime import date

from reader.posts.model import PaperKey
from reader.search import ranking
from reader.search.ground import Documents
from reader.search.matching import Matcher, Matches
from reader.search.model import Explanation
from reader.search.schema import paper_number

Part = tuple[str, float]


def explain(matches: Matches, documents: Documents, matcher: Matcher, key: PaperKey) -> Explanation | None:
    """The parts of the score of a paper's best document; None when the query does not find the paper."""
    order, total = ranking.by_relevance(matches, documents, matcher)
    papers, wanted = documents.column("paper"), paper_number(key)
    for place, ranked in enumerate(order, 1):
        if papers[ranked.doc] == wanted:
            first = ranking.looked_at(matches, documents)
            parts = [
                *_words(matches, documents, ranked.doc),
                *_side_by_side(matches, documents, matcher, ranked.doc, first),
            ]
            return Explanation(place, total, ranked.score, (*parts, _freshness(documents, ranked.doc)))
    return None


def _words(matches: Matches, documents: Documents, doc: int) -> list[Part]:
    parts: list[Part] = []
    least, titled = ranking.ENOUGH, 0
    for leaf, rare in zip(matches.leaves, ranking.rarities(matches, documents), strict=True):
        count = leaf.found.count(doc)
        least = min(least, count)
        if not count:
            parts.append((f"{leaf.text}: not there", 0.0))
            continue
        times = f"{leaf.text}: {count} times, in {len(leaf.found)} of {documents.count()} summaries"
        parts.append((times, rare * ranking.SATURATED[min(count, len(ranking.SATURATED) - 1)]))
        if leaf.found.in_title(doc):
            titled += 1
            parts.append((f"{leaf.text}: in the title", rare * ranking.IN_TITLE))
    if matches.leaves:
        if titled == len(matches.leaves):
            parts.append(("every word is in the title", ranking.WHOLE_TITLE))
        often = f"{least} times" if least < ranking.ENOUGH else f"{ranking.ENOUGH} times or more"
        parts.append((f"every word {often}", ranking.OFTEN * least / ranking.ENOUGH))
    return parts


def _side_by_side(matches: Matches, documents: Documents, matcher: Matcher, doc: int, first: set[int]) -> list[Part]:
    parts: list[Part] = []
    for group in matches.groups:
        if len(group) < 2 or doc not in first:
            continue
        found = matcher.adjacent(group, documents.lanes.mask([doc]))
        if len(found):
            words = " ".join(leaf.text for leaf in group)
            often = min(found.count(doc), ranking.ENOUGH)
            parts.append((f"{words}: side by side", ranking.SIDE_BY_SIDE + often / ranking.ENOUGH))
            if found.in_title(doc):
                parts.append((f"{words}: side by side in the title", ranking.WHOLE_TITLE))
    return parts


def _freshness(documents: Documents, doc: int) -> Part:
    day = documents.column("day")[doc]
    return f"of {date.fromordinal(day)}" if day else "without a day", day * ranking.FRESH
