"""What a person can choose in the tree, as values: a Place, and the counts the tree shows. No Qt."""

from datetime import date
from typing import Literal, NamedTuple, cast, get_args

PlaceKind = Literal[
    "all",
    "unread",
    "new",
    "bookmarked",
    "revisit",
    "noted",
    "read",
    "label",
    "day",
    "month",
    "year",
    "tag",
    "undated",
    "range",
    "search",
    "saved",
    "watched",
]

_KINDS = frozenset(get_args(PlaceKind))


class Place(NamedTuple):
    """Somewhere papers are.

    `value` is "2025-12-22", "2025-12", "2025", a tag, a label, one of RANGES, a query, a saved search's name, a watched
    word, or "".
    """

    kind: PlaceKind
    value: str = ""

    def __str__(self) -> str:
        """The stable form for saving: "all", "day:2025-12-22", "tag:arxiv", "search:tag:arxiv 이미지"."""
        return f"{self.kind}:{self.value}" if self.value else self.kind

    @classmethod
    def parse(cls, text: str) -> "Place | None":
        """The place whose `str` is `text`; None if it is nobody's (a newer version wrote it, a file was edited)."""
        kind, _, value = text.partition(":")
        if kind not in _KINDS or (kind == "range" and value not in RANGES):
            return None
        return cls(cast(PlaceKind, kind), value)


ALL = Place("all")
UNREAD = Place("unread")
NEW = Place("new")
"""Papers that came while the window was open, or since it was open last; of this window alone."""
BOOKMARKED = Place("bookmarked")
REVISIT = Place("revisit")
NOTED = Place("noted")
READ = Place("read")
"""What was read, the paper read last first."""
UNDATED = Place("undated")
RANGES = ("week", "month", "last:7")
"""Stretches of days up to now, as reader.across.ranges has them: which days they are is seen when one asks."""
WEEK, MONTH, LAST_POSTS = (Place("range", value) for value in RANGES)


MARKED_KINDS = frozenset({"unread", "bookmarked", "revisit", "noted", "read", "label"})
"""Kinds of places that papers come to and leave by their marks."""


class LabelCount(NamedTuple):
    """A label of the person's own in the tree."""

    name: str
    colour: str  # one of marks.model.LABEL_COLOURS
    papers: int


class SavedCount(NamedTuple):
    """A saved search in the tree."""

    name: str
    unread: int  # papers it finds that are not read; 0 until that is known


class WatchedCount(NamedTuple):
    """A watched word in the tree; the empty word stands for all of them."""

    word: str
    unread: int  # papers that have it and are not read; 0 until that is known


class TreeCounts(NamedTuple):
    """How many papers there are at each place."""

    total: int = 0
    unread: int = 0
    bookmarked: int = 0
    noted: int = 0
    days: tuple[tuple[date, int], ...] = ()  # day, papers; any order, each day once
    periods: tuple[tuple[str, int], ...] = ()  # months "2025-12" and years "2025": a paper of two days counts once
    undated: int = 0
    tags: tuple[tuple[str, int], ...] = ()  # in the order to be shown
    week: int = 0
    last_posts: int = 0
    revisit: int = 0
    due: int = 0  # those of `revisit` that are to come back by today
    labels: tuple[LabelCount, ...] = ()  # in the order to be shown
    saved: tuple[SavedCount, ...] = ()  # in the order to be shown
    watched: tuple[WatchedCount, ...] = ()  # likewise
    read: int = 0
