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
from reader.search.concepts.table import LONGEST, Concepts, key_of
from reader.search.index import Index, IndexUnusable
from reader.services.concepts import known_concepts
from reader.services.query_text import operator

OF_A_KIND = 3
_COUNTED = 6  # concepts of which the papers are counted
_TITLES_LOOKED_AT = 20
_TERM = re.compile(r"[\w+#]+(?:[-.][\w+#]+)*")
_AROUND = 60  # characters
_OTHERS = 3  # names
_WORDS = 3  # that a concept's name may have begun with

Kind = Literal["title", "term", "concept", "tag", "date"]


class Completion(NamedTuple):
    """Something to search for, or a paper to open."""

    kind: Kind
    text: str  # of a title all of it
    typed: str  # the end of what was typed in whose place it is put
    also: str = ""  # of a concept its name in the other language
    papers: int = -1  # how many have it, where that is known
    key: PaperKey | None = None  # of a title


def completions(index: Index, listing: Listing, typed: str) -> tuple[Completion, ...]:
    """What the words typed may become; nothing where there is no index that can be trusted: the search says so."""
    try:
        return _completions(index, listing, typed)
    except IndexUnusable:
        return ()


def _completions(index: Index, listing: Listing, typed: str) -> tuple[Completion, ...]:
    last = typed.rsplit(maxsplit=1)[-1] if typed.strip() and not typed[-1].isspace() else ""
    if not last:
        return ()
    terms = [Completion("term", word, last, papers=papers) for word, papers in index.terms(last, OF_A_KIND)]
    concepts = _concepts(index, known_concepts(index), typed.split()[-_WORDS:])
    names = {fold(name) for concept in concepts for name in (concept.text, concept.also)}
    found = (
        *concepts,
        *(term for term in terms if fold(term.text) not in names),
        *_titles(listing, typed.strip()),
        *_tags(listing, last),
        *_dates(listing, last),
    )
    return tuple(one for one in found if fold(one.text) != fold(one.typed))  # which would say what stands there


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


def term_at(index: Index, text: str, at: int) -> tuple[str, ...]:
    """The term that stands at a place of a text, and its other names; () where none stands there.

    The longest term of a few words, particles behind it aside.
    """
    words = [match.span() for match in _TERM.finditer(text, max(at - _AROUND, 0), at + _AROUND)]
    here = next((n for n, (start, end) in enumerate(words) if start <= at <= end), None)
    if here is None:
        return ()
    concepts = known_concepts(index)
    spans = [
        (a, b) for a in range(max(here - LONGEST + 1, 0), here + 1) for b in range(here, min(a + LONGEST, len(words)))
    ]
    for first, last in sorted(spans, key=lambda span: span[0] - span[1]):
        term = text[words[first][0] : words[last][1]]
        bare = " ".join(concepts.bare(term.split()))
        others = [name for name in other_names(concepts, bare) if key_of(name) != key_of(bare)]
        if others:
            return bare, *others[:_OTHERS]
    return ()


def _concepts(index: Index, concepts: Concepts, words: list[str]) -> list[Completion]:
    """The concepts whose names begin with the last words, as many of those as any name begins with."""
    for first in range(len(words)):
        typed = " ".join(words[first:])
        keys = keys_of(fold(typed))
        found: dict[int, str] = {}
        for begun, name, number in _names_by_keys(concepts):
            if begun.startswith(keys):
                found.setdefault(number, name)
        if found:
            return _counted(index, concepts, list(found.values())[:_COUNTED], typed)
    return []


def _counted(index: Index, concepts: Concepts, names: list[str], typed: str) -> list[Completion]:
    counted = sorted(zip(index.counts(names), names, strict=True), key=lambda entry: -entry[0])[:OF_A_KIND]
    return [
        Completion("concept", name, typed, next(iter(other_names(concepts, name)), ""), papers)
        for papers, name in counted
        if papers
    ]


@lru_cache(maxsize=2)
def _names_by_keys(concepts: Concepts) -> list[tuple[str, str, int]]:
    """Every name by the keys it is typed with, and the number of its concept."""
    return [(keys_of(fold(name)), name, n) for n, concept in enumerate(concepts.all) for name in concept.names]


def _titles(listing: Listing, typed: str) -> list[Completion]:
    """Titles with words that begin so; those that begin with the first of them first."""
    keys, titles, text = _folded_titles(listing, listing.identity(), listing.generation())
    words = [f" {word}" for word in fold(typed).split()]
    rarest = max(words, key=len)
    found: list[int] = []
    at = text.find(rarest)
    while at >= 0 and len(found) < _TITLES_LOOKED_AT:
        begin, end = text.rfind("\n", 0, at) + 1, text.index("\n", at)
        line = text[begin:end]
        if all(word in line for word in words):
            found.append(text.count("\n", 0, begin))
        at = text.find(rarest, end)
    found.sort(key=lambda number: not f" {fold(titles[number])}".startswith(words[0]))
    return [Completion("title", titles[number], typed, key=keys[number]) for number in found[:OF_A_KIND]]


@lru_cache(maxsize=1)
def _folded_titles(
    listing: Listing,
    identity: str,  # noqa: ARG001  # what tells that it changed
    generation: int,  # noqa: ARG001
) -> tuple[list[PaperKey], list[str], str]:
    """The papers, their titles, and a text with a title a line, folded, a space before each word."""
    pairs = listing.titles()
    lines = (" " + re.sub(r"[\W_]+", " ", fold(title)) for _, title in pairs)
    return [key for key, _ in pairs], [title for _, title in pairs], "\n".join(lines) + "\n"


def _tags(listing: Listing, last: str) -> list[Completion]:
    keys = keys_of(fold(last))
    found = [(tag, papers) for tag, papers in listing.counts("tag") if keys_of(fold(tag)).startswith(keys)]
    return [Completion("tag", operator("tag", tag), last, papers=papers) for tag, papers in found[:OF_A_KIND]]


def _dates(listing: Listing, last: str) -> list[Completion]:
    if not last[0].isdigit():
        return []
    months = [(month, papers) for month, papers in listing.counts("month") if month]
    found = [
        (month, papers) for month, papers in months if month.startswith(last) or f"{int(month[5:])}월".startswith(last)
    ]
    return [Completion("date", month, last, papers=papers) for month, papers in found[:OF_A_KIND]]
