"""Which pairs of names that a library's brackets put together do mean the same.

In: pairs with the papers and posts they are in. Out: how sure each is. An acronym that is made of the words before it
is right. So is a pair that several posts have and hardly any contradict (for an acronym: three papers). A Korean term
beside an English one of as many words is mostly right. A Korean noun beside a name in capitals mostly says only what
kind of thing has that name. Measured on pairs judged by hand (tests/search/data/learnt_pairs.tsv): the table in
docs/search.md.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from reader.base.hangul import is_hangul
from reader.search.concepts.table import Concept, key_of

SURE, LIKELY, OPEN = 3, 2, 1
_NAME = re.compile(r"[a-z][A-Z]|[A-Z]{2}|\d|[A-Z][a-z]+-[A-Z]{2}")
_SHARE = 0.6
_POSTS = 2


class Pair(NamedTuple):
    """Two names, one of which was written in a bracket behind the other."""

    name: str
    other: str
    papers: int
    posts: int
    share: float  # among the papers that put something beside `other`

    @property
    def confidence(self) -> int:
        """How sure it is that both mean the same."""
        if not is_hangul(self.name[0]):
            return SURE
        many, others = len(self.name.split()), len(re.split(r"[ -]", self.other))
        is_repeated = self.posts >= _POSTS and self.share >= _SHARE
        if is_repeated and (self.papers > _POSTS or (many > 1 and not _NAME.search(self.other))):
            return SURE
        is_term = not _NAME.search(self.other) and (many == others or (many == 1 and others == _POSTS))
        return LIKELY if is_term and self.share >= _SHARE else OPEN


def weighed(found: Iterable[tuple[str, str, str, str]]) -> list[Pair]:
    """The pairs of (name, other, paper, post), the surest and most frequent first."""
    papers: dict[tuple[str, str], set[str]] = defaultdict(set)
    posts: dict[tuple[str, str], set[str]] = defaultdict(set)
    shown: dict[tuple[str, str], tuple[str, str]] = {}
    for name, other, paper, post in found:
        key = key_of(name), key_of(other)
        papers[key].add(paper)
        posts[key].add(post)
        shown.setdefault(key, (name, other))
    beside: Counter[str] = Counter()
    for (_, other), of in papers.items():
        beside[other] += len(of)
    pairs = [Pair(*shown[key], len(of), len(posts[key]), len(of) / beside[key[1]]) for key, of in papers.items()]
    return sorted(pairs, key=lambda pair: (-pair.confidence, -pair.posts, -pair.papers, pair.name))


def concepts(pairs: Iterable[Pair]) -> list[Concept]:
    """The pairs that are sure, as concepts."""
    return [Concept((pair.name, pair.other)) for pair in pairs if pair.confidence == SURE]
