"""The days of a range as a table: months, words for a screen reader, heads."""

from datetime import date

from PySide6.QtCore import QLocale, QModelIndex, Qt

from reader.across.trends import Day
from reader.ui.across.field.days import DayModel

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
KOREAN = QLocale(QLocale.Language.Korean, QLocale.Country.SouthKorea)
ROLE = Qt.ItemDataRole


def shown(*days: str, locale: QLocale = ENGLISH) -> DayModel:
    model = DayModel()
    model.show([Day(day, number, number - 1, f"date:{day}") for number, day in enumerate(days, 1)], locale)
    return model


def test_before_days_are_shown_and_without_any_it_is_empty() -> None:
    for model in (DayModel(), shown()):
        assert (model.rowCount(), model.columnCount(), model.most) == (0, 0, 0)
        assert model.at(QModelIndex()) is None


def test_a_cell_holds_no_others() -> None:
    model = shown("2025-12-22")
    first = model.index(0, 0)
    assert (model.rowCount(), model.columnCount()) == (7, 1)
    assert (model.rowCount(first), model.columnCount(first)) == (0, 0)


def test_the_largest_day_and_every_day_of_papers_are_known() -> None:
    model = shown("2025-12-22", "2025-12-24", "2025-12-30")
    assert model.most == 3
    assert model.columnCount() == 2
    known = [model.at(model.index(row, column)) for column in range(2) for row in range(7)]
    assert [(n, day.papers) for n, day in enumerate(known) if day] == [(0, 1), (2, 2), (8, 3)]
    assert model.day_at(model.index(6, 1)) == date(2026, 1, 4)


def test_the_first_week_names_its_month_and_others_only_one_that_begins_there() -> None:
    model = shown("2025-12-22", "2026-03-01")
    firsts = [model.month_beginning_in(week) for week in range(model.columnCount())]
    assert [first.isoformat() if first else "" for first in firsts] == [
        "2025-12-22",
        "2026-01-01",
        *[""] * 3,
        "2026-02-01",
        *[""] * 3,
        "2026-03-01",
    ]


def test_a_day_is_told_in_words_and_painted_by_others() -> None:
    model = shown("2025-12-22", locale=ENGLISH)
    cell = model.index(0, 0)
    for role in (ROLE.AccessibleTextRole, ROLE.ToolTipRole):
        assert str(model.data(cell, role)).startswith("Mon, Dec 22, 2025, 1 paper")
        assert model.data(model.index(1, 0), role) == "Tue, Dec 23, 2025: no papers"
    assert model.data(cell) is None
    assert model.data(QModelIndex(), ROLE.ToolTipRole) is None


def test_heads_are_days_of_the_week_and_weeks_in_the_persons_language() -> None:
    down, across = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
    model = shown("2025-12-22", "2025-12-29", locale=ENGLISH)
    assert [model.headerData(n, down) for n in range(7)] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [model.headerData(n, across) for n in range(2)] == ["Week of Mon, Dec 22", "Week of Mon, Dec 29"]
    assert model.headerData(0, down, ROLE.ToolTipRole) is None
    assert shown("2025-12-22", locale=KOREAN).headerData(0, down) == "월"
