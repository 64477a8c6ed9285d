"""The strip of rows: where one is stays where it is, whatever rows turn out to be."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.across.strip import Strip


def strip_of(heights: list[int], asked: list[int] | None = None) -> Strip:
    def measure(row: int) -> int:
        if asked is not None:
            asked.append(row)
        return heights[row]

    strip = Strip(measure)
    strip.begin(len(heights))
    return strip


def test_only_rows_in_sight_are_measured() -> None:
    asked: list[int] = []
    strip = strip_of([100] * 10_000, asked)
    strip.move_to(500_000)
    assert strip.in_sight(0, 800)
    assert len(set(asked)) < 12


def test_moving_is_by_rows_as_they_are() -> None:
    strip = strip_of([10, 500, 30])
    strip.move_by(520)
    assert (strip.row, strip.offset) == (2, 10)
    strip.move_by(-20)
    assert (strip.row, strip.offset) == (1, 490)


def test_rows_that_go_above_leave_the_place_alone() -> None:
    strip = strip_of([100] * 10)
    strip.go_to(5)
    strip.move_by(30)
    strip.become([0, 3, 5, 6, 7, 8, 9], 2)
    assert (strip.row, strip.offset, strip.count) == (2, 30, 7)


def test_the_place_in_a_row_keeps_its_share_when_all_is_laid_out_anew() -> None:
    heights = [100, 200, 100]
    strip = strip_of(heights)
    strip.go_to(1)
    strip.move_by(100)
    heights[1] = 400
    strip.forget()
    assert (strip.row, strip.offset) == (1, 200)


@given(st.lists(st.integers(1, 400), min_size=1, max_size=30), st.lists(st.integers(-900, 900), max_size=12))
def test_moves_add_up_within_the_rows(heights: list[int], moves: list[int]) -> None:
    strip = strip_of(heights)
    place = 0
    for move in moves:
        if 0 <= place + move < sum(heights):
            strip.move_by(move)
            place += move
        assert sum(heights[: strip.row]) + strip.offset == place


@given(st.lists(st.integers(1, 400), min_size=1, max_size=30), st.integers(0, 5000), st.integers(1, 900))
def test_what_is_in_sight_fills_the_view(heights: list[int], place: int, room: int) -> None:
    strip = strip_of(heights)
    strip.move_by(min(place, sum(heights) - 1))
    rows = strip.in_sight(0, room)
    assert rows[0] == (strip.row, -strip.offset)
    assert [row for row, _ in rows] == list(range(rows[0][0], rows[-1][0] + 1))
    end = rows[-1][1] + heights[rows[-1][0]]
    assert end >= room or rows[-1][0] == len(heights) - 1
