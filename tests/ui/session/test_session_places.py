"""Places as texts that are kept, and places in a text as Qt counts them."""

import pytest

from reader.ui.session.places import ALL, LAST_POSTS, MARKED_KINDS, MONTH, RANGES, UNREAD, WEEK, Place
from reader.ui.session.units import to_characters, to_units

KINDS = {
    *("all", "unread", "bookmarked", "revisit", "noted", "read", "label", "day"),
    *("month", "year", "tag", "undated", "range", "search", "saved"),
}


@pytest.mark.parametrize("kind", sorted(KINDS - {"range"}))
def test_every_place_comes_back_from_its_text(kind: str) -> None:
    for place in (Place(kind), Place(kind, "a: b")):  # type: ignore[arg-type]  # a kind of the list above
        assert Place.parse(str(place)) == place
    assert str(Place(kind)) == kind  # type: ignore[arg-type]


def test_stretches_of_days_are_these_and_no_others() -> None:
    assert (WEEK.value, MONTH.value, LAST_POSTS.value) == RANGES == ("week", "month", "last:7")
    for place in (WEEK, MONTH, LAST_POSTS):
        assert Place.parse(str(place)) == place
    assert Place.parse("range:year") is None
    assert Place.parse("nowhere") is None
    assert Place.parse("") is None
    assert (str(ALL), str(UNREAD)) == ("all", "unread")


def test_papers_come_to_and_leave_places_by_their_marks() -> None:
    assert {"unread", "bookmarked", "revisit", "noted", "read", "label"} == MARKED_KINDS


@pytest.mark.parametrize(
    ("text", "characters", "units"),
    [("abc", 2, 2), ("가나", 1, 1), ("🙂a", 1, 2), ("a🙂b", 2, 3), ("🙂🙂", 2, 4), ("", 0, 0)],
)
def test_a_place_in_a_text_goes_to_qt_and_back(text: str, characters: int, units: int) -> None:
    assert to_units(text, characters) == units
    assert to_characters(text, units) == characters


def test_inside_a_character_is_behind_it() -> None:
    assert to_characters("🙂a", 1) == 1
    assert to_characters("a🙂b", 2) == 2
    assert to_units("\ud800a", 1) == 1
