"""Names stand in the order in which people put them."""

from reader.base.natural_order import natural


def test_numbers_stand_by_their_size_and_letters_whatever_their_case() -> None:
    names = ["10", "b2", "B10", "2", "a", "가 11", "01", "가 2", "1", "b", "B2"]
    assert sorted(names, key=natural) == ["01", "1", "2", "10", "a", "b", "B2", "b2", "B10", "가 2", "가 11"]


def test_a_number_of_any_length_has_its_place() -> None:
    long = "9" * 5000
    assert sorted([f"1{long}", long, "7"], key=natural) == ["7", long, f"1{long}"]
