"""Dates as people and programs write them, in heads, names and folders.

In: text. Out: a zone-aware moment, or why there is none. What can be read in two ways (05/01/2026) or is no day
(2026-02-30) is none. Zoneless dates are taken as Asia/Seoul. A date is looked for in its first hundred characters only.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

SEOUL = timezone(timedelta(hours=9), "KST")
"""Asia/Seoul: nine hours ahead of UTC without daylight saving since 1988, so no zone database is needed."""

_LONGEST = 100
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
    r"|[월화수목금토일月火水木金土日](?:요일|曜日)?)"
)
_DAYS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4}) ?[-/.] ?(?P<month>\d{1,2}) ?[-/.] ?(?P<day>\d{1,2})(?!\d)\.?",
        r"(?P<year>\d{4}) ?[년年] ?(?P<month>\d{1,2}) ?[월月] ?(?P<day>\d{1,2}) ?[일日号號]?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)",
        rf"{_MONTH} ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})(?!\d)",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH},?[ -](?P<year>\d{{4}})(?!\d)",
    )
]
_TIME = re.compile(
    r"(?P<half>오전|오후|午前|午後|上午|下午)? ?(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2}))?"
    r"(?:[.,]\d{1,9})?"
    r" ?(?P<half_behind>[ap]\.?m\.?(?![a-z]))?",
    re.IGNORECASE,
)
_KOREAN_TIME = re.compile(
    r"(?P<half>오전|오후)? ?(?P<hour>\d{1,2})시(?: ?(?P<minute>\d{1,2})분)?(?: ?(?P<second>\d{1,2})초)?"
    r"(?P<half_behind>)"
)
_OFFSET = re.compile(r"(?:UTC|GMT)?(?P<sign>[+-])/?[+-]?(?P<hours>\d{2}):?(?P<minutes>\d{2})?", re.IGNORECASE)
_ZONES = {
    **dict.fromkeys(("z", "utc", "gmt", "ut"), 0.0),
    **dict.fromkeys(("kst", "jst"), 9.0),
    **dict.fromkeys(("hkt", "sgt"), 8.0),
    **{"ist": 5.5, "cet": 1.0, "cest": 2.0, "bst": 1.0, "msk": 3.0},
    **{"est": -5.0, "edt": -4.0, "cst": -6.0, "cdt": -5.0, "mst": -7.0, "mdt": -6.0, "pst": -8.0, "pdt": -7.0},
}
"""Names of zones with their hours ahead of UTC; the American ones after RFC 822, 5.1."""
_PLACE = re.compile(r"[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+")
_TWO_WAYS = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b")

_IN_NAME = (
    re.compile(r"(?<![\d.])(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일"),
    re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d{2})(\d{2})(\d{2})(?![0-9A-Za-z])"),
)
_IN_FOLDERS = re.compile(r"(?:^|/)((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?=/|\.[A-Za-z]{1,9}$)")


class ReadDate(NamedTuple):
    """A date that was read, or why it was not."""

    moment: datetime | None
    trouble: str = ""  # a piece of an English sentence, where there is none


def read_date(text: str) -> ReadDate:
    """The moment that a text names."""
    text = " ".join(text[: _LONGEST + 1].split()).strip("\"'<>[] ")
    if len(text) > _LONGEST:
        return ReadDate(None, "is longer than a date")
    text = re.sub(rf"^{_WEEKDAY},? (?=\S)", "", text, flags=re.IGNORECASE)
    for pattern in _DAYS:
        if found := pattern.match(text):
            return _with_time(found, text[found.end() :])
    if found := _TWO_WAYS.match(text):
        numbers = re.split(r"[-/.]", found[0])
        return _told_apart([int(number) for number in numbers], text[found.end() :], len(numbers[2]))
    return ReadDate(None, "is none that can be read")


def _told_apart(numbers: list[int], behind: str, digits: int) -> ReadDate:
    first, second, year = numbers
    if digits < 4 or (first <= 12 and second <= 12 and first != second):
        return ReadDate(None, "can be read in two ways")
    month, day = (first, second) if first <= 12 else (second, first)
    return _with_time(None, behind, (year, month, day))


def _with_time(found: re.Match[str] | None, behind: str, day: tuple[int, int, int] = (0, 0, 0)) -> ReadDate:
    if found is not None:
        parts = found.groupdict()
        month = int(parts["month"]) if parts.get("month") else _MONTHS.index(parts["name"][:3].lower()) + 1
        day = int(parts["year"]), month, int(parts["day"])
    rest = re.sub(rf"^(?:[ ,]*\(?{_WEEKDAY}\)?(?![\w:]))?[ ,T]*", "", behind, count=1, flags=re.IGNORECASE)
    time = _KOREAN_TIME.match(rest) or _TIME.match(rest)
    clock = _clock(time) if time else (0, 0, 0)
    zone = _zone(rest[time.end() :].strip() if time else rest.strip())
    if zone is None:
        return ReadDate(None, "is none that can be read")
    try:
        return ReadDate(datetime(*day, *clock, tzinfo=zone))
    except ValueError:
        return ReadDate(None, "is no day that there is")


def _clock(time: re.Match[str]) -> tuple[int, int, int]:
    hour, minute, second = (int(time[name] or 0) for name in ("hour", "minute", "second"))
    half = (time["half"] or time["half_behind"] or "").lower().replace(".", "")
    if half in ("오후", "午後", "下午", "pm") and hour < 12:
        hour += 12
    elif half in ("오전", "午前", "上午", "am") and hour == 12:
        hour = 0
    return hour, minute, second


def _zone(text: str) -> tzinfo | None:
    """A zone by its offset, name or place; Asia/Seoul for none; None for other text."""
    text = re.sub(rf"^\(?{_WEEKDAY}\)?(?!\w)[ ,]*", "", text, flags=re.IGNORECASE).strip("() .")
    if not text:
        return SEOUL
    if offset := _OFFSET.match(text):
        ahead = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        return _fixed(-ahead if offset["sign"] == "-" else ahead)
    if text.lower() in _ZONES:
        return _fixed(timedelta(hours=_ZONES[text.lower()]))
    return _of_place(text) if _PLACE.fullmatch(text) else None


def _fixed(ahead: timedelta) -> timezone | None:
    if not ahead:
        return UTC
    return timezone(ahead) if abs(ahead) < timedelta(hours=24) else None


def _of_place(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # few heads name a place

    try:
        return SEOUL if name == "Asia/Seoul" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return SEOUL  # the day is what counts


def date_in_name(name: str) -> tuple[datetime | None, str]:
    """The date in a post's path, midnight in Seoul, and where it stands: "name", "folders", or "" for none.

    `2026-01-05-…`, `2026_01_05`, `20260105`, `2026년 1월 5일` in the file's name or else in a folder's; `2026/01/05/…`
    and `2026/01/05.md`. An arXiv id, a year or a month is none.
    """
    *folders, file = name.split("/")
    if moment := _first_day(file):
        return moment, "name"
    if (found := _IN_FOLDERS.search(name)) and (moment := _day(*found.groups())):
        return moment, "folders"
    moment = next((moment for folder in reversed(folders) if (moment := _first_day(folder))), None)
    return moment, "folders" if moment else ""


def _first_day(text: str) -> datetime | None:
    found = (pattern.search(text[:300]) for pattern in _IN_NAME)
    return next((moment for each in found if each and (moment := _day(*each.groups()))), None)


def _day(year: str, month: str, day: str) -> datetime | None:
    try:
        return datetime(int(year), int(month), int(day), tzinfo=SEOUL)
    except ValueError:
        return None
