"""Where the pieces of words stand in documents: of one form or another, one behind the other, in a section.

In: `forms.Piece`s and, where they are known already, the documents to look in. Out: `PostingList`. Knows no query.
"""

from collections.abc import Iterable
from functools import reduce
from itertools import islice, pairwise, product
from operator import and_

from reader.search.analysis.forms import Form, Kind, Piece
from reader.search.concepts.phrases import chained
from reader.search.match.indexed_lexicon import IndexedLexicon
from reader.search.match.postings_algebra import any_of, behind_one_another, in_slot, some, without
from reader.search.store.generation import Generation
from reader.search.store.lanes import Mask
from reader.search.store.phrases import name_of
from reader.search.store.postings import PostingList, of_positions, within_docs

_AT_ONCE = 512  # documents
_WAYS = 8  # to choose widths


def _by_width(piece: Piece) -> list[Piece]:
    """A piece as pieces whose forms are of one width each."""
    widths = sorted({form.width for form in piece.forms})
    return [Piece(tuple(form for form in piece.forms if form.width == width), piece.gap) for width in widths]


class PhraseFinder:
    """Looks in one generation."""

    def __init__(self, generation: Generation, library: IndexedLexicon) -> None:
        self._generation = generation
        self._library = library

    def of(self, pieces: tuple[Piece, ...], within: Mask | None = None, *, exact: bool = False) -> PostingList:
        """Where these pieces of a word stand behind one another; `exact`, counts are right everywhere."""
        if len(pieces) == 1:
            found = self._of_piece(pieces[0])
            return found if within is None else some(found, within)
        if name_of(chained(pieces)) in self._generation.phrases:
            known = self._generation.meanwhile(pieces, lambda: self._written_down(pieces))
            return known if within is None else some(known, within)
        if any(len({form.width for form in piece.forms}) > 1 for piece in pieces[:-1]):
            return self._uneven(pieces, within, exact=exact)
        founds = list(map(self._of_piece, pieces))
        steps = [0]
        for before, piece in pairwise(pieces):
            steps.append(steps[-1] + before.forms[0].width + piece.gap)
        if exact:
            return behind_one_another(founds, steps, self._generation.check, within, exact=True)
        docs = reduce(and_, (found.docs for found in founds), self._generation.all() if within is None else within)

        def find() -> tuple[Mask, PostingList]:
            return docs, behind_one_another(founds, steps, self._generation.check, docs)

        looked_at, known = self._generation.meanwhile(pieces, find)
        return some(known, docs) if not docs & ~looked_at else find()[1]

    def _written_down(self, pieces: tuple[Piece, ...]) -> PostingList:
        """Where a phrase stands that was looked for when the index was written."""
        barred, begin = [], 0
        for piece in pieces:
            form = piece.forms[0]
            barred += [(self._generation.docs(term), begin + offset) for term, offset in form.barred]
            begin += piece.forms[-1].width
        found = self._generation.phrase(name_of(chained(pieces)))
        return without(found, barred, self._generation.check) if barred else found

    def _uneven(self, pieces: tuple[Piece, ...], within: Mask | None, *, exact: bool) -> PostingList:
        """Pieces with forms of several widths: those of one width at a time, where that are not many times."""
        ways = list(islice(product(*map(_by_width, pieces[:-1])), _WAYS + 1))
        if len(ways) <= _WAYS:
            return self.any_of([self.of((*way, pieces[-1]), within, exact=exact) for way in ways])
        return self._one_by_one(pieces, list(map(self._of_piece, pieces)), within)

    def _one_by_one(self, pieces: tuple[Piece, ...], founds: list[PostingList], within: Mask | None) -> PostingList:
        """From where each form ends to where the next piece begins, document by document."""
        lanes = self._generation.lanes
        docs = reduce(and_, (found.docs for found in founds), lanes.ones if within is None else within)
        docs &= lanes.where(reduce(and_, (found.slots for found in founds)))
        left = lanes.docs(docs)
        found: list[int] = []
        for start in range(0, len(left), _AT_ONCE):
            self._generation.check()
            found += self._chained(pieces, left[start : start + _AT_ONCE])
        return of_positions(lanes, found)

    def _chained(self, pieces: tuple[Piece, ...], docs: list[int]) -> set[int]:
        """The positions of where these pieces stand behind one another, in these documents alone."""
        asked = frozenset(docs)
        ends: dict[int, int] = {}  # where a match ends, and where it began
        for form in pieces[0].forms:
            starts = list(self._positions(form, asked))
            ends.update(zip(map(form.width.__add__, starts), starts, strict=True))
        for piece in pieces[1:]:
            left = frozenset(end >> 32 for end in ends)
            after: dict[int, int] = {}
            for form in piece.forms:
                there = filter(ends.__contains__, map((-piece.gap).__add__, self._positions(form, left)))
                after.update((end + piece.gap + form.width, ends[end]) for end in there)
            ends = after
        return within_docs(ends.values(), asked)

    def _positions(self, form: Form, docs: frozenset[int]) -> Iterable[int]:
        """Where a form stands in some documents: of many forms most are in none of them."""
        found = self.of_form(form)
        there = docs if found.few is None else docs.intersection(found.few)
        return found.positions(sorted(there)) if there else ()

    def _of_piece(self, piece: Piece) -> PostingList:
        if len(piece.forms) == 1:
            return self.of_form(piece.forms[0])
        return self._generation.meanwhile(piece.forms, lambda: self.any_of(list(map(self.of_form, piece.forms))))

    def of_form(self, form: Form) -> PostingList:
        """Where one form stands."""
        self._generation.check()
        if form.barred:
            return self._library.without(form, form.barred)
        if form.kind is Kind.RUN:
            return self._library.run(form.terms[0], form.ends)
        if form.kind is Kind.HEAD:
            return self._library.heads(form.terms)
        if form.kind is Kind.PARTS:
            return self._library.side_by_side_at(form.terms)
        if form.kind is Kind.START and form.ends:
            return self._library.without(form, tuple((end, 0) for end in form.ends))
        return self._generation.docs(form.terms[0])

    def any_of(self, founds: list[PostingList]) -> PostingList:
        """Where any of these is."""
        return any_of(self._generation.lanes, founds, self._generation.check)

    def in_slot(self, found: PostingList, slot: int | None) -> PostingList:
        """What of it is in one slot."""
        return in_slot(found, slot, self._generation.check)
