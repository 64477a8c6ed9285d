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


def test_rows_that_were_not_measured_count_with_the_mean_of_the_others() -> None:
    strip = strip_of([100, 300, 50, 50])
    assert (strip.count, strip.top(4)) == (4, 4 * 160)
    strip.height(0)
    strip.height(1)
    assert [strip.top(row) for row in range(5)] == [0, 100, 400, 600, 800]
    assert strip.position == 0
    strip.go_to(2)
    strip.move_by(7)
    assert strip.position == 407


def test_moving_to_a_position_ends_in_the_row_that_is_there() -> None:
    strip = strip_of([100, 300, 50])
    for row in range(3):
        strip.height(row)
    for position, place in ((0, (0, 0)), (99, (0, 99)), (100, (1, 0)), (399, (1, 299)), (400, (2, 0)), (9999, (2, 49))):
        strip.move_to(position)
        assert (strip.row, strip.offset) == place
    strip.move_to(-30)
    assert (strip.row, strip.offset) == (0, -30)


def test_above_the_first_row_one_comes_back_and_below_the_last_one_goes_on() -> None:
    strip = strip_of([100, 300])
    strip.move_by(-40)
    assert (strip.row, strip.offset, strip.position) == (0, -40, -40)
    strip.move_by(40)
    assert (strip.row, strip.offset) == (0, 0)
    strip.move_by(1000)
    assert (strip.row, strip.offset) == (1, 900)


def test_without_rows_there_is_only_the_space_above() -> None:
    strip = strip_of([])
    strip.move_by(50)
    assert (strip.offset, strip.position, strip.top(0)) == (0, 0, 0)
    strip.move_by(-50)
    assert (strip.offset, strip.position) == (-50, -50)
    assert strip.in_sight(0, 100) == []
    assert strip.at(10) is None
    strip.forget()
    strip.move_to(30)
    assert (strip.row, strip.offset) == (0, 30)


def test_what_is_so_far_below_is_a_row_and_a_place_in_it() -> None:
    strip = strip_of([100, 300, 50])
    strip.move_by(30)
    assert strip.at(0) == (0, 30)
    assert strip.at(69) == (0, 99)
    assert strip.at(70) == (1, 0)
    assert strip.at(419) == (2, 49)
    assert strip.at(420) is None
    assert strip.at(-30) == (0, 0)
    assert strip.at(-31) is None


def test_rows_above_come_into_sight_as_far_as_is_asked() -> None:
    strip = strip_of([100, 300, 50, 70])
    strip.go_to(2)
    strip.move_by(10)
    assert strip.in_sight(0, 41) == [(2, -10), (3, 40)]
    assert strip.in_sight(0, 40) == [(2, -10)]
    assert strip.in_sight(10, 40) == [(2, -10)]
    assert strip.in_sight(11, 40) == [(1, -310), (2, -10)]
    assert strip.in_sight(311, 40) == [(0, -410), (1, -310), (2, -10)]


def test_a_row_is_never_lower_than_a_pixel_and_measured_once() -> None:
    asked: list[int] = []
    strip = strip_of([0, 5], asked)
    assert (strip.height(0), strip.height(0), asked) == (1, 1, [0])
    strip.begin(2)
    assert strip.height(0) == 1
    assert asked == [0, 0]


def test_other_rows_keep_what_was_measured() -> None:
    asked: list[int] = []
    strip = strip_of([10, 20, 30], asked)
    for row in range(3):
        strip.height(row)
    strip.become([2, None, 0], 1)
    assert (strip.row, strip.top(1)) == (1, 30)
    assert (strip.height(0), strip.height(2), asked) == (30, 10, [0, 1, 2])
    assert strip.top(3) == 30 + 20 + 10


def test_laid_out_anew_one_is_never_beyond_the_row() -> None:
    heights = [100]
    strip = strip_of(heights)
    strip.move_by(99)
    heights[0] = 10
    strip.forget()
    assert (strip.row, strip.offset) == (0, 9)
    strip.go_to(0)
    strip.forget()
    assert strip.offset == 0


def test_laid_out_anew_nothing_is_known_of_other_rows() -> None:
    strip = strip_of([100, 300])
    assert (strip.height(0), strip.height(1), strip.top(2)) == (100, 300, 400)
    strip.forget()
    assert strip.top(2) == 2 * 160
