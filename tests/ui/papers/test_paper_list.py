"""The list of papers, by mouse, keys and what it asks of its source."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from reader.library.model import PaperRow
from reader.marks.model import LABEL_COLOURS
from reader.posts.model import PaperKey
from reader.render.theme import DARK, LIGHT, Theme
from reader.ui.papers.paper_delegate import PaperDelegate
from reader.ui.papers.paper_list import SEARCH_SORTS, PaperList, ResultRow, Signs
from reader.ui.papers.paper_list_model import PAGE, PAGES_KEPT, PaperListModel
from reader.ui.papers.paper_words import due_word, meta_of, short_due_word, spoken
from reader.ui.widgets.label_colours import chip_colours
from reader.ui.widgets.text_block import brought_forward, lay_out
from reader.ui.widgets.theme import Look
from tests.ui.mouse import double_click

DAY = date(2025, 12, 22)
TODAY = date(2025, 12, 30)


def _paper(key: str, title: str = "A Title", day: date | None = DAY, number: int = 1, gone: bool = False) -> PaperRow:
    return PaperRow(PaperKey(key), title, key if key[0].isdigit() else None, day, number, "한 줄", gone)


class Papers:
    """A source that remembers what it was asked for."""

    def __init__(self, keys: Sequence[str], lost: int = 0, openings: Sequence[int] = ()) -> None:
        self._keys = list(keys)
        self._openings = openings
        self.lost = lost
        self.asked: list[tuple[int, int]] = []

    def count(self) -> int:
        return len(self._keys)

    def rows(self, offset: int, limit: int) -> Sequence[PaperRow]:
        self.asked.append((offset, limit))
        there = self._keys[: len(self._keys) - self.lost]
        return [_paper(key, f"Paper {key}") for key in there[offset : offset + limit]]

    def openings(self) -> Sequence[int]:
        return self._openings

    def keys(self, offset: int, limit: int) -> Sequence[PaperKey]:
        return [PaperKey(key) for key in self._keys[offset : offset + limit]]

    def position(self, key: PaperKey) -> int | None:
        return self._keys.index(key) if key in self._keys else None


class Marks:
    """Marks by key, to be changed."""

    def __init__(self) -> None:
        self.of: dict[str, Signs] = {}

    def __call__(self, key: PaperKey) -> Signs:
        return self.of.get(key, Signs())


MANY = [f"2512.{i:05}" for i in range(5000)]


@pytest.fixture
def marks() -> Marks:
    return Marks()


@pytest.fixture
def papers(qapp: QApplication, qtbot: QtBot, marks: Marks) -> PaperList:
    made = PaperList(Look(qapp, "light"), marks, today=lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(392, 700)
    made.show()
    return made


def _row_rect(papers: PaperList, row: int) -> QRect:
    return papers.table.visualRect(papers.table.model().index(row, 0))


def _star(papers: PaperList, row: int) -> QPoint:
    delegate = papers.table.itemDelegate()
    assert isinstance(delegate, PaperDelegate)
    return delegate.star_rect(_row_rect(papers, row)).center()


def _offset(papers: PaperList, row: int) -> int:
    return _row_rect(papers, row).top()


def test_only_pages_in_sight_are_asked_for(papers: PaperList) -> None:
    source = Papers([f"2512.{i:06}" for i in range(100_000)])
    papers.set_source(source, "All", "100,000 papers")
    papers.grab()
    assert set(source.asked) == {(0, PAGE)}
    papers.table.verticalScrollBar().setValue(papers.table.row_height() * 50_000)
    papers.grab()
    assert len(set(source.asked)) <= 3


def test_the_model_keeps_qts_rules(papers: PaperList) -> None:
    tester = QAbstractItemModelTester(papers.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    papers.set_source(Papers(MANY[:5]), "t", "")
    papers.set_source(Papers([]), "t", "")
    assert tester.model().rowCount() == 0


def test_a_source_that_has_become_shorter_is_painted_without_complaint(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY[:5], lost=3), "t", "")
    papers.grab()
    with qtbot.assertNotEmitted(papers.paper_chosen):
        qtbot.mouseClick(papers.table.viewport(), Qt.MouseButton.LeftButton, pos=_row_rect(papers, 4).center())


def test_a_click_chooses_a_paper(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY), "t", "")
    with qtbot.waitSignal(papers.paper_chosen) as told:
        qtbot.mouseClick(papers.table.viewport(), Qt.MouseButton.LeftButton, pos=_row_rect(papers, 2).center())
    assert told.args == [MANY[2]]
    assert papers.current_key() == MANY[2]


def test_a_click_on_the_star_stars_and_chooses_nothing(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY), "t", "")
    starred: list[str] = []
    papers.star_clicked.connect(starred.append)
    with qtbot.assertNotEmitted(papers.paper_chosen), qtbot.assertNotEmitted(papers.open_requested):
        qtbot.mouseClick(papers.table.viewport(), Qt.MouseButton.LeftButton, pos=_star(papers, 1))
        double_click(papers.table.viewport(), _star(papers, 1))
    assert starred[0] == MANY[1]
    assert set(starred) == {MANY[1]}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens(papers: PaperList, qtbot: QtBot, key: Qt.Key) -> None:
    papers.set_source(Papers(MANY), "t", "", MANY[3])
    with qtbot.waitSignal(papers.open_requested) as told:
        qtbot.keyClick(papers.table, key)
    assert told.args == [MANY[3]]


def test_a_double_click_opens(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY), "t", "")
    where = _row_rect(papers, 1).center()
    with qtbot.waitSignal(papers.open_requested) as told:
        qtbot.mouseClick(papers.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        double_click(papers.table.viewport(), where)
    assert told.args == [MANY[1]]


def test_arrows_home_and_end_choose(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY), "t", "", MANY[3])
    chosen: list[str] = []
    papers.paper_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        qtbot.keyClick(papers.table, key)
    assert chosen == [MANY[4], MANY[-1], MANY[-2], MANY[0]]


def test_shift_and_control_select_more_than_one_paper(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY), "t", "", MANY[1])
    chosen: list[str] = []
    papers.paper_chosen.connect(chosen.append)
    click = partial(qtbot.mouseClick, papers.table.viewport(), Qt.MouseButton.LeftButton)
    click(Qt.KeyboardModifier.ShiftModifier, pos=_row_rect(papers, 3).center())
    assert papers.selected_keys() == MANY[1:4]
    click(Qt.KeyboardModifier.ControlModifier, pos=_row_rect(papers, 2).center())
    assert papers.selected_keys() == [MANY[1], MANY[3]]
    assert chosen == [MANY[3]]  # what is no longer selected is not opened
    click(Qt.KeyboardModifier.NoModifier, pos=_row_rect(papers, 2).center())
    assert papers.selected_keys() == [MANY[2]]


def test_shift_with_keys_selects_from_where_one_began_and_back_again(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY), "t", "", MANY[5])
    told: list[int] = []
    papers.selection_changed.connect(lambda: told.append(papers.selected_count()))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(papers.table, key, Qt.KeyboardModifier.ShiftModifier)
    assert papers.selected_keys() == MANY[5:7]
    assert papers.current_key() == MANY[6]
    assert papers.extend(-1)
    assert papers.extend(-1)
    assert papers.selected_keys() == MANY[4:6]
    assert told == [2, 3, 2, 1, 2]
    qtbot.keyClick(papers.table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert papers.selected_keys() == MANY[5:]
    qtbot.keyClick(papers.table, Qt.Key.Key_Escape)
    assert papers.selected_keys() == [MANY[-1]]
    qtbot.keyClick(papers.table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(papers.table, Qt.Key.Key_Up)
    assert papers.selected_keys() == [MANY[-3]]


def test_everything_is_selected_without_reading_every_row(papers: PaperList, qtbot: QtBot) -> None:
    source = Papers(MANY)
    papers.set_source(source, "t", "", MANY[0])
    papers.grab()
    qtbot.keyClick(papers.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert papers.selected_count() == len(MANY)
    assert papers.selected_keys() == MANY
    assert papers.current_key() == MANY[0]
    assert set(source.asked) == {(0, PAGE)}


def test_the_open_paper_is_never_left_without_a_selected_row(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY[:2]), "t", "", MANY[1])
    below = QPoint(20, papers.table.viewport().height() - 4)
    qtbot.mouseClick(papers.table.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert papers.selected_keys() == [MANY[1]]
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(papers.table.viewport(), Qt.MouseButton.LeftButton, control, _row_rect(papers, 1).center())
    assert papers.selected_keys() == [MANY[1]]


def test_a_refresh_keeps_what_is_selected(papers: PaperList) -> None:
    papers.set_source(Papers(MANY), "t", "", MANY[2])
    papers.extend(1)
    papers.extend(1)
    papers.refresh(Papers(["2601.00001", *MANY[:3], *MANY[4:]]), "t", "", papers.current_key())
    assert papers.selected_keys() == [MANY[2], MANY[4]]
    assert papers.current_key() == MANY[4]


def test_stepping_ends_at_the_ends(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY[:2]), "t", "")
    chosen: list[str] = []
    papers.paper_chosen.connect(chosen.append)
    assert [papers.step(1), papers.step(1), papers.step(1), papers.step(-1)] == [True, True, False, True]
    assert chosen == [MANY[0], MANY[1], MANY[0]]


def test_choosing_by_the_program_says_nothing_and_scrolls(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY), "t", "")
    with qtbot.assertNotEmitted(papers.paper_chosen):
        assert papers.choose(MANY[1234])
    assert papers.table.viewport().rect().contains(_row_rect(papers, 1234))
    assert not papers.choose("nobody")
    assert papers.current_key() is None


def test_a_paper_kept_stays_selected_and_where_it_was(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY), "t", "")
    papers.choose(MANY[100])
    papers.table.place_row(98, -7)
    before = _offset(papers, 100)
    with qtbot.assertNotEmitted(papers.paper_chosen):
        papers.set_source(Papers([*reversed(MANY)]), "t", "", MANY[100])
    row = papers.table.currentIndex().row()
    assert (papers.current_key(), row) == (MANY[100], len(MANY) - 101)
    assert _offset(papers, row) == before


def test_another_list_starts_at_its_top_with_nothing_selected(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY), "t", "", MANY[1000])
    with qtbot.assertNotEmitted(papers.paper_chosen):
        papers.set_source(Papers(MANY), "u", "", "nobody")
    assert papers.current_key() is None
    assert papers.table.verticalScrollBar().value() == 0


def test_a_refresh_keeps_what_is_in_sight_when_papers_come_above(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY), "t", "")
    papers.choose(MANY[3])
    papers.table.place_row(500, -11)
    seen = _offset(papers, 501)
    with qtbot.assertNotEmitted(papers.paper_chosen):
        papers.refresh(Papers(["2601.00001", "2601.00002", *MANY]), "t", "", papers.current_key())
    assert papers.current_key() == MANY[3]
    assert _offset(papers, 503) == seen


class Titled(Papers):
    """Papers of which some have titles of their own."""

    def __init__(self, titles: dict[str, str]) -> None:
        super().__init__(MANY)
        self._titles = titles

    def rows(self, offset: int, limit: int) -> Sequence[PaperRow]:
        return [_paper(key, self._titles.get(key, "A Title")) for key in self._keys[offset : offset + limit]]


def test_the_open_paper_stays_where_it_is_when_a_row_above_grows_in_a_list_at_its_top(papers: PaperList) -> None:
    papers.set_source(Titled({}), "t", "")
    papers.choose(MANY[3])
    seen = _offset(papers, 3)
    grown = {MANY[1]: "A title that was given many more words, which take another line or two of the list"}
    papers.refresh(Titled(grown), "t", "", papers.current_key())
    assert papers.table.rowHeight(1) > papers.table.rowHeight(2)
    assert _offset(papers, 3) == seen


def test_a_refresh_at_the_top_shows_the_new_papers(papers: PaperList) -> None:
    papers.set_source(Papers(MANY), "t", "")
    papers.refresh(Papers(["2601.00001", *MANY]), "t", "", papers.current_key())
    assert papers.table.verticalScrollBar().value() == 0


def test_a_change_of_marks_repaints_its_row_only(papers: PaperList, marks: Marks) -> None:
    papers.set_source(Papers(MANY), "t", "")
    papers.grab()
    changed: list[int] = []
    papers.table.model().dataChanged.connect(lambda first, last: changed.append(first.row()))
    marks.of[MANY[2]] = Signs(read=True, bookmarked=True)
    papers.marks_changed([MANY[2], "nobody"])
    assert changed == [2]


def test_a_star_and_an_unread_dot_are_painted(papers: PaperList, marks: Marks) -> None:
    marks.of[MANY[0]] = Signs(read=True)
    marks.of[MANY[1]] = Signs(bookmarked=True)
    papers.set_source(Papers(MANY), "t", "")
    image = papers.table.viewport().grab().toImage()
    accent = Look(QApplication.instance(), "light").theme.accent  # type: ignore[arg-type]  # there is one

    def reddish(row: int, left: int, right: int) -> bool:
        top = _offset(papers, row)
        return any(image.pixelColor(x, y).name() == accent for x in range(left, right) for y in range(top, top + 40))

    assert (reddish(0, 0, 24), reddish(0, 350, 391)) == (False, False)
    assert (reddish(1, 0, 24), reddish(1, 350, 391)) == (True, True)


def test_rows_are_as_high_as_their_lines_and_unseen_ones_have_the_usual_height(papers: PaperList) -> None:
    papers.set_source(Papers(MANY), "t", "")
    usual, short = papers.table.row_height(), _row_rect(papers, 0).height()
    assert (usual, short) == (120, 82)  # four lines, and two
    assert papers.table.rowHeight(4000) == usual


def test_reading_a_paper_moves_no_row(papers: PaperList, marks: Marks) -> None:
    papers.set_source(Papers(MANY), "t", "")
    before = [papers.table.rowHeight(row) for row in range(9)]
    marks.of[MANY[2]] = Signs(read=True)
    papers.marks_changed([MANY[2]])
    papers.grab()
    assert [papers.table.rowHeight(row) for row in range(9)] == before


def test_the_last_row_is_in_sight_after_end_and_what_is_in_sight_stays_while_rows_close_up(
    papers: PaperList, qtbot: QtBot
) -> None:
    papers.set_source(Papers(MANY), "t", "")
    qtbot.keyClick(papers.table, Qt.Key.Key_End)
    last = len(MANY) - 1
    assert _row_rect(papers, last).bottom() <= papers.table.viewport().height()
    papers.table.place_row(2000, -5)
    assert _offset(papers, 2000) == -5
    bar = papers.table.verticalScrollBar()
    before = _offset(papers, 2001)
    bar.setValue(bar.value() - 100)
    assert _offset(papers, 2001) == before + 100


@pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")  # an open menu, offscreen
def test_the_order_is_chosen_from_a_menu(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_sorts(SEARCH_SORTS, "relevance")
    button = papers.header.sort
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = button.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Relevance", "Date"]
    assert [action.isChecked() for action in menu.actions()] == [True, False]
    with qtbot.waitSignal(papers.sort_chosen) as told:
        menu.actions()[1].trigger()
    menu.close()
    assert (told.args, button.text()) == (["date"], "Date")


def test_nothing_to_list_says_so_and_offers_a_way_on(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_empty("Nothing here yet.", "Show all papers")
    papers.set_source(Papers([]), "Bookmarks", "")
    assert not papers.table.isVisible()
    button = next(b for b in papers.findChildren(QPushButton) if b.isVisible())
    with qtbot.waitSignal(papers.empty_button_clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    papers.set_source(Papers(MANY), "t", "")
    assert papers.table.isVisible()


def test_letters_and_left_and_right_are_left_to_the_window(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY), "t", "", MANY[1])
    with qtbot.assertNotEmitted(papers.paper_chosen):
        for key in (Qt.Key.Key_P, Qt.Key.Key_J, Qt.Key.Key_Left, Qt.Key.Key_Right):
            qtbot.keyClick(papers.table, key)


def test_the_line_of_ids_says_the_year_only_if_it_is_another() -> None:
    assert meta_of(_paper("2512.17909"), TODAY) == "2512.17909 · 12-22 · #1"
    assert meta_of(_paper("2412.1", day=date(2024, 12, 31), number=12), TODAY) == "2412.1 · 2024-12-31 · #12"
    assert meta_of(_paper("post.md", number=0), TODAY) == "12-22 · post"
    assert meta_of(_paper("2512.1", gone=True, day=None), TODAY) == "2512.1 · in no post here"


def test_a_screen_reader_hears_title_marks_and_line() -> None:
    row = ResultRow(_paper("2512.17909"))
    said = spoken(row, Signs(read=False, bookmarked=True, noted=True), TODAY)
    assert said == "A Title, unread, bookmarked, note, 2512.17909 · 12-22 · #1, 한 줄"


def test_pages_held_are_few_however_far_one_scrolls(qapp: QApplication) -> None:
    model = PaperListModel(Marks(), lambda row, signs: "")
    model.set_source(Papers([f"2512.{i:06}" for i in range(20_000)]))
    for row in range(0, 20_000, 100):
        assert model.key(row) == f"2512.{row:06}"
    assert len(model._pages) <= PAGES_KEPT


@pytest.mark.parametrize("text", ["", "word", "여러 줄로 나뉘어야 하는 긴 문장 " * 9, "x" * 400, "a b " * 500])
@pytest.mark.parametrize("lines", [1, 2, 3])
def test_text_is_laid_out_in_no_more_lines_than_there_are(qapp: QApplication, text: str, lines: int) -> None:
    font = QFont()
    font.setPixelSize(13)
    block = lay_out(text, font, 200, lines, 19)
    assert block.lines <= lines
    drawn = [block.whole] + ([block.elided] if block.elided else [])
    assert sum(layout.lineCount() for layout in drawn) == block.lines
    for layout in drawn:
        for i in range(layout.lineCount()):
            assert layout.lineAt(i).naturalTextWidth() <= 200.5
    if block.elided:
        assert block.elided.text().endswith("…")
        assert text.startswith(block.whole.text() + block.elided.text()[:-1])


def test_the_keyboard_arriving_chooses_nothing(papers: PaperList, qtbot: QtBot) -> None:
    papers.set_source(Papers(MANY), "t", "")
    papers.table.clearFocus()
    with qtbot.assertNotEmitted(papers.paper_chosen):
        papers.setFocus(Qt.FocusReason.TabFocusReason)
    assert papers.table.hasFocus()
    assert papers.current_key() is None
    with qtbot.waitSignal(papers.paper_chosen) as told:
        qtbot.keyClick(papers.table, Qt.Key.Key_Down)
    assert told.args == [MANY[0]]


def test_a_found_word_is_brought_to_where_it_is_seen() -> None:
    text = "아주 긴 앞말이 한참 이어지고 나서야 마침내 찾는 낱말이 나온다"
    first = text.index("낱말")
    shown, spans = brought_forward(text, ((first, first + 2),), 12)
    assert shown.startswith("…")
    assert [shown[a:b] for a, b in spans] == ["낱말"]
    assert spans[0][1] <= 20
    assert brought_forward(text, ((0, 2),), 12) == (text, ((0, 2),))


def test_a_row_says_when_its_paper_comes_back() -> None:
    assert due_word(date(2026, 1, 5), TODAY) == "revisit 2026-01-05"
    assert due_word(TODAY, TODAY) == "revisit today"
    assert due_word(date(2025, 12, 28), TODAY) == "to revisit since 12-28"
    assert short_due_word(TODAY, TODAY) == "today"
    said = spoken(ResultRow(_paper("2512.17909")), Signs(read=True, due=TODAY, labels=(("읽을 것", "blue"),)), TODAY)
    assert said == "A Title, revisit today, 읽을 것, 2512.17909 · 12-22 · #1, 한 줄"


@pytest.mark.parametrize("width", [240, 392, 700])
def test_labels_and_days_stay_inside_the_row_however_narrow_it_is(papers: PaperList, marks: Marks, width: int) -> None:
    papers.resize(width, 400)
    papers.set_source(Papers(MANY[:2]), "t", "")
    plain = papers.table.viewport().grab().toImage()
    long = "아주 긴 이름을 가진 라벨이라 다 보일 수 없는 것"
    marks.of[MANY[0]] = Signs(noted=True, due=TODAY, labels=((long, "red"), ("b", "green"), *[("c", "blue")] * 9))
    papers.marks_changed([MANY[0]])
    image = papers.table.viewport().grab().toImage()
    height = papers.table.row_height()
    right = range(image.width() - 12, image.width())
    assert all(image.pixel(x, y) == plain.pixel(x, y) for x in right for y in range(height))
    changed = [y for y in range(height) if any(image.pixel(x, y) != plain.pixel(x, y) for x in range(image.width()))]
    assert min(changed) > 20
    assert max(changed) < 60  # the line of ids alone


@pytest.mark.parametrize("name", [*LABEL_COLOURS, "of a newer version"])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_text_on_a_chip_can_be_read(name: str, theme: Theme) -> None:
    ground, text = chip_colours(name, theme)
    for below in (theme.panel, theme.page, theme.selected):
        assert contrast(text, over(ground, QColor(below))) >= 4.5, (name, theme.name, below)


def over(colour: QColor, below: QColor) -> QColor:
    """A colour that lets some of what is below it through."""
    a = colour.alphaF()
    pairs = zip(colour.getRgb()[:3], below.getRgb()[:3], strict=True)  # type: ignore[index]  # four numbers
    return QColor(*(round(a * above + (1 - a) * under) for above, under in pairs))


def contrast(one: QColor, other: QColor) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""

    def light(colour: QColor) -> float:
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_papers_that_lack_words_stand_below_a_heading_and_the_next_list_has_none(papers: PaperList) -> None:
    papers.set_source(Papers(MANY[:6], openings=(2, 4)), "t", "")
    table = papers.table
    heights = [table.rowHeight(row) for row in range(6)]
    assert heights[0] == heights[1] == heights[3] == heights[5]
    assert heights[2] == heights[4] > heights[0]
    assert table.top_of(3) == 2 * heights[0] + heights[2]
    papers.set_source(Papers(MANY[:6]), "t", "")
    assert {table.rowHeight(row) for row in range(6)} == {heights[0]}


class Changing(Papers):
    """Papers of a library that a sync changes while they are listed: those that go are found no more."""

    def __init__(self, keys: list[PaperKey]) -> None:
        super().__init__(keys)
        self.gone: set[PaperKey] = set()

    def keys(self, offset: int, limit: int) -> list[PaperKey]:
        return [key for key in super().keys(offset, limit) if key not in self.gone]

    def position(self, key: PaperKey) -> int | None:
        return None if key in self.gone else super().position(key)


def test_what_is_selected_is_what_is_seen_while_a_sync_changes_the_library(papers: PaperList) -> None:
    source = Changing(MANY)
    papers.set_source(source, "t", "", MANY[1])
    papers.table.extend_to(3)
    source.gone = {MANY[2]}
    assert papers.selected_keys() == MANY[1:4]
    assert papers.choose(MANY[2])
    assert papers.current_key() == MANY[2]
