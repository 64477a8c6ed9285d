"""How the cells of the table of many papers look."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.across.table import Table, table_of
from reader.posts.model import PaperKey
from reader.ui.across.table.table_view import TableView
from reader.ui.session.rows import Signs
from reader.ui.widgets.theme import Look
from tests.across.summaries import appearance
from tests.ui.layouts import rows_of
from tests.ui.pictures import at, box, is_near, picture

LONG = "아주 긴 방법이다. " * 30


@pytest.fixture
def signs() -> dict[str, Signs]:
    return {"2501.00001": Signs(), "2501.00002": Signs(read=True, bookmarked=True)}


@pytest.fixture
def view(look: Look, qtbot: QtBot, signs: dict[str, Signs]) -> TableView:
    made = TableView(look, lambda key: signs[key])
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    papers = [
        appearance("Folding", {"Method": LONG}, number=1),
        appearance("Weaving", {"Method": "짠다."}, number=2, link="https://arxiv.org/abs/2501.00002"),
    ]
    made.columns = ("method",)
    made.show_table(table_of(papers, made.columns), "All", None)
    return made


def cell(view: TableView, row: int, column: int) -> QRect:
    return view.grid.visualRect(view.model.index(row, column))


def test_the_chosen_row_alone_has_another_ground_and_all_have_a_line_below(view: TableView, look: Look) -> None:
    view.step(1)
    seen = picture(view.grid.viewport())
    for row, ground in ((0, "selected"), (1, "page")):
        for column in range(3):
            where = cell(view, row, column)
            assert is_near(at(seen, where.right() - 1, where.top() + 2), look.colour(ground))
            assert is_near(at(seen, where.left() + 2, where.bottom()), look.colour("line"))


def test_days_are_muted_and_other_words_are_not(view: TableView, look: Look) -> None:
    seen = picture(view.grid.viewport())
    dark = look.colour("text")
    inked = [not box(seen, cell(view, 1, column), dark, by=10).isEmpty() for column in range(3)]
    assert inked == [True, False, True]
    assert not box(seen, cell(view, 1, 1), look.colour("muted"), by=10).isEmpty()
    view.step(1)
    view.step(1)
    seen = picture(view.grid.viewport())
    assert not box(seen, cell(view, 1, 1), look.quiet(), by=10).isEmpty()


def test_words_stand_in_from_the_corner(view: TableView, look: Look) -> None:
    seen = picture(view.grid.viewport())
    where = cell(view, 1, 2)
    ink = box(seen, where, look.colour("text"), by=60)
    assert look.px(12) <= ink.left() - where.left() <= look.px(12) + 3
    assert look.px(10) <= ink.top() - where.top() <= look.px(10) + 8


def test_unread_papers_have_a_dot_and_bookmarked_ones_a_star(view: TableView, look: Look) -> None:
    seen, accent = picture(view.grid.viewport()), look.colour("accent")
    found = [box(seen, cell(view, row, 0), accent, by=2) for row in range(2)]
    dot, star = found
    assert dot.width() <= 8 and abs(dot.center().x() - cell(view, 0, 0).left() - look.px(14)) <= 1
    words = box(seen, cell(view, 0, 0), look.colour("text"), by=60)
    assert 0 <= words.left() - look.px(26) <= 3, "as in a row of the list"
    assert dot.right() < words.left() - 4
    assert star.width() > 6 and cell(view, 1, 0).right() - star.right() < 12
    assert all(box(seen, cell(view, row, 1), accent, by=2).isEmpty() for row in range(2))


def test_a_row_has_three_lines_or_is_opened_to_all_its_text(view: TableView, look: Look) -> None:
    usual = 3 * look.px(19) + 2 * look.px(10)
    assert [view.grid.rowHeight(row) for row in range(2)] == [usual] * 2
    assert view.grid.cells.height_of(1) == usual
    assert view.grid.cells.height_of(0) > usual
    view.step(1)
    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    assert view.grid.rowHeight(0) == view.grid.cells.height_of(0)
    QTest.keyClick(view.grid, Qt.Key.Key_Enter)
    assert view.grid.rowHeight(0) == usual


def test_it_follows_the_open_paper_and_says_whether_it_has_it(view: TableView) -> None:
    second = view.model.table.rows[1].key
    assert view.follow(second)
    assert (view.current_key, view.grid.currentIndex().row()) == (second, 1)
    assert view.follow(second)
    assert not view.follow(PaperKey("2501.99999"))
    assert view.current_key is None
    assert not view.follow(None)


def test_bar_and_table_fill_the_view_under_their_names(view: TableView) -> None:
    found = rows_of(view)
    assert found == ((0, 0, 0, 0), 0, [view._bar, view.grid, view.empty], [0, 1, 1])
    assert [button.text() for button in (view._chosen, view._order, view._copy, view._export)] == [
        "Columns",
        "Sort",
        "Copy",
        "Export…",
    ]
    assert view.grid.accessibleName() == "Papers as a table"
    assert view._bar._detail.text().replace("(s)", "s") == "2 papers"
    view.show_table(Table((), ()), "Bookmarked", None)
    assert view.empty.accessibleName() == "No papers are listed here. Choose a place at the left that has some."
    assert [button.isEnabled() for button in (view._order, view._copy, view._export)] == [False] * 3


def test_columns_and_orders_are_chosen_from_menus(view: TableView) -> None:
    view.sort = "-number:PSNR"
    for button in (view._chosen, view._order):
        button.menu().aboutToShow.emit()
    columns, orders = view._chosen.menu().actions(), view._order.menu().actions()
    assert [action.text() for action in columns if action.isChecked()] == ["Method"]
    assert len(columns) == 8
    assert [action.text() for action in orders if not action.isSeparator()] == [
        "As listed",
        "Newest first",
        "Oldest first",
        "By title",
        "PSNR, largest first",
        "FID, largest first",
        "GenEval, largest first",
        "MMLU, largest first",
        "By another number…",
    ]
    assert [action.text() for action in orders if action.isChecked()] == ["PSNR, largest first"]
    orders[1].trigger()
    assert view.sort == "-date"
    columns[0].trigger()
    assert view.columns == ("introduction", "method")


def test_a_head_sorts_and_turns_around(view: TableView) -> None:
    found = []
    for column in (0, 0, 1, 1, 2):
        view._sort_by_column(column)
        found.append(view.sort)
    assert found == ["title", "-title", "-date", "date", "date"]


def test_where_nothing_is_said_a_quiet_dash_stands(view: TableView, look: Look) -> None:
    view.columns = ("method", "limitations")
    view.show_table(table_of([appearance("Folding", {"Method": "접는다."})], view.columns, ""), "All", None)
    view.step(1)
    seen, where = picture(view.grid.viewport()), cell(view, 0, 3)
    assert not box(seen, where, look.quiet(), by=10).isEmpty()
    assert box(seen, where, look.colour("text"), by=10).isEmpty()
