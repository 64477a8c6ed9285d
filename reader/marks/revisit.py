"""Days to come back to a paper, as pure functions over dates.

Days are local calendar days: a paper for "tomorrow" is due when the date on the wall says so, however many hours that
takes. A change of the clock moves no date, and on a journey the day is that of the place where one is.
"""

import time
from datetime import date, datetime, timedelta, tzinfo

from reader.marks.model import Revisit

DISTANCES = (1, 3, 7, 16, 35)  # days, the first time, the second …; after these each is 2.2 times the one before
_GROWTH = 2.2
_LONGEST = 3650  # days; nobody means more, and Python's dates end somewhere


def local_day(instant: datetime, zone: tzinfo | None = None) -> date:
    """The day it is at an instant (zone-aware) in a zone, by default in the one that this computer is set to now."""
    if zone is None and hasattr(time, "tzset"):
        time.tzset()  # the computer may have been carried to another zone since the program started
    return instant.astimezone(zone).date()


def distance(step: int) -> int:
    """For how many days a paper is put off that was put off `step` times before."""
    days = float(DISTANCES[min(step, len(DISTANCES) - 1)])
    for _ in range(min(step, 20) - len(DISTANCES) + 1):
        days = min(days * _GROWTH, _LONGEST)
    return int(days)


def later(day: date, days: int) -> date:
    """The day so many days later; the last one there is where dates end before that."""
    return date.max if days > (date.max - day).days else day + timedelta(days=days)


def next_due(revisit: Revisit | None, today: date) -> date:
    """When "again later" would make a paper due, to be shown before it is chosen."""
    return later(today, distance(revisit.step if revisit else 0))


def quick_choices(today: date) -> tuple[tuple[str, date], ...]:
    """What is offered for a paper: names ("tomorrow", "3 days", "next week", "next month") and days, nearest first."""
    return (
        ("tomorrow", later(today, 1)),
        ("3 days", later(today, 3)),
        ("next week", later(today, 7)),
        ("next month", next_month(today)),
    )


def next_month(day: date) -> date:
    """The same day of the next month, or its last where it has no such day."""
    from calendar import monthrange  # the window starts without it

    if (day.year, day.month) == (date.max.year, 12):
        return date.max
    year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))
