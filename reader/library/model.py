"""What the catalogue hands out, as values. A mark is never in them: those belong to `marks`."""

from datetime import date, datetime
from typing import NamedTuple

from reader.posts.model import Paper, PaperKey, Remark


class PaperRow(NamedTuple):
    """One line of a paper list: a paper as its latest appearance, or as the appearance of the day listed."""

    key: PaperKey
    title: str
    arxiv_id: str | None
    day: date | None
    number: int  # in its post, 1-based; 0 for a post without papers
    line: str  # what it contributes, plain text on one line, may be ""
    gone: bool = False  # no post of the library has it any more


class Appearance(NamedTuple):
    """A paper in a post."""

    id: int  # of the catalogue; changes when the catalogue is made again
    post: str  # the post's path within its source, "/" between folders
    source: str  # absolute path of the source folder
    post_title: str
    day: date | None
    published: datetime | None  # zone-aware
    tags: tuple[str, ...]
    paper: Paper  # for a post without papers: number 0, one section of kind OTHER with the whole body
    texts: tuple[str, ...] = ()  # plain text of each section, as far as it is known
    remarks: tuple[Remark, ...] = ()

    @property
    def is_page(self) -> bool:
        """Whether this is a whole post without papers, to be read as one page."""
        return self.paper.number == 0


class PaperRecord(NamedTuple):
    """All the library knows about one paper."""

    key: PaperKey
    arxiv_id: str | None
    title: str
    day: date | None  # of the latest appearance
    appearances: tuple[Appearance, ...]  # latest first, at least one
    gone: bool = False
