"""What a person made of a paper, as values, and how instants are written.

A mark hangs on a `PaperKey` and knows nothing of posts. Instants are zone-aware UTC; on disk they are ISO text of one
width ("2026-11-03T10:15:00.000000+00:00"), so that text order is time order.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from reader.posts.model import PaperKey

Clock = Callable[[], datetime]
"""Says what time it is, zone-aware; tests pass their own."""

MarkKind = Literal["bookmarked", "read", "noted"]


class PaperMarks(NamedTuple):
    """All that is marked on one paper."""

    bookmarked: datetime | None = None  # since when, UTC
    read: datetime | None = None  # since when, UTC
    note: str = ""  # Markdown


class Note(NamedTuple):
    """A paper's note as it is stored."""

    text: str  # Markdown, never blank
    changed: datetime  # UTC


class NoteVersion(NamedTuple):
    """An earlier text of a note."""

    text: str  # Markdown
    written: datetime  # when this text was saved, UTC
    displaced: bool = False  # another window's text took its place, unseen by whoever wrote this one


class UndoneMark(NamedTuple):
    """What an undo or a redo did: the papers whose mark was changed, and what holds of them now."""

    kind: MarkKind
    keys: frozenset[PaperKey]  # at least one
    on: bool


def system_clock() -> datetime:
    return datetime.now(UTC)


def to_text(instant: datetime) -> str:
    """An instant as it is stored. A time without a zone is a bug of the caller's: ValueError."""
    if instant.tzinfo is None:
        raise ValueError(f"an instant needs a zone: {instant!r}")
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def to_instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
