"""Days, months and years as the palette offers them."""

from datetime import date

from PySide6.QtCore import QLocale

from reader.ui.palette.entries import _dates
from reader.ui.session.places import TreeCounts

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def test_dates_are_offered_newest_first_as_places_with_other_ways_to_write_them() -> None:
    counts = TreeCounts(
        days=((date(2024, 1, 2), 4), (date(2025, 12, 22), 5)),
        periods=(("2025", 9), ("2025-12", 5), ("", 3)),
    )
    found = [(each.kind, each.target, each.hint) for each in _dates(counts, ENGLISH)]
    assert found == [
        ("date", "day:2025-12-22", "5"),
        ("date", "day:2024-01-02", "4"),
        ("date", "month:2025-12", "5"),
        ("date", "year:2025", "9"),
    ]
    month = next(each for each in _dates(counts, ENGLISH) if each.target == "month:2025-12")
    assert "2025-12" in month.also and "12월" in month.also
