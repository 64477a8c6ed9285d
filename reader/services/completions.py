"""What to offer while a search is typed, by content: titles, words of the library, concepts, tags, dates.

In: what is typed so far. Out: `Completion`s, a few of each kind, best first. Operators and earlier searches are offered
by the search field itself.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from reader.base.hangul import keys_of
from reader.library.listing import Listing
from reader.posts.model import PaperKey
from reader.search.analysis.fold import fold
from reader.search.concepts.table import Concepts
from reader.search.index import Index
from reader.services.concepts import known_concepts

OF_A_KIND = 3
_COUNTED = 12  # concepts of which the papers are counted

Kind = Literal["title", "term", "concept", "tag", "date"]


class Completion(NamedTuple):
    """Something to search for, or a paper to open."""

    kind: Kind
    text: str  # what takes the place of the last word; of a title all of it
    also: str = ""  # of a concept its name in the other language
    papers: int = -1  # how many have it, where that is known
    key: PaperKey | None = None  # of a title


def completions(index: Index, listing: Listing, typed: str) -> tuple[Completion, ...]:
    """What the words typed may become. Raises `IndexUnusable`."""
    last = typed.rsplit(maxsplit=1)[-1] if typed.strip() and not typed[-1].isspace() else ""
    if not last:
        return ()
    terms = [Completion("term", word, papers=papers) for word, papers in index.terms(last, OF_A_KIND)]
    return (
        *_concepts(index, known_concepts(index), typed.strip()),
        *terms,
        *_titles(listing, typed.strip()),
        *_tags(listing, last),
        *_dates(listing, last),
    )


def other_names(concepts: Concepts, term: str) -> tuple[str, ...]:
    """The other names of a term, those of the other language first; () where it is no name."""
    concept = concepts.of(term)
    if concept is None:
        return ()
    others = [name for name in concept.names if fold(name) != fold(term)]
    return tuple(sorted(others, key=lambda name: name.isascii() == term.isascii()))


def names_with_counts(index: Index, term: str) -> tuple[tuple[str, int], ...]:
    """The names of a term in both languages and how many papers have each: for a chip, or a tool tip."""
    names = (term, *other_names(known_concepts(index), term))
    return tuple(zip(names, index.counts(names), strict=True)) if len(names) > 1 else ()


def _concepts(index: Index, concepts: Concepts, typed: str) -> list[Completion]:
    keys = keys_of(fold(typed))
    found: dict[int, str] = {}
    for begun, name, number in _names_by_keys(concepts):
        if begun.startswith(keys):
            found.setdefault(number, name)
    names = list(found.values())[:_COUNTED]
    counted = sorted(zip(index.counts(names), names, strict=True), key=lambda entry: -entry[0])[:OF_A_KIND]
    return [
        Completion("concept", name, next(iter(other_names(concepts, name)), ""), papers)
        for papers, name in counted
        if papers
    ]


@lru_cache(maxsize=2)
def _names_by_keys(concepts: Concepts) -> list[tuple[str, str, int]]:
    """Every name by the keys it is typed with, and the number of its concept."""
    return [(keys_of(fold(name)), name, n) for n, concept in enumerate(concepts.all) for name in concept.names]


def _titles(listing: Listing, typed: str) -> list[Completion]:
    words = [f" {word}" for word in fold(typed).split()]
    titles = ((key, title, " " + re.sub(r"[\W_]+", " ", fold(title))) for key, title in listing.titles())
    found = [(key, title) for key, title, folded in titles if all(word in folded for word in words)]
    found.sort(key=lambda entry: not f" {fold(entry[1])}".startswith(words[0]))
    return [Completion("title", title, key=key) for key, title in found[:OF_A_KIND]]


def _tags(listing: Listing, last: str) -> list[Completion]:
    keys = keys_of(fold(last))
    found = [(tag, papers) for tag, papers in listing.counts("tag") if keys_of(fold(tag)).startswith(keys)]
    return [Completion("tag", tag, papers=papers) for tag, papers in found[:OF_A_KIND]]


def _dates(listing: Listing, last: str) -> list[Completion]:
    if not last[0].isdigit():
        return []
    months = [(month, papers) for month, papers in listing.counts("month") if month]
    found = [
        (month, papers) for month, papers in months if month.startswith(last) or f"{int(month[5:])}월".startswith(last)
    ]
    return [Completion("date", month, papers=papers) for month, papers in found[:OF_A_KIND]]
