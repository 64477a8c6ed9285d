"""How a row of the list looks: where its words, dot, star and grounds are, and in which colours."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.model import PaperRow
from reader.posts.model import PaperKey
from reader.ui.papers.paper_delegate import PaperDelegate
from reader.ui.papers.paper_list import PaperList, ResultRow, Signs
from reader.ui.widgets.theme import Look
from tests.ui.pictures import at, box, is_near, picture

TODAY = date(2025, 12, 30)
WIDTH = 392
KEYS = [PaperKey(f"2512.{number:05}") for number in range(1, 5)]


class Rows:
    """Four papers; the third begins what an answer has besides those with every word."""

    def count(self) -> int:
        return len(KEYS)

    def rows(self, offset: int, limit: int) -> Sequence[ResultRow]:
        found = [
            ResultRow(
                PaperRow(
                    key, "A Title That Takes Two Lines Since It Is As Long As This One", key, TODAY, n, "한 줄", n == 4
                ),
                opens="some" if n == 3 else "",
            )
            for n, key in enumerate(KEYS, 1)
        ]
        return found[offset : offset + limit]

    def openings(self) -> Sequence[int]:
        return [2]

    def keys(self, offset: int, limit: int) -> Sequence[PaperKey]:
        return KEYS[offset : offset + limit]

    def position(self, key: PaperKey) -> int | None:
        return KEYS.index(key) if key in KEYS else None


@pytest.fixture
def signs() -> dict[str, Signs]:
    return {key: Signs(read=True) for key in KEYS}


@pytest.fixture
def papers(qapp: QApplication, qtbot: QtBot, signs: dict[str, Signs]) -> PaperList:
    made = PaperList(Look(qapp, "light"), lambda key: signs[key], today=lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(WIDTH, 700)
    made.show()
    qtbot.waitExposed(made)
    made.set_source(Rows(), "t", "")
    made.activateWindow()
    QTest.mouseMove(made, QPoint(WIDTH - 1, 699))
    return made


def delegate(papers: PaperList) -> PaperDelegate:
    found = papers.table.itemDelegate()
    assert isinstance(found, PaperDelegate)
    return found


def room(papers: PaperList, row: int) -> QRect:
    """Where a row is in the picture of its table, without a heading."""
    whole = papers.table.visualRect(papers.table.model().index(row, 0))
    return delegate(papers).below_heading(whole, row)


def look_of(papers: PaperList) -> Look:
    return papers._look


def test_a_row_has_room_for_two_lines_of_title_ids_and_one_of_text(papers: PaperList) -> None:
    assert room(papers, 0).height() == 11 + 2 * 19 + 22 + 19 + 11
    assert delegate(papers).row_height() == 11 + 4 * 19 + 22 + 11
    assert delegate(papers).heading_height() == 30


def test_an_unread_paper_has_a_dot_left_of_its_title(papers: PaperList, signs: dict[str, Signs]) -> None:
    accent, left = look_of(papers).theme.accent, QRect(0, 0, 26, 60)
    assert box(
        picture(papers.table.viewport()), room(papers, 1).intersected(left.translated(0, room(papers, 1).top())), accent
    ).isEmpty()
    signs[KEYS[1]] = Signs(read=False)
    papers.marks_changed(KEYS)
    row = room(papers, 1)
    dot = box(picture(papers.table.viewport()), QRect(0, row.top(), 26, row.height()), accent)
    assert 5 <= dot.width() <= 8 and 5 <= dot.height() <= 8
    assert abs(dot.center().x() - 14) <= 1
    assert abs(dot.center().y() - (row.top() + 11 + 9)) <= 1


def test_a_starred_paper_has_a_star_where_a_click_takes_it(papers: PaperList, signs: dict[str, Signs]) -> None:
    signs[KEYS[1]] = Signs(read=True, bookmarked=True)
    papers.marks_changed(KEYS)
    place = delegate(papers).star_rect(room(papers, 1))
    star = box(picture(papers.table.viewport()), place, look_of(papers).theme.accent)
    assert place.width() == place.height() == 28
    assert 7 <= star.width() <= 16 and 7 <= star.height() <= 16  # what smoothing leaves of its points
    assert abs(star.center().x() - place.center().x()) <= 1
    assert abs(star.center().y() - place.center().y()) <= 2
    assert place.right() <= WIDTH
    assert box(
        picture(papers.table.viewport()), delegate(papers).star_rect(room(papers, 0)), look_of(papers).theme.accent
    ).isEmpty()


def test_under_the_mouse_a_star_is_offered_and_turns_red_where_it_would_be_taken(
    papers: PaperList, qtbot: QtBot
) -> None:
    view, theme = papers.table.viewport(), look_of(papers).theme
    place = delegate(papers).star_rect(room(papers, 1))
    assert box(picture(view), place, theme.muted).isEmpty()
    QTest.mouseMove(view, room(papers, 1).center())
    QApplication.processEvents()
    seen = picture(view)
    assert not box(seen, place, theme.muted).isEmpty()
    assert is_near(at(seen, 4, room(papers, 1).top() + 3), theme.hover)
    delegate(papers).hot_star = 1
    assert not box(picture(view), place, theme.accent).isEmpty()


def test_the_open_paper_has_a_ground_and_with_the_keyboard_an_edge(papers: PaperList, qtbot: QtBot) -> None:
    theme, view = look_of(papers).theme, papers.table.viewport()
    papers.choose(KEYS[1])
    papers.table.clearFocus()
    row = room(papers, 1)
    seen = picture(view)
    assert is_near(at(seen, 1, row.top() + 5), theme.selected)
    assert is_near(at(seen, WIDTH - 12, row.top() + 5), theme.selected)
    assert not is_near(at(seen, 1, room(papers, 0).top() + 5), theme.selected)
    papers.table.setFocus()
    qtbot.waitUntil(papers.table.hasFocus)
    edge = box(picture(view), QRect(0, row.top(), 10, row.height()), theme.accent)
    assert (edge.left(), edge.width(), edge.top(), edge.bottom()) == (0, 3, row.top(), row.bottom() - 1)


def test_a_hairline_parts_rows(papers: PaperList) -> None:
    seen, line = picture(papers.table.viewport()), look_of(papers).theme.line
    for row in (0, 1):
        below = room(papers, row).bottom()
        assert box(seen, QRect(0, below - 1, 300, 3), line, 1) == QRect(0, below, 300, 1)


def test_words_begin_and_end_where_the_design_has_them(papers: PaperList) -> None:
    """Title, then ids and date, then text, each on lines of their own; nothing where the star is."""
    seen, theme, row = picture(papers.table.viewport()), look_of(papers).theme, room(papers, 1)
    title = box(seen, QRect(0, row.top(), WIDTH, row.height() - 1), theme.text)
    assert 26 <= title.left() <= 29
    assert title.right() <= WIDTH - 16 - 24
    assert row.top() + 11 <= title.top() <= row.top() + 11 + 8
    assert title.bottom() <= row.top() + 11 + 2 * 19
    assert title.height() > 19
    meta = QRect(0, row.top() + 11 + 38, WIDTH, 22)
    assert not box(seen, meta, theme.muted).isEmpty()
    line = box(seen, QRect(0, meta.bottom() + 1, WIDTH, 19), theme.muted)
    assert 26 <= line.left() <= 29
    assert box(seen, QRect(0, row.bottom() - 10, WIDTH, 10), theme.muted).isEmpty()


def test_a_paper_that_no_post_has_any_more_is_muted(papers: PaperList) -> None:
    seen, theme, row = picture(papers.table.viewport()), look_of(papers).theme, room(papers, 3)
    words = QRect(0, row.top(), WIDTH, 11 + 38)
    assert box(seen, words, theme.text).isEmpty()
    assert not box(seen, words, theme.muted).isEmpty()


def test_a_heading_of_an_answer_is_a_band_above_its_row(papers: PaperList) -> None:
    theme, whole = look_of(papers).theme, papers.table.visualRect(papers.table.model().index(2, 0))
    assert room(papers, 2).top() - whole.top() == 30
    seen = picture(papers.table.viewport())
    assert is_near(at(seen, 3, whole.top() + 5), theme.chrome)
    assert is_near(at(seen, 3, whole.top() + 29), theme.line)
    words = box(seen, QRect(0, whole.top(), WIDTH, 29), theme.muted)
    assert 26 <= words.left() <= 29
    assert abs(words.center().y() - (whole.top() + 14)) <= 3


@pytest.mark.parametrize(
    ("due", "is_accent"), [(TODAY, True), (TODAY - timedelta(1), True), (TODAY + timedelta(1), False)]
)
def test_a_day_to_come_back_is_red_once_it_has_come(
    papers: PaperList, signs: dict[str, Signs], due: date, is_accent: bool
) -> None:
    signs[KEYS[1]] = Signs(read=True, due=due)
    papers.marks_changed(KEYS)
    row = room(papers, 1)
    meta = QRect(40, row.top() + 11 + 38, WIDTH - 40, 22)
    seen = picture(papers.table.viewport())
    assert box(seen, meta, look_of(papers).theme.accent).isEmpty() != is_accent


def test_a_note_has_a_pen_behind_the_date(papers: PaperList, signs: dict[str, Signs]) -> None:
    row = room(papers, 1)
    meta = QRect(0, row.top() + 11 + 38, WIDTH, 22)
    muted = look_of(papers).theme.muted
    before = box(picture(papers.table.viewport()), meta, muted)
    signs[KEYS[1]] = Signs(read=True, noted=True)
    papers.marks_changed(KEYS)
    after = box(picture(papers.table.viewport()), meta, muted)
    assert after.left() == before.left()
    assert after.right() >= before.right() + 12
    assert meta.contains(after)


def test_labels_stand_behind_all_else_and_leave_the_words(papers: PaperList, signs: dict[str, Signs]) -> None:
    row = room(papers, 1)
    meta = QRect(0, row.top() + 11 + 38, WIDTH, 22)
    seen = box(picture(papers.table.viewport()), meta, look_of(papers).theme.muted)
    signs[KEYS[1]] = Signs(read=True, labels=(("하나", "green"), ("둘", "blue")))
    papers.marks_changed(KEYS)
    assert box(picture(papers.table.viewport()), meta, look_of(papers).theme.muted).left() == seen.left()
    ground, now = look_of(papers).colour("panel"), picture(papers.table.viewport())
    chips = [x for x in range(seen.right() + 4, WIDTH) if not is_near(at(now, x, meta.center().y()), ground)]
    assert chips
    assert max(chips) <= WIDTH - 14
