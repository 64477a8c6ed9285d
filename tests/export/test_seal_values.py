"""Dates, moments and words of a file's properties, however another program wrote them down again."""

from datetime import date, datetime, timedelta, timezone

import pytest

from reader.export.seal import _day, _moment, _text

SEOUL = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-03T19:15:00+09:00",
        "2026-11-03T10:15:00Z",
        "2026-11-03T10:15:00",
        datetime(2026, 11, 3, 19, 15, tzinfo=SEOUL),
        datetime(2026, 11, 3, 10, 15),  # noqa: DTZ001  # as a YAML reader gives it
    ],
)
def test_a_moment_is_the_same_in_any_zone_and_in_greenwich_without_one(written: object) -> None:
    assert _moment(written) == "2026-11-03T10:15:00+00:00"


@pytest.mark.parametrize("written", ["2026-11-03", date(2026, 11, 3), datetime(2026, 11, 3)])  # noqa: DTZ001  # as above
def test_a_day_is_one_also_where_it_was_made_a_midnight(written: object) -> None:
    assert _day(written) == "2026-11-03"


@pytest.mark.parametrize(
    ("form", "written", "error"),
    [
        (_day, "2026-11-03T10:15:00", ValueError),
        (_day, 7, TypeError),
        (_moment, date(2026, 11, 3), TypeError),
        (_text, 7, TypeError),
        (_text, ["a"], TypeError),
    ],
)
def test_what_we_would_not_have_written_is_refused(form, written, error) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(error):
        form(written)
