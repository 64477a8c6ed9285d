"""Days as people say them: 10월 · 작년 11월 · 11월 둘째 주 · 지난주 · Oct 2025 · 2025년 하반기 · 10월 말 · 2025-10-13.

In: the words as they stand in a query, and a `Calendar`. Out: the first and the last day, or None for what is no day. A
month without a year is the last such month that has papers; days counted back are counted from today and, where the
library has none of those, from its last day.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

DaySpan = tuple[date, date]

_NAMES = (
    ("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"), ("may",), ("jun", "june"),
    ("jul", "july"), ("aug", "august"), ("sep", "sept", "september"), ("oct", "october"), ("nov", "november"),
    ("dec", "december"),
)  # fmt: skip
_ENGLISH = {name: n for n, names in enumerate(_NAMES, 1) for name in names}
_MONTH_NAME = "|".join(sorted(_ENGLISH, key=len, reverse=True))
_CLEAR = frozenset(name for name in _ENGLISH if len(name) > 4) - {"march"}  # that are nothing but a month
_NTH = {
    **{"첫": 1, "첫째": 1, "첫번째": 1, "둘째": 2, "두번째": 2, "셋째": 3, "세번째": 3},
    **{"넷째": 4, "네번째": 4, "다섯째": 5},
}
_COUNTED = {"한": 1, "일": 1, "두": 2, "세": 3, "네": 4, "몇": 3}
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SAID_YEAR = r"(?:(?P<year>(?:19|20)\d\d)(?:년|[-./])?|(?P<said>재작년|작년|지난해|올해|금년|last\ year|this\ year))"
_PART = r"(?P<part>초|중순|말|하순|상순)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_WEEK = rf"(?:{'|'.join(_NTH)}|마지막|[1-5](?:번째|째)?)"
_SPOKEN = re.compile(
    rf"""(?:
      {_SAID_YEAR}?(?P<month>1[0-2]|0?[1-9])월(?:(?P<day>{_DAY})일|(?P<nth>{_WEEK})주(?:차)?|{_PART})?
      |(?P<relmonth>지난달|저번달|이번달|last\ month|this\ month)
        (?:(?P<rday>{_DAY})일|{_PART.replace("part", "rpart")})?
      |(?P<yearonly>(?:19|20)\d\d)년(?:도)?(?P<half>상반기|하반기|[1-4]분기)?
      |(?P<saidonly>재작년|작년|지난해|올해|금년|last\ year|this\ year)(?P<shalf>상반기|하반기|[1-4]분기)?
      |(?P<ahalf>상반기|하반기)
      |(?P<named>오늘|어제|그제|그저께|today|yesterday)
      |(?P<week>지난주|저번주|이번주|last\ week|this\ week)
      |(?:최근|지난|last|past)(?P<number>\d{{1,3}}|{"|".join(_COUNTED)})
        (?P<unit>일|주일|주|개월|달|년|days?|weeks?|months?|years?)(?:간|동안)?
    )""",
    re.VERBOSE,
)
_ISO = re.compile(rf"{_YEAR}[-./](?P<month>1[0-2]|0?[1-9])(?:[-./](?P<day>3[01]|[12]\d|0?[1-9]))?")
_WESTERN = re.compile(
    rf"(?:(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)? )?(?:(?P<before>(?:19|20)\d\d) )?(?P<name>{_MONTH_NAME})"
    rf"(?: (?P<later>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)?,?(?: ?(?P<year>(?:19|20)\d\d))?"
)
_BEHIND = re.compile(r"(?:에는|에서|에|의|은|는|자|날)$")
_OPEN = re.compile(r"(?P<what>.+?)(?P<how>이후로?|부터|이전|까지|전|후)$")
_TO = re.compile(r"(?P<first>.+?)(?:부터|에서|~|–|\.\.)(?P<last>.+?)(?:까지)?$")


class Calendar(NamedTuple):
    """What days are told by."""

    today: date
    days: Sequence[int] = ()  # ordinals of days that have papers, ascending

    def has(self, span: DaySpan) -> bool:
        """Whether there are papers of these days."""
        return bisect_left(self.days, span[0].toordinal()) < bisect_right(self.days, span[1].toordinal())

    @property
    def last(self) -> date:
        """The last day that has papers; today without any."""
        return date.fromordinal(self.days[-1]) if self.days else self.today


class SpokenDays(NamedTuple):
    """Days as they were understood."""

    first: date | None
    last: date | None
    from_last_day: bool = False  # counted from the library's last day, for want of papers


def spoken(text: str, calendar: Calendar) -> SpokenDays | None:
    """The days that a text means as a whole, folded; None where it means none."""
    text = re.sub(r"\s+", " ", text.strip())
    if (found := _ends(text, calendar)) is not None:
        return found
    for stem in dict.fromkeys((text, _BEHIND.sub("", text))):
        if (span := _span(stem, calendar)) is not None:
            return span
    return None


def _ends(text: str, calendar: Calendar) -> SpokenDays | None:
    """10월부터 11월까지, 10월 이후."""
    if (found := _TO.fullmatch(text)) and found["last"]:
        first, last = (_span(found[name].strip(), calendar) for name in ("first", "last"))
        if first and last and first.first and last.last:
            return SpokenDays(first.first, last.last)
    if found := _OPEN.fullmatch(text):
        span = _span(found["what"].strip(), calendar)
        if span and span.first and span.last:
            if found["how"] in ("이후", "이후로", "부터", "후"):
                return SpokenDays(span.first, None)
            return SpokenDays(None, span.last if found["how"] == "까지" else span.first - timedelta(days=1))
    return None


def _span(text: str, calendar: Calendar) -> SpokenDays | None:
    try:
        if found := _ISO.fullmatch(text):
            return SpokenDays(*_month(int(found["year"]), int(found["month"]), int(found["day"] or 0)))
        if found := _WESTERN.fullmatch(text):
            return _western(found, calendar)
        joined = text.replace(" ", "") if not text.isascii() else text
        if found := _SPOKEN.fullmatch(joined):
            return _korean(found, calendar)
        if text.isascii() and (found := _SPOKEN.fullmatch(re.sub(r"^(last|past) (\d+) ", r"\1\2", text))):
            return _korean(found, calendar)
    except (ValueError, OverflowError):
        return None  # 31 February
    return None


def _western(found: re.Match[str], calendar: Calendar) -> SpokenDays | None:
    year = found["year"] or found["before"]
    day = int(found["day"] or found["later"] or 0)
    if not year and not day and found["name"] not in _CLEAR:
        return None  # may, and march, are words
    month = _ENGLISH[found["name"]]
    return SpokenDays(*_month(int(year) if year else _last_year_of(month, calendar), month, day))


def _korean(found: re.Match[str], calendar: Calendar) -> SpokenDays:
    if found["month"]:
        month = int(found["month"])
        said = _year_said(found["said"], calendar) if found["said"] else int(found["year"] or 0)
        year = said or _last_year_of(month, calendar)
        return SpokenDays(*_within(_month(year, month, int(found["day"] or 0)), found["nth"], found["part"]))
    if found["yearonly"] or found["saidonly"] or found["ahalf"]:
        year = int(found["yearonly"] or 0) or _year_said(found["saidonly"] or "", calendar)
        return SpokenDays(*_half(year, found["half"] or found["shalf"] or found["ahalf"]))
    if found["relmonth"]:
        back = found["relmonth"] in ("지난달", "저번달", "last month")

        def month_of(day: date) -> DaySpan:
            months = day.year * 12 + day.month - 1 - back
            return _within(_month(months // 12, months % 12 + 1, int(found["rday"] or 0)), None, found["rpart"])

        return _counted(month_of, calendar)
    if found["named"]:
        back_days = {"오늘": 0, "today": 0, "어제": 1, "yesterday": 1}.get(found["named"], 2)
        return _counted(lambda day: (day - timedelta(days=back_days),) * 2, calendar)
    if found["week"]:
        weeks = 1 if found["week"] in ("지난주", "저번주", "last week") else 0
        return _counted(lambda day: _week(day, weeks), calendar)
    number = _COUNTED.get(found["number"]) or int(found["number"])
    days = number * _days_of(found["unit"])
    return _counted(lambda day: (day - timedelta(days=days - 1), day), calendar)


def _counted(span_of: Callable[[date], DaySpan], calendar: Calendar) -> SpokenDays:
    """Days counted back from today or, where there are no papers of those, from the library's last day."""
    span = span_of(calendar.today)
    if calendar.has(span) or not calendar.days:
        return SpokenDays(*span)
    return SpokenDays(*span_of(calendar.last), from_last_day=True)


def _week(day: date, back: int) -> DaySpan:
    monday = day - timedelta(days=day.weekday() + 7 * back)
    return monday, monday + timedelta(days=6)


def _days_of(unit: str) -> int:
    if unit in ("일", "day", "days"):
        return 1
    if unit in ("주", "주일", "week", "weeks"):
        return 7
    return 365 if unit in ("년", "year", "years") else 30


def _year_said(word: str, calendar: Calendar) -> int:
    back = {"재작년": 2, "작년": 1, "지난해": 1, "last year": 1}.get(word, 0)
    return calendar.today.year - back


def _last_year_of(month: int, calendar: Calendar) -> int:
    """The last year in which this month has papers; else the last in which it has begun."""
    newest = calendar.last.year
    for year in range(newest, newest - 10, -1):
        if calendar.days and calendar.has(_month(year, month)):
            return year
    return calendar.today.year - (month > calendar.today.month)


def _month(year: int, month: int, day: int = 0) -> DaySpan:
    if day:
        return (date(year, month, day),) * 2
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _within(span: DaySpan, nth: str | None, part: str | None) -> DaySpan:
    """A week or a third of a month: the second week is the 8th to the 14th."""
    first, last = span
    if nth == "마지막":
        return last - timedelta(days=6), last
    if nth:
        begin = first + timedelta(days=7 * ((_NTH.get(nth) or int(nth[0])) - 1))
        return begin, min(begin + timedelta(days=6), last)
    if part in ("초", "상순"):
        return first, first.replace(day=10)
    if part == "중순":
        return first.replace(day=11), first.replace(day=20)
    return (first.replace(day=21), last) if part else span


def _half(year: int, part: str | None) -> DaySpan:
    if part is None:
        return date(year, 1, 1), date(year, 12, 31)
    if part[0].isdigit():
        quarter = int(part[0])
        return date(year, 3 * quarter - 2, 1), _month(year, 3 * quarter)[1]
    return (date(year, 1, 1), date(year, 6, 30)) if part == "상반기" else (date(year, 7, 1), date(year, 12, 31))
