"""What a query means, as a tree: made by `parser`, evaluated by `matcher`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from reader.posts.model import SectionKind


class Word(NamedTuple):
    """One word as it was typed, operators aside."""

    text: str
    prefix: bool = False  # 제안*
    last: bool = False  # the word the cursor stands behind
    span: tuple[int, int] = (0, 0)  # in the query
    literal: bool = False  # not widened to what means the same


class Phrase(NamedTuple):
    """Words in quotation marks."""

    text: str


class Term(NamedTuple):
    """Words that are together a name of something that has other names as well."""

    words: tuple[Word, ...]
    names: tuple[str, ...]


class Arxiv(NamedTuple):
    """One paper by its id, without the version."""

    id: str


class Tag(NamedTuple):
    """A tag or category of the post."""

    name: str


class Days(NamedTuple):
    """Days from `first` to `last`, both included, None without a bound."""

    first: date | None
    last: date | None


class Marked(NamedTuple):
    """A set of papers by its name: "is:unread", "has:note"."""

    name: str
    span: tuple[int, int] = (0, 0)  # in the query


class Noted(NamedTuple):
    """Papers whose note, or whichever text of a person's `name` says, has a word: "note:idea", "label:thesis"."""

    name: str
    word: str
    span: tuple[int, int] = (0, 0)  # in the query


class Within(NamedTuple):
    """A part of the query, within one section; `kind` None is the title."""

    kind: SectionKind | None
    child: "Node"


class Not(NamedTuple):
    child: "Node"


class All(NamedTuple):
    children: tuple["Node", ...]


class Any(NamedTuple):
    children: tuple["Node", ...]


NARROWING = (Arxiv, Tag, Days, Marked, Noted)
"""What says which papers are looked at, and no words."""

Node = Word | Phrase | Term | Arxiv | Tag | Days | Marked | Noted | Within | Not | All | Any


def whole_words(children: Sequence[Node]) -> tuple[Word, ...]:
    """The words with which some nodes begin, up to the first that is something else or a beginning (제안*)."""
    words: list[Word] = []
    for child in children:
        if not isinstance(child, Word) or child.prefix:
            break
        words.append(child)
    return tuple(words)
