"""Days to come back to a paper: local calendar days, whatever the clocks do, each time at a longer distance."""

import time
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.marks.model import Revisit, UndoneMark
from reader.marks.revisit import distance, local_day, next_due, next_month, quick_choices

A, B, C = "2512.17909", "2512.17910", "2512.17911"
TODAY = date(2026, 11, 21)
SEOUL, BERLIN, NEW_YORK = ZoneInfo("Asia/Seoul"), ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")


def test_papers_come_back_by_day_and_key(store, opened):
    store.set_revisit([B, A], TODAY)
    store.set_revisit([C], TODAY - timedelta(days=1))
    assert opened().revisits() == (Revisit(C, date(2026, 11, 20), 0), Revisit(A, TODAY, 0), Revisit(B, TODAY, 0))
    assert opened().marks_of(A).revisit == Revisit(A, TODAY, 0)
    assert opened().keys("revisit") == {A, B, C} == opened().kept_keys()


def test_a_paper_put_off_again_and_again_comes_at_longer_distances(store):
    store.set_revisit([A], TODAY)
    today, distances = TODAY, []
    for _ in range(8):
        store.put_off([A], today)
        due = store.marks_of(A).revisit.due
        distances.append((due - today).days)
        today = due
    assert distances == [1, 3, 7, 16, 35, 77, 169, 372]
    assert store.marks_of(A).revisit.step == 8


def test_what_is_shown_before_putting_off_is_what_happens(store):
    store.set_revisit([A], TODAY)
    for _ in range(7):
        shown = next_due(store.marks_of(A).revisit, TODAY)
        store.put_off([A, B], TODAY)
        assert store.marks_of(A).revisit.due == shown


def test_choosing_a_day_begins_the_distances_anew(store):
    store.put_off([A], TODAY)
    store.put_off([A], TODAY)
    store.set_revisit([A], TODAY)
    assert store.marks_of(A).revisit == Revisit(A, TODAY, 0)


def test_dropping_and_putting_off_many_are_undone_in_one_step_each(store):
    store.set_revisit([A, B], TODAY)
    store.put_off([A, B], TODAY)
    store.set_revisit([A, B, C], None)
    assert store.revisits() == ()
    assert store.undo() == UndoneMark("revisit", frozenset({A, B}), on=True, made=False)
    assert store.marks_of(A).revisit == Revisit(A, TODAY + timedelta(days=1), 1)
    store.undo()
    assert store.marks_of(B).revisit == Revisit(B, TODAY, 0)
    store.undo()
    assert store.revisits() == ()
    assert not store.can_undo


def test_a_distance_has_an_end_and_so_have_dates():
    assert distance(500) == 3650
    assert next_due(Revisit(A, TODAY, 500), date.max) == date.max
    assert quick_choices(date.max)[-1] == ("next month", date.max)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-21", "2026-12-21"),
        ("2026-12-31", "2027-01-31"),
        ("2027-01-31", "2027-02-28"),
        ("2028-01-30", "2028-02-29"),
    ],
)
def test_next_month_is_the_same_day_or_the_last(day, expected):
    assert next_month(date.fromisoformat(day)) == date.fromisoformat(expected)


@given(st.dates(max_value=date(9000, 1, 1)))
def test_choices_are_in_order_and_ahead(day):
    days = [chosen for _, chosen in quick_choices(day)]
    assert days == sorted(set(days))
    assert days[0] == day + timedelta(days=1)
    assert 28 <= (days[-1] - day).days <= 31


# Which day it is


def seconds_to_midnight(instant: datetime, zone: ZoneInfo | timezone) -> float:
    """How long the local date still stays, by the rules of the zone."""
    tomorrow = datetime.combine(instant.astimezone(zone).date() + timedelta(days=1), datetime.min.time(), zone)
    return tomorrow.timestamp() - instant.timestamp()


def test_a_paper_for_tomorrow_is_due_at_midnight_and_not_a_day_of_hours_later():
    evening = datetime(2026, 11, 21, 23, 59, 59, tzinfo=SEOUL)
    due = quick_choices(local_day(evening, SEOUL))[0][1]
    assert due > local_day(evening, SEOUL)
    assert due == local_day(evening + timedelta(seconds=1), SEOUL)


@pytest.mark.parametrize(
    ("evening", "hours"),
    [("2026-03-28T12:00", 11 + 24), ("2026-03-29T00:00", 23), ("2026-10-25T00:00", 25), ("2026-10-26T00:00", 24)],
)
def test_a_day_is_as_long_as_the_clock_change_makes_it(evening, hours):
    begin = datetime.fromisoformat(evening).replace(tzinfo=BERLIN).astimezone(UTC)
    tomorrow = local_day(begin, BERLIN) + timedelta(days=1)
    assert local_day(begin + timedelta(seconds=seconds_to_midnight(begin, BERLIN)), BERLIN) == tomorrow
    assert local_day(begin + timedelta(seconds=seconds_to_midnight(begin, BERLIN) - 1), BERLIN) < tomorrow
    if hours < 35:
        assert seconds_to_midnight(begin, BERLIN) == hours * 3600


@given(
    st.integers(631_152_000, 2_840_140_800),
    st.sampled_from([SEOUL, BERLIN, NEW_YORK, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/Sao_Paulo"), UTC]),
)
def test_the_date_changes_at_midnight_and_not_before(seconds, zone):
    """Sao Paulo's clocks used to change at midnight itself: that day began at one."""
    instant = datetime.fromtimestamp(seconds, UTC)
    wait = seconds_to_midnight(instant, zone)
    assert 0 < wait <= 25 * 3600
    assert local_day(instant + timedelta(seconds=wait), zone) > local_day(instant, zone)
    assert local_day(instant + timedelta(seconds=wait, microseconds=-1), zone) == local_day(instant, zone)


def test_on_a_journey_the_place_where_one_is_counts():
    landed = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
    assert local_day(landed, NEW_YORK) == date(2026, 11, 21)
    assert local_day(landed, SEOUL) == date(2026, 11, 22)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows tells a program its zone only at its start")
def test_the_computers_own_zone_is_asked_each_time(monkeypatch):
    instant = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
    try:
        monkeypatch.setenv("TZ", "America/New_York")
        assert local_day(instant) == date(2026, 11, 21)
        assert local_day(instant + timedelta(hours=13, seconds=-1)) == date(2026, 11, 21)
        assert local_day(instant + timedelta(hours=13)) == date(2026, 11, 22)
        monkeypatch.setenv("TZ", "Asia/Seoul")
        assert local_day(instant) == date(2026, 11, 22)
        assert local_day(instant + timedelta(hours=23, seconds=-1)) == date(2026, 11, 22)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_revisit_day_does_not_move_with_the_zone(store):
    """What is stored is a date, not an instant: it is read back as the same date anywhere."""
    store.set_revisit([A], date(2026, 11, 22))
    assert store._db.execute("SELECT due FROM revisits").fetchone() == ("2026-11-22",)
