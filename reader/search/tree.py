"""What a query means, as a tree: made by `grammar`, evaluated by `matching`."""

from dataclasses import dataclass
from datetime import date

from reader.posts.model import SectionKind


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it was typed, operators aside."""

    text: str
    prefix: bool = False  # 제안*
    last: bool = False  # the word the cursor stands behind
    span: tuple[int, int] = (0, 0)  # in the query


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotation marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Arxiv:
    """One paper by its id, without the version."""

    id: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag or category of the post."""

    name: str


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` to `last`, both included, None without a bound."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A set of papers by its name: "is:unread", "has:note"."""

    name: str
    span: tuple[int, int] = (0, 0)  # in the query


@dataclass(frozen=True, slots=True)
class Noted:
    """Papers whose note, or whichever text of a person's `name` says, has a word: "note:idea", "label:thesis"."""

    name: str
    word: str
    span: tuple[int, int] = (0, 0)  # in the query


@dataclass(frozen=True, slots=True)
class Within:
    """A part of the query, within one section; `kind` None is the title."""

    kind: SectionKind | None
    child: "Node"


@dataclass(frozen=True, slots=True)
class Not:
    child: "Node"


@dataclass(frozen=True, slots=True)
class All:
    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    children: tuple["Node", ...]


Node = Word | Phrase | Arxiv | Tag | Days | Marked | Noted | Within | Not | All | Any
