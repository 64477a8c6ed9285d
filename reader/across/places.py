"""Whether two sections of a summary stand in each other's place: the limitations under Conclusion, and so on.

Which words which section has is learned from summaries of the library (naive Bayes over beginnings of words and ends
of sentences). Two sections count as exchanged if each reads far more like the other's kind than like its own;
`BOUND` was set on real posts (docs/across.md).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from math import log, sqrt

from reader.posts.model import SectionKind

BOUND = 1.5
LEAST_KNOWN = 20  # this many sections of a kind are needed to learn from
LEAST_TEXT = 30  # characters

Sections = Mapping[SectionKind, str]
"""Kind → plain text; several sections of one kind are joined."""


class SectionManners:
    """Knows how sections of each kind read."""

    def __init__(self, summaries: Iterable[Sections]) -> None:
        self._counts: dict[SectionKind, Counter[str]] = {}
        self._known: Counter[SectionKind] = Counter()
        for sections in summaries:
            for kind, text in sections.items():
                self._known[kind] += 1
                self._counts.setdefault(kind, Counter()).update(_signs(text))

    def exchanged(self, sections: Sections) -> tuple[SectionKind, SectionKind] | None:
        """The two sections that seem to stand in each other's place; None where all seems well."""
        signs = {
            kind: _signs(text)
            for kind, text in sections.items()
            if self._known[kind] >= LEAST_KNOWN and len(text) >= LEAST_TEXT and kind is not SectionKind.OTHER
        }
        likely = {(kind, as_): self._likely(mine, as_) for kind, mine in signs.items() for as_ in signs}
        best, most = None, BOUND
        for one, other in combinations(signs, 2):
            gain = likely[one, other] + likely[other, one] - likely[one, one] - likely[other, other]
            gain /= sqrt(len(signs[one]) + len(signs[other]) or 1)
            if gain > most:
                best, most = (one, other), gain
        return best

    def _likely(self, signs: set[str], kind: SectionKind) -> float:
        counts, known = self._counts[kind], self._known[kind]
        return sum(log((counts[sign] + 0.5) / (known + 1)) for sign in signs)


def _signs(text: str) -> set[str]:
    found = set()
    for word in re.findall(r"[가-힣]+|\d+|[A-Za-z]+", text):
        if word[0].isdigit():
            found.add("#")
        elif word[0] >= "가":
            found.update((word[:2], word[:3]))
    found.update(f"${end}" for end in re.findall(r"([가-힣]{2,3})\.", text))
    return found
