"""What is asked of a search, as one value that the command line, the window and the index share.

Importing this brings nothing along: the window does so before its first paint.
"""

from typing import Literal, NamedTuple

SearchSort = Literal["relevance", "date"]

ENOUGH = 50
"""Papers found by every word or its like, from which on nobody looks for those with some words."""


class SearchRequest(NamedTuple):
    """A query and how much of its answer is wanted."""

    query: str
    limit: int = 0  # papers, 0 for all
    snippets: int = 50  # of the first papers
    sort: SearchSort = "relevance"
    as_you_type: bool = False  # the last word is a beginning, and its last syllable unfinished
    partial: bool = True  # papers with some words only as well, where few have all
    alike: bool = True  # words that mean the same as well
