"""What the library writes: which words it knows, how it spaces them, and which word a slip was meant to be."""

from array import array
from collections.abc import KeysView
from itertools import pairwise

from reader.search.postings import Found, Generation, united
from reader.search.schema import decode, first_position
from reader.search.typos import closest


class Library:
    """The `words.Lexicon` of one generation, and the search for runs of syllables and of Latin words."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        self._solid: dict[str, int] = {}

    def known(self, term: str) -> int:
        return len(self._generation.docs(term))

    def solid(self, run: str) -> int:
        if run not in self._solid:
            self._solid[run] = len(self._chain([run[i : i + 2] for i in range(len(run) - 1)]))
        return self._solid[run]

    def most(self, run: str) -> int:
        return min(len(self._generation.docs(run[i : i + 2])) for i in range(len(run) - 1))

    def is_solid(self, run: str, enough: int) -> bool:
        if run in self._solid:
            return self._solid[run] >= enough
        founds = [self._generation.docs(run[i : i + 2]) for i in range(len(run) - 1)]
        docs = _in_all([(f,) for f in founds], None)
        if len(docs) < enough:
            return False
        count = 0
        for doc in self._generation.watched(docs):
            count += bool(_chained([found[doc] for found in founds]))
            if count >= enough:
                return True
        self._solid[run] = count
        return False

    def side_by_side(self, first: str, second: str) -> bool:
        return bool(self._chain([first, second]))

    def beginning(self, prefix: str) -> list[str]:
        return self._generation.words(prefix)

    def similar(self, word: str) -> str | None:
        return closest(word, self._generation)

    def side_by_side_at(self, terms: tuple[str, ...], within: set[int] | None = None) -> Found:
        """Where these terms stand behind one another."""
        return self._chain(list(terms), within)

    def run(self, syllables: str, ends: tuple[str, ...] = (), within: set[int] | None = None) -> Found:
        """Where these syllables stand side by side, whether as one word or as several.

        Each syllable has to be in one of the pairs that are there; only the first and the last may stand alone
        (긴 문맥, 제로 샷). `ends` are the pairs any of which may stand in place of the last. Without `within`
        the documents and the first position in each are right, the further positions are some of the first pair,
        as many as the rarest pair has.
        """
        if within is None and len(syllables) > 2:
            name = " ".join((syllables, *ends))  # no term has a space
            return self._generation.kept(name, lambda: self._run(syllables, ends, None))
        return self._run(syllables, ends, within)

    def _run(self, syllables: str, ends: tuple[str, ...], within: set[int] | None) -> Found:
        docs = self._generation.docs
        pairs: list[Found] = [docs(syllables[i : i + 2]) for i in range(len(syllables) - 1)]
        if ends:
            pairs[-1] = self._union([docs(end) for end in ends])
        if len(pairs) == 1:
            return pairs[0] if within is None else {d: v for d, v in pairs[0].items() if d in within}
        covers: list[tuple[Found, ...]] = list(pairwise(pairs))
        middle = _in_all(covers, within)
        # These are among the commonest terms there are: read only where they can make a difference.
        first = docs("=" + syllables[0]) if middle - pairs[0].keys() else {}
        last = docs("=" + syllables[-1]) if middle - pairs[-1].keys() else {}
        docs_found = _in_all([(pairs[0], first), (pairs[-1], last)], middle)
        found = _at_first_sight(pairs) if within is None else {}
        docs_found.difference_update(found)
        for doc in self._generation.watched(docs_found):
            starts = _starts(doc, pairs, first, last)
            if starts:
                found[doc] = array("I", sorted(starts)).tobytes()
        return found

    def without(self, term: str, others: tuple[str, ...], within: set[int] | None = None) -> Found:
        """Where a term stands and none of the others does."""
        every = self._generation.docs(term)
        found = dict(every) if within is None else {doc: every[doc] for doc in within & every.keys()}
        unwanted = [self._generation.docs(other) for other in others]
        for doc in self._generation.watched(set().union(*unwanted).intersection(found)):
            places = set(decode(found.pop(doc))).difference(*(decode(other[doc]) for other in unwanted if doc in other))
            if places:
                found[doc] = array("I", sorted(places)).tobytes()
        return found

    def heads(self, pairs: tuple[str, ...]) -> Found:
        docs = self._generation.docs
        found: dict[int, bytes] = {}
        anywhere = self._union([docs(pair) for pair in pairs])
        if not anywhere:
            return found
        starts = self._union([docs("^" + pairs[0][0]), docs("=" + pairs[0][0])])
        for doc in self._generation.watched(anywhere.keys() & starts.keys()):
            places = set(decode(anywhere[doc])).intersection(decode(starts[doc]))
            if places:
                found[doc] = array("I", sorted(places)).tobytes()
        return found

    def _chain(self, terms: list[str], within: set[int] | None = None) -> Found:
        founds = [self._generation.docs(term) for term in terms]
        if len(founds) == 1:
            return founds[0]
        found: dict[int, bytes] = {}
        for doc in self._generation.watched(_in_all([(f,) for f in founds], within)):
            if starts := _chained([f[doc] for f in founds]):
                found[doc] = array("I", sorted(starts)).tobytes()
        return found

    def _union(self, founds: list[Found]) -> Found:
        return united(founds, self._generation.watched)


def _chained(values: list[bytes]) -> set[int]:
    """Where terms stand behind one another in a document."""
    starts = set(decode(values[0]))
    for offset, value in enumerate(values[1:], 1):
        starts &= {place - offset for place in decode(value)}
        if not starts:
            break
    return starts


def _in_all(covers: list[tuple[Found, ...]], within: set[int] | None) -> set[int]:
    """The documents that are in one of each tuple."""
    docs: set[int] | None = set(within) if within is not None else None
    for cover in sorted(covers, key=lambda c: sum(map(len, c))):
        either: set[int] | KeysView[int] = cover[0].keys()
        for other in cover[1:]:
            either = either | other.keys()
        docs = set(either) if docs is None else docs & either
    return docs or set()


def _at_first_sight(pairs: list[Found]) -> dict[int, bytes]:
    """The documents where the first of each pair are side by side: nearly all, and the quickest to tell."""
    head, *rest = pairs
    found: dict[int, bytes] = {}
    for doc in set(head).intersection(*rest):
        value = head[doc]
        start, most = first_position(value)[0], len(value)
        for offset, pair in enumerate(rest, 1):
            other = pair[doc]
            if first_position(other)[0] != start + offset:
                break
            most = min(most, len(other))
        else:
            found[doc] = value[:most]
    return found


def _starts(doc: int, pairs: list[Found], first: Found, last: Found) -> set[int]:
    """Where in a document the syllables of these pairs stand side by side."""
    before = set(decode(pairs[0][doc])) if doc in pairs[0] else set()
    starts = before | set(decode(first[doc])) if doc in first else before
    for i, pair in enumerate(pairs[1:], 1):
        here = {p - i for p in decode(pair[doc])} if doc in pair else set()
        starts = starts & (before | here)
        if not starts:
            return starts
        before = here
    alone = {p - len(pairs) for p in decode(last[doc])} if doc in last else set()
    return starts & (before | alone)
