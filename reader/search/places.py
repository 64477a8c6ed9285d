"""Where the pieces of words stand in documents: of one form or another, one behind the other, in a section.

In: `words.Piece`s and, where they are known already, the documents to look in. Out: `Found`. Knows no query.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import pairwise

from reader.search.forms import Form, Kind, Piece
from reader.search.lexicon import Library
from reader.search.postings import Found, Generation, united
from reader.search.schema import OTHER, SLOT, decode, first_position

_Ends = dict[int, dict[int, int]]
"""Per document: where a match ends, and where it began."""


class IndexedPlaces:
    """Looks in one generation."""

    def __init__(self, generation: Generation, library: Library) -> None:
        self._generation = generation
        self._library = library

    def of(self, pieces: tuple[Piece, ...], within: set[int] | None = None, *, roughly: bool = False) -> Found:
        if len(pieces) == 1 and within is None:
            return self.united([self.of_form(form) for form in pieces[0].forms])
        if all(len({form.width for form in piece.forms}) == 1 for piece in pieces):
            return self._even(pieces, within, roughly=roughly or within is None)
        ends: _Ends | None = None
        for piece in pieces:
            ends = self._step(ends, piece, within)
            if not ends:
                return {}
        return {doc: array("I", sorted(set(spans.values()))).tobytes() for doc, spans in (ends or {}).items()}

    def _even(self, pieces: tuple[Piece, ...], within: set[int] | None, *, roughly: bool) -> Found:
        """Pieces whose forms are all of one width: where each begins is known from where the first does.

        `roughly`, the documents and the first position in each are right, and further ones may be too many.
        """
        offsets = [0]
        for before, piece in pairwise(pieces):
            offsets.append(offsets[-1] + before.forms[0].width + piece.gap)
        found, docs = self._at_first_sight(pieces, offsets, within) if roughly else ({}, within)
        founds: list[Found] = []
        for piece in pieces:
            if docs is not None and not docs:
                return found
            founds.append(self.united([_some(self.of_form(form, docs), docs) for form in piece.forms]))
            docs = set(founds[-1]) if docs is None else docs & founds[-1].keys()
        first, rest = founds[0], list(zip(founds[1:], offsets[1:], strict=True))
        for doc in self._generation.watched(docs or ()):
            starts = set(decode(first[doc]))
            for other, offset in rest:
                starts &= {place - offset for place in decode(other[doc])}
            if starts:
                found[doc] = array("I", sorted(starts)).tobytes()
        return found

    def _at_first_sight(
        self, pieces: tuple[Piece, ...], offsets: list[int], within: set[int] | None
    ) -> tuple[dict[int, bytes], set[int]]:
        """The documents where the first of each piece stand side by side, and those that are left to be looked at."""
        founds = [self.united([_some(self.of_form(form), within) for form in piece.forms]) for piece in pieces]
        docs = set(founds[0]).intersection(*founds[1:])
        first, rest = founds[0], list(zip(founds[1:], offsets[1:], strict=True))
        found: dict[int, bytes] = {}
        for doc in self._generation.watched(docs):
            value = first[doc]
            start, most = first_position(value)[0], len(value)
            for other, offset in rest:
                if first_position(other[doc])[0] != start + offset:
                    break
                most = min(most, len(other[doc]))
            else:
                found[doc] = value[:most]
        return found, docs - found.keys()

    def _step(self, before: _Ends | None, piece: Piece, within: set[int] | None) -> _Ends:
        """Go on from where the piece before ended to where this one ends."""
        after: _Ends = {}
        for form in piece.forms:
            found = self.of_form(form, set(before) if before is not None else within)
            docs = found.keys() if before is None else found.keys() & before.keys()
            for doc in self._generation.watched(docs if within is None else docs & within):
                spans = after.setdefault(doc, {})
                for start in decode(found[doc]):
                    origin = start if before is None else before[doc].get(start - piece.gap)
                    if origin is not None:
                        spans[start + form.width] = origin
        return {doc: spans for doc, spans in after.items() if spans}

    def of_form(self, form: Form, within: set[int] | None = None) -> Found:
        self._generation.check()
        if form.kind is Kind.RUN:
            return self._library.run(form.terms[0], form.ends, within)
        if form.kind is Kind.HEAD:
            return self._library.heads(form.terms)
        if form.kind is Kind.PARTS:
            return self._library.side_by_side_at(form.terms, within)
        if form.kind is Kind.START and form.ends:
            return self._library.without(form.terms[0], form.ends, within)
        return self._generation.docs(form.terms[0])

    def united(self, founds: list[Found]) -> Found:
        return united(founds, self._generation.watched)

    def in_slot(self, found: Found, slot: int | None) -> Found:
        return in_slot(found, slot, self._generation.watched)


def in_slot(found: Found, slot: int | None, watched: Callable[[Iterable[int]], Iterable[int]]) -> Found:
    """What was found in one slot of the text; None is all of it."""
    if slot is None:
        return found
    low, high = slot * SLOT, (slot + 1) * SLOT if slot < OTHER else 1 << 32
    kept: dict[int, bytes] = {}
    for doc in watched(found):
        places = decode(found[doc])
        first, last = bisect_left(places, low), bisect_left(places, high)
        if first < last:
            kept[doc] = places[first:last].tobytes()
    return kept


def _some(found: Found, docs: set[int] | None) -> Found:
    """What was found in some of the documents."""
    return found if docs is None else {doc: found[doc] for doc in docs & found.keys()}
