"""The concepts with what a person says of names: which mean the same, and which do not.

In: a table of concepts, and pairs of names. Out: a table in which each pair is one concept, with what either name means
already, and in which names that were taken apart find each other no more.
"""

from collections.abc import Iterable

from reader.search.concepts.table import Concept, Concepts

_Pairs = Iterable[tuple[str, str]]


def with_own(table: Concepts, same: _Pairs, other: _Pairs) -> Concepts:
    """The table with a person's own pairs, which count above it."""
    own = []
    for pair in same:
        meant = [concept.names for name in pair if (concept := table.of(name))]
        own.append(Concept(tuple(dict.fromkeys((*pair, *(name for names in meant for name in names))))))
    return Concepts(own, other, table)
