"""The text that says which papers are meant, and what it means.

    week · 이번주 · today · 지난달 · 2025-12 · 2025-12-01..2025-12-07 · last:7 · tag:llm · label:"졸업 논문"
    bookmarked · unread · all · search:"diffusion model" · week tag:llm · 2025-12 search:정확도 한계

A paper has to fit every part. `search:` takes all that follows it, unless what follows is in quotation marks. In: text
and today's date. Out: a `Range`; for text that means none, a ReaderError that says what can be written.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from reader.base.errors import ReaderError
from reader.posts.folding import folded

FORMS = "week, 2025-12, 2025-12-01..2025-12-07, last:7, tag:…, label:…, bookmarked, unread, search:…, all"
MOST_POSTS = 10_000

_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_STRETCH = re.compile(rf"(?P<first>{_DAY})(?:(?:\.\.|~)(?P<last>{_DAY}))?")
_PIECE = re.compile(r'(?P<name>[^\W\d]+):(?P<value>"[^"]*"?|\S*)|(?P<word>\S+)')
_ALIASES = {
    "tag": "tag 태그",
    "label": "label 라벨",
    "search": "search 검색",
    "last": "last 최근",
    "week": "week 주",
}
_NAMES = {alias: name for name, aliases in _ALIASES.items() for alias in aliases.split()}
_WORDS = {
    "all": "all 전체 모두",
    "bookmarked": "bookmarked bookmarks starred 북마크",
    "unread": "unread 안읽음",
    "today": "today 오늘",
    "yesterday": "yesterday 어제",
    "week": "week this-week thisweek 이번주",
    "last-week": "last-week lastweek 지난주",
    "month": "month this-month thismonth 이번달",
    "last-month": "last-month lastmonth 지난달",
    "none": "none undated 날짜없음",
}
_WORD = {alias: word for word, aliases in _WORDS.items() for alias in aliases.split()}
_TOGETHER = {"this week": "week", "last week": "last-week", "this month": "month", "last month": "last-month"}
_TOGETHER |= {
    "이번 주": "week",
    "지난 주": "last-week",
    "이번 달": "month",
    "지난 달": "last-month",
    "안 읽음": "unread",
}


class Range(NamedTuple):
    """Which papers are meant: those that fit everything given. The empty range is the whole library."""

    first: str = ""  # "2025", "2025-12" or "2025-12-22"; "none" for papers without a date
    last: str = ""  # the end of a stretch, in the same forms; the same as `first` for a single day, month or year
    posts: int = 0  # only papers of this many latest posts
    tag: str = ""
    label: str = ""
    bookmarked: bool = False
    unread: bool = False
    search: str = ""  # a query as in docs/search.md

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last day, where days are what is asked for."""
        return _days(self.first, self.last) if self.first and self.first != "none" else None

    def __str__(self) -> str:
        """The text that `parse_range` reads as this range."""
        stretch = self.first if self.first == self.last else f"{self.first}..{self.last}"
        parts = [
            stretch if self.first else "",
            f"last:{self.posts}" if self.posts else "",
            _said("tag", self.tag),
            _said("label", self.label),
            "bookmarked" if self.bookmarked else "",
            "unread" if self.unread else "",
            f"search:{self.search}" if self.search else "",
        ]
        return " ".join(part for part in parts if part) or "all"


def parse_range(text: str, today: date) -> Range:
    """The range that a text means; "" is all. Weeks begin on Monday (ISO 8601). Raises ReaderError."""
    rest = _with_one_word(text.strip())
    found = Range()
    while rest:
        piece = _PIECE.match(rest)
        if piece is None:
            raise _unknown(rest)
        name = _NAMES.get(folded(piece["name"])) if piece["name"] else None
        if name == "search" and not piece["value"].startswith('"'):
            return _checked(found._replace(search=rest[piece.start("value") :].strip()), text)
        found = _with_value(found, name, piece["value"]) if name else _with_word(found, piece[0], today)
        rest = rest[piece.end() :].lstrip()
    return found


def stretch_of(first: date, last: date) -> Range:
    """The range of the days from first to last."""
    return Range(first.isoformat(), last.isoformat())


def _with_one_word(text: str) -> str:
    """The text with "this week" or 이번 주 at its beginning made one word."""
    low = text.casefold()
    for words, word in _TOGETHER.items():
        if low == words or low.startswith(f"{words} "):
            return word + text[len(words) :]
    return text


def _with_value(found: Range, name: str, given: str) -> Range:
    value = given.strip('"').strip()
    if not value:
        raise ReaderError(f"The range has nothing behind {name}: – there is {FORMS}.")
    if name == "last":
        if not value.isascii() or not value.isdecimal() or not 0 < int(value[:6]) <= MOST_POSTS:
            raise ReaderError(f"last:{value} is no number of posts from 1 to {MOST_POSTS}.")
        return found._replace(posts=int(value))
    if name == "week":
        days = _stretch(value)
        if days is None:
            raise _unknown(value)
        return _of_days(found, *_week_of(days[0]))
    if name == "tag":
        return found._replace(tag=value)
    return found._replace(label=value) if name == "label" else found._replace(search=value)


def _with_word(found: Range, word: str, today: date) -> Range:
    meant = _WORD.get(folded(word), "")
    if meant == "bookmarked":
        return found._replace(bookmarked=True)
    if meant == "unread":
        return found._replace(unread=True)
    if meant == "all":
        return found
    if meant == "none":
        return found._replace(first="none", last="none")
    if meant:
        return _of_days(found, *_named(meant, today))
    stretch = _STRETCH.fullmatch(word)
    if stretch is None or _stretch(word) is None:
        raise _unknown(word)
    return found._replace(first=stretch["first"], last=stretch["last"] or stretch["first"])


def _of_days(found: Range, first: date, last: date) -> Range:
    return found._replace(first=first.isoformat(), last=last.isoformat())


def _named(word: str, today: date) -> tuple[date, date]:
    match word:
        case "today":
            return today, today
        case "yesterday":
            return (before := today - timedelta(days=1)), before
        case "week":
            return _week_of(today)
        case "last-week":
            return _week_of(today - timedelta(days=7))
        case "month":
            return _month_of(today)
    return _month_of(today.replace(day=1) - timedelta(days=1))


def _week_of(day: date) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _month_of(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=_days_in(day.year, day.month))


def _days_in(year: int, month: int) -> int:
    from calendar import monthrange  # the window starts without it

    return monthrange(year, month)[1]


def _stretch(text: str) -> tuple[date, date] | None:
    """The days of a year, month, day or stretch; None for other text, and where a stretch ends before it begins."""
    found = _STRETCH.fullmatch(text)
    days = _days(found["first"], found["last"] or found["first"]) if found else None
    return days if days and days[0] <= days[1] else None


def _days(first: str, last: str) -> tuple[date, date] | None:
    try:
        begin = date.fromisoformat(f"{first}-01-01"[:10])
        year, month, day = (*map(int, last.split("-")), 0, 0)[:3]
        month = month or 12
        return begin, date(year, month, day or _days_in(year, month))
    except ValueError:
        return None


def _checked(found: Range, text: str) -> Range:
    if not found.search:
        raise ReaderError(f"The range {text!r} has nothing behind search:")
    return found


def _said(name: str, value: str) -> str:
    quoted = f'"{value}"' if any(character.isspace() for character in value) else value
    return f"{name}:{quoted}" if value else ""


def _unknown(text: str) -> ReaderError:
    return ReaderError(f"{text!r} says no range of papers. There is {FORMS}.")
