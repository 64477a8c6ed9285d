"""The phrases that names of concepts are: what the index looks for in each document beforehand.

In: concepts. Out: of each name that is more than one term, the runs of syllables and the terms behind one another that
a search for it asks for, whatever a library writes.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reader.base.hangul import is_hangul
from reader.search.analysis.forms import Form, Kind, Memory, Piece
from reader.search.analysis.names import expand_name
from reader.search.concepts.table import Concepts

Phrase = tuple[str, ...]


def phrases_of(concepts: Concepts) -> Iterator[Phrase]:
    """The phrases of all names, and of those whose words are of both languages."""
    for concept in concepts.all:
        for name in (*concept.names, *concept.asks):
            yield from _phrases(name)
            for mixed in concepts.mixed(name.split(" ")):
                yield from _phrases(mixed)


def _phrases(name: str) -> Iterator[Phrase]:
    """The name as one phrase; its parts where it is written in several ways, since those are looked for then."""
    pieces = expand_name(name, _EVERY_LIBRARY)
    if whole := chained(pieces):
        yield whole
    else:
        yield from (form.terms for piece in pieces for form in piece.forms if form.kind in (Kind.RUN, Kind.PARTS))


def chained(pieces: tuple[Piece, ...]) -> Phrase:
    """Pieces as terms and runs behind one another, (llm, 에이전트); () where one is written otherwise as well."""
    terms: list[str] = []
    for piece in pieces:
        form = _only_form(piece)
        if form is None or piece.gap:
            return ()
        if form.kind is Kind.RUN and terms and is_hangul(terms[-1][0]):
            terms[-1] += form.terms[0]  # 강화 학습, 강화학습
        else:
            terms += form.terms
    return tuple(terms) if len(pieces) > 1 else ()


def _only_form(piece: Piece) -> Form | None:
    """The form that all forms of a piece are, which may be a word and its own parts."""
    word, *rest = piece.forms
    if not rest:
        return word if word.kind in (Kind.RUN, Kind.PARTS, Kind.WORD, Kind.ALONE) else None
    parts = rest[0]
    one = len(rest) == 1 and word.kind is Kind.WORD and parts.kind is Kind.PARTS
    return parts if one and "".join(parts.terms) == word.terms[0] else None


class _EveryLibrary:
    """A `forms.Lexicon` that knows every word, alone."""

    memory = Memory()

    def known(self, term: str) -> int:  # noqa: ARG002
        return 1

    def having(self, part: str) -> Mapping[str, int]:  # noqa: ARG002
        return {}

    def beginning_with(self, part: str) -> Mapping[str, int]:  # noqa: ARG002
        return {}

    def side_by_side(self, first: str, second: str) -> bool:  # noqa: ARG002
        return False


_EVERY_LIBRARY: Any = _EveryLibrary()
