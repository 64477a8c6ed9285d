"""Why a paper stands where it stands: the parts of its score, in words.

The score is worked out once more, part by part, for one document; a test holds the sum to what `scorer` gives.
"""

from datetime import date

from reader.posts.model import PaperKey
from reader.search.match import scorer
from reader.search.match.matcher import Matcher, Matches
from reader.search.match.search_source import Documents
from reader.search.model import Explanation
from reader.search.store.schema import paper_number

ScorePart = tuple[str, float]


def explain(matches: Matches, documents: Documents, matcher: Matcher, key: PaperKey) -> Explanation | None:
    """The parts of the score of a paper's best document; None when the query does not find the paper."""
    order, total = scorer.by_relevance(matches, documents, matcher)
    papers, wanted = documents.column("paper"), paper_number(key)
    for place, ranked in enumerate(order, 1):
        if papers[ranked.doc] == wanted:
            first = scorer.looked_at(matches, documents)
            parts = [
                *_words(matches, documents, ranked.doc),
                *_side_by_side(matches, documents, matcher, ranked.doc, first),
            ]
            return Explanation(place, total, ranked.score, (*parts, _freshness(documents, ranked.doc)))
    return None


def _words(matches: Matches, documents: Documents, doc: int) -> list[ScorePart]:
    parts: list[ScorePart] = []
    least, titled = scorer.ENOUGH, 0
    for leaf, rare in zip(matches.leaves, scorer.rarities(matches, documents), strict=True):
        count = leaf.found.count(doc)
        least = min(least, count)
        if not count:
            parts.append((f"{leaf.text}: not there", 0.0))
            continue
        times = f"{leaf.text}: {count} times, in {len(leaf.found)} of {documents.count()} summaries"
        parts.append((times, rare * scorer.SATURATED[count]))
        if leaf.found.in_title(doc):
            titled += 1
            parts.append((f"{leaf.text}: in the title", rare * scorer.IN_TITLE))
        elif (leaf.translated >> 8 * doc) & 1:
            parts.append((f"{leaf.text}: in the title in other words", rare * scorer.TRANSLATED))
    if matches.leaves:
        if titled == len(matches.leaves):
            parts.append(("every word is in the title", scorer.WHOLE_TITLE))
        often = f"{least} times" if least < scorer.ENOUGH else f"{scorer.ENOUGH} times or more"
        parts.append((f"every word {often}", scorer.OFTEN * least / scorer.ENOUGH))
    return parts


def _side_by_side(
    matches: Matches, documents: Documents, matcher: Matcher, doc: int, first: set[int]
) -> list[ScorePart]:
    parts: list[ScorePart] = []
    for group in matches.groups:
        if len(group) < 2 or doc not in first:
            continue
        found = matcher.adjacent(group, documents.lanes.mask([doc]))
        if len(found):
            words = " ".join(leaf.text for leaf in group)
            often = min(found.count(doc), scorer.ENOUGH)
            parts.append((f"{words}: side by side", scorer.SIDE_BY_SIDE + often / scorer.ENOUGH))
            if found.in_title(doc):
                parts.append((f"{words}: side by side in the title", scorer.WHOLE_TITLE))
    return parts


def _freshness(documents: Documents, doc: int) -> ScorePart:
    day = documents.column("day")[doc]
    return f"of {date.fromordinal(day)}" if day else "without a day", day * scorer.FRESH
