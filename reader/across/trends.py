"""What a field is up to: a range of papers compared with those before it. Papers are counted, not words.

A term rises if more of the range's papers have it than the months before would let one expect. How far is given by the
smoothed log-odds ratio with an informative prior, as z: Monroe, Colaresi, Quinn, "Fightin' Words" (2008), equations 15,
16, 22. The prior is how common the term is anywhere, and counts as much as `PRIOR` papers: so a term of two papers does
not beat one of twenty only because it is new.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from math import log, sqrt
from typing import NamedTuple

from reader.across.newcomers import NewBenchmark
from reader.posts.model import PaperKey

PRIOR = 50.0  # papers
LEAST_PAPERS = 2  # of a range, that a term needs
LEAST_Z = 1.0
MOST = 30  # terms of each kind


class Day(NamedTuple):
    """A day of the calendar."""

    day: str  # ISO
    papers: int
    read: int
    query: str


class RisingTerm(NamedTuple):
    """A term that rises, or is seen for the first time."""

    term: str
    papers: int  # of the range, that have it
    before: int  # of the papers before, that have it
    z: float  # how far it rises, in standard deviations
    query: str


class Repeated(NamedTuple):
    """A paper that is in more than one post."""

    key: PaperKey
    title: str
    times: int
    days: tuple[str, ...]  # latest first
    query: str


class Trends(NamedTuple):
    """What a range is about."""

    range: str  # as in reader.across.ranges
    papers: int
    before: int  # papers it is compared with
    before_days: str  # which: "2025-06-01..2025-11-30"; "" for all others of the library
    days: tuple[Day, ...]  # oldest first
    rising: tuple[RisingTerm, ...]  # farthest first
    first_seen: tuple[RisingTerm, ...]  # in most papers first
    repeated: tuple[Repeated, ...]  # most often first
    benchmarks: tuple[NewBenchmark, ...]  # newest first


COUNTED = (
    "z of the smoothed log-odds ratio: papers with the term in the range against the months before,"
    f" with a prior of {PRIOR:.0f} papers from both together (Monroe, Colaresi, Quinn 2008)"
)


def counts_of(papers: Iterable[Set[str]]) -> Counter[str]:
    """Term → how many papers have it."""
    counts: Counter[str] = Counter()
    for terms in papers:
        counts.update(terms)
    return counts


def rising_terms(
    here: Mapping[str, int], papers: int, before: Mapping[str, int], papers_before: int
) -> list[tuple[str, float]]:
    """(term, z) of those that rise, farthest first; both are counts of papers that have a term."""
    if not papers or not papers_before:
        return []
    total = papers + papers_before
    found = []
    for term, count in here.items():
        if count < LEAST_PAPERS or count + before.get(term, 0) == total:  # what all papers have cannot rise
            continue
        z = _z(count, papers, before.get(term, 0), papers_before, PRIOR * (count + before.get(term, 0)) / total)
        if z >= LEAST_Z:
            found.append((term, z))
    return sorted(found, key=lambda each: (-each[1], each[0]))


def _z(here: int, papers: int, before: int, papers_before: int, prior: float) -> float:
    ours = log((here + prior) / (papers + PRIOR - here - prior))
    theirs = log((before + prior) / (papers_before + PRIOR - before - prior))
    return (ours - theirs) / sqrt(1 / (here + prior) + 1 / (before + prior))


def without_parts(terms: Sequence[str], counts: Mapping[str, int]) -> list[str]:
    """The terms without those that only occur inside a longer one: browsing, beside "browsing agent"."""
    longest: dict[str, int] = {}
    for term in terms:
        for part in term.split() if " " in term else ():
            longest[part] = max(longest.get(part, 0), counts[term])
    return [term for term in terms if counts[term] > longest.get(term, 0)]


def new_terms(here: Mapping[str, int], before: Collection[str]) -> list[str]:
    """Terms that several papers of the range have and none before it; those in most papers first."""
    new = [term for term, count in here.items() if count >= LEAST_PAPERS and term not in before]
    return sorted(new, key=lambda term: (-here[term], term))
