"""What a person made of papers, across all of them: highlights and notes in one list, five of them a day, and what was
read when.

Goes out: values, the newest first. Which day an instant belongs to is that of the place where the person is.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from reader.base.links import ArxivId, arxiv_id, paper_links
from reader.base.natural_order import natural
from reader.export.gathered import Gathered
from reader.marks.revisit import local_day
from reader.posts.model import PaperKey
from reader.services.profile import Profile

By = Literal["date", "paper", "colour", "label"]
WAYS: tuple[By, ...] = ("date", "paper", "colour", "label")
FIVE = 5
_YOUNG = timedelta(days=7)  # what is younger need not be brought back


class Piece(NamedTuple):
    """One highlight, or one note."""

    key: PaperKey
    title: str
    text: str
    made: datetime
    labels: tuple[str, ...]  # of its paper
    highlight: str = ""  # its id; "" for a note
    section: str = ""
    colour: str = ""
    correction: str = ""


class Read(NamedTuple):
    """A paper that was read."""

    key: PaperKey
    title: str
    when: datetime


def pieces(profile: Profile) -> tuple[Piece, ...]:
    """All highlights and notes."""
    marks = profile.marks
    titles = dict(profile.listing.titles())
    labels: dict[PaperKey, tuple[str, ...]] = {}

    def of(key: PaperKey) -> tuple[str, tuple[str, ...]]:
        if key not in labels:
            labels[key] = marks.labels_of(key)
        return titles.get(key, str(key)), labels[key]

    made = []
    for each in marks.all_highlights():
        title, names = of(each.key)
        about = each.id, each.section, each.colour, each.correction
        made.append(Piece(each.key, title, each.quotation, each.made, names, *about))
    for key, note in marks.all_notes().items():
        title, names = of(key)
        made.append(Piece(key, title, note.text, note.changed, names))
    return tuple(sorted(made, key=lambda piece: piece.made, reverse=True))


def with_words(found: Iterable[Piece], words: str) -> tuple[Piece, ...]:
    """Those that have every word somewhere, in either case."""

    def text_of(piece: Piece) -> str:
        return " ".join((piece.text, piece.correction, piece.title, *piece.labels))

    return tuple(piece for piece in found if _has_all(words, text_of(piece)))


def titled(read: Iterable[Read], words: str) -> tuple[Read, ...]:
    """Those whose titles have every word."""
    return tuple(each for each in read if _has_all(words, each.title))


def _has_all(words: str, text: str) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words.casefold().split())


def grouped(found: Iterable[Piece], by: By) -> list[tuple[str, list[Piece]]]:
    """By day (ISO), title or colour in the order of their newest, by label in that of names; "" for what has none, at
    the end."""
    groups: dict[str, list[Piece]] = {}
    for piece in found:
        for name in _names(piece, by):
            groups.setdefault(name, []).append(piece)
    names = sorted(groups, key=natural) if by == "label" else groups
    return [(name, groups[name]) for name in sorted(names, key=lambda name: not name)]


def _names(piece: Piece, by: By) -> tuple[str, ...]:
    match by:
        case "date":
            return (local_day(piece.made).isoformat(),)
        case "paper":
            return (piece.title,)
        case "colour":
            return (piece.colour,)
        case "label":
            return piece.labels or ("",)


def five_of(found: Sequence[Piece], today: date) -> tuple[Piece, ...]:
    """Five of the older ones, others each day and the same all day long."""
    old = [piece for piece in found if today - local_day(piece.made) >= _YOUNG]
    return tuple(sorted(old, key=lambda piece: _lot(piece, today))[:FIVE])


def _lot(piece: Piece, today: date) -> str:
    drawn = f"{today.isoformat()} {piece.key} {piece.highlight}"
    return hashlib.sha256(drawn.encode()).hexdigest()


def history(profile: Profile) -> tuple[Read, ...]:
    """What was read, the latest first."""
    titles = dict(profile.listing.titles())
    return tuple(Read(key, titles.get(key, str(key)), when) for key, when in profile.marks.reads().items())


def by_day(read: Iterable[Read]) -> list[tuple[str, list[Read]]]:
    """The same, day by day (ISO)."""
    days: dict[str, list[Read]] = {}
    for each in read:
        days.setdefault(local_day(each.when).isoformat(), []).append(each)
    return list(days.items())


def gathered(found: Iterable[Piece]) -> list[Gathered]:
    """As it is exported."""
    return [
        Gathered(
            piece.text,
            not piece.highlight,
            piece.correction,
            piece.title,
            _link(piece.key),
            (local_day(piece.made).isoformat(), *([piece.section] if piece.section else [])),
        )
        for piece in found
    ]


def _link(key: PaperKey) -> str:
    known = arxiv_id(key)
    if known is not None and known.id == key:
        return paper_links(ArxivId(known.id), None, None).arxiv or ""
    return key if key.startswith(("https://", "http://")) else ""
