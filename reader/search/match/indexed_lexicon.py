"""What the library writes: which words it knows, how it spaces them, and which word a slip was meant to be."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from reader.base.hangul import is_hangul
from reader.search.analysis.forms import Form, Kind, Memory
from reader.search.analysis.hangul_typos import meant
from reader.search.analysis.inside import is_word
from reader.search.analysis.latin_typos import closest
from reader.search.match.postings_algebra import any_of, behind_one_another, completed, without
from reader.search.store.generation import Generation
from reader.search.store.lanes import Mask
from reader.search.store.phrases import name_of
from reader.search.store.postings import Positions, PostingList

_KNOWN = 50_000  # runs of which it is remembered how often they are: some 10 MB


class IndexedLexicon:
    """The `forms.Lexicon` of one generation, and the search for runs of syllables and of Latin words."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        self.memory = Memory()
        self._solid: dict[str, tuple[int, int]] = {}  # a run, and in how many documents it is at least and at most

    def known(self, term: str) -> int:
        return self._generation.known(term)

    def having(self, part: str) -> Mapping[str, int]:
        return self._generation.vocabulary.having(part)

    def beginning_with(self, part: str) -> Mapping[str, int]:
        return self._generation.vocabulary.beginning(part)

    def solid(self, run: str) -> int:
        least, most = self._solid.get(run, (0, -1))
        if least != most:
            least = len(self._chain(_pairs(run)))
            self._keep(run, least, least)
        return least

    def most(self, run: str) -> int:
        return min(map(self._generation.known, _pairs(run)))

    def is_solid(self, run: str, enough: int) -> bool:
        least, most = self._solid.get(run) or (0, self.most(run))
        if least < enough <= most:
            written = self._generation.vocabulary.having(run).values()
            least, most = max(written, default=0), min(most, sum(written))
            self._keep(run, least, most)
        return least >= enough or (most >= enough and self.solid(run) >= enough)

    def _keep(self, run: str, least: int, most: int) -> None:
        if len(self._solid) >= _KNOWN:
            self._solid.clear()
        self._solid[run] = least, most

    def side_by_side(self, first: str, second: str) -> bool:
        return len(self._chain([first, second])) > 0

    def side_by_side_in(self, first: str, second: str) -> int:
        return len(self.run(first + second))

    def beginning(self, prefix: str) -> list[str]:
        return self._generation.words(prefix)

    def commonest(self, prefix: str, most: int) -> list[str]:
        return self._generation.commonest(prefix, most)

    def has(self, form: Form) -> bool:
        if form.kind is Kind.RUN:
            return len(self.run(form.terms[0], form.ends)) > 0
        if form.kind is Kind.HEAD:
            return len(self.heads(form.terms)) > 0
        if form.kind is Kind.PARTS:
            return all(map(self.known, form.terms)) and len(self.side_by_side_at(form.terms)) > 0
        return all(map(self.known, form.terms))

    def initialled(self, initials: str) -> Mapping[str, int]:
        return self._generation.vocabulary.initialled(initials)

    def spelled(self, word: str) -> Mapping[str, int]:
        return self._generation.vocabulary.spelled(word)

    def sounding(self, sounds: str) -> Mapping[str, int]:
        return self._generation.vocabulary.sounding(sounds)

    def similar(self, word: str, *, sure: AbstractSet[str] | None = None) -> str | None:
        return self.memory.once(("similar", word, sure is None), lambda: self._similar(word, sure))

    def _similar(self, word: str, sure: AbstractSet[str] | None) -> str | None:
        if is_hangul(word[0]):
            uses = self._uses if sure is None else self._uses_of_word
            return meant(word, self._generation.vocabulary.pairs.__contains__, uses, sure=sure)
        return closest(word, self._generation, sure=sure)

    def _uses(self, run: str) -> int:
        """How often a word begins so: 환기 is not in 변환기, nor 이 크 in 이 크기."""
        return self._generation.vocabulary.beginning(run).total()

    def _uses_of_word(self, run: str) -> int:
        """The same of a run that is a word; 0 of one that only begins others."""
        return self._uses(run) if is_word(run, self) else 0

    def side_by_side_at(self, terms: tuple[str, ...]) -> PostingList:
        """Where these terms stand behind one another."""
        name = name_of(terms)
        return self._generation.phrase(name) if name in self._generation.phrases else self._chain(list(terms))

    def run(self, syllables: str, ends: tuple[str, ...] = ()) -> PostingList:
        """Where these syllables stand side by side, whether as one word or as several.

        Each syllable has to be in one of the pairs that are there; only the first and the last may stand alone
        (긴 문맥, 제로 샷). `ends` are the pairs any of which may stand in place of the last.
        """
        if len(syllables) == 2 and not ends:
            return self._generation.docs(syllables)
        if not ends and syllables in self._generation.phrases:
            return self._generation.phrase(syllables)
        name = " ".join((syllables, *ends))  # no term has a space
        return self._generation.kept(name, lambda: self._run(syllables, ends))

    def _run(self, syllables: str, ends: tuple[str, ...]) -> PostingList:
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

        def positions(some: Sequence[int]) -> set[int]:
            places = [docs(term).positions for term in terms]
            if ends:
                places.append(self.any_of([*map(docs, ends)]).positions)
            begin, end = (docs(term).positions if term else _nowhere for term in (first, last))
            return _starts(places, begin, end, some)

        return completed(pairs[0], positions, counts, slots, told, left ^ told, self._generation.check)

    def without(self, form: Form, barred: tuple[tuple[str, int], ...]) -> PostingList:
        """Where the first term of a form, or its run, stands, and none of the others so many positions from it."""

        def find() -> PostingList:
            found = self.run(form.terms[0]) if form.kind is Kind.RUN else self._generation.docs(form.terms[0])
            others = [(self._generation.docs(term), offset) for term, offset in barred]
            return without(found, others, self._generation.check)

        return self._generation.kept(" ".join((form.terms[0], "without", *map(str, barred))), find)

    def heads(self, pairs: tuple[str, ...]) -> PostingList:
        """Where words begin with one of these pairs of syllables, all with the same first."""
        docs = self._generation.docs

        def find() -> PostingList:
            anywhere = self.any_of([docs(pair) for pair in pairs])
            if not len(anywhere):
                return anywhere
            starts = self.any_of([docs("^" + pairs[0][0]), docs("=" + pairs[0][0])])
            return behind_one_another([anywhere, starts], [0, 0], self._generation.check)

        return self._generation.kept(" ".join(("heads", *pairs)), find)

    def any_of(self, founds: list[PostingList]) -> PostingList:
        return any_of(self._generation.lanes, founds, self._generation.check)

    def _chain(self, terms: list[str]) -> PostingList:
        def find() -> PostingList:
            founds = [self._generation.docs(term) for term in terms]
            return behind_one_another(founds, range(len(founds)), self._generation.check)

        return self._generation.meanwhile(tuple(terms), find)


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


def _at_first_sight(pairs: list[PostingList], docs: Mask) -> tuple[Mask, int]:
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


def _nowhere(_: Sequence[int]) -> Iterable[int]:
    """The positions of a term that is not looked for."""
    return ()


def _starts(pairs: Sequence[Positions], first: Positions, last: Positions, docs: Sequence[int]) -> set[int]:
    """Where these pairs of syllables stand side by side, as positions; one may lack within.

    `first` and `last` are the syllables that may stand alone there: looked for only where a pair lacks.
    """
    here = set(pairs[0](docs))
    starts = here
    for step, pair in enumerate(pairs[1:], 1):
        places = map((-step).__add__, pair(docs))
        if step > 1:
            there = starts.intersection(places)
            starts = there | (starts & here)
        elif first is _nowhere:
            there = starts.intersection(places)
        else:
            there = set(places)
            lacking = there - here
            starts = here | lacking.intersection(first(_docs(lacking)))
        if not starts:
            return starts
        here = there
    open_ended = starts - here
    return starts - open_ended.difference(map((-len(pairs)).__add__, last(_docs(open_ended))))


def _docs(positions: Iterable[int]) -> list[int]:
    """The documents of some positions, ascending."""
    return sorted({position >> 32 for position in positions})
