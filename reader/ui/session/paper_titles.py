"""The titles of all papers, read once for each state of the library: to complete links and to name them."""

from typing import NamedTuple

from reader.base.links import arxiv_id, normalised
from reader.library.listing import Listing
from reader.posts.model import PaperKey
from reader.ui.session.session import Session


class Candidate(NamedTuple):
    """A paper that may be meant."""

    key: str
    title: str


class _Known(NamedTuple):
    key: PaperKey
    title: str
    folded: str  # key and title in lower case


class PaperTitles:
    """Finds papers by some letters. Reading 10,000 titles takes some 20 ms, once; a question then 2 ms."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._listing: Listing | None = None
        self._generation = -1
        self._known: list[_Known] = []
        self._by_key: dict[str, str] = {}

    def find(self, typed: str, most: int) -> list[Candidate]:
        """Papers with all the words typed in title or id; those that begin with them first, then the newest."""
        words = typed.casefold().split()
        whole = " ".join(words)
        begins: list[_Known] = []
        others: list[_Known] = []
        for paper in self._all():
            if all(word in paper.folded for word in words):
                begun = paper.key.startswith(whole) or paper.title[: len(whole)].casefold() == whole
                (begins if begun else others).append(paper)
                if len(begins) >= most:
                    break
        return [Candidate(paper.key, paper.title or paper.key) for paper in [*begins, *others][:most]]

    def title_of(self, written: str) -> str:
        """The title of the paper that a link names, "" for one the library doesn't have."""
        self._all()
        identifier = arxiv_id(written)
        return self._by_key.get(written) or self._by_key.get(identifier.id if identifier else normalised(written), "")

    def _all(self) -> list[_Known]:
        listing = self._session.listing
        generation = listing.generation()
        if listing is not self._listing or generation != self._generation:
            self._listing, self._generation = listing, generation
            titles = listing.titles()
            self._known = [_Known(key, title, f"{key} {title}".casefold()) for key, title in titles]
            self._by_key = {str(key): title for key, title in titles}
        return self._known
