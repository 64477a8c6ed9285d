"""What a person made of a paper, as values, and how instants and names are written.

A mark hangs on a `PaperKey` and knows nothing of posts. Instants are zone-aware UTC; on disk they are ISO text of one
width ("2026-11-03T10:15:00.000000+00:00"), so that text order is time order. Two labels or saved searches are the same
if their names are: "읽을 것" made on two computers is one label after a merge.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Literal, NamedTuple

from reader.base.errors import ReaderError
from reader.posts.model import PaperKey

Clock = Callable[[], datetime]
"""Says what time it is, zone-aware; tests pass their own."""

MarkKind = Literal["bookmarked", "read", "noted", "revisit", "labelled", "highlighted"]

ChangeKind = MarkKind | Literal["corrected", "searches", "watched", "names", "sorted"]
"""What an undo can be about. Making, renaming and colouring a label is "labelled", of the papers that have it."""

LABEL_COLOURS = ("blue", "green", "orange", "red", "purple", "teal", "pink", "yellow", "grey")
WATCH_KINDS = ("watch", "mute")
NAME_KINDS = ("same", "other")
HIGHLIGHT_COLOURS = ("yellow", "green", "blue", "pink")
YEARS = range(1970, 9999)  # what a clock may say; after them a change could not be stamped as later
NAME_LENGTH = 80  # characters
TERM_LENGTH = 100
"""Characters of a name that means the same as another."""
_SIGNS = frozenset("|≠#")
CONTEXT_LENGTH = 40  # characters kept on each side of a highlight


class Revisit(NamedTuple):
    """A paper to come back to."""

    key: PaperKey
    due: date  # a local calendar day
    step: int  # how many times it was put off, 0…


class PaperMarks(NamedTuple):
    """All that is marked on one paper."""

    bookmarked: datetime | None = None  # since when, UTC
    read: datetime | None = None  # since when, UTC
    note: str = ""  # Markdown
    revisit: Revisit | None = None
    labels: tuple[str, ...] = ()  # names, by name
    highlights: int = 0  # how many


class Label(NamedTuple):
    """A label of the person's own."""

    name: str
    colour: str  # one of LABEL_COLOURS
    count: int  # type: ignore[assignment]  # of papers; hides tuple.count, which nobody asks of a label


class Highlight(NamedTuple):
    """Words of a section that were marked."""

    id: str  # the same on every computer
    key: PaperKey
    section: str  # value of a SectionKind, or a heading
    quotation: str
    before: str  # what stood before the words, at most CONTEXT_LENGTH characters
    after: str
    colour: str  # one of HIGHLIGHT_COLOURS
    made: datetime  # UTC
    correction: str = ""  # what the person says instead, one line; "" for nothing


class SavedSearch(NamedTuple):
    """A query with a name."""

    name: str
    query: str


class WatchedWord(NamedTuple):
    """A word that papers are watched for, or one that folds them away."""

    word: str
    kind: str  # one of WATCH_KINDS


class JudgedPair(NamedTuple):
    """Two names, and whether they mean the same."""

    kind: str  # one of NAME_KINDS
    name: str
    other: str


class Note(NamedTuple):
    """A paper's note as it is stored."""

    text: str  # Markdown, never blank
    changed: datetime  # UTC


class NoteVersion(NamedTuple):
    """An earlier text of a note."""

    text: str  # Markdown
    written: datetime  # when this text was saved, UTC
    displaced: bool = False  # another window's text took its place without having seen it


class UndoneMark(NamedTuple):
    """What an undo or a redo did: the papers whose mark was changed, and what is marked on them now."""

    kind: ChangeKind
    keys: frozenset[PaperKey]  # at least one, except for labels without papers, searches, words and names
    on: bool  # whether they are marked now; for labels the caller has to look
    made: bool  # whether the change that was undone or redone had set something, when it was made
    names: tuple[str, ...] = ()  # of the labels, searches, words or pairs it was about; those that exist now come first


def system_clock() -> datetime:
    return datetime.now(UTC)


def to_text(instant: datetime) -> str:
    """An instant as it is stored. A time without a zone is a bug in the caller: ValueError.

    Raises ReaderError for a year that only a wrong clock says: its marks would win over all others for ever.
    """
    if instant.tzinfo is None:
        raise ValueError(f"an instant needs a zone: {instant!r}")
    if instant.year not in YEARS:
        raise ReaderError(f"The clock of this computer says the year {instant.year}. Set it right, then try again.")
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def to_instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def stamp(now: datetime, before: str | None) -> str:
    """When a change is said to have been made: now, but later than the change before it, whatever the clock says."""
    text = to_text(now)
    if before is None or before < text:
        return text
    return to_text(to_instant(before) + timedelta(microseconds=1))


def clean_name(name: str) -> str:
    """A name as it is stored: in NFC, with single blanks. Raises ReaderError when it is blank or too long."""
    import unicodedata  # only when something is named

    name = " ".join(unicodedata.normalize("NFC", well_formed(name)).split())
    if not name or not name.isprintable() or len(name) > NAME_LENGTH:
        raise ReaderError(f"{name!r} is no name: give one of 1 to {NAME_LENGTH} characters.")
    return name


def clean_term(term: str) -> str:
    """A name that means the same as another, as it is stored. Raises ReaderError when it is none."""
    import unicodedata  # only when something is named

    clean = " ".join(unicodedata.normalize("NFC", well_formed(term)).split())
    is_whole = clean.isprintable() and "\n" not in term and "\r" not in term
    if not clean or len(clean) > TERM_LENGTH or not is_whole or not _SIGNS.isdisjoint(clean):
        raise ReaderError(f"{term!r} is no name: type one to {TERM_LENGTH} characters, without |, ≠ and #.")
    return clean


def well_formed(text: str) -> str:
    """Halves of surrogate pairs, which no database takes, joined or replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
