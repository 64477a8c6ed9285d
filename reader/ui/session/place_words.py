"""Sections of the tree and places in words: short as lines of the tree, long as titles."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from reader.ui.session.dates import day_label, day_title, month_label, month_title, year_title
from reader.ui.session.places import ALL, Place


def section_label(name: str) -> str:
    """The header of a section: "library", "watched", "saved", "labels", "dates" or "tags"."""
    match name:
        case "library":
            return QCoreApplication.translate("Tree", "Library")
        case "saved":
            return QCoreApplication.translate("Tree", "Saved searches")
        case "labels":
            return QCoreApplication.translate("Tree", "Labels")
        case "watched":
            return QCoreApplication.translate("Tree", "Watched words")
        case "dates":
            return QCoreApplication.translate("Tree", "Dates")
        case _:
            return QCoreApplication.translate("Tree", "Tags")


def place_label(place: Place, locale: QLocale) -> str:
    """A place as a line of the tree, where a day stands in its month and a month in its year."""
    match place.kind:
        case "day":
            return day_label(date.fromisoformat(place.value), locale)
        case "month":
            return month_label(place.value, locale)
        case "year":
            return place.value
        case "tag":
            return f"# {place.value}"
        case "range":
            return _of_range(place.value)
        case _:
            return _of_library(place)


def place_title(place: Place, locale: QLocale) -> str:
    """A place on its own: 'Unread', '2025년 12월 22일 월요일', '# arxiv', 'Search: 이미지 생성'."""
    match place.kind:
        case "day":
            return day_title(date.fromisoformat(place.value), locale)
        case "month":
            return month_title(place.value, locale)
        case "year":
            return year_title(place.value, locale)
        case "search":
            return QCoreApplication.translate("Tree", "Search: %1").replace("%1", place.value)
        case _:
            return place_label(place, locale)


def _of_range(value: str) -> str:
    words = {
        "week": QCoreApplication.translate("Tree", "This week"),
        "month": QCoreApplication.translate("Tree", "This month"),
        "last:7": QCoreApplication.translate("Tree", "The last seven posts"),
    }
    return words[value]


def _of_library(place: Place) -> str:
    words = {
        "all": QCoreApplication.translate("Tree", "All papers"),
        "unread": QCoreApplication.translate("Tree", "Unread"),
        "new": QCoreApplication.translate("Tree", "New papers"),
        "bookmarked": QCoreApplication.translate("Tree", "Bookmarks"),
        "revisit": QCoreApplication.translate("Tree", "Revisit"),
        "noted": QCoreApplication.translate("Tree", "Notes"),
        "read": QCoreApplication.translate("Tree", "What I read"),
        "undated": QCoreApplication.translate("Tree", "Without a date"),
        **({} if place.value else {"watched": QCoreApplication.translate("Tree", "All watched words")}),
    }
    return words.get(place.kind, place.value)


def empty_words(place: Place) -> tuple[str, str]:
    """What to say of an empty place, and on a button that helps."""
    if place == ALL:
        words = QCoreApplication.translate("Browsing", "There are no posts in the folders of the library.")
        return words, QCoreApplication.translate("Browsing", "Add a folder…")
    known = {
        "unread": QCoreApplication.translate("Browsing", "Everything is read."),
        "new": QCoreApplication.translate("Browsing", "No new papers since you looked."),
        "bookmarked": QCoreApplication.translate("Browsing", "No bookmarks yet. B keeps a paper here."),
        "revisit": QCoreApplication.translate("Browsing", "Nothing to come back to. Z says when a paper returns."),
        "noted": QCoreApplication.translate("Browsing", "No notes yet. E begins one."),
        "read": QCoreApplication.translate("Browsing", "Nothing was read yet. R marks a paper as read."),
        "label": QCoreApplication.translate("Browsing", "No papers with this label. T puts labels on a paper."),
        "range": QCoreApplication.translate("Browsing", "No papers yet. G 7 lists the last seven posts."),
    }
    return known.get(place.kind, QCoreApplication.translate("Browsing", "No papers here.")), ""
