"""What the library writes: which words it knows, how it spaces them, and which word a slip was meant to be."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.search.found import Found, any_of, behind_one_another, completed, without
from reader.search.lanes import Mask
from reader.search.postings import Generation
from reader.search.typos import closest

_AT_ONCE = 256  # documents that are looked at before it is asked whether that was enough


class Library:
    """The `forms.Lexicon` of one generation, and the search for runs of syllables and of Latin words."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        self._solid: dict[str, int] = {}

    def known(self, term: str) -> int:
        return self._generation.known(term)

    def solid(self, run: str) -> int:
        if run not in self._solid:
            self._solid[run] = len(self._chain(_pairs(run)))
        return self._solid[run]

    def most(self, run: str) -> int:
        return min(map(self._generation.known, _pairs(run)))

    def is_solid(self, run: str, enough: int) -> bool:
        if run in self._solid:
            return self._solid[run] >= enough
        if self.most(run) < enough:
            return False
        founds = [self._generation.docs(pair) for pair in _pairs(run)]
        lanes = founds[0].lanes
        told = docs = _all_of([found.docs for found in founds])
        for step, found in enumerate(founds[1:], 1):
            told &= lanes.behind(founds[0].firsts, found.firsts, step)
        count = told.bit_count()
        if count >= enough:
            return True
        docs &= lanes.where(_all_of([found.slots for found in founds]))
        if count + (docs & ~told).bit_count() < enough:
            return False
        left = lanes.docs(docs & ~told)
        for start in range(0, len(left), _AT_ONCE):
            self._generation.check()
            some = left[start : start + _AT_ONCE]
            places = [found.keys(some) for found in founds]
            count += len({key >> 32 for key in _starts(places, (), ())})
            if count >= enough:
                return True
        self._solid[run] = count
        return False

    def side_by_side(self, first: str, second: str) -> bool:
        return len(self._chain([first, second])) > 0

    def beginning(self, prefix: str) -> list[str]:
        return self._generation.words(prefix)

    def commonest(self, prefix: str, most: int) -> list[str]:
        return self._generation.commonest(prefix, most)

    def similar(self, word: str) -> str | None:
        return closest(word, self._generation)

    def side_by_side_at(self, terms: tuple[str, ...]) -> Found:
        """Where these terms stand behind one another."""
        return self._chain(list(terms))

    def run(self, syllables: str, ends: tuple[str, ...] = ()) -> Found:
        """Where these syllables stand side by side, whether as one word or as several.

        Each syllable has to be in one of the pairs that are there; only the first and the last may stand alone
        (긴 문맥, 제로 샷). `ends` are the pairs any of which may stand in place of the last.
        """
        if len(syllables) == 2 and not ends:
            return self._generation.docs(syllables)
        name = " ".join((syllables, *ends))  # no term has a space
        return self._generation.kept(name, lambda: self._run(syllables, ends))

    def _run(self, syllables: str, ends: tuple[str, ...]) -> Found:
        docs = self._generation.docs

        terms = _pairs(syllables)[: -1 if ends else None]
        pairs = [*map(docs, terms), *([self.any_of([*map(docs, ends)])] if ends else [])]
        if len(pairs) == 1:
            return pairs[0]
        lanes = pairs[0].lanes
        middle = _all_of([one.docs | other.docs for one, other in pairwise(pairs)])
        # These are among the commonest terms there are: read only where they can make a difference.
        first = "=" + syllables[0] if middle & ~pairs[0].docs else None
        last = "=" + syllables[-1] if middle & ~pairs[-1].docs else None
        begun, ended = [pairs[0], *map(docs, filter(None, [first]))], [pairs[-1], *map(docs, filter(None, [last]))]
        left = middle & _any_of([f.docs for f in begun]) & _any_of([f.docs for f in ended])
        slots = _all_of([one.slots | other.slots for one, other in pairwise(pairs)])
        slots &= _any_of([f.slots for f in begun]) & _any_of([f.slots for f in ended])
        left &= lanes.where(slots)
        told, counts = _at_first_sight(pairs, left)

        def keys(some: Sequence[int]) -> set[int]:
            places = [docs(term).keys(some) for term in terms]
            if ends:
                places.append(self.any_of([*map(docs, ends)]).keys(some))
            begin, end = (docs(term).keys(some) if term else () for term in (first, last))
            return _starts(places, begin, end)

        return completed(pairs[0], keys, counts, slots, told, left ^ told, self._generation.check)

    def without(self, term: str, others: tuple[str, ...]) -> Found:
        """Where a term stands and none of the others does."""

        def find() -> Found:
            unwanted = self.any_of([self._generation.docs(other) for other in others])
            return without(self._generation.docs(term), unwanted, self._generation.check)

        return self._generation.kept(" ".join((term, "without", *others)), find)

    def heads(self, pairs: tuple[str, ...]) -> Found:
        """Where words begin with one of these pairs of syllables, all with the same first."""
        docs = self._generation.docs

        def find() -> Found:
            anywhere = self.any_of([docs(pair) for pair in pairs])
            if not len(anywhere):
                return anywhere
            starts = self.any_of([docs("^" + pairs[0][0]), docs("=" + pairs[0][0])])
            return behind_one_another([anywhere, starts], [0, 0], self._generation.check)

        return self._generation.kept(" ".join(("heads", *pairs)), find)

    def any_of(self, founds: list[Found]) -> Found:
        return any_of(self._generation.lanes, founds, self._generation.check)

    def _chain(self, terms: list[str]) -> Found:
        founds = [self._generation.docs(term) for term in terms]
        return behind_one_another(founds, range(len(founds)), self._generation.check)


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)]


def _all_of(masks: Sequence[Mask]) -> Mask:
    found = masks[0]
    for mask in masks[1:]:
        found &= mask
    return found


def _any_of(masks: Sequence[Mask]) -> Mask:
    found = masks[0]
    for mask in masks[1:]:
        found |= mask
    return found


def _at_first_sight(pairs: list[Found], docs: Mask) -> tuple[Mask, int]:
    """The documents where the first of each pair are side by side, and how often at most: the quickest to tell."""
    lanes = pairs[0].lanes
    here = [docs & pairs[0].docs]
    here += [here[0] & lanes.behind(pairs[0].firsts, pair.firsts, step) for step, pair in enumerate(pairs[1:], 1)]
    told = here[0] & here[-1]
    for one, other in pairwise(here):
        told &= one | other
    counts = pairs[0].counts
    for pair, there in zip(pairs[1:], here[1:], strict=True):
        counts = lanes.least(counts, lanes.only(pair.counts, there) | lanes.only(counts, lanes.ones ^ there))
    return told, counts


def _starts(pairs: Sequence[Iterable[int]], first: Iterable[int], last: Iterable[int]) -> set[int]:
    """Where these pairs of syllables stand side by side, as keys; one may lack within."""
    before = set(pairs[0])
    starts = before.union(first)
    for step, pair in enumerate(pairs[1:], 1):
        here = set(map((-step).__add__, pair))
        starts &= before | here
        if not starts:
            return starts
        before = here
    return starts & before.union(map((-len(pairs)).__add__, last))
