"""The lens's page without a window: where rows, header and tabs are, and what is at a point."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.across.lens_canvas import LensCanvas
from reader.ui.across.lens_rows import FOLD
from reader.ui.session.rows import Signs
from reader.ui.widgets.stylesheet import style_sheet
from reader.ui.widgets.theme import Look
from tests.ui.across.lenses import appearances, canvas_of
from tests.ui.pictures import at, box, is_near, picture

LONG = "한계가 있다. 아주 짧은 글에서는 이득이 없다. " * 12


def test_header_tabs_and_rows_stand_below_one_another(look: Look, page: QWidget) -> None:
    canvas = canvas_of(look, page, appearances(LONG, LONG, ""))
    assert canvas.header.y() == 0
    assert canvas.tabs.y() == canvas.header.height()
    (first, room), *_ = canvas.in_sight()
    assert first == 1
    assert room.top() == canvas.tabs.y() + canvas.tabs.height()
    assert (room.left(), room.width()) == canvas.column
    assert canvas.rows.rows == [1, 2, FOLD]
    assert canvas.frameShape() is QFrame.Shape.NoFrame
    assert canvas.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    assert canvas.verticalScrollBar().singleStep() == 48


def test_a_row_begins_right_below_the_tabs_and_ends_where_the_next_begins(look: Look, page: QWidget) -> None:
    canvas = canvas_of(look, page, appearances(LONG, LONG))
    below = canvas.tabs.y() + canvas.tabs.height()
    assert canvas.at(QPoint(100, below - 1)) is None
    assert canvas.at(QPoint(100, 3)) is None
    found = canvas.at(QPoint(100, below))
    assert found is not None and found[0] == 1
    last = canvas.at(QPoint(100, found[1].bottom()))
    following = canvas.at(QPoint(100, found[1].bottom() + 1))
    assert last is not None and following is not None
    assert (last[0], following[0]) == (1, 2)
    assert canvas.at(QPoint(100, 499)) is None or canvas.in_sight()[-1][1].bottom() >= 499


def test_without_rows_the_header_stays_where_it_is(look: Look, page: QWidget) -> None:
    canvas = canvas_of(look, page, appearances("a.", "b."))
    canvas.verticalScrollBar().setValue(9)
    assert canvas.rows.papers is not None
    canvas.rows.papers.told = []
    canvas.take_rows()
    canvas.strip.offset = 40
    canvas.settle()
    assert canvas.strip.offset == -canvas.header.height()
    assert (canvas.header.y(), canvas.tabs.y()) == (0, canvas.header.height())
    assert canvas.in_sight() == []


def test_where_nothing_is_to_be_scrolled_the_bar_keeps_its_room_and_shows_nothing(look: Look, page: QWidget) -> None:
    page.setStyleSheet(style_sheet(look.theme))
    assert len(bar_colours(canvas_of(look, page, appearances(*[LONG] * 12)))) > 1
    short = canvas_of(look, page, appearances("a."))
    assert short.verticalScrollBar().isVisible()
    assert len(bar_colours(short)) == 1


def bar_colours(canvas: LensCanvas) -> set[int]:
    """The colours of the scroll bar from top to bottom."""
    image = picture(canvas.verticalScrollBar())
    return {image.pixel(image.width() // 2, y) for y in range(image.height())}


def test_scrolling_takes_the_header_along_and_the_tabs_stay(look: Look, page: QWidget, qtbot: QtBot) -> None:
    canvas = canvas_of(look, page, appearances(*[LONG] * 12))
    height = canvas.header.height()
    bar = canvas.verticalScrollBar()
    bar.setValue(30)
    assert (canvas.header.y(), canvas.tabs.y()) == (-30, height - 30)
    with qtbot.waitSignal(canvas.reached) as reached:
        bar.setValue(height + canvas.strip.height(0))
    assert reached.args == [2]
    assert canvas.current == 2
    assert canvas.tabs.y() == 0
    assert canvas.seen()[0] == 2


def test_home_end_and_pages_go_to_both_ends(look: Look, page: QWidget) -> None:
    canvas = canvas_of(look, page, appearances(*[LONG] * 6))
    bar = canvas.verticalScrollBar()
    assert not canvas.turn_page(down=False)
    assert canvas.turn_page(down=True)
    assert bar.value() == canvas.viewport().height() - canvas.tabs.height() - 48 == bar.pageStep()
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.is_at_end
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert bar.value() == 0
    assert not canvas.is_at_end


def test_the_neighbour_is_the_next_paper_without_the_line_of_silent_ones(look: Look, page: QWidget) -> None:
    canvas = canvas_of(look, page, appearances("a.", "", "c."))
    canvas.rows.is_open = True
    canvas.take_rows()
    assert canvas.rows.rows == [1, 3, FOLD, 2]
    found = []
    for current in (None, 1, 3, 2):
        canvas.current = current
        found.append((canvas.neighbour(1), canvas.neighbour(-1)))
    assert found == [(1, 1), (3, None), (2, 1), (None, 3)]
    canvas.choose_first()
    assert canvas.current == 1
    canvas.choose(2)
    assert canvas.current == 2
    canvas.choose_none()
    assert canvas.current is None


def painted(look: Look, page: QWidget, signs: Signs, current: int | None) -> tuple[QRect, QRect, QRect]:
    """Where of the first row its dot and bar (left of the column), its star, and words are."""
    canvas = canvas_of(look, page, appearances(LONG), signs)
    canvas.current = current
    canvas.hovered = None
    QApplication.processEvents()
    seen, (_, room) = picture(canvas.viewport()), canvas.in_sight()[0]
    accent = look.colour("accent")
    beside = QRect(0, room.top(), room.left() - 1, room.height())
    star = canvas.painter.star_rect(room)
    words = room.adjusted(0, 0, -40, -2)
    assert is_near(at(seen, room.left() + 3, room.bottom()), look.colour("line"))
    return box(seen, beside, accent), box(seen, star, accent), box(seen, words, look.colour("text"), by=40)


def test_unread_papers_have_a_dot_the_current_one_a_bar_and_bookmarked_ones_a_star(look: Look, page: QWidget) -> None:
    dot, star, words = painted(look, page, Signs(), None)
    assert 6 <= dot.width() <= 8 and dot.width() == dot.height()
    assert star.isEmpty()
    assert words.width() > 200
    nothing, _, _ = painted(look, page, Signs(read=True), None)
    assert nothing.isEmpty()
    bar, _, _ = painted(look, page, Signs(read=True), 1)
    assert bar.height() > 30 and bar.width() <= 3
    _, star, _ = painted(look, page, Signs(read=True, bookmarked=True), None)
    assert star.width() > 8


def test_the_line_of_silent_papers_says_how_many_and_whether_it_is_open(look: Look, page: QWidget) -> None:
    canvas = canvas_of(look, page, appearances("a.", "", ""))
    canvas.rows.fold_words = lambda count: f"{count} papers"
    number, room = canvas.in_sight()[1]
    assert (number, room.height()) == (FOLD, 60)
    shut = picture(canvas.viewport()).copy(room)
    assert box(shut, shut.rect(), look.colour("muted"), by=40).width() > 20
    canvas.rows.is_open = True
    assert picture(canvas.viewport()).copy(room) != shut
    canvas.hovered = FOLD
    seen = picture(canvas.viewport()).copy(room)
    assert not box(seen, seen.rect(), look.colour("text"), by=20).isEmpty()
