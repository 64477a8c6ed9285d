"""What is exported of a paper, as values."""

from datetime import date, datetime
from typing import NamedTuple

from reader.arxiv.model import Details
from reader.base.links import PaperLinks
from reader.posts.model import NO_POINTS, PaperKey, Points, Section


class Quotation(NamedTuple):
    """Words a person highlighted."""

    section: str  # its heading or kind; "" where that is not known
    text: str
    colour: str  # "yellow", "green", "blue" or "pink"
    before: str = ""  # a few words on each side, as they stood there
    after: str = ""
    id: str = ""  # the same ever and everywhere
    correction: str = ""  # what the person says instead, one line


class ExportedPaper(NamedTuple):
    """A paper as its latest post presents it, and all that a person made of it. Posts name no authors; arXiv may."""

    key: PaperKey
    title: str  # for display, one line; "" where only the key is known
    raw_title: str = ""  # as the post has it, Markdown
    arxiv_id: str | None = None  # without the version
    links: PaperLinks = PaperLinks()
    day: date | None = None  # of the latest post
    posts: tuple[str, ...] = ()  # paths within their sources, latest first
    tags: tuple[str, ...] = ()  # of all its posts
    sections: tuple[Section, ...] = ()
    points: Points = NO_POINTS
    is_page: bool = False  # a whole post without papers
    bookmarked: datetime | None = None  # since when, zone-aware
    read: datetime | None = None  # since when, zone-aware
    note: str = ""  # Markdown
    labels: tuple[str, ...] = ()
    revisit: date | None = None
    highlights: tuple[Quotation, ...] = ()
    details: Details | None = None  # what arXiv says of it, where a person had it asked
    source: str = ""  # absolute path of the folder `posts[0]` is in, "" where that is not known

    @property
    def name(self) -> str:
        """What to call it: its title, else its arXiv id, else its key."""
        return self.title or (f"arXiv:{self.arxiv_id}" if self.arxiv_id else str(self.key))

    @property
    def link(self) -> str | None:
        """Its first page: on arXiv, else its own."""
        return self.links.arxiv or self.links.other or self.links.alphaxiv


class Words(NamedTuple):
    """The exporter's own words in a file that people read. Goal, Motivation and Contribution are the posts' own."""

    note: str
    highlights: str
    papers: str
    correction: str  # in front of what the person says instead of highlighted words


ENGLISH = Words(note="Note", highlights="Highlights", papers="Papers", correction="My correction")
KOREAN = Words(note="메모", highlights="하이라이트", papers="논문", correction="내 정정")
