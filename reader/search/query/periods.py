"""Days as people type them: 2025 · 2025-10 · 2025년10월 · 2025-10-01..2025-10-20 · 오늘 · 7d, 2주, 3개월.

In: the value of `date:`, `after:`, `before:` or `newer:`, and the calendar. Out: `Days`, or None for what is no day.
"""

import re
from datetime import date, timedelta

from reader.search.query.nodes import Days, Node, Not
from reader.search.query.spoken_dates import Calendar, spoken

_DAY = re.compile(r"(\d{4})(?:(?:[-./]|년)(?:(\d{1,2})월?(?:[-./]?(?<=[-./월])(\d{1,2})일?)?)?)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_RANGE = re.compile(r"\.\.|~")
_AGE = re.compile(r"(\d{1,5})(\D+)")
_UNITS = {"d": 1, "day": 1, "days": 1, "일": 1, "w": 7, "week": 7, "weeks": 7, "주": 7, "주일": 7}
_MONTHS = {"m": 1, "month": 1, "months": 1, "달": 1, "개월": 1, "y": 12, "year": 12, "years": 12, "년": 12}
_NAMED = {"today": 0, "오늘": 0, "yesterday": 1, "어제": 1}
_NONE = ("none", "없음")


def days(name: str, value: str, calendar: Calendar) -> Node | None:  # noqa: PLR0911  # one for each form
    """The days that a `name` of date, after, before or newer means; `value` is folded."""
    today = calendar.today
    if name == "newer":
        first = _ago(value, today)
        return Days(first, None) if first else None
    if name == "date" and value in _NONE:
        return Not(Days(None, None))
    if name == "date" and (both := _RANGE.split(value)) and len(both) == 2:
        begin, end = (_period(part, calendar) for part in both)
        if (both[0] and not begin) or (both[1] and not end) or not (begin or end):
            return None
        return Days(begin[0] if begin else None, end[1] if end else None)
    period = _period(value, calendar)
    if period is None:
        said = spoken(value, calendar) if name == "date" else None  # date:10월이후
        return Days(said.first, said.last) if said else None
    if name == "after":
        return Days(period[0], None)
    if name == "before":
        return Days(None, date.fromordinal(max(period[0].toordinal() - 1, 1)))
    return Days(*period)


def _ago(text: str, today: date) -> date | None:
    """The first day of the last 7d, 2w, 3개월 …: 1d is today."""
    found = _AGE.fullmatch(text)
    if not found:
        return None
    number, unit = int(found[1]), found[2]
    try:
        if unit in _UNITS:
            return today - timedelta(days=number * _UNITS[unit] - 1)
        if unit in _MONTHS:
            months = today.year * 12 + today.month - 1 - number * _MONTHS[unit]
            return date(months // 12, months % 12 + 1, min(today.day, 28))
    except (ValueError, OverflowError):
        return date.min
    return None


def _period(text: str, calendar: Calendar) -> tuple[date, date] | None:
    """The first and last day of a year, month or day."""
    if text in _NAMED:
        day_meant = calendar.today - timedelta(days=_NAMED[text])
        return day_meant, day_meant
    found = _COMPACT.fullmatch(text) or _DAY.fullmatch(text)
    if not found:
        said = spoken(text, calendar)
        return (said.first, said.last) if said and said.first and said.last else None
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    try:
        first = date(year, month, day)
        if found[3]:
            return first, first
        if found[2]:
            return first, date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return first, date(year, 12, 31)
    except (ValueError, OverflowError):
        return None
