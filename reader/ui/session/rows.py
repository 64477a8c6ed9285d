"""The rows of a list of papers, and what such a list is of: a query on the catalogue, or the hits of a search."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from reader.library.model import PaperRow
from reader.posts.model import PaperKey

Span = tuple[int, int]
"""Characters of a text: start and end, end excluded."""


class Signs(NamedTuple):
    """What a person marked on a paper, as far as a list shows it."""

    read: bool = False
    bookmarked: bool = False
    noted: bool = False
    due: date | None = None  # the day on which the paper is to come back
    labels: tuple[tuple[str, str], ...] = ()  # (name, colour)
    updated: bool = False  # its summary was rewritten, and nobody looked at it since


Lit = Callable[[str], Sequence[Span]]
"""Which parts of a text are lit: watched words."""


class ResultRow(NamedTuple):
    """A paper found by a search: its row, a piece of text with the words found, and where they are in it."""

    row: PaperRow
    snippet: str = ""  # plain text on one line; "" shows the row's own line
    title_spans: tuple[Span, ...] = ()  # of characters in the title
    snippet_spans: tuple[Span, ...] = ()
    opens: str = ""  # the tier of an answer that begins with this row, "concept" or "some": a heading stands above it


class PageSource(Protocol):
    """What a list is of, in a fixed order. Rows may be plain or those of a search."""

    def count(self) -> int: ...

    def rows(self, offset: int, limit: int) -> Sequence[PaperRow | ResultRow]: ...

    def openings(self) -> Sequence[int]:
        """The rows above which a heading stands."""

    def keys(self, offset: int, limit: int) -> Sequence[PaperKey]:
        """The papers of rows, without the rows."""

    def position(self, key: PaperKey) -> int | None:
        """Where a paper is in the order; None if it isn't in the list."""
