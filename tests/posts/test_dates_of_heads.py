"""A moment is read to the minute, in every month, zone and half of the day; what is none says why."""

import calendar
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from reader.posts.heads.dates import SEOUL, date_in_name, read_date

SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_read_by_its_whole_and_its_short_name(month: int) -> None:
    wanted = datetime(2025, month, 7, tzinfo=SEOUL)
    name = calendar.month_name[month]
    for written in (
        f"{name} 7, 2025",
        f"7 {name} 2025",
        f"{SHORT[month - 1]}. 7 2025",
        f"7-{SHORT[month - 1].upper()}-2025",
    ):
        assert read_date(written).moment == wanted, written
    if month == 9:
        assert read_date("Sept 7, 2025").moment == wanted


@pytest.mark.parametrize("zone", ["GMT", "UT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"])
def test_zones_of_mail_are_those_of_rfc_822(zone: str) -> None:
    written = f"Mon, 05 Jan 2026 08:00:00 {zone}"
    assert read_date(written).moment == parsedate_to_datetime(written)


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("Z", 0),
        ("utc", 0),
        ("KST", 9),
        ("JST", 9),
        ("HKT", 8),
        ("SGT", 8),
        ("IST", 5.5),
        ("CET", 1),
        ("CEST", 2),
        ("BST", 1),
        ("MSK", 3),
        ("+09:00", 9),
        ("-0330", -3.5),
        ("UTC+2", None),
        ("GMT+02", 2),
        ("Asia/Tokyo", 9),
    ],
)
def test_other_zones_are_so_many_hours_ahead(zone: str, hours: float | None) -> None:
    moment = read_date(f"2026-01-05 08:00:00 {zone}").moment
    if hours is None:
        assert moment is None
    else:
        assert moment == datetime(2026, 1, 5, 8, tzinfo=UTC) - timedelta(hours=hours)


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("오전 9:05", 9),
        ("오후 9:05", 21),
        ("오후 12:05", 12),
        ("오전 12:05", 0),
        ("午前 9:05", 9),
        *((f"{half} 12:05", 0) for half in ("午前", "上午")),
        *((f"{half} 12:05", 12) for half in ("午後", "下午")),
        ("午後 9:05", 21),
        ("上午 9:05", 9),
        ("下午 9:05", 21),
        ("9:05 pm", 21),
        ("9:05 a.m.", 9),
        ("12:05 AM", 0),
        ("오후 9시 5분", 21),
    ],
)
def test_the_half_of_the_day_is_counted(written: str, hour: int) -> None:
    assert read_date(f"2026-01-05 {written}").moment == datetime(2026, 1, 5, hour, 5, tzinfo=SEOUL)


def test_seconds_are_read_and_their_fractions_left_out() -> None:
    assert read_date("2026-01-05T08:01:02.987Z").moment == datetime(2026, 1, 5, 8, 1, 2, tzinfo=UTC)
    assert read_date("2026년 1월 5일 8시 1분 2초").moment == datetime(2026, 1, 5, 8, 1, 2, tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("05/01/2026", "can be read in two ways"),
        ("26-01-05", "can be read in two ways"),
        ("2026-02-30", "is no day that there is"),
        ("today", "is none that can be read"),
        *((f"2026-01-05 08:00 {zone}", "is none that can be read") for zone in ("Nowhere", "X", "XKST", "Xyz/", "T")),
        ("1" * 101, "is longer than a date"),
        ("1" * 100, "is none that can be read"),
    ],
)
def test_what_is_no_date_says_why(written: str, why: str) -> None:
    assert read_date(written) == (None, why)


def test_a_day_above_twelve_tells_day_and_month_apart() -> None:
    assert read_date("13/01/2026").moment == datetime(2026, 1, 13, tzinfo=SEOUL)
    assert read_date("01/13/2026").moment == datetime(2026, 1, 13, tzinfo=SEOUL)
    assert read_date("12/12/2026").moment == datetime(2026, 12, 12, tzinfo=SEOUL)
    assert read_date("13/01/2026 08:30").moment == datetime(2026, 1, 13, 8, 30, tzinfo=SEOUL)


def test_months_and_days_of_twelve_are_told_apart_like_smaller_ones() -> None:
    assert read_date("12/13/2025").moment == datetime(2025, 12, 13, tzinfo=SEOUL)
    assert read_date("13/12/2025").moment == datetime(2025, 12, 13, tzinfo=SEOUL)
    assert read_date("12/12/2025").moment == datetime(2025, 12, 12, tzinfo=SEOUL)
    assert read_date("12/11/2025").moment is None
    assert read_date("11/12/2025").trouble == "can be read in two ways"


@pytest.mark.parametrize(("half", "hour"), [("AM", 8), ("a.m.", 8), ("p.m.", 20), ("", 8)])
def test_half_of_the_day_may_stand_behind_the_time(half: str, hour: int) -> None:
    assert read_date(f"2026-01-05 8:30 {half}").moment == datetime(2026, 1, 5, hour, 30, tzinfo=SEOUL)


def test_the_zone_of_seoul_has_its_name() -> None:
    assert datetime(2026, 1, 5, tzinfo=SEOUL).strftime("%Z %z") == "KST +0900"


@pytest.mark.parametrize("offset", ["+24:00", "-24:00"])
def test_no_zone_is_a_whole_day_ahead(offset: str) -> None:
    assert read_date(f"2026-01-05 08:00:00 {offset}").moment is None


@pytest.mark.parametrize(
    ("name", "place"),
    [
        *(
            (f"{day}{behind}.md", "name")
            for day in ("2026-01-05", "2026_1_5", "2026.01.05")
            for behind in ("", "-물", " 물")
        ),
        *((f"물/{before}20260105{behind}.md", "name") for before in ("", "물-") for behind in ("", "-물", "_x")),
        *(("2026년 1월 5일.md", "name"), ("2026년1월5일 물.md", "name")),
        *(("2026/01/05/물.md", "folders"), ("물/2026/1/5.md", "folders"), ("20260105/물.md", "folders")),
        ("2026-01-05 물/a/물.md", "folders"),
    ],
)
def test_a_day_is_read_in_a_name_or_in_a_folders(name: str, place: str) -> None:
    assert date_in_name(name) == (datetime(2026, 1, 5, tzinfo=SEOUL), place)


@pytest.mark.parametrize(
    "name", ["2501.00001.md", "2026-01.md", "120260105.md", "202601051.md", "x20260105.md", "20261305.md", "2026.md"]
)
def test_other_numbers_in_a_name_are_no_day(name: str) -> None:
    assert date_in_name(name) == (None, "")
