"""Terms that were found are kept, so that typing on does not find them again; what is asked for seldom is let go.

In: a name, and how to find what has it. Out: its `PostingList`. For one thread at a time.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reader.search.store.postings import PostingList

_BOUND = 10_000_000  # bytes of all terms together
_A_DOCUMENT = 160  # and more in a large library: some twenty-five common terms
_LANES = 14  # bytes for each document of a term that many have
_FEW = 250  # bytes for each document of another
_OVERHEAD = 500


class TermCache:
    """The terms of one generation of so many documents."""

    def __init__(self, documents: int) -> None:
        self._documents = documents
        self._bound = max(_BOUND, _A_DOCUMENT * documents)
        self._kept: dict[str, tuple[PostingList, int]] = {}
        self._bytes = 0

    def __contains__(self, name: str) -> bool:
        return name in self._kept

    def get(self, name: str, find: Callable[[], PostingList]) -> PostingList:
        """What was found by this name before, else now; what was not asked for the longest goes when it is too much."""
        known = self._kept.pop(name, None)
        if known is None:
            found = find()
            known = (found, self._weight(found))
            self._bytes += known[1]
        self._kept[name] = known
        while self._bytes > self._bound and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))
        return known[0]

    @contextmanager
    def in_passing(self) -> Iterator[None]:
        """What is found within is let go behind it: for words that nobody typed."""
        before = set(self._kept)
        try:
            yield
        finally:
            for name in self._kept.keys() - before:
                self._drop(name)

    def clear(self) -> None:
        """Let go of everything."""
        self._kept.clear()
        self._bytes = 0

    def _drop(self, name: str) -> None:
        self._bytes -= self._kept.pop(name)[1]

    def _weight(self, found: PostingList) -> int:
        """Bytes in memory, about."""
        if found.few is not None:
            return _OVERHEAD + _FEW * len(found.few)
        return _OVERHEAD + _LANES * self._documents
