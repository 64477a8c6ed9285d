"""The papers that an author or a category of arXiv's means, among those that were filled in: `author:` and `cat:`."""

import re
from collections.abc import Iterator

from reader.arxiv.store import DetailsStore
from reader.posts.model import PaperKey
from reader.search.analysis.fold import fold

_WORD = re.compile(r"\w+")


def authored(details: DetailsStore, words: str) -> Iterator[PaperKey]:
    """The papers with an author in whose name every word begins a word: `oord`, `A. van den Oord`, `Oord, Aäron`."""
    wanted = _WORD.findall(fold(words))
    for paper in details.all():
        if wanted and any(_is_called(_WORD.findall(fold(name)), wanted) for name in paper.authors):
            yield PaperKey(paper.arxiv_id)


def categorised(details: DetailsStore, name: str) -> Iterator[PaperKey]:
    """The papers in a category, or in any of an archive: `cs.CL`, `cs`; upper and lower case are alike."""
    wanted = name.casefold().rstrip("*").rstrip(".")
    for paper in details.all():
        categories = (category.casefold() for category in paper.categories)
        if any(category == wanted or category.startswith(f"{wanted}.") for category in categories):
            yield PaperKey(paper.arxiv_id)


def _is_called(name: list[str], wanted: list[str]) -> bool:
    return all(any(part.startswith(word) for part in name) for word in wanted)
