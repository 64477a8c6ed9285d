"""What a search found, as values. Importing this brings no whoosh along."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reader.posts.model import PaperKey, SectionKind

if TYPE_CHECKING:
    from reader.search.snippets import Highlighter

SearchSort = Literal["relevance", "date"]
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """A paper that was found. Spans are (start, end) in characters."""

    key: PaperKey
    appearance: int  # of the catalogue
    sections: tuple[SectionKind, ...] = ()
    title_spans: Spans = ()
    snippet: str = ""
    snippet_spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to a query."""

    query: str
    total: int  # papers
    papers: tuple[FoundPaper, ...]
    highlighter: "Highlighter"
    correction: str | None = None  # what was searched instead of a word nobody wrote
