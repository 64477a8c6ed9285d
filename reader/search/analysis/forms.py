"""Ways a word is written, as values, and what has to be known of the library to tell them."""

from collections.abc import Callable, Hashable, Mapping, Sized
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import Any, NamedTuple, Protocol, TypeVar


class Kind(Enum):
    """How a form is found."""

    HEAD = "head"  # one of these pairs of syllables, at the beginning of a word
    RUN = "run"  # these syllables side by side, two or more, with or without spaces between its nouns
    ALONE = "alone"  # one syllable as a word, particles aside
    START = "start"  # one syllable at the beginning of a longer word, or alone, but for some pairs it may be in
    END = "end"  # one syllable at the end of a longer word, of three and more or of two
    WORD = "word"  # this Latin word
    PARTS = "parts"  # these Latin words side by side


class Form(NamedTuple):
    """One way a word is written."""

    kind: Kind
    terms: tuple[str, ...]  # RUN: (syllables,); else the terms
    ends: tuple[str, ...] = ()  # RUN: the pairs any of which may be the last, while it is typed; START: no such pairs
    width: int = 1  # how many positions it takes
    barred: tuple[tuple[str, int], ...] = ()  # RUN: pairs that may not stand so many positions from its first


class Piece(NamedTuple):
    """A part of a word without a break in script, in all its forms."""

    forms: tuple[Form, ...]
    gap: int = 0  # positions between the piece before and this one


_T = TypeVar("_T")
_KEPT = 4096


class Memory:
    """What was worked out of a library before, for as long as it stays as it is."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Any] = {}

    def once(self, what: Hashable, find: Callable[[], _T]) -> _T:
        """What was found for this before, else now; everything is forgotten when it is too much."""
        if what not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[what] = find()
        found: _T = self._known[what]
        return found


class Lexicon(Protocol):
    """What the library writes."""

    memory: Memory

    def known(self, term: str) -> int:
        """In how many documents a term of `tokenizer` is."""

    def having(self, part: str) -> Mapping[str, int]:
        """The words, as they are written, that have a part somewhere, and in how many documents each is."""

    def beginning_with(self, part: str) -> Mapping[str, int]:
        """The words, as they are written, that begin so."""

    def solid(self, run: str) -> int:
        """In how many documents these syllables, two or more, are written without a space."""

    def is_solid(self, run: str, enough: int) -> bool:
        """Whether `solid` is `enough` at least: quicker to tell."""

    def most(self, run: str) -> int:
        """A number that `solid` is not above: quicker to tell."""

    def heads(self, pairs: tuple[str, ...]) -> Sized:
        """Where words begin with one of these pairs of syllables, all with the same first."""

    def side_by_side(self, first: str, second: str) -> bool:
        """Whether two Latin terms stand behind one another anywhere."""

    def side_by_side_in(self, first: str, second: str) -> int:
        """In how many documents two runs of syllables stand behind one another, with or without a space."""

    def beginning(self, prefix: str) -> list[str]:
        """The terms that begin so."""

    def commonest(self, prefix: str, most: int) -> list[str]:
        """Of the terms that begin so the commonest, at most so many."""

    def has(self, form: Form) -> bool:
        """Whether a form is in any document."""

    def similar(self, word: str, *, sure: AbstractSet[str] | None = None) -> str | None:
        """The commonest Latin term, or the commonest run, a slip of the keyboard away, None without one.

        `sure`: only one that hardly anybody can have meant otherwise; given are words that are ordinary in the field.
        """

    def initialled(self, initials: str) -> Mapping[str, int]:
        """The words, as they are written, that begin with syllables of these initial consonants."""

    def spelled(self, word: str) -> Mapping[str, int]:
        """The words, as they are written, that begin as this loanword may be spelled."""

    def sounding(self, sounds: str) -> Mapping[str, int]:
        """The words, as they are written, that begin so by their sound, in the letters of `sounds`."""
