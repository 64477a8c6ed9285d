"""What a query is asked of: the documents, what they write, and where words stand in them.

An open index is one such source; texts alone, read through for each query, are the other (`full_scan`).
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from reader.posts.model import PaperKey
from reader.search.analysis.forms import Form, Lexicon, Piece
from reader.search.store.lanes import Lanes, Mask
from reader.search.store.postings import PostingList


class Documents(Protocol):
    """The documents by number, from 0 on, some of which may be deleted."""

    cancelled: Callable[[], bool] | None  # of the search that is going on

    @property
    def lanes(self) -> Lanes:
        """Something for each document at once."""

    def several(self) -> Mask:
        """The documents whose paper has other documents as well."""

    def count(self) -> int:
        """How many documents there are."""

    def all(self) -> Mask:
        """Every document."""

    def check(self) -> None:
        """Raise `Cancelled` when the search is not wanted any more."""

    def watched(self, docs: Iterable[int]) -> Iterable[int]:
        """The same documents, with a `check` now and then."""

    def in_passing(self) -> AbstractContextManager[None]:
        """What is read within is let go behind it: for words that nobody typed."""

    def having(self, field: str, value: str) -> Mask:
        """The documents whose `id`, `arxiv` or `tags` is or has this value."""

    def column(self, name: str) -> "array[int]":
        """A number of each document: `paper`, `day` (ordinal, 0 unknown) or `number`."""

    def titled(self, part: str) -> list[int]:
        """The documents with this part in their title, spaces and hyphens aside, ascending; no part is in none."""

    def titled_seldom(self, part: str, most: int) -> list[int] | None:
        """As `titled`; None where it is in more titles than so many."""

    @property
    def days(self) -> Sequence[int]:
        """The days that have documents, as ordinals, ascending."""

    def key(self, doc: int) -> PaperKey:
        """The paper of a document."""

    def name(self, doc: int) -> str:
        """The document's own id."""


class Places(Protocol):
    """Where words stand in documents."""

    def of(self, pieces: tuple[Piece, ...], within: Mask | None = None, *, exact: bool = False) -> PostingList:
        """Where these pieces of a word stand behind one another; `exact`, counts are right everywhere."""

    def of_form(self, form: Form) -> PostingList:
        """Where one form stands."""

    def any_of(self, founds: list[PostingList]) -> PostingList:
        """Where any of these is."""

    def in_slot(self, found: PostingList, slot: int | None) -> PostingList:
        """What of it is in one slot."""


class SearchSource(NamedTuple):
    """What is searched."""

    documents: Documents
    library: Lexicon
    places: Places
    number: int = 0  # of the index's generation, 0 for texts alone
