"""A place as a range of papers, for questions across papers that are asked elsewhere."""

from datetime import date

from reader.across.ranges import Range, parse_range
from reader.ui.session.places import Place


def range_of(place: Place, today: date) -> Range:
    """The range that means the papers of a place."""
    value = place.value
    if place.kind == "range":
        return parse_range(value, today)
    ranges = {
        "all": Range(),
        "new": Range(),  # which papers those are is known in the window alone
        "unread": Range(unread=True),
        "bookmarked": Range(bookmarked=True),
        "revisit": Range(search="is:revisit"),
        "noted": Range(search="is:noted"),
        "read": Range(search="is:read"),
        "undated": Range("none", "none"),
        "label": Range(label=value),
        "tag": Range(tag=value),
        "search": Range(search=value),
    }
    return ranges.get(place.kind, Range(value, value))  # else a day, month or year
