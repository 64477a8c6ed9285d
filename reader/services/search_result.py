"""What a search found, as values. Importing this brings no whoosh along."""

from typing import TYPE_CHECKING, NamedTuple

from reader.posts.model import PaperKey, SectionKind

if TYPE_CHECKING:
    from reader.search.model import Tier, Understood
    from reader.search.snippets import Highlighter

Spans = tuple[tuple[int, int], ...]


class FoundPaper(NamedTuple):
    """A paper that was found. Spans are (start, end) in characters."""

    key: PaperKey
    appearance: int  # of the catalogue
    sections: tuple[SectionKind, ...] = ()
    title_spans: Spans = ()
    snippet: str = ""
    snippet_spans: Spans = ()
    tier: "Tier" = "all"


class SearchResult(NamedTuple):
    """The answer to a query."""

    query: str
    total: int  # papers with every word, or one that means the same
    papers: tuple[FoundPaper, ...]
    highlighter: "Highlighter"
    correction: str | None = None  # what was searched instead of a word nobody wrote
    not_understood: Spans = ()  # of the query: what looks like an operator and was taken as words
    apart: int = 0  # papers left out because they have the words, but not side by side ("강화 학습" is one term)
    scanned: bool = False  # every text was read through, because the index is missing, damaged, or being made
    unusable: bool = False  # and it is not being made: a sync has to
    also: int = 0  # papers with some words only, behind the others
    understood: "tuple[Understood, ...]" = ()  # what was taken for something else than it says, and how
    suggestion: str | None = None  # the query with words for those that nobody wrote, which were left as they are
    missing: tuple[str, ...] = ()  # words that nobody wrote, in any way they may be meant
    offered: tuple[tuple[str, str], ...] = ()  # words, each with a name that likely means the same and was not searched
