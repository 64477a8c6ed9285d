"""The field's page without a window: what it says of a range, where its parts stand, what its keys do."""

from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.across.newcomers import NewBenchmark
from reader.across.trends import Day, Repeated, RisingTerm, Trends
from reader.posts.model import PaperKey
from reader.ui.across.field.field_view import FieldView
from reader.ui.across.field.heat_map import strength
from reader.ui.session.places import ALL, LAST_POSTS, MONTH, WEEK
from reader.ui.widgets.theme import Look
from tests.ui.layouts import laid, rows_of
from tests.ui.pictures import at, box, picture

KEY = PaperKey("2501.00001")
TRENDS = Trends(
    "all",
    4,
    1234,
    "2025-01-01..2025-01-31",
    (Day("2025-02-03", 1, 0, "date:2025-02-03"), Day("2025-02-04", 4, 0, "date:2025-02-04")),
    (RisingTerm("agent", 3, 1, 4.0, "agent"), RisingTerm("diffusion", 2, 1, 1.0, "diffusion")),
    (RisingTerm("grokking", 2, 0, 3.0, "grokking"), RisingTerm("lens", 1, 0, 3.0, "lens")),
    (Repeated(KEY, "Folding", 2, (), "2501.00001"),),
    (
        NewBenchmark("FoldBench", KEY, "FoldBench: Folding for All", "2025-02-04", "FoldBench"),
        NewBenchmark("WeaveEval", KEY, "We introduce WeaveEval", "", "WeaveEval"),
    ),
)
LONG = TRENDS._replace(rising=TRENDS.rising * 20)
EMPTY = Trends("all", 0, 0, "", (), (), (), (), ())


@pytest.fixture
def view(look: Look, page: QWidget, qtbot: QtBot) -> FieldView:
    made = FieldView(look)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show_trends(TRENDS, "All")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def lines(view: FieldView) -> list[list[tuple[str, ...]]]:
    return [[line.cells for line in table.lines.lines] for table in view.tables[1:]]  # type: ignore[union-attr]  # the rest are lists


def test_every_part_says_what_the_range_has(view: FieldView) -> None:
    assert view.has_papers
    assert (view._band.title, view._band._detail.text().replace("(s)", "s")) == ("All", "4 papers")
    assert view.map.count() == 2
    assert lines(view) == [
        [("agent", "3", "1", "4.0"), ("diffusion", "2", "1", "1.0")],
        [("grokking", "2"), ("lens", "1")],
        [("Folding", "2")],
        [("FoldBench: Folding for All", "2025-02-04"), ("WeaveEval: We introduce WeaveEval", "")],
    ]
    shares = [[line.share for line in table.lines.lines] for table in (view.rising, view.first_seen, view.repeated)]
    assert shares == [[1.0, 0.25], [1.0, 0.5], [0]]
    assert [table.lines.heads for table in (view.rising, view.first_seen, view.repeated, view.benchmarks)] == [
        ("Term", "Papers", "Before", "z"),
        ("Term", "Papers"),
        ("Paper", "Posts"),
        ("Benchmark", "Date"),
    ]


def test_every_part_has_its_heading_and_says_when_it_is_empty(view: FieldView) -> None:
    said = [(block._title.text(), block._nothing.text()) for block in view._blocks]
    assert said == [
        ("Papers a day", "No paper here has a date."),
        ("Rising terms", "Nothing rises."),
        ("First seen", "No term is new."),
        ("In several posts", "Every paper is in one post only."),
        ("New benchmarks", "No paper introduces one."),
    ]
    assert [table.accessibleName() for table in view.tables] == [title for title, _ in said]
    assert view._legend.isVisible()
    view.show_trends(TRENDS._replace(days=(), rising=(), papers=3), "All")
    assert [block._nothing.isHidden() for block in view._blocks] == [False, False, True, True, True]
    assert view._legend.isHidden()


def test_without_papers_a_sentence_stands_in_its_stead_with_the_keyboard(view: FieldView) -> None:
    view.setFocus()
    view.show_trends(EMPTY, "Bookmarked")
    assert not view.has_papers
    assert (view.empty.isVisible(), view._scroll.isVisible()) == (True, False)
    assert view.empty.accessibleName() == "No papers here. Another range may have some."
    assert view.empty.hasFocus()
    view.show_trends(TRENDS, "All")
    assert (view.empty.isVisible(), view._scroll.isVisible()) == (False, True)
    assert view.map.hasFocus()


def test_before_anything_is_known_it_has_no_papers(look: Look, page: QWidget, qtbot: QtBot) -> None:
    made = FieldView(look)
    qtbot.addWidget(made)
    assert made.has_papers is False


def test_how_it_is_counted_is_said_below(view: FieldView) -> None:
    words = view._counted.text()
    assert "They are compared with 1234 papers (Wed, Jan 1 2025 – Fri, Jan 31 2025)" in words
    assert "a prior of 50 papers" in words
    view.show_trends(TRENDS._replace(before_days=""), "All")
    assert "1234 papers (all others of the library)" in view._counted.text()
    view.show_trends(TRENDS._replace(before=0), "All")
    assert view._counted.text().startswith("There are no other papers to compare these with")


def test_band_and_page_fill_the_view_and_the_parts_stand_below_one_another(view: FieldView) -> None:
    assert rows_of(view) == ((0, 0, 0, 0), 0, [view._band, view._scroll, view.empty], [0, 1, 1])
    body = rows_of(view._body)
    assert (body.margins, body.spacing) == ((6, 18, 6, 28), 28)
    assert body.parts[0] is view._body._above
    assert body.parts[2:] == [view._body._below, None]
    assert body.stretches == [0, 0, 0, 1]
    assert laid(view._body._below).parts == [view._counted]
    assert view._blocks[0]._column.indexOf(view._legend) == 3
    assert laid(view._body._columns[0]).spacing == 28
    assert view._scroll.frameShape() is QFrame.Shape.NoFrame
    assert view._scroll.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert view._scroll.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert view.focusProxy() is view.map


def blocks_in(view: FieldView) -> list[list[int]]:
    """The parts in each column, by their numbers."""
    numbers = {id(block): number for number, block in enumerate(view._blocks)}
    found = [[numbers[id(part)] for part in laid(column).parts if part] for column in view._body._columns]
    return [each for each in found if each]


@pytest.mark.parametrize(
    ("width", "columns", "side"),
    [
        (500, [[0, 1, 2, 3, 4]], 6),
        (900, [[0, 2, 3, 4], [1]], 6),
        (1400, [[0], [1], [2, 3, 4]], 6),
        (1800, [[0], [1], [2], [3, 4]], 6),
        (2100, [[0], [1], [2], [3, 4]], 100),
    ],
)
def test_parts_stand_in_as_many_columns_as_there_is_room_for_none_much_longer_than_another(
    view: FieldView, width: int, columns: list[list[int]], side: int
) -> None:
    view.show_trends(LONG, "All")
    view.resize(width, 700)
    assert blocks_in(view) == columns
    row = view._body._columns[0].parent()
    wide = [int(parts != [0]) for parts in columns]  # a short calendar alone takes no more than it needs
    assert laid(row).stretches == wide + [0] * (4 - len(columns))  # type: ignore[arg-type]  # its own layout
    assert rows_of(view._body).margins == (side, 18, side, 28)


def test_parts_that_have_nothing_to_show_take_no_column(view: FieldView) -> None:
    view.resize(1800, 700)
    view.show_trends(LONG._replace(first_seen=(), benchmarks=()), "All")
    assert blocks_in(view) == [[0], [1], [2, 3, 4]]
    view.show_trends(TRENDS._replace(rising=(), first_seen=(), repeated=(), benchmarks=()), "All")
    assert blocks_in(view) == [[0], [1, 2, 3, 4]], "sentences stand beside the calendar"


def test_a_calendar_that_is_too_wide_for_a_column_stands_above_them_all(view: FieldView) -> None:
    view.resize(900, 700)
    days = tuple(Day(f"{year}-02-03", 1, 0, "") for year in (2024, 2025))
    view.show_trends(TRENDS._replace(days=days), "All")
    assert laid(view._body._above).parts == [view._blocks[0]]
    assert blocks_in(view) == [[1, 3], [2, 4]]
    view.show_trends(TRENDS, "All")
    assert laid(view._body._above).parts == []


def test_a_line_of_words_is_no_longer_than_reads_well(view: FieldView) -> None:
    view.resize(1900, 700)
    QApplication.processEvents()
    assert view._counted.width() == view._look.px(760) - view._look.px(8)
    view.resize(500, 700)
    assert laid(view._body._below).margins == (8, 0, 8, 0)


def test_the_legend_has_the_colours_of_the_calendar(view: FieldView) -> None:
    assert view.map.has_numbers
    assert view._legend._strength == strength(4, 4, under_text=True)
    days = tuple(Day(f"{year}-02-03", 1, 0, "") for year in (2024, 2025))
    view.show_trends(TRENDS._replace(days=days), "All")
    assert view._legend._strength == strength(4, 4, under_text=False)
    shown = picture(view._legend)
    place = QRect(view._look.px(46), 0, 11, view._legend.height())
    colour, ground = view._look.colour("accent"), QColor(at(shown, 1, 1))
    mixed = [round(0.95 * a + 0.05 * b) for a, b in zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)]
    assert box(shown, place, QColor(*mixed), by=6).width() >= 10


def test_lines_lead_to_their_search_and_escape_leads_back(view: FieldView, qtbot: QtBot) -> None:
    wanted: list[str] = []
    view.search_wanted.connect(wanted.append)
    for part in range(5):
        view.go_to_section(part)
        assert view.tables[part].hasFocus()
        QTest.keyClick(view.tables[part], Qt.Key.Key_Return)
    view.go_to_section(5)
    assert wanted == ["date:2025-02-04", "agent", "grokking", "2501.00001", "FoldBench"]
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view.benchmarks, Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.left):
        view._band._back.click()


def test_one_part_is_reached_from_the_other_past_those_without_lines(view: FieldView) -> None:
    view.show_trends(TRENDS._replace(first_seen=()), "All")
    view.go_to_section(1)
    view.next_section()
    assert view.repeated.hasFocus()
    view.previous_section()
    assert view.rising.hasFocus()
    view.go_to_section(4)
    view.next_section()
    assert view.benchmarks.hasFocus()
    view.step(-1)
    assert view.repeated.hasFocus()


def test_a_range_is_chosen_from_a_menu(view: FieldView) -> None:
    places: list[object] = []
    view.place_wanted.connect(places.append)
    assert view._ranges.text() == "Range"
    menu = view._ranges.menu()
    assert isinstance(menu, QMenu)
    for _ in range(2):
        menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        "This week",
        "This month",
        "The last seven posts",
        "All papers",
    ]
    for action in menu.actions():
        action.trigger()
    assert places == [WEEK, MONTH, LAST_POSTS, ALL]


def test_a_page_is_turned_until_the_end(view: FieldView) -> None:
    view.resize(500, 300)
    QApplication.processEvents()
    bar = view._scroll.verticalScrollBar()
    assert not view.scroll_page(down=False)
    assert view.scroll_page()
    assert bar.value() == max(40, view._scroll.viewport().height() - 48)
    while view.scroll_page():
        pass
    assert bar.value() == bar.maximum()
    view.show_trends(TRENDS, "All")
    assert bar.value() == 0


def test_the_current_line_is_brought_into_sight(view: FieldView) -> None:
    view.resize(500, 300)
    QApplication.processEvents()
    view.go_to_section(4)
    rect = view.benchmarks.visualRect(view.benchmarks.currentIndex())
    top = view.benchmarks.viewport().mapTo(view._scroll.viewport(), rect.topLeft()).y()
    assert 0 <= top < view._scroll.viewport().height() - rect.height()
    assert date(2025, 2, 4) in view.map.days.days


def test_a_new_size_of_text_makes_rows_higher(view: FieldView, look: Look) -> None:
    before = view.rising.height()
    look.set_text_size(20)
    view.set_look()
    assert view.rising.height() > before
    look.set_text_size(13)


UNDATED = TRENDS._replace(days=())


def test_the_keyboard_stays_in_the_page_when_what_has_it_has_nothing_any_more(view: FieldView, qtbot: QtBot) -> None:
    view.setFocus()
    assert QApplication.focusWidget() is view.map
    view.show_trends(UNDATED, "All")
    assert QApplication.focusWidget() is view.rising
    view.show_trends(EMPTY, "All")
    assert QApplication.focusWidget() is view.empty
    view.show_trends(TRENDS, "All")
    assert QApplication.focusWidget() is view.map
    view.benchmarks.setFocus()
    view.show_trends(TRENDS._replace(benchmarks=()), "All")
    assert QApplication.focusWidget() is view.map
    view.show_trends(UNDATED._replace(rising=(), first_seen=(), repeated=(), benchmarks=()), "All")
    assert view.isAncestorOf(QApplication.focusWidget()), "papers of which nothing is to be said"
    with qtbot.waitSignal(view.left):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_a_range_without_dates_gives_the_keyboard_to_its_terms(look: Look, page: QWidget, qtbot: QtBot) -> None:
    made = FieldView(look)
    qtbot.addWidget(made)
    made.show_trends(UNDATED, "All")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.rising)
