"""Days, months and years in the words of a locale, short for the tree and long for titles."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime


def _is_korean(locale: QLocale) -> bool:
    return locale.language() == QLocale.Language.Korean


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def day_label(day: date, locale: QLocale) -> str:
    """A day inside its month: '22일 월', 'Mon 22'."""
    return locale.toString(_qdate(day), "d일 ddd" if _is_korean(locale) else "ddd d")


def month_label(month: str, locale: QLocale) -> str:
    """A month ("2025-12") inside its year: '12월', 'December'."""
    return locale.standaloneMonthName(int(month[5:7]), QLocale.FormatType.LongFormat)


def day_title(day: date, locale: QLocale) -> str:
    """A day on its own: '2025년 12월 22일 월요일', 'Mon, Dec 22, 2025'."""
    return locale.toString(_qdate(day), "yyyy년 M월 d일 dddd" if _is_korean(locale) else "ddd, MMM d, yyyy")


def month_title(month: str, locale: QLocale) -> str:
    """A month ("2025-12") on its own: '2025년 12월', 'December 2025'."""
    if _is_korean(locale):
        return f"{month[:4]}년 {int(month[5:7])}월"
    return f"{month_label(month, locale)} {month[:4]}"


def year_title(year: str, locale: QLocale) -> str:
    """A year ("2025") on its own: '2025년', '2025'."""
    return f"{year}년" if _is_korean(locale) else year


def short_day(day: date, locale: QLocale) -> str:
    """A day near today with its weekday: '11월 22일(일)', 'Sun, Nov 22'."""
    return locale.toString(_qdate(day), "M월 d일(ddd)" if _is_korean(locale) else "ddd, MMM d")


def list_date(day: date, today: date) -> str:
    """A day in a line of a list: '12-22', with its year if that isn't the current one."""
    return f"{day:%m-%d}" if day.year == today.year else f"{day:%Y-%m-%d}"


def clock(at: datetime, locale: QLocale) -> str:
    """A time of day: '14:02', in 24 hours wherever it is."""
    return locale.toString(QTime(at.hour, at.minute), "HH:mm")
